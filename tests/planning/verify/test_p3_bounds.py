"""P3: bounds, gaps and status."""

import math

from korridor.planning.plan import Level, Objective, Plan, Status
from korridor.planning.verify.p3_bounds import (
    p3_gaps_are_what_they_are,
    p3_no_bound_is_beaten,
    p3_proved_is_closed,
)
from tests.planning.verify.corridor import PLAN, said


def claiming(
    *levels: tuple[str, int | None, int | None, float | None], status: Status = Status.FEASIBLE
) -> Plan:
    """Return the plan with these levels: name, value, bound, gap."""
    named = tuple(Level(name=name, value=value, bound=bound, gap=gap) for name, value, bound, gap in levels)
    return PLAN.model_copy(update={"objective": Objective.MOST_OUT, "levels": named, "status": status})


def test_no_bound_is_beaten():
    """Nobody gets more out than the bound, and nobody is done sooner."""
    assert said(p3_no_bound_is_beaten(claiming(("out", 23, 22, None)))) == ["P3: out: 23 beats its bound 22"]
    assert said(p3_no_bound_is_beaten(claiming(("clearance", 99, 100, None)))) == [
        "P3: clearance: 99 beats its bound 100"
    ]
    assert said(p3_no_bound_is_beaten(claiming(("out", 22, 22, None), ("risk", 5, 5, None)))) == []


def test_a_later_bound_holds_only_where_the_levels_before_are_closed():
    """Less risk than the bound is no fault while fewer than the bound are out."""
    risk = ("risk", 4, 5, None)
    assert said(p3_no_bound_is_beaten(claiming(("out", 21, 22, None), risk))) == []
    assert said(p3_no_bound_is_beaten(claiming(("out", 22, None, None), risk))) == []
    assert said(p3_no_bound_is_beaten(claiming(("out", 22, 22, None), risk))) == [
        "P3: risk: 4 beats its bound 5"
    ]


def test_a_gap_is_recomputed():
    """|value − bound| ÷ value; what is not known may be left open, and no gap can be told without a bound."""
    assert said(p3_gaps_are_what_they_are(claiming(("out", 20, 23, 3 / 20)))) == []
    assert said(p3_gaps_are_what_they_are(claiming(("out", 20, 23, None)))) == []
    assert said(p3_gaps_are_what_they_are(claiming(("out", 20, 23, 0.13)))) == [
        "P3: out: the gap is said to be 0.13; it is 0.15"
    ]
    assert said(p3_gaps_are_what_they_are(claiming(("out", 20, None, 0.0)))) == [
        "P3: out: the gap is said to be 0.0; it is None"
    ]
    assert said(p3_gaps_are_what_they_are(claiming(("out", 0, 0, 0.0), ("risk", 0, 5, math.inf)))) == []


def test_clearance_is_counted_in_usable_hours():
    """Open from 600 to 4000 s and from 6000 s: 6500 s are 3900 usable ones, 4600 s are 3400."""
    assert said(p3_gaps_are_what_they_are(claiming(("clearance", 6500, 4600, 500 / 3900)))) == []
    assert said(p3_gaps_are_what_they_are(claiming(("clearance", 6500, 4600, 1900 / 6500)))) == [
        f"P3: clearance: the gap is said to be {1900 / 6500}; it is {500 / 3900}"
    ]
    without = claiming(("clearance", 6500, 4600, 1900 / 6500))
    operation = without.operation.model_copy(update={"truce": None})
    assert said(p3_gaps_are_what_they_are(without.model_copy(update={"operation": operation}))) == []


def test_proved_is_closed():
    """Every level, to the last person and second; closed hours between do not close a level."""
    closed = (("out", 23, 23, 0.0), ("risk", 5, 5, 0.0))
    assert said(p3_proved_is_closed(claiming(*closed, status=Status.PROVED))) == []
    assert said(
        p3_proved_is_closed(claiming(*closed, ("clearance", 5000, 4500, 0.0), status=Status.PROVED))
    ) == ["P3: status: said to be proved, but clearance is 5000 with bound 4500"]
    assert said(p3_proved_is_closed(claiming(("out", 23, None, None), status=Status.PROVED))) == [
        "P3: status: said to be proved, but out is 23 with bound None"
    ]
    assert said(p3_proved_is_closed(claiming(status=Status.PROVED))) == [
        "P3: status: said to be proved, but no level is stated"
    ]
    assert said(p3_proved_is_closed(PLAN)) == []
