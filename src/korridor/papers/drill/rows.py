"""A drill as rows of its picture."""

from korridor.clerks.drilled import Drilled, Kept
from korridor.papers.drill.words import alarm_words, by_words, rate_words
from korridor.pictures.clock import lasting
from korridor.pictures.drill_chart import DrillRows, Threshold
from korridor.rehearsal.statistics.amount import percent

_HOUR_S = 3600


def drill_rows(found: Drilled) -> DrillRows:
    """Return the rows; a threshold by which half are never noticed has no point."""
    several = [(kept, False) for kept in found.trade_off]
    points = [_threshold(kept, asked) for kept, asked in [*several, (found.kept, True)]]
    return DrillRows(
        thresholds=tuple(point for point in points if point is not None),
        delays_h=_hours(found.delays_s),
        soonest_h=_hours(found.soonest_s),
        lost=len(found.delays_s) + sum(each.vehicles for each in found.unnoticed),
        asked=alarm_words(found.kept),
    )


def _hours(delays_s: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(max(0, delay_s) / _HOUR_S for delay_s in delays_s)


def _threshold(kept: Kept, asked: bool) -> Threshold | None:
    half = kept.delay_s["p50"]
    if half is None:
        return None
    return Threshold(
        persons="1 person or more" if kept.persons == 1 else f"{kept.persons:,} persons or more",
        age=lasting(kept.age_s) if kept.age_s else "at once",
        asked=asked,
        false_alarms=kept.false_alarms_a_day.value,
        half_h=half.value / _HOUR_S,
        says=f"{alarm_words(kept)}: half by {by_words(kept, 'p50')}, {percent(kept.noticed.value)} noticed at all, "
        f"{rate_words(kept.false_alarms_a_day.value)} false alarms a day",
    )
