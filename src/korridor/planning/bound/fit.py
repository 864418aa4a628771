"""Who fits into a vehicle (docs/bounds.md, Loaded kinds)."""

from korridor.operation.fleet import Layout
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.scheme import NEEDS, Need


def places_of(operation: Operation, group: Group) -> dict[Need, int]:
    """Places that one party of a group takes, by need."""
    places = dict.fromkeys(NEEDS, 0)
    places[operation.need(group)] += group.party
    places[Need.SEAT] += group.companions
    return places


def buckets(persons: int, room: int) -> tuple[tuple[int, int], ...]:
    """Part the persons aboard, 1 to ``persons``, into *few* to *many*; the fullest first.

    Examples
    --------
    >>> buckets(10, 9)
    ((10, 10), (9, 9), (8, 8), (7, 7), (6, 6), (5, 5), (1, 4))
    >>> buckets(2, 1)
    ((2, 2), (1, 1))
    """
    fews = {1, room + 1, persons} | {-(-persons * tenths // 10) for tenths in range(5, 10)}
    floors = sorted(few for few in fews if few >= 1)
    return tuple(zip(floors, [*(few - 1 for few in floors[1:]), persons], strict=True))[::-1]


def room_left(operation: Operation, fitted: Layout, people: list[Group]) -> int:
    """Persons aboard with whom another party of any of the groups still has places."""
    return min(
        fitted.places(need) - taken
        for group in people
        for need, taken in places_of(operation, group).items()
        if taken
    )


def persons_aboard(operation: Operation, fitted: Layout, people: list[Group]) -> int:
    """Places for the needs of these groups."""
    needs = {need for group in people for need, taken in places_of(operation, group).items() if taken}
    return sum(fitted.places(need) for need in needs)
