"""What the docstrings of events, books and store show."""

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
    "ledger.ledger",
    "ledger.left_over",
    "ledger.posted.ties",
    "ledger.store.chunks",
    "ledger.store.entry_of",
    "ledger.store.notes",
    "ledger.typed.moments",
    "ledger.typed.quoted_notes",
    "ledger.typed.rows",
    "ledger.typed.table",
)


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module):
    """What a docstring shows is what comes out."""
    tried = doctest.testmod(importlib.import_module(f"korridor.{module}"))
    assert tried.attempted and not tried.failed
