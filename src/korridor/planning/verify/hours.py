"""Spans of time, closed at the beginning and open at the end: whether hours hold them."""

from korridor.operation.hours import Hours
from korridor.operation.operation import Operation

DAY_S = 24 * 3600


def within_hours(operation: Operation, hours: Hours | None, begin_s: int, end_s: int) -> bool:
    """O2, O6: whether a span lies in the daily hours of one day, on the clock of the operation's start."""
    if hours is None or (hours.opens_clock_s == 0 and hours.closes_clock_s == DAY_S):
        return True
    assert operation.start is not None  # hours need it, says the operation
    start = operation.start
    clock_s = start.hour * 3600 + start.minute * 60 + start.second
    midnight_s = (clock_s + begin_s) // DAY_S * DAY_S - clock_s
    return midnight_s + hours.opens_clock_s <= begin_s and end_s <= midnight_s + hours.closes_clock_s
