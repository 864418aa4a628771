"""Whether the parts of an operation refer to what exists; every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from korridor.operation.place import ROOMS

if TYPE_CHECKING:
    from korridor.operation.operation import Operation

Where = tuple[str | int, ...]
"""A path into the file, such as ``("roads", 3, "between")``."""


def clashes(operation: Operation) -> Iterator[tuple[Where, str]]:
    """Yield where and what, for everything that names something which is not there."""
    for check in (_places, _roads, _people, _fleet, _convoy, _gates, _classes):
        yield from check(operation)


def _known(names: Iterable[str], allowed: Iterable[str], where: Where, kind: str) -> Iterator[tuple[Where, str]]:
    allowed = list(allowed)
    for name in names:
        if name not in allowed:
            offer = ", ".join(allowed[:12]) + (", …" if len(allowed) > 12 else "")
            yield where, f"{name!r} is not a {kind}; one of {offer}"


def _places(operation: Operation) -> Iterator[tuple[Where, str]]:
    for name, place in operation.places.items():
        if place.hours and operation.start is None:
            yield ("places", name, "hours"), "hours need the operation's start, to know the time of day"
        classes = (*operation.classes, "default")
        yield from _known(place.per_person_s, classes, ("places", name, "per_person"), "class")


def _roads(operation: Operation) -> Iterator[tuple[Where, str]]:
    spaced = operation.convoy.most > 1 and operation.convoy.spacing_m > 0
    for index, road in enumerate(operation.roads):
        yield from _known(road.between, operation.places, ("roads", index, "between"), "place")
        if road.truce and operation.truce is None:
            yield ("roads", index, "truce"), "a truce road, but the operation has no truce; add truce with its windows"
        if road.controlled and spaced and road.length_m is None:
            yield ("roads", index), "columns with a spacing use this road; give its length too"
    for index, via in enumerate(operation.via):
        yield from _known(via.through, operation.places, ("via", index, "through"), "place")
        joined = {pair for road in operation.roads for pair in _directions(road.between, road.one_way)}
        for leg in zip(via.through, via.through[1:], strict=False):
            if leg not in joined:
                yield ("via", index, "through"), f"no road from {leg[0]} to {leg[1]}"


def _directions(between: tuple[str, str], one_way: bool) -> Iterator[tuple[str, str]]:
    yield between
    if not one_way:
        yield between[1], between[0]


def _people(operation: Operation) -> Iterator[tuple[Where, str]]:
    rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
    for name, group in operation.people.items():
        yield from _known([group.place], operation.places, ("people", name, "at"), "place")
        yield from _known(group.to or (), rooms, ("people", name, "to"), "place that receives people")
        yield from _known(
            [group.person_class], operation.classes, ("people", name, "class"), f"class of the scheme {operation.scheme}"
        )


def _fleet(operation: Operation) -> Iterator[tuple[Where, str]]:
    for name, vehicles in operation.fleet.items():
        yield from _known(vehicles.depots, operation.places, ("fleet", name, "depots"), "place")
        yield from _known(vehicles.serves or (), operation.places, ("fleet", name, "serves"), "place")
        if vehicles.duty and operation.start is None:
            yield ("fleet", name, "duty"), "duty hours need the operation's start, to know the time of day"


def _convoy(operation: Operation) -> Iterator[tuple[Where, str]]:
    yield from _known(operation.convoy.must_have, operation.fleet, ("convoy", "must_have"), "vehicle type")
    for index, halt in enumerate(operation.convoy.halts):
        yield from _known([halt.place], operation.places, ("convoy", "halts", index, "at"), "place")


def _gates(operation: Operation) -> Iterator[tuple[Where, str]]:
    for index, gate in enumerate(operation.gates):
        yield from _known(gate.out_of, operation.places, ("gates", index, "out_of"), "place")
        yield from _known(gate.of_places, operation.places, ("gates", index, "of_places"), "place")


def _classes(operation: Operation) -> Iterator[tuple[Where, str]]:
    for index, pair in enumerate(operation.apart):
        yield from _known(pair, operation.classes, ("apart", index), "class")
    yield from _known(operation.time_aboard_s, (*operation.classes, "default"), ("time_aboard",), "class")
    if operation.people and not any(place.kind in ROOMS for place in operation.places.values()):
        yield ("places",), f"no place receives people; one of the kinds {', '.join(ROOMS)} is needed"
