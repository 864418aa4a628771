"""Whether the parts of an operation refer to what exists; every fault at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from korridor.operation.belonging import SECTIONS, names_of
from korridor.operation.fault import Where
from korridor.operation.near import near, one_of
from korridor.operation.place import ROOMS
from korridor.operation.quantity import KNOWN, Of
from korridor.operation.uncertainty import DEFAULT
from korridor.operation.units import shown

if TYPE_CHECKING:
    from korridor.operation.operation import Operation


class Clash(NamedTuple):
    """Two parts of an operation that do not fit together.

    Attributes
    ----------
    where : tuple
        The path to the part that refers to the other.
    what : str
        What is wrong, and what is allowed.
    other : tuple
        The path to the other part; where that is at fault itself, this is no news.
    """

    where: Where
    what: str
    other: Where


def clashes(operation: Operation) -> Iterator[Clash]:
    """Yield everything that names something which is not there, or leans on something that is not given."""
    for check in (_places, _roads, _via, _people, _fleet, _convoy, _gates, _classes, _uncertainty):
        yield from check(operation)


def _known(
    names: Iterable[str], allowed: Collection[str], where: Where, kind: str, room: str, one: bool = False
) -> Iterator[Clash]:
    """Yield each name that is not allowed, or stands twice; ``one``: ``where`` is a single name's path."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        path = where if one else (*where, index)
        if name not in allowed:
            yield Clash(
                path, f"{shown(name)} is not a {kind}; {near(name, allowed)}{one_of(allowed)}", (room, name)
            )
        elif name in seen:
            yield Clash(path, f"{shown(name)} stands here twice; name it once", path)
        seen.add(name)


def _keys_known(
    names: Iterable[str], allowed: Collection[str], where: Where, kind: str, room: str
) -> Iterator[Clash]:
    for name in names:
        yield from _known([name], allowed, (*where, name), kind, room, one=True)


def _places(operation: Operation) -> Iterator[Clash]:
    for name, place in operation.places.items():
        if place.hours and operation.start is None:
            what = "hours need the operation's start, to know the time of day; add start"
            yield Clash(("places", name, "hours"), what, ("start",))
        classes = (*operation.classes, "default")
        yield from _keys_known(place.per_person_s, classes, ("places", name, "per_person"), "class", "scheme")


def _roads(operation: Operation) -> Iterator[Clash]:
    spaced = operation.convoy.most > 1 and operation.convoy.spacing_m > 0
    for index, road in enumerate(operation.roads):
        yield from _known(road.between, operation.places, ("roads", index, "between"), "place", "places")
        if road.truce and operation.truce is None:
            what = "a truce road, but the operation has no truce; add truce with its windows"
            yield Clash(("roads", index, "truce"), what, ("truce",))
        if road.controlled and spaced and road.length_m is None:
            what = "columns with a spacing use this road; give its length too"
            yield Clash(("roads", index), what, ("convoy",))


def _via(operation: Operation) -> Iterator[Clash]:
    joined = {pair for road in operation.roads for pair in _directions(road.between, road.one_way)}
    fixed: dict[tuple[str, str], int] = {}
    for index, via in enumerate(operation.via):
        path: Where = ("via", index, "through")
        ends = (via.through[0], via.through[-1])
        if ends in fixed:
            what = f"the way from {ends[0]!r} to {ends[1]!r} is fixed already, by via[{fixed[ends]}]"
            yield Clash(path, f"{what}; fix it once", ("via", fixed[ends]))
        fixed.setdefault(ends, index)
        # A route may pass a place twice, so each name is looked up alone.
        for stop, name in enumerate(via.through):
            yield from _known([name], operation.places, (*path, stop), "place", "places", one=True)
        for leg in pairwise(via.through):
            if leg not in joined and all(name in operation.places for name in leg):
                yield Clash(path, f"no road leads from {leg[0]!r} to {leg[1]!r}; add it to roads", ("roads",))


def _directions(between: tuple[str, str], one_way: bool) -> Iterator[tuple[str, str]]:
    yield between
    if not one_way:
        yield between[1], between[0]


def _people(operation: Operation) -> Iterator[Clash]:
    rooms = {name: place for name, place in operation.places.items() if place.kind in ROOMS}
    for name, group in operation.people.items():
        here: Where = ("people", name)
        yield from _known([group.place], operation.places, (*here, "at"), "place", "places", one=True)
        yield from _known(group.to or (), rooms, (*here, "to"), "place that receives people", "places")
        kind = f"class of the scheme {operation.scheme}"
        yield from _known([group.person_class], operation.classes, (*here, "class"), kind, "scheme", one=True)


def _fleet(operation: Operation) -> Iterator[Clash]:
    for name, vehicles in operation.fleet.items():
        here: Where = ("fleet", name)
        yield from _keys_known(vehicles.depots, operation.places, (*here, "depots"), "place", "places")
        yield from _known(vehicles.serves or (), operation.places, (*here, "serves"), "place", "places")
        if vehicles.duty and operation.start is None:
            what = "duty hours need the operation's start, to know the time of day; add start"
            yield Clash((*here, "duty"), what, ("start",))


def _convoy(operation: Operation) -> Iterator[Clash]:
    rule = operation.convoy
    yield from _keys_known(rule.must_have, operation.fleet, ("convoy", "must_have"), "vehicle type", "fleet")
    for index, halt in enumerate(rule.halts):
        path: Where = ("convoy", "halts", index, "at")
        yield from _known([halt.place], operation.places, path, "place", "places", one=True)


def _gates(operation: Operation) -> Iterator[Clash]:
    for index, gate in enumerate(operation.gates):
        here: Where = ("gates", index)
        yield from _known(gate.out_of, operation.places, (*here, "out_of"), "place", "places")
        yield from _known(gate.of_places, operation.places, (*here, "of_places"), "place", "places")


def _classes(operation: Operation) -> Iterator[Clash]:
    kind = f"class of the scheme {operation.scheme}"
    for index, pair in enumerate(operation.apart):
        yield from _known(pair, operation.classes, ("apart", index), kind, "scheme")
    limits, classes = operation.time_aboard_s, (*operation.classes, "default")
    yield from _keys_known(limits, classes, ("time_aboard",), kind, "scheme")
    if operation.people and not any(place.kind in ROOMS for place in operation.places.values()):
        what = f"no place receives people; one of the kinds {', '.join(ROOMS)} is needed"
        yield Clash(("places",), what, ("places",))


def _uncertainty(operation: Operation) -> Iterator[Clash]:
    for quantity, known in KNOWN.items():
        own = [name for name in operation.uncertainty.said(quantity) if name != DEFAULT]
        here: Where = ("uncertainty", str(quantity))
        if known.of is Of.ALL:
            for name in own:
                what = f"{quantity} is one for all, and {shown(name)} has none of its own; write {DEFAULT}"
                yield Clash((*here, name), what, here)
        elif own:
            allowed = (DEFAULT, *names_of(operation, known.of))
            yield from _keys_known(own, allowed, here, known.of, SECTIONS[known.of])
