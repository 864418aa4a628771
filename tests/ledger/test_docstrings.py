"""What the docstrings of events and books show."""

import doctest
import importlib

import pytest

MODULES = (
    "events.codes",
    "events.codes_of",
    "events.event_lines",
    "events.head_count",
    "events.written_event",
    "ledger.books",
    "ledger.joined",
    "ledger.left_over",
)


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module):
    """What a docstring shows is what comes out."""
    tried = doctest.testmod(importlib.import_module(f"korridor.{module}"))
    assert tried.attempted and not tried.failed
