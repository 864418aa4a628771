"""Rehearsing on from a moment (R6): columns on the road, and what is known by then."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import Phase, assume, given, settings

from korridor.clockwork.run import run
from korridor.clockwork.weather import D
from korridor.operation.operation import Operation
from korridor.operation.truce import WhenBroken
from korridor.operation.uncertainty import Uncertainty
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.replan.going_on import departed_by, going_on
from korridor.rehearsal.given import Break
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.on_the_road import UnderWayError
from korridor.rehearsal.task import Task
from tests.pictures.convoys import HOUR, plan
from tests.rehearsal.calm import CALMLY, calmed
from tests.strategies import attempts, operations

MADE = plan(6)


def block_of(made: Plan, breaks: tuple[Break, ...] = (), whole: Plan | None = None):
    before = () if whole is None else departed_by(whole, made)
    task = Task(made.operation, made.movements, 3, made.start, breaks=breaks, before=before)
    return task.block(task.stage(), 0, 1)


def calm(made: Plan) -> Plan:
    return made.model_copy(update={"operation": calmed(made.operation)})


@pytest.mark.parametrize("hour", [0, 9, 10.5, 13])
def test_a_calm_fork_is_the_whole_run(hour):
    """With nothing uncertain the rest of a plan from any moment, with who is out by then, is the whole plan."""
    made = calm(MADE)
    whole, rest = block_of(made), going_on(made, int(hour * HOUR))
    assert rest.start is not None
    forked, out = block_of(rest, whole=made), sum(row.persons for row in rest.start.out)
    assert forked.measures[Measure.OUT][0] + out == whole.measures[Measure.OUT][0]
    assert forked.measures[Measure.LEFT][0] == whole.measures[Measure.LEFT][0]
    assert forked.measures[Measure.CLEARANCE][0] == whole.measures[Measure.CLEARANCE][0]
    hours = forked.out_by_hour.shape[1]
    later = np.arange(hours) >= int(hour)
    assert (forked.out_by_hour[0, later] + out == whole.out_by_hour[0, :hours][later]).all()


@settings(phases=[Phase.generate], max_examples=12)
@given(data=st.data(), operation=operations())
def test_nobody_is_lost_or_counted_twice(data: st.DataObject, operation: Operation) -> None:
    """Wherever a calm day is cut in two, as many come out after the cut as the whole day has more than before it."""
    day = calmed(operation)
    movements = run(day, tuple(order for order, went in data.draw(attempts(day)) if went))
    assume(movements)
    made = Plan(operation=day, objective=Objective.MOST_OUT, status=Status.FEASIBLE, movements=movements)
    last_s = max(movement.departs_s for movement in movements)
    try:
        rest = going_on(made, data.draw(st.integers(0, last_s + HOUR)))
    except ValueError:  # an order that can only go as the beginning was
        return
    assert rest.start is not None
    forked = block_of(rest, whole=made).measures[Measure.OUT][0] + sum(row.persons for row in rest.start.out)
    assert forked == block_of(made).measures[Measure.OUT][0]


def test_who_is_on_the_road_when_it_breaks_is_exposed():
    """A break that is given meets the columns on the road: each person as long as they are on a truce road during it."""
    rest = going_on(calm(MADE), 13 * HOUR)
    loaded = [column for column in rest.start.columns if column.aboard]
    assert loaded
    breaks = (Break.of(13 * HOUR, None),)
    exposed = block_of(rest, breaks).measures[Measure.EXPOSURE][0]
    roads = rest.operation.roads
    most = sum(
        sum(row.persons for row in column.aboard)
        * sum(
            each.tail_out_s - max(each.head_in_s, 13 * HOUR)
            for each in column.passages
            if roads[each.road].truce
        )
        for column in loaded
    )
    assert 0 < exposed <= most
    assert block_of(rest).measures[Measure.EXPOSURE][0] == 0


def test_who_shelters_or_turns_back_is_not_guessed():
    """Where columns on the road would stand or turn back, a state cannot say where they then are: it is said, not guessed."""
    made = calm(MADE)
    truce = made.operation.truce.model_copy(update={"when_broken": WhenBroken.SHELTER})
    made = made.model_copy(update={"operation": made.operation.model_copy(update={"truce": truce})})
    rest = going_on(made, 13 * HOUR)
    assert block_of(rest).measures[Measure.OUT][0] > 0
    with pytest.raises(UnderWayError, match="rule is then: shelter"):
        block_of(rest, (Break.of(13 * HOUR, None),))


def test_a_truce_that_holds_did_not_break_before():
    """At a moment at which the truce holds, no drawn break begins before it; and those to come keep their chance given that."""
    said = {**CALMLY, "truce_break": "60 %"}
    windows = MADE.operation.windows
    at_s = (windows[0].opens_s + windows[0].closes_s) // 2
    operation = MADE.operation.model_copy(update={"uncertainty": Uncertainty.model_validate(said)})
    rest = going_on(MADE.model_copy(update={"operation": operation}), at_s)
    stage = Task(rest.operation, rest.movements, 3, rest.start).stage()
    begins = []
    for number in range(600):
        stage.run(number, 1)
        begins.append(
            [
                int(row[0])
                for row in stage.weather.breaks[: stage.weather.day[D.BREAKS]]
                if row[0] < windows[0].closes_s
            ]
        )
    first = [each for one in begins for each in one]
    assert min(first) >= at_s
    # 0.6 × ½ / (1 − 0.6 × ½) = 3/7; three standard errors of 600 runs either way.
    assert len(first) / 600 == pytest.approx(3 / 7, abs=0.062)
