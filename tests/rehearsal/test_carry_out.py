"""Who is sent when, and what becomes of whom the plan did not foresee."""

from dataclasses import replace

import numpy as np
import pytest

from korridor.operation.operation import Operation
from korridor.operation.truce import WhenBroken
from korridor.operation.uncertainty import Uncertainty
from korridor.rehearsal.given import Break
from korridor.rehearsal.happened import Ending
from korridor.rehearsal.loop import M
from korridor.rehearsal.task import Task
from tests.pictures.convoys import plan
from tests.rehearsal.calm import CALMLY, calmed

MADE = plan(6)
CALM_TOWN = calmed(MADE.operation)


def with_rule(rule: WhenBroken) -> Operation:
    """The calm town with a rule for when its truce breaks."""
    assert CALM_TOWN.truce is not None
    return CALM_TOWN.model_copy(update={"truce": CALM_TOWN.truce.model_copy(update={"when_broken": rule})})


def uncertain(**said: str) -> Operation:
    """The calm town but for what is said."""
    return CALM_TOWN.model_copy(update={"uncertainty": Uncertainty.model_validate({**CALMLY, **said})})


def under_way(rule: WhenBroken) -> tuple[Task, Break]:
    """A break half an hour after the third column has left, for two hours."""
    third = [movement for movement in MADE.movements if movement.loaded][2]
    begins_s = third.departs_s + 600
    given = Break(begins_s, begins_s + 7200)
    return Task(with_rule(rule), MADE.movements, 0, breaks=(given,)), given


def test_who_comes_besides_is_taken_out_as_well() -> None:
    """With half as many people again the last columns go again, as long as there is a window, and more are out."""
    more = uncertain(unexpected="50 %")
    usual, _ = Task(CALM_TOWN, MADE.movements, 0).stage().run(0, 1)
    many, _ = Task(more, MADE.movements, 0).stage().run(0, 1)
    come = many[0, M.OUT] + many[0, M.LEFT]
    assert come == pytest.approx(1.5 * (usual[0, M.OUT] + usual[0, M.LEFT]), abs=4)
    assert many[0, M.OUT] > usual[0, M.OUT]


def test_who_goes_on_is_exposed() -> None:
    """Columns that drive on through a break arrive, and their people are exposed as long as they are on truce roads."""
    task, _ = under_way(WhenBroken.ON)
    happened = task.stage().once(0)
    assert all(each.ending is Ending.ARRIVED for each in happened)
    results, _ = task.stage().run(0, 1)
    assert results[0, M.EXPOSURE_PERSON_S] > 0


def test_who_takes_shelter_comes_later() -> None:
    """A column on a truce road when the truce breaks stands there until it is mended."""
    task, given = under_way(WhenBroken.SHELTER)
    caught = [
        each.movement
        for each in task.stage().once(0)
        if each.movement.loaded
        and each.movement.departs_s < given.begins_s < each.movement.trips[-1].released_s
    ]
    assert caught and all(movement.trips[-1].released_s > given.ends_s for movement in caught)


def test_who_turns_back_goes_first() -> None:
    """Columns that turn back get off where they boarded, and are the first to leave when the truce is mended."""
    task, given = under_way(WhenBroken.BACK)
    happened = task.stage().once(0)
    back = [each.movement for each in happened if each.ending is Ending.TURNED_BACK]
    assert back and all(movement.departs_s < given.begins_s for movement in back)
    after = [each.movement for each in happened if each.movement.departs_s >= given.ends_s]
    origins = {movement.origin for movement in back}
    assert after[0].origin in origins
    assert not [
        each
        for each in happened
        if given.begins_s <= each.movement.departs_s < given.ends_s and each.movement.passages
    ]


def test_the_dispatcher_who_reorders_lets_nobody_wait_for_who_is_late() -> None:
    """Where vehicles break down for hours now and then, sending whoever is ready first has more people out on average."""
    town = uncertain(repair="6 h", breakdown_per_leg="1 %", beyond_repair="0 %")
    ranked, _ = Task(town, MADE.movements, 3).stage().run(0, 200)
    ready, _ = Task(town, MADE.movements, 3, reorders=True).stage().run(0, 200)
    assert np.mean(ready[:, M.OUT]) > np.mean(ranked[:, M.OUT])


def test_in_calm_weather_re_ordering_does_no_harm() -> None:
    """Where all goes as planned, sending whoever is ready first has no fewer people out than the order of the plan."""
    ranked, _ = Task(CALM_TOWN, MADE.movements, 0).stage().run(0, 1)
    ready, _ = Task(CALM_TOWN, MADE.movements, 0, reorders=True).stage().run(0, 1)
    assert ready[0, M.OUT] >= ranked[0, M.OUT]


def test_breaks_that_overlap_are_one() -> None:
    """Who is exposed in a break is exposed once, in whatever pieces and order the break is given."""
    task, given = under_way(WhenBroken.ON)
    middle_s = (given.begins_s + given.ends_s) // 2
    pieces = (
        Break(middle_s, given.ends_s),
        Break(given.begins_s, given.ends_s - 60),
        Break(given.begins_s, middle_s),
    )
    whole, _ = task.stage().run(0, 1)
    apart, _ = replace(task, breaks=pieces).stage().run(0, 1)
    assert whole[0, M.EXPOSURE_PERSON_S] == apart[0, M.EXPOSURE_PERSON_S] > 0
