"""A drill in words: for a terminal, and the lines of its page."""

from __future__ import annotations

from collections.abc import Iterator

from korridor.clerks.drilled import Drilled, Estimate, Kept
from korridor.ledger.alarm import Alarm
from korridor.pictures.clock import lasting
from korridor.rehearsal.statistics.amount import percent

_HALF, _MOST = "p50", "p90"
NOT_REACHED = "never so many"


def drill_words(found: Drilled) -> Iterator[str]:
    """Yield a drill for a terminal: what was done, what came of it, and the trade-off."""
    yield how_words(found)
    yield f"Acting on an unexplained of {alarm_words(found.kept)}:"
    yield from (f"  {line}" for line in kept_words(found))
    yield ""
    yield f"{'acting on':<34}{'noticed':>10}{'half of all by':>18}{'nine in ten by':>18}{'false alarms a day':>20}"
    for kept in found.trade_off:
        yield (
            f"{alarm_words(kept):<34}{percent(kept.noticed.value):>10}{by_words(kept, _HALF):>18}"
            f"{by_words(kept, _MOST):>18}{rate_words(kept.false_alarms_a_day.value):>20}"
        )


def how_words(found: Drilled) -> str:
    """Return what was done."""
    how = "each as planned" if found.as_planned else "each a run of the rehearsal"
    runs = "1 run" if found.runs == 1 else f"{found.runs:,} runs"
    return (
        f"{found.operation}: {runs}, {how}, of {found.legs:,.0f} columns with people aboard in {found.days:,.1f} days and "
        f"{found.events:,.0f} things to write down; in each one loaded vehicle is lost."
    )


def kept_words(found: Drilled) -> Iterator[str]:
    """Yield what comes of acting on the threshold that was asked about."""
    kept = found.kept
    yield f"noticed: {_share(kept.noticed)} of the vehicles that are lost"
    for key, who in ((_HALF, "half of all"), (_MOST, "nine in ten")):
        if kept.delay_s[key] is None:
            yield f"{who}: fewer are ever noticed"
        else:
            yield f"{who}: by {_time(kept.delay_s[key])} after they were due"
    yield f"false alarms a day: {_rate(kept.false_alarms_a_day)}, of columns that arrived with nobody lost"
    for each in found.unnoticed:
        yield f"not noticed: {each.vehicles:,}, as {each.why}"


def alarm_words(kept: Kept) -> str:
    """Return a threshold in words."""
    return Alarm(persons=kept.persons, age_s=kept.age_s).words


def by_words(kept: Kept, key: str) -> str:
    """Return by when so many are noticed."""
    delay = kept.delay_s[key]
    return NOT_REACHED if delay is None else lasting(round(delay.value), up=True)


def rate_words(value: float) -> str:
    """Return how often in a day; no digit that means nothing.

    Examples
    --------
    >>> rate_words(0), rate_words(0.04), rate_words(2.345), rate_words(18.6)
    ('0', 'under 0.1', '2.3', '19')
    """
    if 0 < value < 0.05:
        return "under 0.1"
    return f"{value:.1f}" if 0 < value < 9.95 else f"{value:,.0f}"


def _share(estimate: Estimate) -> str:
    low, high = estimate.low or 0.0, 1.0 if estimate.high is None else estimate.high
    return f"{percent(estimate.value)} ({percent(low)} to {percent(high)})"


def _time(estimate: Estimate | None) -> str:
    assert estimate is not None
    ends = [None if end is None else lasting(round(end), up=True) for end in (estimate.low, estimate.high)]
    between = f" ({ends[0]} to {ends[1]})" if None not in ends else ""
    return lasting(round(estimate.value), up=True) + between


def _rate(estimate: Estimate) -> str:
    if estimate.low is None or estimate.high is None:
        return rate_words(estimate.value)
    return f"{rate_words(estimate.value)} ({rate_words(estimate.low)} to {rate_words(estimate.high)})"
