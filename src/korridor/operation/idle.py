"""What an operation states and nothing uses; more often a slip than meant."""

from collections.abc import Iterator

from korridor.operation.bars import Bars, Candidate
from korridor.operation.convoy import ConvoyRule
from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, warning
from korridor.operation.legs import Legs
from korridor.operation.operation import Operation
from korridor.operation.way_out import fits


def idle_parts(operation: Operation, legs: Legs) -> Iterator[Finding]:
    """Yield vehicles that come to nobody, a rule that binds nothing, places on nobody's way."""
    if operation.persons == 0:
        yield warning("people", "nobody is to be brought out")
        return
    yield from _depots(operation, legs)
    yield from _convoy_rule(operation, legs)
    yield from _places(operation, legs)


def _depots(operation: Operation, legs: Legs) -> Iterator[Finding]:
    groups = [group for group in operation.people.values() if group.persons]
    people_at = {leg.origin for group in groups for leg in legs.of(group)}
    people_at |= {group.place for group in groups}
    for kind, vehicles in operation.fleet.items():
        for depot, number in vehicles.depots.items():
            if not people_at & legs.reached_from(depot):
                what = f"{number} of {kind} at {depot} can come to no place where people wait for them"
                yield warning(path_text(("fleet", kind, "depots", depot)), what)


def idle_types(operation: Operation, legs: Legs, bars: Bars) -> Iterator[Finding]:
    """Yield vehicle types that carry nobody anywhere, in an operation in which everybody has a way out."""
    if operation.persons == 0:
        return
    carried = {kind: list(_carried(operation, legs, kind)) for kind in operation.fleet}
    useful = {kind for kind, each in carried.items() if any(bars.first(one) is None for one in each)}
    for kind in operation.fleet:
        if kind in useful or kind in operation.convoy.must_have:
            continue
        said = [bar for candidate in carried[kind] if (bar := bars.first(candidate))]
        nearest = min(said, key=lambda bar: bar.lack, default=None)
        why = nearest.finding.what if nearest else "no group's party fits it"
        yield warning(path_text(("fleet", kind)), f"{kind} brings nobody anywhere: {why}")


def _carried(operation: Operation, legs: Legs, kind: str) -> Iterator[Candidate]:
    for name, group in operation.people.items():
        if group.persons and fits(operation, operation.fleet[kind], group):
            for leg in legs.of(group):
                yield Candidate(name, group, kind, leg)


def _convoy_rule(operation: Operation, legs: Legs) -> Iterator[Finding]:
    columns = [leg.column.steps for group in operation.people.values() for leg in legs.of(group)]
    passed = {legs.ways.end(step) for steps in columns for step in steps}
    if operation.convoy != ConvoyRule() and columns and not any(columns):
        what = "binds nobody: no way out has a road with truce, headway or alternate, nor a checkpoint"
        yield warning("convoy", what)
        return
    for index, halt in enumerate(operation.convoy.halts):
        if halt.place not in passed:
            what = f"no column of people comes through {halt.place}, so none halts there"
            yield warning(path_text(("convoy", "halts", index)), what)


def _places(operation: Operation, legs: Legs) -> Iterator[Finding]:
    used = _used(operation, legs)
    for name, place in operation.places.items():
        if name not in used:
            yield warning(path_text(("places", name)), f"nobody's way leads by this {place.kind}")


def _used(operation: Operation, legs: Legs) -> set[str]:
    """Places that people or vehicles go to, or pass on the quickest way there."""
    origins = {group.place for group in operation.people.values() if group.persons}
    pairs = {(leg.origin, leg.destination) for group in operation.people.values() for leg in legs.of(group)}
    rooms = {room for _, room in pairs}
    depots = {depot for vehicles in operation.fleet.values() for depot in vehicles.depots}
    pairs |= {(here, there) for here in depots | rooms for there in origins | {room for room, _ in pairs}}
    named = {name for gate in operation.gates for name in (*gate.out_of, *gate.of_places)}
    used = origins | rooms | depots | named
    for here, there in pairs:
        used |= {legs.ways.end(step) for step in legs.ways.route(here, there) or ()}
    return used
