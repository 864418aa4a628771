"""A "why" with figures set by hand: what a page says of them can be told from what is found."""

from functools import cache

from korridor.operation.changes import LaterClosing, MoreVehicles, ShorterMargin
from korridor.operation.units import MOST
from korridor.planning.plan import Plan
from korridor.planning.planner import plan
from korridor.planning.why.measure import Measure, measure_of, value_of
from korridor.planning.why.prices import parts_of
from korridor.planning.why.why import Outcome, Point, Why
from tests.planning.test_planner import corridor

HOUR_S = 3600


@cache
def planned(objective: str = "most-out", buses: int = 1) -> Plan:
    return plan(corridor(buses), objective=objective, work=50)


def why_of(made: Plan, *outcomes: Outcome, **more) -> Why:
    stated = {
        "plan": made,
        "measure": measure_of(made),
        "given": value_of(made, measure_of(made)),
        "bound": made.levels[0].bound,
        "unchanged": (0, 2, 4),
        "work": 2400,
        "outcomes": outcomes,
        "parts": parts_of(made.certificate, made.operation),
    }
    return Why(**{**stated, **more})


def outcome(change, gain: int | None, moved: int | None, made: Plan, at_prices: int | None = None) -> Outcome:
    """One whose plan gains and whose bound gives way by so much."""
    measure = measure_of(made)
    sign = 1 if measure is Measure.OUT else -1
    now, bound = value_of(made, measure), made.levels[0].bound
    assert now is not None and bound is not None
    return Outcome(
        change=change,
        words=change.words(made.operation),
        value=None if gain is None else now + sign * gain,
        bound=None if moved is None else bound + sign * moved,
        at_prices=at_prices,
        out_persons=100,
        last_out_s=7200,
        kept=True,
    )


def example(**more) -> Why:
    """Three changes: one that brings people out, one where only the limit moves, one that brings nothing."""
    made = planned()
    bus = MoreVehicles(vehicle_type="bus", depot="R")
    return why_of(
        made,
        outcome(ShorterMargin(less_s=600), 0, 0, made),
        outcome(LaterClosing(window=0), 4, 50, made),
        outcome(bus, 100, 250, made, at_prices=(made.levels[0].bound or 0) + 250),
        **{
            "frontier": (
                Point(limit_s=1200, value=None, bound=0, out_persons=0, aboard_s=0),
                Point(limit_s=2 * HOUR_S, value=150, bound=200, out_persons=150, aboard_s=HOUR_S),
                Point(limit_s=6 * HOUR_S, value=200, bound=200, out_persons=200, aboard_s=2 * HOUR_S),
                Point(limit_s=MOST, value=200, bound=200, out_persons=200, aboard_s=2 * HOUR_S),
            ),
            **more,
        },
    )
