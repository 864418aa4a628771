"""A kind of trip: its least times, and what it takes (docs/bounds.md, Kinds of trips)."""

from dataclasses import dataclass

from korridor.operation.ways import ColumnPart, Step
from korridor.planning.bound.column_class import ColumnClass
from korridor.planning.bound.lanes import Lane
from korridor.planning.bound.walk import Walk
from korridor.planning.bound.windowed import ANY_TIME, Windowed

Leg = tuple[str, int, str, str]
"""Type, layout, origin, destination."""


@dataclass(frozen=True)
class TripKind:
    """One kind of trip, loaded or empty; times in seconds as in ``docs/bounds.md``.

    Attributes
    ----------
    vehicle_type, layout, origin, destination : str, int, str, str
        ``layout`` is -1 for empty kinds.
    few, many : int
        Persons aboard; 0 for empty kinds.
    groups : tuple of str
        The groups of a loaded kind.
    a_s, b_s : int
        Least time from bay begin (leaving) to x, and from x to the end.
    h_s, bay_s, alight_s, limit_s : int
        Departure to x, bay time, alighting, longest time aboard.
    clock : str
    part : ColumnPart or None
        Where its column goes; ``None`` where it goes alone.
    reference : Step or None
        The road whose heads are counted.
    windowed : Windowed
    lanes : tuple of Lane
    escort_s : int
        Least time from x until the escort is back.
    column_class : ColumnClass or None
        ``None`` where the reference has no headway.
    queue : str or None
        The checkpoint at which its column is held.
    service_s : int
        Its own service there.
    """

    vehicle_type: str
    layout: int
    origin: str
    destination: str
    a_s: int
    b_s: int
    clock: str
    few: int = 0
    many: int = 0
    groups: tuple[str, ...] = ()
    h_s: int = 0
    bay_s: int = 0
    alight_s: int = 0
    limit_s: int = 0
    part: ColumnPart | None = None
    reference: Step | None = None
    windowed: Windowed = ANY_TIME
    lanes: tuple[Lane, ...] = ()
    escort_s: int = 0
    column_class: ColumnClass | None = None
    queue: str | None = None
    service_s: int = 0

    @property
    def loaded(self) -> bool:
        """Whether people are aboard."""
        return self.layout >= 0

    @property
    def leg(self) -> Leg:
        """Type, layout, origin and destination: what all buckets and classes of a kind share."""
        return self.vehicle_type, self.layout, self.origin, self.destination

    @property
    def usual(self) -> bool:
        """Whether laps are measured by it, to choose phases and slots."""
        return self.column_class is None or self.column_class.usual

    @property
    def alone(self) -> bool:
        """Whether it is empty and goes in no column."""
        return not self.loaded and self.part is None


def road_name(road: Step) -> str:
    """Name a road in a direction, as rows and clocks do."""
    return f"{road[0]}/{'f' if road[1] else 'b'}"


def clock_of_road(road: Step) -> str:
    """Name the clock of a reference with a headway."""
    return f"road/{road_name(road)}"


def clock_of(walk: Walk) -> str | None:
    """Name the clock of a walk's reference, if it has a headway."""
    return None if walk.headway_road is None else clock_of_road(walk.headway_road)
