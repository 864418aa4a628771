"""What the docstrings of the ledger's store show."""

import doctest
import importlib

import pytest

MODULES = (
    "ledger",
    "posted.ties",
    "store.chunks",
    "store.entry_of",
    "store.notes",
    "typed.moments",
    "typed.quoted_notes",
    "typed.rows",
    "typed.table",
)


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module: str):
    """What a docstring shows is what comes out."""
    tried = doctest.testmod(importlib.import_module(f"korridor.ledger.{module}"))
    assert tried.attempted and not tried.failed
