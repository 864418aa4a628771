"""Who is sent where people still wait, when nobody is left where the plan sends them (R3)."""

from functools import cache
from typing import NamedTuple

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml
from korridor.operation.uncertainty import Uncertainty
from korridor.rehearsal.happened import Happened
from korridor.rehearsal.loop import M
from korridor.rehearsal.task import Task
from tests.rehearsal.calm import CALMLY

TWO_PLACES = """
korridor: 1
name: two places behind one checkpoint
start: 2016-12-15T06:00+02:00
places:
  near: {kind: assembly}
  far: {kind: assembly}
  gate: {kind: checkpoint, lanes: 2, per_vehicle: 30 s, per_person: 5 s}
  shelter: {kind: reception}
roads:
  - {between: [near, gate], length: 2 km, speed: 20 km/h}
  - {between: [far, gate], length: 4 km, speed: 20 km/h}
  - {between: [gate, shelter], length: 9 km, speed: 30 km/h, headway: 5 min}
people:
  at near: {at: near, class: well, count: 40}
  at far: {at: far, class: well, count: 60}
fleet:
  bus: {depot: shelter, number: 4, layouts: [{seats: 10}], boarding: 10 s, alighting: 5 s, turn_round: 2 min}
convoy: {most: 2, spacing: 50 m, marshalling: 5 min}
"""


class Made(NamedTuple):
    """An operation, and a plan of five laps of two buses: two to the near place, three to the far one."""

    operation: Operation
    movements: tuple[Movement, ...]


def bus(comes_from: str, destination: str) -> TripOrder:
    """One bus's part in a column."""
    return TripOrder(vehicle_type="bus", comes_from=comes_from, destination=destination)


@cache
def made() -> Made:
    """All that the file counts are out."""
    operation = read_yaml(TWO_PLACES, "two-places.yaml")
    orders = [
        order
        for place in ("near", "far", "near", "far", "far")
        for order in (
            Order(origin="shelter", loaded=False, trips=2 * (bus("shelter", place),)),
            Order(origin=place, loaded=True, trips=2 * (bus(place, "shelter"),)),
        )
    ]
    return Made(operation, run(operation, tuple(orders)))


def task(**said: str | dict[str, str]) -> Task:
    """The plan, where all goes as planned but for what is said."""
    uncertain = Uncertainty.model_validate({**CALMLY, **said})
    return Task(made().operation.model_copy(update={"uncertainty": uncertain}), made().movements, 0)


def ways(happened: tuple[Happened, ...], loaded: bool) -> set[tuple[str, str]]:
    """From where to where vehicles went with people aboard, or empty."""
    return {
        (trip.comes_from if not loaded else each.movement.origin, trip.destination)
        for each in happened
        if each.movement.loaded is loaded
        for trip in each.movement.trips
    }


def out(of: Task) -> tuple[int, int]:
    """Persons out, and left."""
    results, _ = of.stage().run(0, 1)
    return int(results[0, M.OUT]), int(results[0, M.LEFT])


GONE = {"default": "0 %", "at near": "100 %"}
MORE = {"default": "0 %", "at far": "60 %"}


def test_nobody_is_sent_where_nobody_is_left() -> None:
    """Where all of one place left on their own, all laps of the plan go to the other, and no lap beyond them is needed."""
    gone = task(on_their_own=GONE, unexpected=MORE)
    happened = gone.stage().once(0)
    assert ways(happened, loaded=False) == {("shelter", "far")}
    assert ways(happened, loaded=True) == {("far", "shelter")}
    assert len(happened) == len(made().movements)
    assert out(gone) == (96, 0)


def test_who_stands_where_nobody_is_left_goes_over() -> None:
    """Buses that find nobody go through the checkpoint to the other place, and take people out from there."""
    gone = task(on_their_own=GONE, own_way_after="10 min", unexpected=MORE)
    happened = gone.stage().once(0)
    over = [each.movement for each in happened if ("near", "far") in ways((each,), loaded=False)]
    assert len(over) == 1 and len(over[0].trips) == 2
    assert [passage.forth for passage in over[0].passages] == [True]
    assert out(gone) == (96, 0)
    stands = {trip.vehicle: trip.destination for each in happened for trip in each.movement.trips}
    assert "near" not in stands.values()


def test_vehicles_stay_when_nobody_is_left_anywhere() -> None:
    """Where all left on their own, no bus leaves."""
    assert task(on_their_own="100 %").stage().once(0) == ()


def test_as_planned_nobody_is_sent_elsewhere() -> None:
    """Where all goes as planned, all laps are those of the plan."""
    happened = task().stage().once(0)
    assert [each.movement.origin for each in happened] == [each.origin for each in made().movements]
    assert ways(happened, loaded=False) == {("shelter", "near"), ("shelter", "far")}


def test_who_is_ready_first_goes_elsewhere_too() -> None:
    """A dispatcher who re-orders sends them there as well."""
    gone = task(on_their_own=GONE, own_way_after="10 min", unexpected=MORE)
    reorders = Task(gone.operation, gone.movements, 0, reorders=True)
    assert out(reorders) == (96, 0)
    assert ("near", "far") in ways(reorders.stage().once(0), loaded=False)
