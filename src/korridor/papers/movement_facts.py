"""What a movement table says of each movement, in whole seconds; report and CSV both stand on it."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.pictures.number import number


@dataclass(frozen=True)
class Stop:
    """A column at a checkpoint: its first vehicle comes, its last vehicle is through."""

    checkpoint: str
    comes_s: int
    through_s: int


@dataclass(frozen=True)
class MovementFacts:
    """One line of a movement table.

    Attributes
    ----------
    persons_by_class, vehicles_by_type : dict of str to int
        Only what is not zero, in the order of the scheme and of the file.
    boards_s : int or None
        When the first vehicle begins to board; ``None`` for an empty movement.
    stops : tuple of Stop
        In the order of the road.
    released_s : int
        When the last vehicle leaves the release point.
    ends_s : dict of str to int
        By destination: when the last vehicle there is unloaded, or has come if empty.
    waits_departure_s : int
        From ready to departure.
    stands_checkpoint_s, stands_road_s : int
        How long the head stood at checkpoints, screening included, and elsewhere on the way.
    waits_unloading_s : int
        The longest that a vehicle waited to unload.
    longest_aboard_s : int or None
        From a vehicle's first person aboard to its last one off (O5).
    """

    number: str
    rank: int
    loaded: bool
    in_column: bool
    origin: str
    release: str
    persons: int
    persons_by_class: dict[str, int]
    vehicles_by_type: dict[str, int]
    boards_s: int | None
    ready_s: int
    departs_s: int
    stops: tuple[Stop, ...]
    released_s: int
    ends_s: dict[str, int]
    waits_departure_s: int
    stands_checkpoint_s: int
    stands_road_s: int
    waits_unloading_s: int
    longest_aboard_s: int | None


def facts(operation: Operation, movement: Movement) -> MovementFacts:
    """Return what the table says of one movement."""
    trips = movement.trips
    classes: Counter[str] = Counter()
    for trip in trips:
        for load in trip.loads:
            classes[operation.people[load.group].person_class] += load.persons
    types = Counter(trip.vehicle_type for trip in trips)
    ends_s: dict[str, int] = {}
    for trip in trips:
        ends_s[trip.destination] = max(ends_s.get(trip.destination, 0), trip.free_s)
    aboard_s = [trip.free_s - trip.boards_s for trip in trips if trip.boards_s is not None]
    stands = _stands(operation, movement)
    return MovementFacts(
        number=number(movement),
        rank=movement.rank,
        loaded=movement.loaded,
        in_column=bool(movement.passages),
        origin=movement.origin,
        release=movement.release,
        persons=movement.persons,
        persons_by_class={name: classes[name] for name in operation.classes if classes[name]},
        vehicles_by_type={name: types[name] for name in operation.fleet if types[name]},
        boards_s=min((trip.boards_s for trip in trips if trip.boards_s is not None), default=None),
        ready_s=movement.ready_s,
        departs_s=movement.departs_s,
        stops=_stops(movement),
        released_s=max(trip.released_s for trip in trips),
        ends_s=ends_s,
        waits_departure_s=movement.departs_s - movement.ready_s,
        stands_checkpoint_s=stands[True],
        stands_road_s=stands[False],
        waits_unloading_s=max(
            (t.unloads_s - t.arrives_s for t in trips if t.unloads_s is not None), default=0
        ),
        longest_aboard_s=max(aboard_s, default=None),
    )


def _stops(movement: Movement) -> tuple[Stop, ...]:
    looks = [look for trip in movement.trips for look in trip.screenings]
    names = dict.fromkeys(look.checkpoint for look in looks)
    stops = [
        Stop(
            checkpoint=name,
            comes_s=min(look.arrives_s for look in looks if look.checkpoint == name),
            through_s=max(look.ends_s for look in looks if look.checkpoint == name),
        )
        for name in names
    ]
    return tuple(sorted(stops, key=lambda stop: stop.comes_s))


def _stands(operation: Operation, movement: Movement) -> dict[bool, int]:
    """Return the seconds that the head stands, at checkpoints (``True``) and elsewhere."""
    stands = {True: 0, False: 0}
    for passage, following in pairwise(movement.passages):
        place = operation.roads[passage.road].between[1 if passage.forth else 0]
        stands[operation.places[place].kind is Kind.CHECKPOINT] += following.head_in_s - passage.head_out_s
    if movement.passages:
        held_s = max(0, movement.trips[0].released_s - movement.passages[-1].head_out_s)
        stands[operation.places[movement.release].kind is Kind.CHECKPOINT] += held_s
    return stands
