"""The tidy rows of a map, made from movements: a plan's, a rehearsal's or a ledger's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.pictures.course import Stretch, course, located, stretches
from korridor.pictures.driven import drives
from korridor.pictures.frame import At
from korridor.pictures.people_at import PeopleAt, people_at

TRUCE, CONTROLLED, PLAIN = "truce road", "controlled road", "other road"


@dataclass(frozen=True)
class PlaceRow:
    """One place.

    Attributes
    ----------
    at : tuple of float or None
        Latitude and longitude; ``None`` where the file gives none: then it is drawn nowhere, and listed.
    people : PeopleAt
        Who is there in the end.
    in_column : bool
        Whether a column passes it.
    """

    place: str
    kind: str
    side: str
    at: At | None
    people: PeopleAt
    in_column: bool


@dataclass(frozen=True)
class RoadRow:
    """A road between two places, or several one after the other where the places in between have no coordinates.

    Attributes
    ----------
    here, there : str
    control : str
        ``TRUCE``, ``CONTROLLED`` or ``PLAIN``; of several roads the strictest.
    points : tuple of (float, float)
        Its course.
    through : tuple of str
        Places on it that have no coordinates.
    forth_persons, back_persons : int
        Carried from ``here`` to ``there``, and the other way.
    """

    here: str
    there: str
    control: str
    points: tuple[At, ...]
    through: tuple[str, ...]
    forth_persons: int
    back_persons: int

    @property
    def persons(self) -> int:
        """Carried, both ways together."""
        return self.forth_persons + self.back_persons


@dataclass(frozen=True)
class MapRows:
    """The tidy rows of one map.

    Attributes
    ----------
    places : tuple of PlaceRow
        All places of the operation.
    roads : tuple of RoadRow
        What can be drawn.
    undrawn : tuple of (str, str)
        The ends of roads that lead to a place without coordinates and are part of no line on the map.
    undrawn_roads : tuple of int
        The same roads, by index.
    """

    places: tuple[PlaceRow, ...]
    roads: tuple[RoadRow, ...]
    undrawn: tuple[tuple[str, str], ...]
    undrawn_roads: tuple[int, ...]

    @property
    def drawn(self) -> tuple[PlaceRow, ...]:
        """The places that have coordinates."""
        return tuple(place for place in self.places if place.at is not None)


def map_rows(operation: Operation, movements: Sequence[Movement]) -> MapRows:
    """Return the rows of a map.

    Parameters
    ----------
    operation : Operation
        Its places and roads.
    movements : sequence of Movement
        Planned, rehearsed or recorded; with none, nobody is carried and everybody is where they stood.
    """
    driven = tuple(drives(operation, movements))
    forth: Counter[Stretch] = Counter()
    back: Counter[Stretch] = Counter()
    for stretch in _single_roads(operation):
        forth[stretch] = 0
    for drive in driven:
        for stretch in stretches(operation, drive.places, drive.steps):
            kept, turned = _one_way_round(operation, stretch)
            (back if turned else forth)[kept] += drive.persons
    kept_all = dict.fromkeys([*forth, *back])
    roads = tuple(_road(operation, each, forth[each], back[each]) for each in kept_all)
    on_a_line = {road for _, _, together in kept_all for road in together}
    undrawn = tuple(index for index in range(len(operation.roads)) if index not in on_a_line)
    people = people_at(operation, movements)
    column = {place for drive in driven if drive.in_column for place in drive.places}
    return MapRows(
        places=tuple(
            PlaceRow(name, place.kind, place.side or "", place.at, people[name], name in column)
            for name, place in operation.places.items()
        ),
        roads=roads,
        undrawn=tuple(operation.roads[index].between for index in undrawn),
        undrawn_roads=undrawn,
    )


def _single_roads(operation: Operation) -> Iterator[Stretch]:
    for index, road in enumerate(operation.roads):
        if all(located(operation, end) is not None for end in road.between):
            yield *road.between, (index,)


def _one_way_round(operation: Operation, stretch: Stretch) -> tuple[Stretch, bool]:
    """Return a stretch in the direction of its first road in the file, and whether it was turned for that."""
    here, there, roads = stretch
    turned_roads = roads[::-1]
    if len(roads) == 1:
        turned = operation.roads[roads[0]].between != (here, there)
    else:
        turned = turned_roads < roads
    return ((there, here, turned_roads), True) if turned else (stretch, False)


def _road(operation: Operation, stretch: Stretch, forth_persons: int, back_persons: int) -> RoadRow:
    here, there, indices = stretch
    roads = [operation.roads[index] for index in indices]
    if any(road.truce for road in roads):
        control = TRUCE
    else:
        control = CONTROLLED if any(road.controlled for road in roads) else PLAIN
    ends = dict.fromkeys(end for road in roads for end in road.between)
    return RoadRow(
        here=here,
        there=there,
        control=control,
        points=course(operation, here, there, indices),
        through=tuple(end for end in ends if end not in (here, there)),
        forth_persons=forth_persons,
        back_persons=back_persons,
    )
