"""The comparison model as an operation of ours, with a plan that sends whoever would be back first."""

from functools import cache
from pathlib import Path

from korridor.clockwork.run import Clock, Stuck
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml
from korridor.rehearsal.task import Task

FILE = Path(__file__).with_name("comparison.yaml")


@cache
def operation(lanes: int = 4) -> Operation:
    """The operation, with other than four lanes if so asked."""
    text = FILE.read_text(encoding="utf-8")
    return read_yaml(text.replace("lanes: 4", f"lanes: {lanes}"), FILE.name)


@cache
def movements() -> tuple[Movement, ...]:
    """The plan, for four lanes: next goes the type of which a vehicle can leave first, by the nominal times."""
    made = operation()
    first = {kind: _order(kind, "enclave") for kind in made.fleet}
    again = {kind: _order(kind, "reception") for kind in made.fleet}
    still = {kind: fleet.number for kind, fleet in made.fleet.items()}
    clock = Clock(made, (*first.values(), *again.values()), more_trips=1000)
    found: list[Movement] = []
    while True:
        may = {}
        for kind in made.fleet:
            order = first[kind] if still[kind] else again[kind]
            try:
                may[clock.departure(order, len(found)), kind] = order
            except Stuck:  # nobody is left for it
                continue
        if not may:
            return tuple(found)
        _, kind = next_one = min(may)
        still[kind] = max(0, still[kind] - 1)
        found.append(clock.go(may[next_one], len(found)))


def _order(kind: str, comes_from: str) -> Order:
    trip = TripOrder(vehicle_type=kind, comes_from=comes_from, destination="reception")
    return Order(origin="enclave", loaded=True, trips=(trip,))


def kinds() -> tuple[str, ...]:
    """The vehicle type of each trip, in rank order."""
    return tuple(movement.trips[0].vehicle_type for movement in movements())


def comparison(seed: int = 0, lanes: int = 4) -> Task:
    """What is rehearsed: the plan in its order, whatever the number of lanes."""
    return Task(operation(lanes), movements(), seed)
