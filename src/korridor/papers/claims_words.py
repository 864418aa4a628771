"""Claims in words: a line a figure, for a terminal."""

from collections.abc import Iterator, Sequence

from korridor.claims.claim import Claim
from korridor.operation.fault import one_line

_UNITS = {"distance_km": "km", "area_km2": "km²", "duration_s": "s", "percent": "%"}
_WORDING = 60


def claims_lines(claims: Sequence[Claim]) -> Iterator[str]:
    """One line a claim under its file: bounds, what, state, whose, and the wording."""
    if not claims:
        yield "no figures"
        return
    file = None
    for claim in claims:
        if claim.file != file:
            file = claim.file
            yield one_line(file)
        whose = " < ".join(reversed(claim.sources)) or "the publication"
        part = f"; part of {claim.subset_of!r}" if claim.subset_of else ""
        quote = " ".join(claim.quote.split())
        quote = quote if len(quote) <= _WORDING else quote[: _WORDING - 1] + "…"
        yield one_line(
            f"  {bounds_text(claim)} {what_text(claim)}, {claim.state.value}, by {whose}: “{quote}”{part}"
        )


def bounds_text(claim: Claim) -> str:
    """Bounds as they are written in an operation file: 17.., ..400, 900..1,000.

    Examples
    --------
    >>> from korridor.claims.reading import read_text
    >>> [bounds_text(c) for c in read_text("At least 17 trucks and up to 4,000 people left.", lang="en")]
    ['17..', '..4,000']
    """
    if claim.low is None and claim.high is None:
        return "unknown"
    low = "" if claim.low is None else f"{claim.low:,}"
    high = "" if claim.high is None else f"{claim.high:,}"
    return low if claim.low == claim.high else f"{low}..{high}"


def what_text(claim: Claim) -> str:
    """What is counted: the unit, or the category."""
    unit = _UNITS.get(claim.quantity.value)
    if unit == "%":
        return f"% of {claim.category}"
    if unit:
        return unit
    return (
        f"{claim.category} ({claim.unit})"
        if claim.quantity.value == "other" and claim.unit
        else claim.category
    )
