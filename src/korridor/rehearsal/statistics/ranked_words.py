"""The answer of *ask*, for a person at the table."""

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount, between
from korridor.rehearsal.statistics.ranked import Alternative, Ranked
from korridor.rehearsal.statistics.verdict import Verdict


def ranked_words(ranked: Ranked) -> tuple[str, ...]:
    """What stands today, a line a change, and how to read the intervals."""
    today = f"{ranked.base}: {amount(ranked.base_rehearsed, ranked.measure)} rehearsed"
    head = f"{ranked.measure.said}; {today}{_beside(ranked.base_planned, ranked.base_bound, ranked.measure)}."
    rows = [_row(place, row, ranked.measure) for place, row in enumerate(ranked.alternatives, start=1)]
    many = len(ranked.alternatives) > 1
    foot = f"{ranked.runs:,} runs of each under the same draws; the intervals hold together in 95 of 100 rehearsals."
    return (head, *rows, *((foot,) if many else ()))


def _row(place: int, row: Alternative, measure: Measure) -> str:
    beside = _beside(row.planned, row.bound, measure)
    order = (
        "; not told apart from the next"
        if row.told_from_next is False and row.verdict is Verdict.BETTER
        else ""
    )
    return f"{place}. {row.name}: {_gain(row, measure)}{beside}{order}."


def _gain(row: Alternative, measure: Measure) -> str:
    low, high = row.gain_ci
    if row.verdict is Verdict.SAME:
        return "no difference in any run"
    if row.verdict is Verdict.TOO_FEW or low is None or high is None:
        return f"{_better(row.gain, measure)}, but the runs are too few to say"
    ends = (low, high) if row.gain > 0 else (-high, -low)
    said = f"{_way(row.gain, measure)} {between(abs(row.gain), ends[0], ends[1], measure)}"
    if row.verdict is Verdict.NOISE:
        return f"noise: {said}, which may as well be none"
    return said


def _better(gain: float, measure: Measure) -> str:
    return f"{_way(gain, measure)} {amount(abs(gain), measure)}"


def _way(gain: float, measure: Measure) -> str:
    """Which way a gain goes, by the measure: more people, or less of what is bad."""
    more = (gain > 0) == measure.more_is_better
    return "more by" if more else "less by"


def _beside(planned: int | None, bound: int | None, measure: Measure) -> str:
    plan = "" if planned is None else f", planned {amount(planned, measure)}"
    limit = "" if bound is None else f", no plan beats {amount(bound, measure)}"
    return f"{plan}{limit}"
