"""How a column's vehicles come in, load, and what they do next, in words."""

from collections import Counter
from collections.abc import Iterator

from korridor.events.movement import Movement, Trip
from korridor.operation.operation import Operation
from korridor.papers.aboard_words import limit_text
from korridor.papers.convoy_number import convoy_number
from korridor.papers.day_clock import DayClock
from korridor.papers.march.column_words import some
from korridor.papers.march.turns import Turns, WayIn
from korridor.papers.movement_facts import facts
from korridor.papers.own_direction import own_direction as own
from korridor.pictures.clock import lasting


def way_in_words(operation: Operation, turns: Turns, movement: Movement, day: DayClock) -> tuple[str, ...]:
    """Return how the vehicles come in: empty movements first, then who comes singly, then who is there already."""
    ways = turns.ways_in(movement)
    lines = [_way_in(operation, movement, way, day) for way in ways]
    return (*lines, *_without_movement(movement, ways, day))


def _way_in(operation: Operation, movement: Movement, way: WayIn, day: DayClock) -> str:
    empty = facts(operation, way.movement)
    ours = {(trip.vehicle_type, trip.vehicle) for trip in movement.trips}
    trips = [trip for trip in way.movement.trips if (trip.vehicle_type, trip.vehicle) in ours]
    ends = ", ".join(own(name) for name in dict.fromkeys(trip.destination for trip in trips))
    stops = "".join(
        f", {own(stop.checkpoint)} {day.time(stop.comes_s)}–{day.time(stop.through_s, up=True)}"
        for stop in empty.stops
    )
    leads = "you lead it in" if way.leads else "led in by another"
    there_s = max(trip.free_s for trip in trips)
    return (
        f"{convoy_number(operation, way.movement)} ({leads}): {some(way.vehicles)} from {own(empty.origin)}, "
        f"{day.exact.time(empty.departs_s)}{stops}, {ends} by {day.time(there_s, up=True)}."
    )


def _without_movement(movement: Movement, ways: tuple[WayIn, ...], day: DayClock) -> Iterator[str]:
    """Yield who comes singly from elsewhere, and who is at the loading place already."""
    singly: dict[str, list[Trip]] = {}
    for trip in movement.trips:
        if trip.comes_from != movement.origin:
            singly.setdefault(trip.comes_from, []).append(trip)
    for place, trips in singly.items():
        vehicles = some(Counter(trip.vehicle_type for trip in trips))
        leaves_s, comes_s = min(trip.leaves_s for trip in trips), max(trip.comes_s for trip in trips)
        yield f"Singly: {vehicles} from {own(place)}, {day.exact.time(leaves_s)}, there by {day.time(comes_s, up=True)}."
    brought = {(trip.vehicle_type, trip.vehicle) for way in ways for trip in way.movement.trips}
    there = Counter(
        trip.vehicle_type
        for trip in movement.trips
        if trip.comes_from == movement.origin and (trip.vehicle_type, trip.vehicle) not in brought
    )
    if there:
        yield f"At {own(movement.origin)} already: {some(there)}."


def loading_words(operation: Operation, movement: Movement, day: DayClock) -> str:
    """Return when people board, how many vehicles load at once, and how long people sit aboard."""
    line = facts(operation, movement)
    assert line.boards_s is not None and line.longest_aboard_s is not None
    bays = operation.places[movement.origin].bays
    at_once = "" if bays is None else f", {bays} vehicle{'s' if bays != 1 else ''} at once"
    marshalling_s = operation.convoy.marshalling_s if movement.passages and len(movement.trips) > 1 else 0
    aboard_s = max(trip.boarded_s for trip in movement.trips if trip.boarded_s is not None)
    formed_up = f", then form up: {lasting(marshalling_s)}" if marshalling_s else ""
    limit_s = min(operation.aboard_limit_s(name) for name in line.persons_by_class)
    return (
        f"{own(movement.origin)}{at_once}. Boarding from {day.time(line.boards_s)}, all aboard by "
        f"{day.time(aboard_s, up=True)}{formed_up}. Longest time aboard: planned "
        f"{lasting(line.longest_aboard_s, up=True)}, limit {limit_text(limit_s)}."
    )


def onward_words(operation: Operation, turns: Turns, movement: Movement, day: DayClock) -> tuple[str, ...]:
    """Return what the vehicles are asked for next."""
    lines = []
    for after in turns.onward(movement):
        if after.movement is None:
            lines.append(f"{some(after.vehicles)}: nothing more planned.")
        else:
            does = "with people" if after.movement.loaded else "empty"
            lines.append(
                f"{some(after.vehicles)}: {convoy_number(operation, after.movement)}, {does}, from "
                f"{own(after.movement.origin)}, {day.exact.time(after.movement.departs_s)}."
            )
    return tuple(lines)
