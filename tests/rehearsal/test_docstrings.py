"""What the docstrings of the rehearsal show."""

import doctest
import importlib

import pytest

MODULES = (
    "block",
    "regret",
    "statistics.amount",
    "statistics.mean",
    "statistics.moments",
    "statistics.precision",
    "statistics.quantile",
    "statistics.stopping",
    "statistics.student",
    "statistics.wilson",
)


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module):
    """What a docstring shows is what comes out."""
    tried = doctest.testmod(
        importlib.import_module(f"korridor.rehearsal.{module}"), optionflags=doctest.ELLIPSIS
    )
    assert tried.attempted and not tried.failed
