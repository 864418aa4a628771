"""How much of a large operation is looked at, group by group, before it is planned."""

from korridor.operation.finding import Finding, warning
from korridor.operation.legs import Legs
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS

MOST_STEPS = 200_000
"""Roads along the legs that are looked at: some seconds. Eastern Aleppo has some hundred."""

MOST_CANDIDATES = 20_000
"""Vehicle types times legs."""

MOST_PAIRS = 100_000
"""Places that receive people times places where people or vehicles stand."""


def within_reach(operation: Operation, legs: Legs) -> tuple[Operation, tuple[Finding, ...]]:
    """Return the operation with the groups that are looked at, and a warning where it is not all of them.

    The groups come in the order of the file until their ways would take too long. What is impossible for
    them is impossible for the whole operation too.
    """
    people, candidates = {}, 0
    for name, group in operation.people.items():
        if not legs.few(group, MOST_STEPS):
            break
        candidates += len(operation.fleet) * (1 + len(legs.of(group)))
        if candidates > MOST_CANDIDATES:
            break
        people[name] = group
    left_out = len(operation.people) - len(people)
    if not left_out and _pairs(operation) <= MOST_PAIRS:
        return operation, ()
    groups = f"{left_out} of {len(operation.people)} groups" if left_out else "what serves nobody"
    what = f"large; {groups} cannot be looked at in a few seconds, and nothing is said of them"
    return operation.model_copy(update={"people": people}), (warning("people", what),)


def _pairs(operation: Operation) -> int:
    depots = {depot for vehicles in operation.fleet.values() for depot in vehicles.depots}
    origins = {group.place for group in operation.people.values()}
    rooms = sum(place.kind in ROOMS for place in operation.places.values())
    return (len(depots) + rooms) * (len(origins) + rooms)
