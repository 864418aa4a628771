"""Claims for tests, with everything that a test does not speak of filled in."""

from korridor.claims.claim import Claim, ClaimTime, Quantity, State


def claim(low: float | None, high: float | None, *sources: str, **changes: object) -> Claim:
    """A claim of people out of Aleppo on one day; ``date`` and ``basis`` make its time."""
    date, basis = changes.pop("date", "2016-12-16"), changes.pop("basis", "at")
    given: dict[str, object] = {
        "file": "dispatch.txt",
        "quantity": Quantity.PERSONS,
        "unit": "people",
        "category": "people",
        "low": low,
        "high": high,
        "state": State.DONE,
        "subset_of": None,
        "place": "Aleppo",
        "time": ClaimTime(basis=basis, dates=(date,), wording=date) if date else None,
        "sources": sources,
        "quote": f"{low}..{high}",
        "span": (0, 1),
        "lang": "en",
    }
    return Claim.model_validate(given | changes)
