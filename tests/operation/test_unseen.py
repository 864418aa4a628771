"""Characters that nobody sees."""

import pytest

from tests.operation.tiny import TINY, faults, operation


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("\u202e", "U+202E (right-to-left override) stands in this name, where nobody sees it; leave it out"),
        ("\u200b", "U+200B (zero width space) stands in this name, where nobody sees it; leave it out"),
        ("\u200f", "U+200F (right-to-left mark) stands in this name, where nobody sees it; leave it out"),
    ],
)
def test_a_name_holds_nothing_unseen(letter: str, words: str):
    """A name with a character that is not seen could pass for another name."""
    found = faults(TINY.replace("Camp", f"Ca{letter}mp"))
    assert found[0].startswith("tiny.yaml:11: places.") and found[0].endswith(words)


def test_joiners_spell_words():
    """Persian and Kurdish spell with joiners that are not seen; between letters they may stand."""
    assert "می\u200cدان" in operation(TINY.replace("Square", "می\u200cدان")).places


def test_a_text_does_not_turn_the_line():
    """An override in a note would make what follows read as something else."""
    found = faults(TINY.replace("name: Tiny", "name: Tiny\nsummary: 'ab\u202ecd'"))
    words = "summary: U+202E (right-to-left override) turns the direction of what follows it; leave it out"
    assert found == [f"tiny.yaml:3: {words}"]


def test_a_name_typed_in_two_ways_is_one_name():
    """An accent on its letter or after it (NFC, NFD) is the same accent."""
    text = TINY.replace("Square: {", "Caf\u00e9: {").replace("Square", "Cafe\u0301")
    assert "Caf\u00e9" in operation(text).places


def test_a_name_is_a_word():
    """Nothing but space is no name."""
    found = faults(TINY.replace("  Park: {kind: depot}", "  ' ': {kind: depot}\n  Park: {kind: depot}"))
    assert found == ["tiny.yaml:12: places. : a name of nothing but space; write a word"]
