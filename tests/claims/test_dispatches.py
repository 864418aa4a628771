"""The labelled dispatches are sound: what is labelled stands in the text, and nothing stands there unlabelled."""

import re
from itertools import pairwise

import pytest

from tests.claims.labelled import PARTS, Dispatch, dispatches, sentences, unseen

ALL = [*dispatches(), *unseen(), *sentences()]
by_name = pytest.mark.parametrize("dispatch", ALL, ids=lambda dispatch: dispatch.name)
QUANTITIES = {
    "persons", "families", "vehicles", "distance_km", "area_km2", "duration_s", "percent", "other",
}  # fmt: skip
STATES = {"planned", "ongoing", "done", "remaining", "background"}


@by_name
def test_labels_stand_apart(dispatch: Dispatch) -> None:
    """No two labels of a text share a character: what a reader finds there belongs to one of them."""
    spans = sorted([*(label.span for label in dispatch.labels), *dispatch.traps])
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))


@by_name
def test_every_digit_is_labelled(dispatch: Dispatch) -> None:
    """Each number in digits is a figure or a trap: none was overlooked."""
    spans = [*(label.span for label in dispatch.labels), *dispatch.traps]
    for digits in re.finditer(r"\d+", dispatch.text):
        assert any(begin <= digits.start() < end for begin, end in spans), digits


@by_name
def test_labels_are_claims(dispatch: Dispatch) -> None:
    """Quantities and states are those of the contract, bounds in order, a subset's whole another claim of the text."""
    for number, label in enumerate(dispatch.labels):
        assert set(label.quantities) <= set(QUANTITIES)
        assert set(label.states) <= STATES
        assert label.low is None or label.high is None or label.low <= label.high
        if label.subset_of is not None:
            assert label.subset_of in set(range(len(dispatch.labels))) - {number}


def test_the_set_is_as_large_as_it_says() -> None:
    """At least 30 dispatches of 60 to 250 words in each language, half of them held out, and 150 traps, half in sentences."""
    for language in ("nb", "en"):
        own = [each for each in dispatches() if each.language == language]
        assert len(own) >= 30
        assert sum(each.held_out for each in own) * 2 == len(own)
        assert all(60 <= len(each.text.split()) <= 250 for each in own)
    assert sum(len(each.traps) for each in dispatches()) >= 75
    assert sum(len(each.traps) for each in sentences()) >= 75


def test_the_unseen_part_stands_apart() -> None:
    """As many dispatches in each language, of like length, no text of the other parts, and none of them read unasked."""
    texts = unseen()
    assert {each.part for each in texts} == {"unseen"}
    assert all(label.states for each in texts for label in each.labels)
    assert {each.part for each in [*dispatches(), *sentences()]} == set(PARTS) - {"unseen"}
    assert not {each.text for each in texts} & {each.text for each in dispatches()}
    for language in ("nb", "en"):
        own = [each for each in texts if each.language == language]
        assert len(own) == 24
        assert all(60 <= len(each.text.split()) <= 250 for each in own)
        assert sum(not label.optional for each in own for label in each.labels) >= 240
