"""Places that can be emptied: rows ``emptied``."""

from korridor.planning.verify.slot_program.entries import Entries
from korridor.planning.verify.slot_program.kinds import Kinds, Loaded


def emptied(
    kinds: Kinds, limited: frozenset[Loaded], entries: dict[str, Entries], horizon_s: int, name: str
) -> int:
    """Return how many trips of a type can leave with room for a party.

    Parameters
    ----------
    kinds : Kinds
    limited : frozenset of Loaded
        The kinds of such trips; nobody of their groups is left behind.
    entries : dict of str to Entries
    horizon_s : int
    name : str
        The type.
    """
    groups = {each.bundle: each.groups for each in limited if each.vehicle_type == name}
    places: dict[str, list[int]] = {}
    for bundle, mine in groups.items():
        stood = sum(kinds.operation.people[group].persons for group in mine)
        places.setdefault(bundle[2], []).append(stood)
    left, can_be = _gone(kinds, limited, entries, horizon_s), 0
    for stood in sorted(min(each) for each in places.values()):
        left -= stood
        can_be += left >= 0
    return sum(sorted((len(each) for each in places.values()), reverse=True)[:can_be])


def _gone(kinds: Kinds, limited: frozenset[Loaded], entries: dict[str, Entries], horizon_s: int) -> int:
    """Return how many can have left: in trips that have entered, in those with room, and a load in every vehicle."""
    everybody = sum(group.persons for group in kinds.operation.people.values())
    entered = {each: row for row in entries.values() for each in row.counted}
    gone = 0
    for name, vehicle in kinds.operation.fleet.items():
        mine = [each for each in kinds.loaded if each.vehicle_type == name]
        if not all(each in entered or each in limited for each in mine):
            return everybody
        rows = {id(entered[each]): entered[each] for each in mine if each in entered}
        load = max((each.many for each in mine), default=0)
        gone += load * (sum(vehicle.depots.values()) + sum(row.by(horizon_s) for row in rows.values()))
        gone += sum({each.bundle: each.room for each in mine if each in limited}.values())
    return min(everybody, gone)
