"""A march order: what the leader of one loaded column holds; all of it planned, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.ways import Ways, ways_of
from korridor.papers.convoy_number import convoy_number
from korridor.papers.day_clock import DayClock
from korridor.papers.march.column_words import broken_down_words, in_column_order, places, some
from korridor.papers.march.gates import gate_words, gates_before
from korridor.papers.march.road_rules import RoadRules
from korridor.papers.march.road_words import checkpoint_words, road_words
from korridor.papers.march.route_strip import persons_by_class, route_strip
from korridor.papers.march.spare_places import broken_down, spare_places
from korridor.papers.march.strip_words import StripRow, strip_rows
from korridor.papers.march.truce_words import TruceWords, truce_words
from korridor.papers.march.turn_words import loading_words, onward_words, way_in_words
from korridor.papers.march.turns import Turns
from korridor.papers.own_direction import own_direction as own
from korridor.papers.sourced_words import source_words
from korridor.pictures.clock import Clock


@dataclass(frozen=True)
class MarchOrder:
    """One column's sheet.

    Attributes
    ----------
    number : str
        The convoy number.
    day : str
        Of departure; empty where the operation has no date.
    vehicles : str
        In column order, with the plan's vehicle numbers.
    counts : tuple of (str, int)
        Every class of the scheme with the persons planned, zeros too: others may come.
    truce : TruceWords or None
        ``None`` where the way needs no truce.
    """

    number: str
    day: str
    origin: str
    ends: str
    departs: str
    vehicles: str
    persons: int
    classes: str
    counts: tuple[tuple[str, int], ...]
    way_in: tuple[str, ...]
    loading: str
    gates: tuple[str, ...]
    strip: tuple[StripRow, ...]
    checkpoints: tuple[str, ...]
    road: tuple[str, ...]
    truce: TruceWords | None
    spare: str
    broken_down: tuple[str, ...]
    onward: tuple[str, ...]


def march_orders(operation: Operation, movements: Sequence[Movement]) -> tuple[MarchOrder, ...]:
    """Return one order for each loaded movement, in rank order.

    Times are as in the movement table: a departure has its seconds; what else begins is told to the minute before, what
    is done by then to the minute after.
    """
    ways, turns, rules = ways_of(operation), Turns(movements), RoadRules(operation, movements)
    gates = gates_before(operation, movements)
    return tuple(
        _order(operation, ways, turns, rules, gate_words(gates.get(each.rank, ())), each)
        for each in movements
        if each.loaded
    )


def _order(
    operation: Operation,
    ways: Ways,
    turns: Turns,
    rules: RoadRules,
    gates: tuple[str, ...],
    movement: Movement,
) -> MarchOrder:
    clock = Clock(operation.start)
    day = DayClock(clock, clock.day(movement.departs_s))
    strip = route_strip(operation, ways, movement)
    classes = persons_by_class(operation, movement.trips)
    stretches = tuple(rules.truce_stretches(movement))
    truce = operation.truce
    return MarchOrder(
        number=convoy_number(operation, movement),
        day=day.day,
        origin=own(movement.origin),
        ends=", ".join(own(name) for name in dict.fromkeys(trip.destination for trip in movement.trips)),
        departs=day.exact.time(movement.departs_s),
        vehicles=in_column_order(movement.trips),
        persons=movement.persons,
        classes=some(classes),
        counts=tuple((name, classes.get(name, 0)) for name in operation.classes),
        way_in=way_in_words(operation, turns, movement, day),
        loading=loading_words(operation, movement, day),
        gates=gates,
        strip=strip_rows(strip, day),
        checkpoints=checkpoint_words(operation, strip),
        road=road_words(operation, rules, movement, stretches, day),
        truce=truce_words(
            movement,
            stretches,
            truce.when_broken if truce else None,
            source_words(operation, "truce.when_broken"),
        ),
        spare=places(spare_places(operation, movement)),
        broken_down=broken_down_words(tuple(broken_down(operation, movement))),
        onward=onward_words(operation, turns, movement, day),
    )
