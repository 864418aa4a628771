"""What a person types to mend a figure: ``low..high`` and the fields that the reader may have got wrong."""

from math import isfinite
from typing import Any

from korridor.claims.claim import Claim
from korridor.cli.one_key import one_line_of_text
from korridor.papers.claims_words import bounds_text

FIELDS = ("category", "state", "place", "quantity")


def changes_typed(claim: Claim) -> dict[str, Any]:
    """Ask field by field; an empty line leaves a field as it is, ``-`` clears it.

    Raises
    ------
    ValueError
        If the bounds cannot be read.
    """
    changes: dict[str, Any] = {}
    if typed := one_line_of_text(f"figure, such as 951, 17.., ..400 or 160..240 [{bounds_text(claim)}]: "):
        changes["low"], changes["high"] = bounds_typed(typed)
    for field in FIELDS:
        if typed := one_line_of_text(f"{field} [{getattr(claim, field) or '-'}]: "):
            changes[field] = None if typed == "-" else typed
    if typed := one_line_of_text(
        f"sources, the first speaker first, < between [{' < '.join(claim.sources) or '-'}]: "
    ):
        changes["sources"] = () if typed == "-" else tuple(name.strip() for name in typed.split("<"))
    return changes


def bounds_typed(typed: str) -> tuple[float | None, float | None]:
    """Read ``951``, ``17..``, ``..400``, ``160..240`` or ``?``.

    Examples
    --------
    >>> bounds_typed("17.."), bounds_typed("1,000..2,000"), bounds_typed("?")
    ((17, None), (1000, 2000), (None, None))
    """
    if typed == "?":
        return None, None
    low, dots, high = typed.replace(",", "").partition("..")
    return _number(low), _number(high if dots else low)


def _number(typed: str) -> float | None:
    if not typed.strip():
        return None
    try:
        number = float(typed)
    except ValueError:
        number = -1
    if not isfinite(number) or number < 0:
        raise ValueError(f"{typed!r} is no number; write 951, 17.., ..400, 160..240 or ? for unknown")
    return int(number) if number.is_integer() else number
