"""A ranking of changes as the rows of a tornado."""

from korridor.pictures.tornado import Blade, TornadoRows
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount
from korridor.rehearsal.statistics.ranked import Alternative, Ranked
from korridor.rehearsal.statistics.verdict import Verdict

_MINUTE_S, _HOUR_S = 60, 3600
MOST_ROWS = 30
"""More changes than these cannot be read on a page; the first ones are kept."""


def tornado_rows(ranked: Ranked) -> TornadoRows | None:
    """Return the rows of a tornado; ``None`` where there is no change."""
    if not ranked.alternatives:
        return None
    per, unit = _unit(ranked.measure)
    return TornadoRows(tuple(_blade(ranked, row, per) for row in ranked.alternatives[:MOST_ROWS]), unit)


def _unit(measure: Measure) -> tuple[int, str]:
    if measure.unit == "s":
        return _HOUR_S, f"hours gained: {measure.said}"
    if measure.unit == "person_s":
        return _MINUTE_S, f"person-minutes fewer: {measure.said}"
    return 1, "more people out" if measure is Measure.OUT else f"fewer: {measure.said}"


def _blade(ranked: Ranked, row: Alternative, per: int) -> Blade:
    low, high = row.gain_ci
    return Blade(
        change=row.name,
        gain=row.gain / per,
        low=None if low is None else low / per,
        high=None if high is None else high / per,
        noise=row.verdict not in (Verdict.BETTER, Verdict.WORSE),
        planned=_gained(ranked, row.planned, ranked.base_planned, per),
        limit=_gained(ranked, row.bound, ranked.base_bound, per),
        says=_says(ranked, row),
    )


def _gained(ranked: Ranked, value: int | None, base: int | None, per: int) -> float | None:
    if value is None or base is None:
        return None
    return (value - base if ranked.measure.more_is_better else base - value) / per


def _says(ranked: Ranked, row: Alternative) -> str:
    low, high = row.gain_ci
    if row.verdict is Verdict.SAME:
        return "no difference in any run"
    ends = (
        ""
        if low is None or high is None
        else f" ({amount(low, ranked.measure)} to {amount(high, ranked.measure)})"
    )
    noise = ", which may be noise" if row.verdict is Verdict.NOISE else ""
    return f"{amount(row.gain, ranked.measure)}{ends}{noise}"
