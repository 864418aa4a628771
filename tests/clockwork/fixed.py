"""Small operations that stand fixed, with orders: the golden hashes are of their movements."""

from functools import cache

from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml

_CORRIDOR = """
korridor: 1
name: corridor
start: 2016-12-15T06:00+02:00
places:
  assembly: {kind: assembly, bays: 2}
  gate: {kind: checkpoint, lanes: 2, per_vehicle: 30 s, per_person: 5 s, release: RELEASE}
  far end: {kind: junction}
  shelter: {kind: reception, bays: 1, hours: "06:00-20:00"}
  depot: {kind: depot}
roads:
  - {between: [assembly, gate], length: 2 km, speed: 20 km/h, headway: 5 min}
  - {between: [gate, far end], length: 5 km, speed: 30 km/h, TRUCE}
  - {between: [far end, shelter], length: 4 km, speed: 40 km/h}
  - {between: [depot, assembly], time: 10 min, length: 3 km}
people: {waiting: {at: assembly, class: well, count: 60}}
fleet:
  bus: {depot: depot, number: 3, layouts: [{seats: 10}], boarding: 10 s, alighting: 5 s, turn_round: 2 min}
convoy: {most: 3, spacing: 100 m, marshalling: 5 min}
"""
_TRUCE = """
truce: {announced: [{opens: +1 h, closes: +3 h}, {opens: +6 h, closes: +14 h}], margin: 10 min}
"""
_TRANSFER = """
korridor: 1
name: transfer
start: 2016-12-15T06:00+02:00
places:
  assembly: {kind: assembly}
  exchange: {kind: transfer, bays: 2, side: corridor, capacity: 40}
  shelter: {kind: reception}
  hospital: {kind: hospital, capacity: 20}
roads:
  - {between: [assembly, exchange], length: 6 km, speed: 30 km/h, alternate: true, headway: 1 min}
  - {between: [exchange, shelter], length: 9 km, speed: 45 km/h}
  - {between: [exchange, hospital], time: 15 min}
people:
  lying: {at: assembly, class: lying, count: 8, companions: 1, to: [exchange, hospital]}
  well: {at: assembly, class: well, count: 60, party: 3, to: [exchange, shelter]}
fleet:
  bus:
    layouts: [{seats: 15}, {seats: 5, stretchers: 4}]
    depots: {assembly: 2}
    boarding: 5 s
    alighting: 5 s
  ambulance: {depot: hospital, number: 1, layouts: [{seats: 4, stretchers: 4}], alighting: 20 s}
  coach: {depot: shelter, number: 2, layouts: [{seats: 30}], duty: "05:00-22:00"}
convoy: {most: 2, escorts: 1, spacing: 50 m}
apart: [[lying, well]]
"""
_TEXTS = {
    "corridor": _CORRIDOR.replace("RELEASE", "column").replace("TRUCE", "alternate: true"),
    "by vehicle": _CORRIDOR.replace("RELEASE", "vehicle").replace("TRUCE", "alternate: true"),
    "truce": _CORRIDOR.replace("RELEASE", "column").replace("TRUCE", "truce: true") + _TRUCE,
    "truce by vehicle": _CORRIDOR.replace("RELEASE", "vehicle").replace("TRUCE", "truce: true") + _TRUCE,
    "gate": _CORRIDOR.replace("RELEASE", "column").replace("TRUCE", "risk: 1")
    + "gates:\n"
    + "  - {name: reply, out_of: [assembly], beyond: 30, until: 9, of_schedule: [{by: +5 h, persons: 9}]}\n",
    "transfer": _TRANSFER,
    "hundred": _CORRIDOR.replace("RELEASE", "column").replace("TRUCE", "truce: true").replace("60}", "1500}")
    + "truce: {announced: [{opens: +1 h, closes: +400 h}]}\n",
}
OPERATIONS = tuple(_TEXTS)


@cache
def fixed(name: str) -> tuple[Operation, tuple[Order, ...]]:
    """Return an operation that stands fixed, and its orders."""
    operation = read_yaml(_TEXTS[name], f"{name}.yaml")
    if name == "transfer":
        return operation, _onward()
    return operation, _laps(2 if name != "hundred" else 50)


def _order(origin: str, to: str, kind: str, here: str, number: int, loaded: bool, layout: int = 0) -> Order:
    trip = TripOrder(vehicle_type=kind, comes_from=here, destination=to, layout=layout)
    return Order(origin=origin, loaded=loaded, trips=(trip,) * number)


def _laps(laps: int) -> tuple[Order, ...]:
    """Out with three buses, and back in empty, so often."""
    out = _order("assembly", "shelter", "bus", "depot", 3, True)
    again = _order("assembly", "shelter", "bus", "assembly", 3, True)
    back = _order("far end", "assembly", "bus", "shelter", 3, False)
    return (out, back, *(each for _ in range(laps - 1) for each in (again, back)))


def _onward() -> tuple[Order, ...]:
    """Into the exchange, on from there by those who wait beyond it, back in, and again."""
    return (
        _order("assembly", "exchange", "bus", "assembly", 1, True, layout=1),
        _order("assembly", "exchange", "bus", "assembly", 1, True),
        _order("exchange", "hospital", "ambulance", "hospital", 1, True),
        _order("exchange", "shelter", "coach", "shelter", 1, True),
        _order("exchange", "assembly", "bus", "exchange", 2, False),
        _order("assembly", "exchange", "bus", "assembly", 2, True),
        _order("exchange", "shelter", "coach", "shelter", 1, True),
    )
