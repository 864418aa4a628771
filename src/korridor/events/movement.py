"""C1: movements and trips with their times; plan, rehearsal and ledger share them."""

from korridor.operation.frozen import Frozen


class Load(Frozen):
    """Persons of one group aboard one vehicle; whole parties."""

    group: str
    persons: int


class Screening(Frozen):
    """A vehicle's service at a checkpoint (C6)."""

    checkpoint: str
    arrives_s: int
    begins_s: int
    ends_s: int
    lane: int


class Trip(Frozen):
    """One vehicle's part in a movement; trips stand in column order.

    Attributes
    ----------
    vehicle_type, vehicle : str, int
        The type, and the number (from 0) of the vehicle within it.
    layout : int
        Index of the layout among the type's.
    comes_from : str
        Where it stood; it comes to the origin singly.
    leaves_s, comes_s : int
        When it leaves there, and reaches the movement's origin.
    loads : tuple of Load
        Who boards, most urgent first; empty for an empty vehicle.
    bay, bay_begins_s, boards_s, boarded_s : int or None
        Loading (C2): bay number from 0, the bay time's begin, boarding's begin (after the turn-round) and end.
    screenings : tuple of Screening
    released_s : int
        When it goes on from the release point.
    destination : str
    arrives_s : int
    unload_bay, unloads_s : int or None
        The bay, and when unloading begins (C7).
    free_s : int
        When it is unloaded, or arrived if empty.
    """

    vehicle_type: str
    vehicle: int
    layout: int
    comes_from: str
    leaves_s: int
    comes_s: int
    loads: tuple[Load, ...] = ()
    bay: int | None = None
    bay_begins_s: int | None = None
    boards_s: int | None = None
    boarded_s: int | None = None
    screenings: tuple[Screening, ...] = ()
    released_s: int
    destination: str
    arrives_s: int
    unload_bay: int | None = None
    unloads_s: int | None = None
    free_s: int

    @property
    def persons(self) -> int:
        """Persons aboard."""
        return sum(load.persons for load in self.loads)


class Passage(Frozen):
    """A column on one road (C5); ``forth`` is the direction in which the file names the road's ends."""

    road: int
    forth: bool
    head_in_s: int
    tail_in_s: int
    head_out_s: int
    tail_out_s: int


class Movement(Frozen):
    """One column, loaded or empty (C1).

    Attributes
    ----------
    rank : int
        Place in the plan's order, from 0.
    not_before_s : int
        The planned departure, before which it does not leave.
    ready_s, departs_s : int
        C3, C4.
    passages : tuple of Passage
        The column part, in order; empty where vehicles go singly from the origin.
    escort, escort_free_s : int or None
        The escort (from 0) and when it is free again.
    """

    rank: int
    origin: str
    release: str
    not_before_s: int = 0
    ready_s: int
    departs_s: int
    passages: tuple[Passage, ...] = ()
    trips: tuple[Trip, ...]
    escort: int | None = None
    escort_free_s: int | None = None

    @property
    def loaded(self) -> bool:
        """Whether anybody is aboard."""
        return any(trip.loads for trip in self.trips)

    @property
    def persons(self) -> int:
        """Persons aboard the column."""
        return sum(trip.persons for trip in self.trips)
