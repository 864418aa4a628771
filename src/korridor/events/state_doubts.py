"""P5: whether a state and an operation fit together; every doubt at once, with its path in the file."""

from collections.abc import Collection, Iterator, Sequence

from korridor.events.saved_state import PassageRow, SavedState
from korridor.operation.fault import Where
from korridor.operation.near import near, one_of
from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Side
from korridor.operation.units import shown

Doubt = tuple[Where, str]

_GONE = "; if it is gone, take this row out"


def doubts(operation: Operation, state: SavedState) -> Iterator[Doubt]:
    """Yield what a state says that its operation does not know, or that cannot be."""
    if state.operation != operation.name:
        what = f"a state of {shown(state.operation)}, and the operation is {shown(operation.name)}; name that one's"
        yield ("operation",), what
    yield from _names(operation, state)
    yield from _vehicles(state)
    yield from _people(operation, state)
    for index, column in enumerate(state.columns):
        yield from _roads(operation, column.passages, ("columns", index, "passages"))
    yield from _roads(operation, state.roads, ("roads",))
    yield from _numbers(operation, state)


def _names(operation: Operation, state: SavedState) -> Iterator[Doubt]:
    places, people, fleet = operation.places, operation.people, operation.fleet
    for key in ("vehicles", "people", "received", "lanes", "bays"):
        for index, row in enumerate(getattr(state, key)):
            yield from _known(row.at, places, (key, index, "at"), "place")
    for key in ("people", "out"):
        for index, row in enumerate(getattr(state, key)):
            yield from _known(row.group, people, (key, index, "group"), "group")
    for index, vehicles in enumerate(state.vehicles):
        yield from _known(vehicles.kind, fleet, ("vehicles", index, "type"), "vehicle type")
    for index, column in enumerate(state.columns):
        for number, aboard in enumerate(column.aboard):
            here: Where = ("columns", index, "aboard", number)
            yield from _known(aboard.group, people, (*here, "group"), "group")
            yield from _known(aboard.to, places, (*here, "to"), "place")


def _known(name: str, allowed: Collection[str], where: Where, kind: str) -> Iterator[Doubt]:
    if name not in allowed:
        what = f"{shown(name)} is not a {kind} of the operation; {near(name, allowed)}{one_of(allowed)}"
        yield where, f"{what}; or take this row out"


def _vehicles(state: SavedState) -> Iterator[Doubt]:
    for index, row in enumerate(state.vehicles):
        key = "forming_since" if row.loading_since_s is None else "loading_since"
        here: Where = ("vehicles", index, key)
        if row.since_s is not None and row.since_s > state.at_s:
            yield here, f"is after the state's moment; a vehicle that does not do it yet has no {key}"
        if row.since_s is not None and row.free_s is not None and row.free_s > state.at_s:
            yield (
                here,
                f"stands beside free, which is later: who is on the way has no {key}; keep one of the two",
            )
        if row.loading_since_s is not None and row.forming_since_s is not None:
            yield (
                here,
                "stands beside forming_since: a vehicle loads, or an empty column forms up; keep one of the two",
            )


def _people(operation: Operation, state: SavedState) -> Iterator[Doubt]:
    for index, row in enumerate(state.people):
        if row.group not in operation.people or row.at not in operation.places:
            continue
        here: Where = ("people", index)
        group, place = operation.people[row.group], operation.places[row.at]
        if row.at != group.place and place.kind is not Kind.TRANSFER:
            what = f"{row.group} stood at {group.place}; elsewhere people wait at transfers only, and {row.at} is none"
            yield (*here, "at"), what
        if row.persons % group.party_persons:
            what = f"{row.persons} persons are not a whole number of parties of {group.party_persons}"
            yield (*here, "persons"), what
        if row.counted_out and (place.kind is not Kind.TRANSFER or place.side is not Side.SAFE):
            yield (
                (*here, "counted_out"),
                f"nobody is out at {row.at}, which is not a transfer on the safe side",
            )


def _roads(operation: Operation, rows: Sequence[PassageRow], where: Where) -> Iterator[Doubt]:
    for index, row in enumerate(rows):
        here: Where = (*where, index)
        if row.road >= len(operation.roads):
            what = f"{row.road} is not the number of a road; from 0 to {len(operation.roads) - 1}, in the file's order"
            yield (*here, "road"), what
            continue
        road = operation.roads[row.road]
        if {row.start, row.end} != set(road.between):
            what = f"road {row.road} joins {' and '.join(road.between)}, not {row.start} and {row.end}"
            yield (*here, "road"), f"{what}; roads count from 0, in the file's order"
        if not (
            row.head_in_s
            <= min(row.tail_in_s, row.head_out_s)
            <= max(row.tail_in_s, row.head_out_s)
            <= row.tail_out_s
        ):
            yield here, "the head comes before the tail, and both go in before they come out"


def _numbers(operation: Operation, state: SavedState) -> Iterator[Doubt]:
    for index, lane in enumerate(state.lanes):
        place = operation.places.get(lane.at)
        lanes = getattr(place.lanes, lane.way) if place and place.lanes else 0
        if place and lane.lane >= lanes:
            yield ("lanes", index, "lane"), f"{lane.at} has {lanes} lanes {lane.way}, counted from 0{_GONE}"
    for index, bay in enumerate(state.bays):
        place = operation.places.get(bay.at)
        if place and (place.bays is None or bay.bay >= place.bays):
            has = "bays without number" if place.bays is None else f"{place.bays} bays, counted from 0"
            yield ("bays", index, "bay"), f"{bay.at} has {has}{_GONE}"
    for index, escort in enumerate(state.escorts):
        if escort.escort >= (operation.convoy.escorts or 0):
            what = f"there are {operation.convoy.escorts or 0} escorts, counted from 0{_GONE}"
            yield ("escorts", index, "escort"), what
