"""Sentences of every kind of figure and of every kind of number that counts nothing, one a line with its answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from korridor.claims.claim import Claim
from korridor.claims.reading import read_text
from tests.claims.near import same_category

FOLDER = Path(__file__).with_name("figures")
_QUANTITIES = {"km": "distance_km", "km2": "area_km2", "s": "duration_s"}

Row = tuple[str, str, tuple[str, ...]]


def rows() -> Iterator[Row]:
    """Language, sentence, and what is counted in it."""
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            sentence, bar, answer = line.rpartition(" |")
            if bar and not line.startswith("#"):
                yield path.stem, sentence, tuple(part.strip() for part in answer.split(";") if part.strip())


def agrees(expected: str, claim: Claim) -> bool:
    """Whether a claim is what is expected: any of its quantities, of its categories and of its bounds, by commas."""
    quantity, *category, bounds = expected.split(" ")
    if claim.quantity not in quantities_of(quantity):
        return False
    kinds = " ".join(category).split(",")
    if claim.quantity in ("persons", "vehicles") and not any(same_category(k, claim.category) for k in kinds):
        return False
    return any(bounds_of(each) == (claim.low, claim.high) for each in bounds.split(","))


def quantities_of(text: str) -> tuple[str, ...]:
    """The quantities that are right, as the command writes them."""
    return tuple(_QUANTITIES.get(each, each) for each in text.split(","))


def bounds_of(text: str) -> tuple[float | None, float | None]:
    """Both bounds of ``low..high``; a number alone is both."""
    low, dots, high = text.partition("..")
    sides = (low, high) if dots else (low, low)
    return tuple(float(side) if side else None for side in sides)  # type: ignore[return-value]


@pytest.mark.parametrize(("lang", "sentence", "expected"), list(rows()))
def test_a_sentence_holds_these_figures(lang: str, sentence: str, expected: tuple[str, ...]) -> None:
    """Each figure of the sentence is found with its quantity, category and bounds, and nothing else is."""
    claims = read_text(sentence, lang=lang)
    said = [(c.quote, c.quantity.value, c.category, c.low, c.high) for c in claims]
    assert len(claims) == len(expected), said
    assert all(map(agrees, expected, claims)), said
