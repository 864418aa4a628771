"""O2, O6: fitting a span of time into daily hours."""

from korridor.clockwork.tables import NEVER
from korridor.compiled import inner

DAY_S = 86400


@inner
def fit_after(moment_s: int, lasts_s: int, opens_s: int, closes_s: int, clock_s: int) -> int:
    """Return the first moment not before ``moment_s`` from which ``lasts_s`` lie within one day's hours.

    ``clock_s`` is the time of day of second 0. Hours of 0 to 0 are always open.
    """
    if closes_s == 0 or moment_s >= NEVER:
        return moment_s
    if lasts_s > closes_s - opens_s:
        return NEVER
    of_day = (moment_s + clock_s) % DAY_S
    if of_day < opens_s:
        return moment_s + opens_s - of_day
    if of_day + lasts_s > closes_s:
        return moment_s + DAY_S - of_day + opens_s
    return moment_s


@inner
def fit_before(moment_s: int, lasts_s: int, opens_s: int, closes_s: int, clock_s: int) -> int:
    """Return the last moment not after ``moment_s`` from which ``lasts_s`` lie within one day's hours."""
    if closes_s == 0:
        return moment_s
    of_day = (moment_s + clock_s) % DAY_S
    latest = closes_s - lasts_s
    if of_day > latest:
        return moment_s - of_day + latest
    if of_day < opens_s:
        return moment_s - of_day - DAY_S + latest
    return moment_s
