"""What a round figure may stand for: 4,000 may be 3,500 to 4,500 (S4)."""

from decimal import Decimal
from typing import Final

from korridor.claims.claim import WHOLE, Claim, Quantity

Number = int | float

COUNTED_UP_TO: Final = 100
"""A smaller number of persons, families or vehicles is taken as counted: 20 buses are 20, not 15 to 25."""

_MEASURED: Final = (Quantity.DISTANCE_KM, Quantity.AREA_KM2, Quantity.PERCENT)


def allowed(claim: Claim) -> tuple[Number | None, Number | None]:
    """Return the low and high that a claim's figure may stand for.

    A plain number is taken as rounded to its last digit that is not zero. What has a hedge or is a range
    has its own width already, what is one-sided keeps its bound, and durations are taken as they are.

    Examples
    --------
    4,000 may be 3,500 to 4,500; 7,500 may be 7,450 to 7,550; 951 is 951; 6.8 km may be 6.75 to 6.85 km.
    """
    low, high = claim.low, claim.high
    if low is None or high is None or low != high:
        return low, high
    if claim.quantity in WHOLE and low < COUNTED_UP_TO:
        return low, high
    if claim.quantity not in (*WHOLE, *_MEASURED):
        return low, high
    half = _half_a_last_digit(low)
    if claim.quantity in WHOLE:
        return (low, high) if half < 1 else (int(low - half), int(low + half))
    # 6.8 - 0.05 has no exact binary fraction; bounds keep the digits that a person would write.
    return round(float(low - half), 6), round(float(low + half), 6)


def _half_a_last_digit(number: Number) -> float:
    """Return half of one step in the last digit that is not zero."""
    exponent = int(Decimal(str(number)).normalize().as_tuple().exponent)
    return float(Decimal(5).scaleb(exponent - 1))
