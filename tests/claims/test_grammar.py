"""The tables of the grammar, and a user's own over them."""

from pathlib import Path

import pytest

from korridor.claims.bounds import Bounds
from korridor.claims.grammar import FILES, LANGUAGES, grammar_of
from korridor.claims.reading import read_text
from korridor.operation.fault import Faults


@pytest.mark.parametrize("lang", LANGUAGES)
def test_languages_have_the_same_tables(lang):
    """What one language's files name, the other's name too: neither lacks a table that a component looks up."""
    english = grammar_of("en").data
    both = {"whole_and_half", "inside", "age_unit", "fraction_alone"}
    for name in FILES:
        assert set(english[name]) - both == set(grammar_of(lang).data[name]) - both, name


def test_a_users_table_replaces_ours(tmp_path: Path):
    """Another meaning of "some", in a folder of one's own."""
    (tmp_path / "en").mkdir()
    row = "around: [{bounds: 0.5N..2N, before: [some]}]\n"
    (tmp_path / "en" / "hedges.yaml").write_text(row, encoding="utf-8")
    [claim] = read_text("Some 100 people left.", lang="en", grammar=tmp_path)
    assert (claim.low, claim.high) == (50, 200)


@pytest.mark.parametrize("text", ["around: [", "- 1", "around: [{bounds: few, before: [some]}]", "around: 7"])
def test_a_wrong_table_is_told(tmp_path: Path, text):
    """A table that is none ends in a line with its file, not in a traceback."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "hedges.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Faults, match=r"en"):
        read_text("100 people left.", lang="en", grammar=tmp_path)


def test_bounds_have_a_form():
    """A row that is no row is refused with an example."""
    with pytest.raises(ValueError, match=r"write low\.\.high"):
        Bounds.read("few")
