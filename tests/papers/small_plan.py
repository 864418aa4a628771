"""A small plan with real times, made by the plain clockwork."""

from korridor.events.order import Order, TripOrder
from korridor.operation.bep import read_bep
from korridor.planning.plan import Level, Objective, Plan, Status
from tests.plain.clockwork import run

INSTANCE = "2 10\n1 2\n2 40 30 10\n2 60 20 40\n\n1 5 7\n\n1 3 4\n2 6 8\n"
CLEARANCE = Level(name="clearance", value=22, bound=20, gap=0.0909)
WAITING = Level(name="waiting", value=380, bound=None, gap=None)


def made(*levels: Level, rides: int = 4, **more) -> Plan:
    """Plan the first ``rides`` of the four that clear the instance by second 22."""
    way = [("assembly 1", "yard 1", "shelter 1")] * 2
    way += [("assembly 2", "shelter 1", "shelter 2"), ("assembly 1", "shelter 1", "shelter 2")]
    operation = read_bep(INSTANCE, name="small")
    movements = run(operation, tuple(ride(*each) for each in way[:rides]))
    stated = {"objective": Objective.CLEARANCE, "status": Status.FEASIBLE, **more}
    return Plan(operation=operation, levels=levels, movements=movements, **stated)


def ride(origin: str, where: str, to: str) -> Order:
    trip = TripOrder(vehicle_type="bus", comes_from=where, destination=to)
    return Order(origin=origin, loaded=True, trips=(trip,))
