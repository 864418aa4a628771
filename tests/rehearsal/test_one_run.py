"""One run of many."""

from dataclasses import replace

import korridor
from korridor.operation.truce import WhenBroken
from korridor.rehearsal.happened import Ending
from korridor.rehearsal.loop import M
from korridor.rehearsal.one_run import one_run
from korridor.rehearsal.task import Task
from tests.pictures.convoys import plan
from tests.rehearsal.test_carry_out import under_way

MADE = plan(6)


def test_a_run_alone_is_the_same_as_among_others() -> None:
    """Run 17 alone has as many out, left and exposed as run 17 of a block."""
    task = Task(MADE.operation, MADE.movements, 4)
    many, _ = task.stage().run(0, 20)
    alone = one_run(task, 17)
    assert alone.out_persons == many[17, M.OUT]
    assert alone.come_persons == many[17, M.OUT] + many[17, M.LEFT]
    assert alone.exposure_person_s == many[17, M.EXPOSURE_PERSON_S]
    assert alone == korridor.one_run(MADE, 17, seed=4)


def test_who_turns_back_does_so_when_the_truce_breaks() -> None:
    """A column that turns back is said to do so at the moment of the break; one that arrives stops nowhere."""
    task, given = under_way(WhenBroken.BACK)
    found = one_run(task, 0)
    assert found.breaks == ((given.begins_s, given.ends_s),)
    back = [each for each in found.happened if each.ending is Ending.TURNED_BACK]
    assert back and {found.stopped_s(each) for each in back} == {given.begins_s}
    assert {found.stopped_s(each) for each in found.happened if each.ending is Ending.ARRIVED} == {None}


def test_who_is_stranded_stands_before_the_road_that_it_may_not_enter() -> None:
    """Of a stranded column the way ends where it drove last, and no moment of what it never drove is taken for its own."""
    task, given = under_way(WhenBroken.SHELTER)
    found = one_run(replace(task, breaks=(replace(given, ends_s=1 << 50),)), 0)
    stranded = [each for each in found.happened if each.ending is Ending.STRANDED]
    for each in stranded:
        stands_s = found.stopped_s(each)
        assert stands_s is not None
        assert each.movement.departs_s <= stands_s < 1 << 40
