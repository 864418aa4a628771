"""Checkpoints, spacing, headway, truce and escort of one column in words."""

from collections.abc import Iterator, Sequence

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Place, Release
from korridor.papers.convoy_number import convoy_number
from korridor.papers.day_clock import DayClock
from korridor.papers.march.road_rules import RoadRules, TruceStretch
from korridor.papers.march.route_strip import Doing, Point
from korridor.papers.own_direction import own_direction as own
from korridor.pictures.clock import lasting


def checkpoint_words(operation: Operation, strip: Sequence[Point]) -> tuple[str, ...]:
    """Return what happens at each checkpoint of the way, and what lets the column go on."""
    return tuple(
        _checkpoint(operation, point.place)
        for point in strip
        if point.doing in (Doing.SCREENED, Doing.SCREENED_LAST)
    )


def _checkpoint(operation: Operation, name: str) -> str:
    place = operation.places[name]
    assert place.lanes is not None
    lanes = f"{place.lanes.outward} lane{'s' if place.lanes.outward != 1 else ''} outward"
    goes_on = (
        "The column goes on when its last vehicle is through."
        if place.release is Release.COLUMN
        else "Each vehicle goes on when it is through itself."
    )
    return f"{own(name)}: everyone aboard is looked at. {lanes}{_screening(operation, place)}. {goes_on}"


def _screening(operation: Operation, place: Place) -> str:
    """``; planned: 1 min a vehicle, 6 s a person``."""
    words = [f"{lasting(place.per_vehicle_s)} a vehicle"] if place.per_vehicle_s else []
    seconds = {name: place.screening_s(name) for name in operation.classes}
    if len(set(seconds.values())) == 1:
        words += [f"{lasting(next(iter(seconds.values())))} a person"] if any(seconds.values()) else []
    else:
        words += [f"{lasting(each_s)} a person {name}" for name, each_s in seconds.items() if each_s]
    return f"; planned: {', '.join(words)}" if words else ""


def road_words(
    operation: Operation,
    rules: RoadRules,
    movement: Movement,
    stretches: Sequence[TruceStretch],
    day: DayClock,
) -> tuple[str, ...]:
    """Return what the column keeps on the road."""
    if not movement.passages:
        return ("No column: each vehicle drives by itself; this sheet stays with whoever sends them off.",)
    return tuple(_column(operation, rules, movement, stretches, day))


def _column(
    operation: Operation,
    rules: RoadRules,
    movement: Movement,
    stretches: Sequence[TruceStretch],
    day: DayClock,
) -> Iterator[str]:
    number, spacing_m = len(movement.trips), operation.convoy.spacing_m
    if number > 1 and spacing_m:
        yield f"{number} vehicles, {spacing_m} m from one to the next: {(number - 1) * spacing_m:,} m long."
    for stretch in stretches:
        yield (
            f"Truce road {own(stretch.begins)} → {own(stretch.ends)}: open until {day.time(stretch.closes_s)}; "
            f"last vehicle off it by {day.time(stretch.off_by_s)}, planned {day.time(stretch.off_s, up=True)}."
        )
    for line in rules.headways(movement):
        behind = f"the head of {convoy_number(operation, line.ahead)}" if line.ahead else "any column ahead"
        yield f"{own(line.begins)} → {own(line.ends)}: at least {lasting(line.headway_s)} behind {behind}."
    for road in rules.alternates(movement):
        yield f"{own(road.begins)} → {own(road.ends)}: one way at a time; enter when opposing columns are off it."
    yield _escort(operation, movement)


def _escort(operation: Operation, movement: Movement) -> str:
    if movement.escort is None:
        return "Escort: none planned."
    return f"Escort: no. {movement.escort + 1} of {operation.convoy.escorts}; do not leave without it."
