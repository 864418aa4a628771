"""Where people wait, who is beyond the room of a place, and who gives up waiting: against what one run's movements say."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from korridor.operation.operation import Operation
from korridor.rehearsal.happened import Ending
from korridor.rehearsal.loop import MEASURED, M
from korridor.rehearsal.task import Task
from tests.pictures.convoys import TOWN, plan, town
from tests.rehearsal.test_carry_out import uncertain

HOUR_S = 3600
MADE = plan(6)
ROOM = 700


def small_rooms() -> Operation:
    """The town whose transfer has room for few."""
    places = {name: dict(place) for name, place in TOWN["places"].items()}
    places["Rashideen"]["capacity"] = ROOM
    return town(places=places)


def waits(task: Task, run: int) -> tuple[Counter[str], dict[str, int]]:
    """Person-seconds that people sat in standing vehicles, by place, and the longest wait for a lane, from movements alone."""
    operation, total, longest = task.operation, Counter[str](), dict.fromkeys(task.noted_at.checkpoints, 0)
    for each in task.stage().once(run):
        movement = each.movement
        if not movement.loaded or each.ending is not Ending.ARRIVED:
            continue
        ends = [operation.roads[p.road].between[1 if p.forth else 0] for p in movement.passages]
        for trip in movement.trips:
            assert trip.boarded_s is not None and trip.unloads_s is not None
            total[movement.origin] += trip.persons * max(0, movement.departs_s - trip.boarded_s)
            total[trip.destination] += trip.persons * max(0, trip.unloads_s - trip.arrives_s)
            for look in trip.screenings:
                at = ends.index(look.checkpoint)
                goes_on = trip.released_s if at + 1 == len(ends) else movement.passages[at + 1].head_in_s
                longest[look.checkpoint] = max(longest[look.checkpoint], look.begins_s - look.arrives_s)
                total[look.checkpoint] += trip.persons * (look.begins_s - look.arrives_s)
                total[look.checkpoint] += trip.persons * max(0, goes_on - look.ends_s)
        for place, (before, after) in zip(ends, pairwise(movement.passages), strict=False):
            if place not in longest:
                total[place] += movement.persons * max(0, after.head_in_s - before.head_out_s)
    return total, longest


@pytest.mark.parametrize("run", [0, 3, 11])
def test_waits_are_those_of_the_movements(run: int) -> None:
    """What the compiled loop adds up of waiting is what the movements of the same run say, place by place."""
    task = Task(town(), MADE.movements, 5)
    stage = task.stage()
    results, _ = stage.run(run, 1)
    total, longest = waits(task, run)
    noted = stage.weather.waits.person_s.sum(axis=1)
    assert dict(zip(task.noted_at.places, noted.tolist(), strict=True)) == {
        place: total[place] for place in task.noted_at.places
    }
    assert results[0, MEASURED:].tolist() == [longest[name] for name in task.noted_at.checkpoints]
    assert sum(total.values()) > 0 and max(longest.values()) > 0


def test_waits_are_shared_out_over_the_hours() -> None:
    """No place has more waiting in an hour than the people who are carried could wait in it."""
    task = Task(town(), MADE.movements, 5)
    stage = task.stage()
    results, _ = stage.run(0, 8)
    by_hour = stage.weather.waits.person_s[:, :-1].sum(axis=0)
    assert (by_hour <= HOUR_S * (results[:, M.OUT] + results[:, M.LEFT]).sum()).all()
    assert np.count_nonzero(by_hour) > 1


def test_who_is_beyond_the_room_of_a_place_is_counted() -> None:
    """People beyond a place's room, and for how long, are what its unloadings say; with room for all there are none."""
    task = Task(small_rooms(), MADE.movements, 5)
    results, _ = task.stage().run(2, 1)
    horizon_s = task.operation.horizon_s
    assert horizon_s is not None
    came = sorted(
        (trip.free_s, trip.persons)
        for each in task.stage().once(2)
        if each.ending is Ending.ARRIVED
        for trip in each.movement.trips
        if trip.destination == "Rashideen"
    )
    there, beyond, most = 0, 0, 0
    moments = [moment_s for moment_s, _ in came] + [horizon_s]
    for (_, persons), (begins_s, ends_s) in zip(came, pairwise(moments), strict=True):
        there += persons
        if begins_s < ends_s and begins_s < horizon_s:
            most = max(most, there - ROOM)
            beyond += max(0, there - ROOM) * (min(ends_s, horizon_s) - begins_s)
    assert results[0, M.OVERFULL] == beyond > 0
    assert results[0, -1] == most > 0
    assert task.noted_at.rooms == ("Rashideen",)
    assert Task(town(), MADE.movements, 5).stage().run(2, 1)[0][0, M.OVERFULL] == 0


def test_who_may_leave_alone_waits_first() -> None:
    """Whoever leaves in a private vehicle after a while is there until then: the sooner they leave, the more of them do so."""

    def run(**said: str) -> tuple[int, int, int]:
        results, _ = Task(uncertain(on_their_own="40 %", **said), MADE.movements, 0).stage().run(0, 1)
        return int(results[0, M.OUT]), int(results[0, M.LEFT]), int(results[0, M.OWN_WAY])

    at_once, soon, never = run(), run(own_way_after="12 h"), run(own_way_after="400 d")
    assert at_once[2] >= soon[2] > never[2] == 0
    assert len({sum(each) for each in (at_once, soon, never)}) == 1
    nobody, _ = Task(uncertain(), MADE.movements, 0).stage().run(0, 1)
    assert never[:2] == (nobody[0, M.OUT], nobody[0, M.LEFT])
