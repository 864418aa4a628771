"""X4: the one word that no paper prints."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.papers.word import without_the_word, without_the_word_in


@pytest.mark.parametrize(
    "word", ["voluntary", "Voluntarily", "INVOLUNTARY", "non-voluntary", "voluntariness"]
)
def test_every_form_of_the_word_is_left_out(word):
    """Whatever form a file writes it in, nothing of the word is printed."""
    printed = without_the_word(f"a {word} return")
    assert "voluntar" not in printed.lower()
    assert printed.startswith("a ") and printed.endswith(" return")


@given(st.text().filter(lambda text: "voluntar" not in text.lower()))
def test_nothing_else_is_changed(text):
    """A text without the word is printed as it is."""
    assert without_the_word(text) == text


@given(st.text(), st.text())
def test_no_neighbourhood_hides_it(before, after):
    """Nothing that stands before or after it brings the word through."""
    assert "voluntar" not in without_the_word(f"{before}voluntary{after}").lower()


@given(st.text(max_size=5), st.sampled_from(["", "\n", "\t", '"', "\\", "\\n"]))
def test_a_document_stays_one(before, breaks):
    """A document without the word is written and read again as it is: no line break or quote before the word breaks it."""
    document = {f"{breaks}Voluntary": [f"{before}{breaks}voluntary", 1, None, (True, 2.5)]}
    text = json.dumps(without_the_word_in(document), ensure_ascii=False)
    assert "voluntar" not in text.lower()
    ((_, *rest),) = json.loads(text).values()
    assert rest == [1, None, [True, 2.5]]
