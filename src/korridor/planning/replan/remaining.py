"""P5: what remains of an operation at a moment, as an operation: so search, bound and report need nothing new.

People are those who wait, vehicles stand where they are or come to, room is what is left. What an operation cannot
say (a road's last column, a lane that is taken) the state says beside it. Every plan from the state keeps the rules
of what remains, which are fewer; so a bound for what remains holds for it.
"""

from korridor.events.saved_state import SavedState
from korridor.operation.count import Count
from korridor.operation.fleet import VehicleType
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import Place


def remaining(operation: Operation, state: SavedState) -> Operation:
    """Return what remains of an operation at a moment.

    Parameters
    ----------
    operation : Operation
        As it is now believed to be, whole.
    state : SavedState
        Brought up to date with it.
    """
    return operation.model_copy(
        update={
            "people": _people(operation, state),
            "fleet": {name: _standing(vehicles, name, state) for name, vehicles in operation.fleet.items()},
            "places": {name: _with_room_left(place, name, state) for name, place in operation.places.items()},
            "sources": tuple(each for each in operation.sources if not _is_of_then(each.path)),
        }
    )


def _people(operation: Operation, state: SavedState) -> dict[str, Group]:
    people = {name: _of(group, group.place, 0) for name, group in operation.people.items()}
    for row in (each for each in state.people if not each.counted_out):
        name = row.planned_as(operation)
        before = people[name].persons if name in people else 0
        people[name] = _of(operation.people[row.group], row.at, before + row.persons)
    return people


def _of(group: Group, place: str, persons: int) -> Group:
    """The same people, so many of them, at a place."""
    count = Count(wording="exact", low=persons, high=persons, central=persons)
    return group.model_copy(update={"place": place, "count": count, "families": None, "household": None})


def _standing(vehicles: VehicleType, name: str, state: SavedState) -> VehicleType:
    """The same vehicles where they are, or come to; available from when the first of them is free."""
    depots: dict[str, int] = {}
    free_s = []
    for row in (each for each in state.vehicles if each.kind == name):
        depots[row.at] = depots.get(row.at, 0) + row.number
        free_s.append(row.from_s(state.at_s))
    from_s = max(vehicles.available_from_s, min(free_s, default=0))
    if vehicles.available_until_s is not None:  # an operation's span goes forwards; the state knows better
        from_s = min(from_s, max(vehicles.available_from_s, vehicles.available_until_s - 1))
    return vehicles.model_copy(update={"depots": depots, "available_from_s": from_s})


def _with_room_left(place: Place, name: str, state: SavedState) -> Place:
    if place.capacity_persons is None:
        return place
    taken = sum(row.persons for row in state.received if row.at == name)
    return place.model_copy(update={"capacity_persons": max(0, place.capacity_persons - taken)})


def _is_of_then(path: str) -> bool:
    """Whether a source speaks of a count that has changed since: it is no source of what remains."""
    return path.startswith(("people.", "fleet.")) and path.rpartition(".")[2] in {
        "count",
        "families",
        "household",
        "number",
        "depot",
        "depots",
        "available_from",
    }
