"""The scorer tells each kind of error."""

from dataclasses import replace

import pytest

from tests.claims.labelled import Dispatch, Label, dispatches, sentences, unseen
from tests.claims.near import same_author, same_category
from tests.claims.score import Answer, score

ONE = next(each for each in dispatches() if each.name == "en-01")


def answer(label: Label) -> Answer:
    return {
        "quote": label.quote,
        "span": label.span,
        "quantity": label.quantities[0],
        "category": label.categories[0],
        "low": label.low,
        "high": label.high,
        "state": label.states[0],
        "sources": list(label.chains[0]),
        "subset_of": label.subset_of,
    }


def right(dispatch: Dispatch) -> list[Answer]:
    return [answer(label) for label in dispatch.labels]


def test_a_reader_that_knows_the_labels_is_right() -> None:
    """Who answers exactly what is labelled has every share 1, nothing on a trap and no error."""
    result = score([*dispatches(), *unseen(), *sentences()], right)
    assert (result.precision, result.recall, result.f1) == (1, 1, 1)
    assert result.state == result.last == result.chain == result.found == result.labels > 900
    assert not result.told


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"low": 21}, "bounds"),
        ({"high": None}, "bounds"),
        ({"quantity": "persons"}, "quantity"),
        ({"category": "trucks"}, "category"),
        ({"state": "remaining"}, "state"),
        ({"sources": ["Reuters"]}, "author"),
        ({"sources": []}, "author"),
        ({"subset_of": 3}, "subset"),
    ],
)
def test_each_error_has_its_kind(change: dict[str, object], kind: str) -> None:
    """One field of one answer changed is one error, of that field's kind."""
    answers = right(ONE)
    answers[0] = {**answers[0], **change}
    assert score([ONE], lambda _: answers).errors == {kind: 1}


def test_what_is_missed_and_what_is_too_much_costs() -> None:
    """A figure left out costs recall, one more costs precision, and one on a trap is counted as such."""
    missed = score([ONE], lambda each: right(each)[1:])
    assert missed.errors == {"missed": 1}
    assert (missed.precision, missed.recall) == (1, 1 - 1 / len(ONE.labels))
    trapped = score([ONE], lambda each: [*right(each), {**right(each)[0], "span": each.traps[0]}])
    assert trapped.errors == {"false": 1, "on a trap": 1}
    assert trapped.precision < 1 == trapped.recall


def test_what_is_optional_costs_nothing() -> None:
    """A figure that the rules leave open may be found or not, with any value."""
    first, *others = ONE.labels
    open_ended = replace(ONE, labels=(replace(first, optional=True), *others))
    other_value = {**answer(first), "low": 1, "high": 1}
    for answers in (right(ONE)[1:], [other_value, *right(ONE)[1:]]):
        assert score([open_ended], lambda _, answers=answers: answers).told == []


def test_near_words() -> None:
    """Articles, titles and genitives do not tell authors apart; names do. People are persons, but not fighters."""
    assert same_author("SDF spokesman Mustafa Bali", "Mustafa Bali")
    assert same_author("Russia's defence ministry", "the Russia defence ministry")
    assert not same_author("Ingy Sedky", "Marianne Gasser")
    assert not same_author("AFP", "AP")
    assert same_category("people", "persons")
    assert same_category("wounded", "wounded rebels")
    assert not same_category("people", "fighters")
