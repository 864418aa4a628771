"""Whether each group has a way out: a vehicle with places for it, a road, and nothing that bars them."""

from collections.abc import Iterable, Iterator

from korridor.operation.bars import Bar, Bars, Candidate
from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, impossible
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.legs import Leg, Legs
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.scheme import NEEDS, Need

_PLACE = {Need.SEAT: "seat", Need.STRETCHER: "stretcher", Need.WHEELCHAIR: "wheelchair place"}


def ways_out(operation: Operation, legs: Legs, bars: Bars) -> Iterator[Finding]:
    """Yield, for each group that no plan can bring out, the facts that clash."""
    for name, group in operation.people.items():
        if not group.persons:
            continue
        fitting = [kind for kind, vehicles in operation.fleet.items() if fits(operation, vehicles, group)]
        found = legs.of(group)
        if not fitting:
            yield _no_place_aboard(operation, name, group)
        if not legs.leads_out(group.place, found):
            yield _no_way(legs, name, group, found)
        else:
            inside = [leg for leg in found if leg.origin == group.place or not legs.safe(leg.origin)]
            candidates = [Candidate(name, group, kind, leg) for kind in fitting for leg in inside]
            yield from _barred(legs, bars, group, candidates)


def fits(operation: Operation, vehicles: VehicleType, group: Group) -> bool:
    """O4, O5: whether one party of a group fits a vehicle, in one of its layouts."""
    return any(_takes(layout, operation.need(group), group) for layout in vehicles.layouts)


def _takes(layout: Layout, need: Need, group: Group) -> bool:
    asked = dict.fromkeys(NEEDS, 0)
    asked[need] += group.party
    asked[Need.SEAT] += group.companions
    return all(layout.places(other) >= number for other, number in asked.items())


def _no_place_aboard(operation: Operation, name: str, group: Group) -> Finding:
    need = operation.need(group)
    layouts = [layout for vehicles in operation.fleet.values() for layout in vehicles.layouts]
    where = path_text(("people", name))
    if not any(layout.places(need) for layout in layouts):
        what = f"each of {group.persons} people needs a {_PLACE[need]}; no vehicle has one"
        return impossible(where, what)
    party = f"{group.party} × {need}" + (f" and {group.companions} × seat" if group.companions else "")
    have = "; ".join(f"{kind} has {_best(vehicles)}" for kind, vehicles in operation.fleet.items())
    return impossible(where, f"a party of {group.party_persons} ({party}) fits no vehicle: {have}")


def _best(vehicles: VehicleType) -> str:
    return " or ".join(_places(layout) for layout in vehicles.layouts)


def _places(layout: Layout) -> str:
    parts = [f"{layout.places(need)} × {need}" for need in NEEDS if layout.places(need)]
    return " and ".join(parts) or "no places"


def _no_way(legs: Legs, name: str, group: Group, found: tuple[Leg, ...]) -> Finding:
    where, rooms = path_text(("people", name)), legs.rooms_for(group)
    if not rooms:
        return impossible(where, f"{group.persons} people may be taken nowhere; to is an empty list")
    if not found:
        what = f"no way leads from {group.place} to {' or '.join(rooms)}, where they may be taken"
        return impossible(where, f"{group.persons} people: {what}")
    ends = " and ".join(dict.fromkeys(leg.destination for leg in found))
    what = f"from {group.place} they come only to {ends}, which is not safe ground"
    return impossible(where, f"{group.persons} people: {what}")


def _barred(legs: Legs, bars: Bars, group: Group, candidates: list[Candidate]) -> Iterator[Finding]:
    """Yield each rule that alone keeps the group in; else, where only several do, what each of them says."""
    found = [(candidate, [rule(candidate) for rule in bars.rules]) for candidate in candidates]

    def out_without(broken: Iterable[int]) -> bool:
        rules = set(broken)
        left = [candidate.leg for candidate, said in found if not any(said[rule] for rule in rules)]
        return legs.leads_out(group.place, left)

    every = range(len(bars.rules))
    if not candidates or out_without(every):
        return
    alone = [rule for rule in every if not out_without([rule])]
    for rule in alone or every:
        yield from _nearest([said[rule] for _, said in found])


def _nearest(said: list[Bar | None]) -> Iterator[Finding]:
    """Of what one rule says, only the bars that lack least."""
    bars = [bar for bar in said if bar is not None]
    least = min((bar.lack for bar in bars), default=0)
    yield from dict.fromkeys(bar.finding for bar in bars if bar.lack == least)
