"""The facts of an operation's file, each of which can be taken away."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from korridor.operation.convoy import ConvoyRule
from korridor.operation.fault import Where, path_text
from korridor.operation.fleet import Layout
from korridor.operation.operation import TIME_ABOARD_S, Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Side
from korridor.operation.units import MOST, duration_text

Drop = Callable[[Operation], Operation]


@dataclass(frozen=True)
class Fact:
    """One thing that a file states.

    Attributes
    ----------
    where : tuple
        Its path in the file.
    what : str
        The fact in plain words, with its number.
    drop : callable
        The operation without it: whatever it kept from happening may happen.
    """

    where: Where
    what: str
    drop: Drop = field(compare=False, default=lambda operation: operation)

    def __str__(self) -> str:
        return f"{path_text(self.where)}: {self.what}"


NO_OTHER_ROADS: Where = ("roads",)
"""That there are no roads but those of the file; without it everybody gets everywhere at once."""


def facts_of(operation: Operation) -> tuple[Fact, ...]:
    """Return every fact that the relaxation knows of, the most telling last."""
    return (
        *_roads(operation),
        *_handling(operation),
        *_convoy(operation),
        *_checkpoints(operation),
        *_types(operation),
        *_gates(operation),
        *_limits(operation),
        *_ends(operation),
        *_windows(operation),
        *_fleet(operation),
        *_rooms(operation),
        *_people(operation),
    )


def _roads(operation: Operation) -> Iterator[Fact]:
    for index, road in enumerate(operation.roads):
        here, there = road.between
        where: Where = ("roads", index)
        forth_s, back_s = road.travel_s(True), road.travel_s(False)
        takes = duration_text(forth_s) + (f", back {duration_text(back_s)}" if back_s != forth_s else "")
        none = {"time_s": 0, "back_s": None, "length_m": None, "speed_m_per_h": None}
        if forth_s or back_s or road.length_m:
            yield Fact(where, f"{here} – {there} takes {takes}", _on_road(index, none))
        if road.headway_s:
            what = f"columns on {here} – {there} keep {duration_text(road.headway_s)} from head to head"
            yield Fact((*where, "headway"), what, _on_road(index, {"headway_s": None}))
        if road.truce:
            what = f"{here} – {there} is used in the truce only"
            yield Fact((*where, "truce"), what, _on_road(index, {"truce": False}))
    yield Fact(NO_OTHER_ROADS, "there are no other roads than these")


def _handling(operation: Operation) -> Iterator[Fact]:
    for name, vehicles in operation.fleet.items():
        for key, what in (("boarding_s", "boarding"), ("alighting_s", "alighting")):
            if any(getattr(vehicles, key).values()):
                most = duration_text(max(getattr(vehicles, key).values()))
                yield Fact(
                    ("fleet", name, what),
                    f"{what} takes {most} a person",
                    _on_named("fleet", name, {key: {}}),
                )
        if vehicles.turn_round_s:
            what = f"a turn-round takes {duration_text(vehicles.turn_round_s)}"
            yield Fact(("fleet", name, "turn_round"), what, _on_named("fleet", name, {"turn_round_s": 0}))


def _convoy(operation: Operation) -> Iterator[Fact]:
    rule, none = operation.convoy, ConvoyRule()
    if rule.marshalling_s:
        what = f"forming up takes {duration_text(rule.marshalling_s)}"
        yield Fact(("convoy", "marshalling"), what, _on_convoy({"marshalling_s": 0}))
    if rule.halts:
        what = f"columns halt at {', '.join(halt.place for halt in rule.halts[:3])}"
        yield Fact(("convoy", "halts"), what, _on_convoy({"halts": none.halts}))
    if rule.spacing_m and rule.most > 1:
        what = f"vehicles keep {rule.spacing_m} m from each other"
        yield Fact(("convoy", "spacing"), what, _on_convoy({"spacing_m": 0}))
    if rule.escorts is not None:
        yield Fact(("convoy", "escorts"), f"{rule.escorts} escorts", _on_convoy({"escorts": None}))
    if rule.must_have:
        must = ", ".join(f"{number} of {kind}" for kind, number in rule.must_have.items())
        what = f"a loaded column contains {must}"
        yield Fact(("convoy", "must_have"), what, _on_convoy({"must_have": {}}))
    if rule.least > 1:
        what = f"a loaded column has {rule.least} vehicles or more"
        yield Fact(("convoy", "least"), what, _on_convoy({"least": 1}))
    what = f"a column has {rule.most} vehicles or fewer"
    yield Fact(("convoy", "most"), what, _on_convoy({"most": MOST}))


def _checkpoints(operation: Operation) -> Iterator[Fact]:
    for name, place in operation.places.items():
        if place.per_vehicle_s or any(place.per_person_s.values()):
            none = {"per_vehicle_s": 0, "per_person_s": {}}
            yield Fact(("places", name), f"everybody is screened at {name}", _on_named("places", name, none))


def _types(operation: Operation) -> Iterator[Fact]:
    for name, vehicles in operation.fleet.items():
        here: Where = ("fleet", name)
        if vehicles.speed_m_per_h is not None:
            what = f"{name} drives {vehicles.speed_m_per_h / 1000:g} km/h at most"
            yield Fact((*here, "speed"), what, _on_named("fleet", name, {"speed_m_per_h": None}))
        if vehicles.serves is not None:
            what = f"{name} serves only {', '.join(vehicles.serves[:6]) or 'no place'}"
            yield Fact((*here, "serves"), what, _on_named("fleet", name, {"serves": None}))
        if vehicles.duty is not None:
            what = f"{name} is on duty for some hours of the day"
            yield Fact((*here, "duty"), what, _on_named("fleet", name, {"duty": None}))
        if vehicles.available_from_s:
            what = f"{name} is available from {duration_text(vehicles.available_from_s)} after the start"
            yield Fact((*here, "available_from"), what, _on_named("fleet", name, {"available_from_s": 0}))
        if vehicles.available_until_s is not None:
            what = f"{name} is available until {duration_text(vehicles.available_until_s)} after the start"
            yield Fact(
                (*here, "available_until"), what, _on_named("fleet", name, {"available_until_s": None})
            )


def _gates(operation: Operation) -> Iterator[Fact]:
    for index, gate in enumerate(operation.gates):

        def drop(operation: Operation, name: str = gate.name, index: int = index) -> Operation:
            opened = operation.gates[index].model_copy(update={"beyond_persons": MOST})
            return operation.model_copy(update={"gates": _with(operation.gates, index, opened)})

        out_of = ", ".join(gate.out_of[:6])
        what = f"of those at {out_of} {gate.beyond_persons} may leave until {gate.until_persons} are out elsewhere"
        yield Fact(("gates", index), what, drop)


def _limits(operation: Operation) -> Iterator[Fact]:
    for name in dict.fromkeys(group.person_class for group in operation.people.values()):

        def drop(operation: Operation, name: str = name) -> Operation:
            return operation.model_copy(update={"time_aboard_s": {**operation.time_aboard_s, name: MOST}})

        limit_s = operation.aboard_limit_s(name)
        stated = name in operation.time_aboard_s or "default" in operation.time_aboard_s
        where: Where = ("time_aboard", name) if name in operation.time_aboard_s else ("time_aboard",)
        unsaid = "" if stated else f", as the file says nothing (default {duration_text(TIME_ABOARD_S)})"
        if limit_s < MOST:
            yield Fact(where, f"{name} may sit aboard for {duration_text(limit_s)}{unsaid}", drop)


def _ends(operation: Operation) -> Iterator[Fact]:
    if operation.until_s is not None:
        what = f"the horizon is {duration_text(operation.until_s)} after the start"
        yield Fact(("until",), what, lambda operation: operation.until(None))
    if operation.truce is not None and operation.truce.margin_s:
        what = f"truce roads are clear {duration_text(operation.truce.margin_s)} before each end"
        yield Fact(("truce", "margin"), what, _on_truce({"margin_s": 0}))


def _windows(operation: Operation) -> Iterator[Fact]:
    if operation.truce is None:
        return
    name = operation.truce.plan_on.value
    for index, window in enumerate(operation.truce.windows):
        where: Where = ("truce", name, index)
        opens, closes = duration_text(window.opens_s), duration_text(window.closes_s)
        if window.opens_s:
            yield Fact((*where, "opens"), f"the truce opens {opens} after the start")
        yield Fact((*where, "closes"), f"the truce closes {closes} after the start")


def _fleet(operation: Operation) -> Iterator[Fact]:
    most = Layout(seats=MOST, stretchers=MOST, wheelchairs=MOST)
    everywhere = dict.fromkeys(operation.places, MOST)
    for name, vehicles in operation.fleet.items():
        places = " or ".join(_layout(layout) for layout in vehicles.layouts)
        yield Fact(
            ("fleet", name, "layouts"), f"{name} has {places}", _on_named("fleet", name, {"layouts": (most,)})
        )
        stand = ", ".join(f"{number} at {depot}" for depot, number in list(vehicles.depots.items())[:6])
        what = f"{vehicles.number} of {name}: {stand}"
        yield Fact(("fleet", name, "depots"), what, _on_named("fleet", name, {"depots": everywhere}))


def _rooms(operation: Operation) -> Iterator[Fact]:
    for name, place in operation.places.items():
        if place.capacity_persons is not None:
            what = f"room for {place.capacity_persons} people"
            yield Fact(
                ("places", name, "capacity"), what, _on_named("places", name, {"capacity_persons": None})
            )
        if place.side is not Side.SAFE and place.kind in ROOMS:
            what = f"{name} is not safe ground ({place.side})"
            yield Fact(("places", name, "side"), what, _on_named("places", name, {"side": Side.SAFE}))


def _people(operation: Operation) -> Iterator[Fact]:
    for name, group in operation.people.items():
        if group.to is not None:
            what = f"{name} may be taken to {', '.join(group.to[:6]) or 'no place'} only"
            yield Fact(("people", name, "to"), what, _on_named("people", name, {"to": None}))
    for name, group in operation.people.items():
        if group.persons:
            yield Fact(("people", name), _group(operation, group))


def _group(operation: Operation, group: Group) -> str:
    party = f", in parties of {group.party_persons}" if group.party_persons > 1 else ""
    need = operation.need(group)
    return f"{group.persons} people ({group.person_class}; {need}) at {group.place}{party}"


def _layout(layout: Layout) -> str:
    named = (("seats", layout.seats), ("stretchers", layout.stretchers), ("wheelchairs", layout.wheelchairs))
    return " and ".join(f"{number} {name}" for name, number in named if number) or "no places"


def _with(items: tuple, index: int, item: object) -> tuple:  # type: ignore[type-arg]
    return (*items[:index], item, *items[index + 1 :])


def _on_road(index: int, update: Mapping[str, object]) -> Drop:
    def drop(operation: Operation) -> Operation:
        road = operation.roads[index].model_copy(update=update)
        return operation.model_copy(update={"roads": _with(operation.roads, index, road)})

    return drop


def _on_named(part: str, name: str, update: Mapping[str, object]) -> Drop:
    """Change one of the parts that have names: ``places``, ``people``, ``fleet``."""

    def drop(operation: Operation) -> Operation:
        named = getattr(operation, part)
        return operation.model_copy(update={part: {**named, name: named[name].model_copy(update=update)}})

    return drop


def _on_convoy(update: Mapping[str, object]) -> Drop:
    return lambda operation: operation.model_copy(
        update={"convoy": operation.convoy.model_copy(update=update)}
    )


def _on_truce(update: Mapping[str, object]) -> Drop:
    def drop(operation: Operation) -> Operation:
        assert operation.truce is not None
        return operation.model_copy(update={"truce": operation.truce.model_copy(update=update)})

    return drop
