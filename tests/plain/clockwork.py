"""The second clockwork: slow, plain, written from ``docs/semantics.md`` alone; one function a rule.

It shares nothing with ``korridor.clockwork`` and is compared with it. Where a rule says *the first moment at
which*, moments are tried in order; one is passed over only where the words beside it say why it is hopeless.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from korridor.events.movement import Load, Movement, Passage, Screening, Trip
from korridor.events.order import Order, TripOrder
from korridor.operation.fleet import VehicleType
from korridor.operation.hours import Hours
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Release, Side
from korridor.operation.scheme import NEEDS, Need
from korridor.operation.ways import ColumnPart, Ways

DAY_S = 86400
STRIDES_S = (DAY_S, 3600, 60, 1)


class Stuck(Exception):  # noqa: N818 (named as in the package)
    """An order that cannot go.

    Attributes
    ----------
    rank : int
    rule : str
        The rule that it cannot keep.
    why : str
    """

    def __init__(self, rank: int, rule: str, why: str) -> None:
        super().__init__(f"movement {rank}: {rule}: {why}")
        self.rank, self.rule, self.why = rank, rule, why


@dataclass
class Vehicle:
    """A vehicle, and where and when it is or will be free."""

    vehicle_type: str
    number: int
    place: str
    free_s: int


@dataclass
class Lot:
    """Persons of one group who came to a place at one moment."""

    place: str
    group: str
    persons: int
    present_s: int
    unloaded: bool = False
    out_already: bool = False


@dataclass
class Taken:
    """Persons of one lot who board a vehicle."""

    lot: Lot
    persons: int


@dataclass
class World:
    """What the movements of lower rank have left behind."""

    operation: Operation
    ways: Ways
    vehicles: list[Vehicle]
    lots: list[Lot]
    escorts_free_s: list[int]
    bays_free_s: dict[str, dict[int, int]] = field(default_factory=dict)
    lanes_free_s: dict[tuple[str, bool], list[int]] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    departed_s: int = 0
    departures: list[tuple[str, int]] = field(default_factory=list)
    """Origin and persons of each movement."""
    outs: list[tuple[int, str, int]] = field(default_factory=list)
    """Moment, group and persons of each who are out."""
    room: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """By place: moments, and the persons more or less from then on."""


@dataclass
class Rider:
    """One trip while its times are worked out."""

    order: TripOrder
    vehicle: Vehicle
    leaves_s: int
    comes_s: int
    taken: list[Taken] = field(default_factory=list)


@dataclass
class Column:
    """One movement while its times are worked out."""

    rank: int
    order: Order
    part: ColumnPart
    riders: list[Rider]
    slowest_m_per_h: int | None
    length_m: int

    @property
    def marshals(self) -> bool:
        return bool(self.part.steps) and len(self.riders) > 1


@dataclass
class BayTime:
    """A vehicle's time in a bay; bays have numbers only where they are counted."""

    bay: int | None
    begins_s: int
    ends_s: int


@dataclass
class Leg:
    """A column's passage of one road, and what it does at the road's end."""

    passage: Passage
    screenings: list[Screening]
    goes_on_s: list[int]
    """When each vehicle goes on from the road's end, were it the release point."""


@dataclass
class Outcome:
    """What comes of leaving at one moment."""

    departs_s: int
    legs: list[Leg]
    released_s: list[int]
    arrives_s: list[int]
    unloads: list[BayTime | None]
    free_s: list[int]


def run(operation: Operation, orders: tuple[Order, ...]) -> tuple[Movement, ...]:
    """Give each order, in rank order, its times."""
    world = begin(operation)
    return tuple(move(world, rank, order) for rank, order in enumerate(orders))


def begin(operation: Operation) -> World:
    """Return the world before the first movement (O4, O6)."""
    vehicles = []
    for name, vehicle_type in operation.fleet.items():
        places = [place for place, number in vehicle_type.depots.items() for _ in range(number)]
        vehicles += [Vehicle(name, n, place, vehicle_type.available_from_s) for n, place in enumerate(places)]
    return World(
        operation=operation,
        ways=Ways(operation),
        vehicles=vehicles,
        lots=[Lot(group.place, name, group.persons, 0) for name, group in operation.people.items()],
        escorts_free_s=[0] * (operation.convoy.escorts or 0),
    )


def move(world: World, rank: int, order: Order) -> Movement:
    """C1: form the column, load it, let it go, and note what it leaves behind."""
    column = form(world, rank, order)
    o7_convoy_rule(world, column)
    if order.loaded:
        o5_board(world, column)
    loading = c2_first_pass(world, column) if order.loaded else []
    escort = escort_of(world, column)
    ready_s = c3_ready(world, column, loading, escort)
    outcome = c4_depart(world, column, ready_s)
    if order.loaded:
        done_by_s = outcome.departs_s - marshalling_s(world, column)
        loading = c2_second_pass(world, column, loading, done_by_s)
    movement = write(world, column, ready_s, outcome, loading, escort)
    remember(world, column, movement, loading)
    return movement


# ---------------------------------------------------------------- O3, O6, O7, C1: the column


def form(world: World, rank: int, order: Order) -> Column:
    """C1, O3: the one route that all trips share, and the vehicles that drive it."""
    part = column_part(world, rank, order)
    o6_can_stand(world, rank, order)
    riders: list[Rider] = []
    for trip in order.trips:
        o6_may_serve(world, rank, order, trip)
        vehicle = o6_free_first(world, rank, trip, [rider.vehicle for rider in riders])
        way_s = alone_s(world, rank, trip, trip.comes_from, order.origin)
        riders.append(Rider(trip, vehicle, vehicle.free_s, vehicle.free_s + way_s))
    speeds = [fleet_type(world, trip).speed_m_per_h for trip in order.trips]
    slowest_m_per_h = min((speed for speed in speeds if speed is not None), default=None)
    length_m = (len(riders) - 1) * world.operation.convoy.spacing_m
    return Column(rank, order, part, riders, slowest_m_per_h, length_m)


def column_part(world: World, rank: int, order: Order) -> ColumnPart:
    """O3: the column part, from the order's origin, the same for every trip."""
    parts = []
    for trip in order.trips:
        part: ColumnPart | None = ColumnPart(order.origin, order.origin, ())
        if trip.destination != order.origin:
            part = world.ways.column(order.origin, trip.destination, order.loaded)
        if part is None:
            raise Stuck(rank, "O3", f"no route from {order.origin} to {trip.destination}")
        if not part.steps:
            part = ColumnPart(order.origin, order.origin, ())
        if part.origin != order.origin:
            raise Stuck(
                rank,
                "O3",
                f"the column part to {trip.destination} starts at {part.origin}, not {order.origin}",
            )
        parts.append(part)
    if any(part != parts[0] for part in parts):
        raise Stuck(rank, "C1", "the trips do not share one column part")
    return parts[0]


def fleet_type(world: World, trip: TripOrder) -> VehicleType:
    return world.operation.fleet[trip.vehicle_type]


def o6_can_stand(world: World, rank: int, order: Order) -> None:
    """O6: no trip ends on the way, at a checkpoint or a junction, unless some type has its depot there."""
    for trip in order.trips:
        place = world.operation.places[trip.destination]
        is_depot = any(trip.destination in kind.depots for kind in world.operation.fleet.values())
        if place.kind in (Kind.CHECKPOINT, Kind.JUNCTION) and not is_depot:
            raise Stuck(rank, "O6", f"no vehicle can stand at {trip.destination}")


def o6_may_serve(world: World, rank: int, order: Order, trip: TripOrder) -> None:
    """O6: the layout exists, and the type may load and unload where it is to."""
    vehicle_type = fleet_type(world, trip)
    if not 0 <= trip.layout < len(vehicle_type.layouts):
        raise Stuck(rank, "O6", f"{trip.vehicle_type} has no layout {trip.layout}")
    if order.loaded and vehicle_type.serves is not None:
        for place in (order.origin, trip.destination):
            if place not in vehicle_type.serves:
                raise Stuck(rank, "O6", f"{trip.vehicle_type} does not serve {place}")


def o6_free_first(world: World, rank: int, trip: TripOrder, taken: list[Vehicle]) -> Vehicle:
    """O6: of a type at a place, the one that is free first (ties by number)."""
    there = [
        vehicle
        for vehicle in world.vehicles
        if vehicle.vehicle_type == trip.vehicle_type
        and vehicle.place == trip.comes_from
        and not any(vehicle is other for other in taken)
    ]
    if not there:
        raise Stuck(rank, "O6", f"no {trip.vehicle_type} at {trip.comes_from}")
    return min(there, key=lambda vehicle: (vehicle.free_s, vehicle.number))


def alone_s(world: World, rank: int, trip: TripOrder, here: str, there: str) -> int:
    """O3: seconds of a single vehicle, over uncontrolled roads past no checkpoint."""
    seconds = world.ways.alone_s(here, there, fleet_type(world, trip).speed_m_per_h)
    if seconds is None:
        raise Stuck(rank, "O3", f"no way for a single vehicle from {here} to {there}")
    return seconds


def o7_convoy_rule(world: World, column: Column) -> None:
    """O7, C1: most binds every column part; least and what must be in it bind loaded ones."""
    rule, number = world.operation.convoy, len(column.riders)
    if not column.part.steps:
        return
    if number > rule.most:
        raise Stuck(column.rank, "O7", f"{number} vehicles, most {rule.most}")
    if not column.order.loaded:
        return
    if number < rule.least:
        raise Stuck(column.rank, "O7", f"{number} vehicles, least {rule.least}")
    for name, needed in rule.must_have.items():
        if sum(rider.order.vehicle_type == name for rider in column.riders) < needed:
            raise Stuck(column.rank, "O7", f"fewer than {needed} of {name}")


# ---------------------------------------------------------------- O5: who boards


def o5_board(world: World, column: Column) -> None:
    """O5: vehicle by vehicle, as many parties as are present and fit."""
    left = {id(lot): lot.persons for lot in world.lots}
    for rider in column.riders:
        board_one(world, column.order.origin, rider, left)
        if not rider.taken:
            raise Stuck(column.rank, "O5", f"nobody boards for {rider.order.destination}")


def board_one(world: World, origin: str, rider: Rider, left: dict[int, int]) -> None:
    """O5: group by group, the most urgent first."""
    operation = world.operation
    layout = fleet_type(world, rider.order).layouts[rider.order.layout]
    places = {need: layout.places(need) for need in NEEDS}
    # sorted() keeps the order of the file where urgency is equal.
    for name, group in sorted(operation.people.items(), key=lambda item: operation.urgency(item[1])):
        if not may_be_taken(operation, group, rider.order.destination):
            continue
        if any(apart(operation, group, operation.people[taken.lot.group]) for taken in rider.taken):
            continue
        lots = [lot for lot in world.lots if lot.place == origin and lot.group == name]
        lots.sort(key=lambda lot: lot.present_s)
        parties = sum(left[id(lot)] for lot in lots) // group.party_persons
        needs = party_needs(operation, group)
        while parties and all(places[need] >= number for need, number in needs.items()):
            parties -= 1
            places = {need: places[need] - needs.get(need, 0) for need in NEEDS}
            take_party(rider, lots, group.party_persons, left)


def take_party(rider: Rider, lots: list[Lot], persons: int, left: dict[int, int]) -> None:
    """Take one party, those first who have been there longest."""
    for lot in lots:
        number = min(persons, left[id(lot)])
        if number:
            left[id(lot)] -= number
            persons -= number
            rider.taken.append(Taken(lot, number))


def party_needs(operation: Operation, group: Group) -> dict[Need, int]:
    """O4, O5: what one party occupies; companions take seats."""
    needs = {operation.need(group): group.party}
    needs[Need.SEAT] = needs.get(Need.SEAT, 0) + group.companions
    return {need: number for need, number in needs.items() if number}


def may_be_taken(operation: Operation, group: Group, destination: str) -> bool:
    if group.to is not None:
        return destination in group.to
    return operation.places[destination].kind in ROOMS


def apart(operation: Operation, one: Group, other: Group) -> bool:
    if one is other:
        return False
    pair = (one.person_class, other.person_class)
    return pair in operation.apart or pair[::-1] in operation.apart


def seconds_by_need(world: World, rider: Rider, a_person_s: dict[Need, int]) -> int:
    """O6: boarding or alighting seconds of all aboard."""
    total_s = 0
    for taken in rider.taken:
        group = world.operation.people[taken.lot.group]
        parties = taken.persons // group.party_persons
        for need, number in party_needs(world.operation, group).items():
            total_s += parties * number * a_person_s.get(need, 0)
    return total_s


def loads(rider: Rider) -> tuple[Load, ...]:
    """Return who is aboard, by group, in the order of boarding."""
    persons: dict[str, int] = {}
    for taken in rider.taken:
        persons[taken.lot.group] = persons.get(taken.lot.group, 0) + taken.persons
    return tuple(Load(group=group, persons=number) for group, number in persons.items())


# ---------------------------------------------------------------- O2, O6: daily hours


def clock_now_s(operation: Operation, moment_s: int) -> int:
    """Seconds after local midnight."""
    assert operation.start is not None
    start = operation.start
    return (start.hour * 3600 + start.minute * 60 + start.second + moment_s) % DAY_S


def within(operation: Operation, hours: Hours | None, begins_s: int, ends_s: int) -> bool:
    """Whether every moment from ``begins_s`` to ``ends_s`` lies in the hours."""
    if hours is None or (hours.opens_clock_s, hours.closes_clock_s) == (0, DAY_S):
        return True
    from_s = clock_now_s(operation, begins_s)
    to_s = from_s + ends_s - begins_s
    return hours.opens_clock_s <= from_s and to_s <= hours.closes_clock_s


def next_opening_s(operation: Operation, hours: Hours, after_s: int) -> int:
    """Return the first opening after a moment."""
    return after_s + ((hours.opens_clock_s - clock_now_s(operation, after_s) - 1) % DAY_S) + 1


def first_within(operation: Operation, hours: Hours | None, from_s: int, lasts_s: int) -> int | None:
    """Return the first moment to begin; where it is not now, it is when the hours next open, or never."""
    if within(operation, hours, from_s, from_s + lasts_s):
        return from_s
    assert hours is not None
    opening_s = next_opening_s(operation, hours, from_s)
    return opening_s if within(operation, hours, opening_s, opening_s + lasts_s) else None


def last_within(operation: Operation, hours: Hours | None, to_s: int, lasts_s: int) -> int:
    """Return the last moment to begin, not after ``to_s``; the first pass has shown that there is one."""
    begins_s = to_s
    while not within(operation, hours, begins_s, begins_s + lasts_s):
        begins_s -= 1
    return begins_s


# ---------------------------------------------------------------- C2, C3: loading, ready


def free_first(free_s: dict[int, int], number: int) -> int:
    """Return the bay or lane that is free first (ties: lowest)."""
    return min(range(number), key=lambda n: (free_s.get(n, 0), n))


def bay_first(free_s: dict[int, int], bays: int | None) -> tuple[int | None, int]:
    """Return the bay that is free first, and when; unlimited bays have no numbers and are always free."""
    if bays is None:
        return None, 0
    bay = free_first(free_s, bays)
    return bay, free_s.get(bay, 0)


def bay_time_s(world: World, rider: Rider) -> int:
    vehicle_type = fleet_type(world, rider.order)
    return vehicle_type.turn_round_s + seconds_by_need(world, rider, vehicle_type.boarding_s)


def c2_first_pass(world: World, column: Column) -> list[BayTime]:
    """C2: in column order, each as early as it can."""
    place = world.operation.places[column.order.origin]
    free_s = dict(world.bays_free_s.get(column.order.origin, {}))
    times: list[BayTime] = []
    for rider in column.riders:
        bay, bay_free_s = bay_first(free_s, place.bays)
        present_s = max(taken.lot.present_s for taken in rider.taken)
        ahead_s = times[-1].begins_s if times else 0
        lasts_s = bay_time_s(world, rider)
        earliest_s = max(bay_free_s, rider.comes_s, present_s, ahead_s)
        begins_s = first_within(world.operation, place.hours, earliest_s, lasts_s)
        if begins_s is None:
            raise Stuck(column.rank, "C2", f"loading for {lasts_s} s never fits the hours")
        if bay is not None:
            free_s[bay] = begins_s + lasts_s
        times.append(BayTime(bay, begins_s, begins_s + lasts_s))
    return times


def c2_second_pass(world: World, column: Column, first: list[BayTime], done_by_s: int) -> list[BayTime]:
    """C2: the same vehicles at the same bays, last vehicle first, each as late as possible."""
    hours = world.operation.places[column.order.origin].hours
    times: list[BayTime] = []
    for early in reversed(first):
        lasts_s = early.ends_s - early.begins_s
        limits_s = [done_by_s - lasts_s]
        limits_s += [later.begins_s - lasts_s for later in times if later.bay == early.bay is not None]
        limits_s += [times[0].begins_s] if times else []
        begins_s = last_within(world.operation, hours, min(limits_s), lasts_s)
        times.insert(0, BayTime(early.bay, begins_s, begins_s + lasts_s))
    return times


def marshalling_s(world: World, column: Column) -> int:
    """C3: marshalling is for column parts of two vehicles or more."""
    return world.operation.convoy.marshalling_s if column.marshals else 0


def escort_of(world: World, column: Column) -> int | None:
    """O7, C1: the escort that is free first (ties: lowest), for loaded column parts."""
    if world.operation.convoy.escorts is None or not column.order.loaded or not column.part.steps:
        return None
    if not world.escorts_free_s:
        raise Stuck(column.rank, "O7", "there is no escort")
    return min(range(len(world.escorts_free_s)), key=lambda n: (world.escorts_free_s[n], n))


def c3_ready(world: World, column: Column, loading: list[BayTime], escort: int | None) -> int:
    """C3: all loaded (or come), marshalled, and the escort there."""
    if loading:
        done_s = max(time.ends_s for time in loading)
    else:
        done_s = max(rider.comes_s for rider in column.riders)
    ready_s = done_s + marshalling_s(world, column)
    return ready_s if escort is None else max(ready_s, world.escorts_free_s[escort])


# ---------------------------------------------------------------- C4: departure


def c4_depart(world: World, column: Column, ready_s: int) -> Outcome:
    """C4: the first moment at which everything holds."""
    departs_s = max(column.order.not_before_s, world.departed_s, ready_s)
    departs_s = max(departs_s, o9_gates_open_s(world, column))
    if column.part.steps:
        departs_s = max(departs_s, entry_s(world, *column.part.steps[0]))
    while True:
        outcome = c7_arrive(world, column, departs_s)
        later_s = c4_truce_allows_s(world, column, outcome)
        if later_s == departs_s:
            later_s = o6_duty_allows_s(world, column, outcome)
        if later_s == departs_s:
            return outcome
        departs_s = later_s


def o9_gates_open_s(world: World, column: Column) -> int:
    """O9: the first moment at which every gate on this movement's way is open."""
    operation, origin = world.operation, column.order.origin
    open_s = 0
    persons = sum(taken.persons for rider in column.riders for taken in rider.taken)
    for gate in operation.gates:
        if not column.order.loaded or origin not in gate.out_of:
            continue
        departed = sum(number for place, number in world.departures if place in gate.out_of)
        if departed + persons <= gate.beyond_persons:
            continue
        if gate.of_schedule:
            opens_s = gate.opens_s
        else:
            opens_s = out_by_s(world, gate.of_places, gate.until_persons)
        if opens_s is None:
            raise Stuck(column.rank, "O9", f"the gate {gate.name} never opens")
        open_s = max(open_s, opens_s)
    return open_s


def out_by_s(world: World, places: tuple[str, ...], persons: int) -> int | None:
    """Return the first moment by which so many who stood at ``places`` are out."""
    if persons == 0:
        return 0
    out = 0
    for moment_s, group, number in sorted(world.outs):
        if world.operation.people[group].place in places:
            out += number
            if out >= persons:
                return moment_s
    return None


def entry_s(world: World, road: int, forth: bool) -> int:
    """C4: when a head may enter a road, after all columns of lower rank."""
    headway_s = world.operation.roads[road].headway_s or 0
    moments_s = [0]
    for before in world.passages:
        if before.road == road and before.forth == forth:
            moments_s += [before.head_in_s + headway_s, before.tail_in_s]
        if before.road == road and before.forth != forth and world.operation.roads[road].alternate:
            moments_s.append(before.tail_out_s)
    return max(moments_s)


def exit_s(world: World, road: int, forth: bool) -> int:
    """C4: when a head may leave a road, after all columns of lower rank."""
    headway_s = world.operation.roads[road].headway_s or 0
    moments_s = [0]
    for before in world.passages:
        if before.road == road and before.forth == forth:
            moments_s += [before.head_out_s + headway_s, before.tail_out_s]
    return max(moments_s)


def stretches(world: World, part: ColumnPart) -> list[tuple[int, int]]:
    """C4: unbroken runs of truce roads, as the first and last step of each."""
    truce = [world.operation.roads[road].truce for road, _ in part.steps]
    firsts = [i for i, needs in enumerate(truce) if needs and (i == 0 or not truce[i - 1])]
    lasts = [i for i, needs in enumerate(truce) if needs and (i + 1 == len(truce) or not truce[i + 1])]
    return list(zip(firsts, lasts, strict=True))


def window_opens_s(world: World, leaves_s: int) -> int | None:
    """Return when the first window opens that this passage does not leave too late, if there is one.

    Who enters later never leaves sooner, so a window missed by this passage is missed by every later one.
    """
    for window in world.operation.windows:
        if leaves_s <= window.closes_s - world.operation.margin_s:
            return window.opens_s
    return None


def c4_truce_allows_s(world: World, column: Column, outcome: Outcome) -> int:
    """C4: this departure if its first truce stretch lies in one window; otherwise the next worth trying."""
    if not stretches(world, column.part):
        return outcome.departs_s
    first, last = stretches(world, column.part)[0]
    enters_s = outcome.legs[first].passage.head_in_s
    opens_s = window_opens_s(world, outcome.legs[last].passage.tail_out_s)
    if opens_s is None:
        raise Stuck(column.rank, "C4", "no window is left for its first truce stretch")
    if opens_s <= enters_s:
        return outcome.departs_s
    departs_s = outcome.departs_s
    # Who leaves later never gets there sooner: a stride that comes too early skips only what is too early.
    for stride_s in STRIDES_S:
        while reaches_s(world, column, departs_s + stride_s, first) < opens_s:
            departs_s += stride_s
    return departs_s + 1


def reaches_s(world: World, column: Column, departs_s: int, step: int) -> int:
    """Return when the head enters a step, not beyond the first truce stretch, leaving at ``departs_s``."""
    return drive_all(world, column, departs_s, step + 1)[step].passage.head_in_s


def o6_duty_allows_s(world: World, column: Column, outcome: Outcome) -> int:
    """O6: this departure if all are free again in their span and duty; otherwise the next worth trying."""
    later_s = outcome.departs_s
    for rider, free_s in zip(column.riders, outcome.free_s, strict=True):
        vehicle_type = fleet_type(world, rider.order)
        # Who leaves later is never free sooner: past the span's end no moment is left.
        if vehicle_type.available_until_s is not None and free_s > vehicle_type.available_until_s:
            raise Stuck(column.rank, "O6", f"{rider.order.vehicle_type} is free again after its span")
        # For the same reason, no moment before the next opening can do where this one does not.
        if not within(world.operation, vehicle_type.duty, outcome.departs_s, free_s):
            assert vehicle_type.duty is not None
            later_s = max(later_s, next_opening_s(world.operation, vehicle_type.duty, outcome.departs_s))
    if later_s > settled_s(world, column) + 8 * DAY_S:
        raise Stuck(column.rank, "O6", "no day's duty hours hold the trip")
    return later_s


def settled_s(world: World, column: Column) -> int:
    """Return a moment after which one day is like another: nothing that is known happens later."""
    moments_s = [column.order.not_before_s, world.departed_s]
    moments_s += [vehicle.free_s for vehicle in world.vehicles]
    moments_s += [passage.tail_out_s for passage in world.passages]
    moments_s += [free_s for bays in world.bays_free_s.values() for free_s in bays.values()]
    moments_s += [free_s for lanes in world.lanes_free_s.values() for free_s in lanes]
    moments_s += [moment_s for changes in world.room.values() for moment_s, _ in changes]
    moments_s += [window.closes_s for window in world.operation.windows]
    moments_s += [rider.comes_s for rider in column.riders]
    moments_s += world.escorts_free_s
    moments_s += [gate.opens_s or 0 for gate in world.operation.gates]
    return max(moments_s)


# ---------------------------------------------------------------- C5: on the road


def drive_all(world: World, column: Column, departs_s: int, steps: int) -> list[Leg]:
    """C5: the first ``steps`` roads, the head entering the first at ``departs_s``."""
    if not steps:
        return []
    return drive(world, column, 0, departs_s, departs_s + pass_s(world, column, 0), steps)


def pass_s(world: World, column: Column, step: int) -> int:
    road, forth = column.part.steps[step]
    return world.operation.roads[road].pass_s(column.length_m, forth, column.slowest_m_per_h)


def drive(world: World, column: Column, step: int, head_in_s: int, tail_in_s: int, steps: int) -> list[Leg]:
    """C5: one road, and from it all that follow."""
    road, forth = column.part.steps[step]
    here = world.ways.end(column.part.steps[step])
    needs_s = world.operation.roads[road].travel_s(forth, column.slowest_m_per_h)
    behind_s = pass_s(world, column, step)
    head_out_s = max(head_in_s + needs_s, exit_s(world, road, forth))
    tail_comes_s = max(tail_in_s + needs_s, head_out_s + behind_s)
    coming_s = spaced(head_out_s, tail_comes_s, len(column.riders))
    screenings = c6_screen(world, column, here, coming_s)

    def leg(tail_out_s: int) -> Leg:
        passage = Passage(
            road=road,
            forth=forth,
            head_in_s=head_in_s,
            tail_in_s=tail_in_s,
            head_out_s=head_out_s,
            tail_out_s=tail_out_s,
        )
        goes_on_s = c6_go_on(world, here, screenings) if screenings else coming_s
        return Leg(passage, screenings, goes_on_s)

    if step + 1 == steps:
        return [leg(screenings[-1].begins_s if screenings else tail_comes_s)]
    for next_in_s in next_entries(world, column, step, here, head_out_s, screenings):
        ahead_s = pass_s(world, column, step + 1)
        if screenings:
            tail_out_s = screenings[-1].begins_s
            tail_goes_s = c6_tail_goes_s(world, here, screenings)
        else:
            # A held column stands on the road behind; one that does not wait has next_in_s == head_out_s.
            tail_out_s = max(tail_in_s + needs_s, next_in_s + behind_s)
            tail_goes_s = tail_out_s
        rest = drive(world, column, step + 1, next_in_s, max(tail_goes_s, next_in_s + ahead_s), steps)
        if c4_later_stretch_open(world, column, step + 1, rest):
            return [leg(tail_out_s), *rest]
    raise Stuck(column.rank, "C4", f"no window is left for the truce stretch beyond {here}")


def spaced(head_s: int, tail_s: int, number: int) -> list[int]:
    """C5: vehicles between head and tail are evenly spaced in time, rounded up."""
    if number == 1:
        return [head_s]
    return [head_s + -(-j * (tail_s - head_s) // (number - 1)) for j in range(number)]


def next_entries(
    world: World, column: Column, step: int, here: str, head_out_s: int, screenings: list[Screening]
) -> Iterator[int]:
    """C4, C5: the moments at which to try the next road: when it can be entered, then as windows open.

    Who enters later never leaves sooner, so what fails at one moment of a window fails at all its later ones.
    """
    goes_on_s = c6_head_goes_s(world, here, screenings) if screenings else head_out_s
    goes_on_s += sum(halt.lasts_s for halt in world.operation.convoy.halts if halt.place == here)
    first_s = max(goes_on_s, entry_s(world, *column.part.steps[step + 1]))
    yield first_s
    if any(first == step + 1 for first, _ in stretches(world, column.part)[1:]):
        yield from (window.opens_s for window in world.operation.windows if window.opens_s > first_s)


def c4_later_stretch_open(world: World, column: Column, step: int, legs: list[Leg]) -> bool:
    """C4: whether the later truce stretch that begins at ``step``, if one does, lies in one window."""
    for first, last in stretches(world, column.part)[1:]:
        if first == step:
            opens_s = window_opens_s(world, legs[last - first].passage.tail_out_s)
            return opens_s is not None and opens_s <= legs[0].passage.head_in_s
    return True


# ---------------------------------------------------------------- C6: the checkpoint


def c6_screen(world: World, column: Column, here: str, coming_s: list[int]) -> list[Screening]:
    """C6: in column order, each in the lane that is free first; nothing where there is no checkpoint."""
    place = world.operation.places[here]
    if place.kind is not Kind.CHECKPOINT:
        return []
    assert place.lanes is not None
    number = place.lanes.outward if column.order.loaded else place.lanes.inward
    free_s = dict(enumerate(world.lanes_free_s.get((here, column.order.loaded), [0] * number)))
    screenings: list[Screening] = []
    for rider, arrives_s in zip(column.riders, coming_s, strict=True):
        lane = free_first(free_s, number)
        ahead_s = screenings[-1].begins_s if screenings else 0
        people = world.operation.people
        lasts_s = place.per_vehicle_s + sum(
            taken.persons * place.screening_s(people[taken.lot.group].person_class) for taken in rider.taken
        )
        begins_s = first_within(world.operation, place.hours, max(free_s[lane], arrives_s, ahead_s), lasts_s)
        if begins_s is None:
            raise Stuck(column.rank, "C6", f"screening for {lasts_s} s never fits the hours")
        free_s[lane] = begins_s + lasts_s
        screenings.append(
            Screening(
                checkpoint=here,
                arrives_s=arrives_s,
                begins_s=begins_s,
                ends_s=begins_s + lasts_s,
                lane=lane,
            )
        )
    return screenings


def c6_head_goes_s(world: World, here: str, screenings: list[Screening]) -> int:
    """C6: the head goes on when all are through, or when it is through itself."""
    if world.operation.places[here].release is Release.COLUMN:
        return max(screening.ends_s for screening in screenings)
    return screenings[0].ends_s


def c6_tail_goes_s(world: World, here: str, screenings: list[Screening]) -> int:
    """C6: the tail goes on when all are through."""
    return max(screening.ends_s for screening in screenings)


def c6_go_on(world: World, here: str, screenings: list[Screening]) -> list[int]:
    """C6: when each vehicle goes on from a checkpoint that is the release point."""
    if world.operation.places[here].release is Release.VEHICLE:
        return [screening.ends_s for screening in screenings]
    # No road is ahead on which they would be spaced: each goes on singly as soon as it may.
    return [c6_head_goes_s(world, here, screenings)] * len(screenings)


# ---------------------------------------------------------------- C7: out


def c7_arrive(world: World, column: Column, departs_s: int) -> Outcome:
    """C7: drive, go on singly from the release point, and unload."""
    legs = drive_all(world, column, departs_s, len(column.part.steps))
    released_s = legs[-1].goes_on_s if legs else [departs_s] * len(column.riders)
    arrives_s = [
        moment_s + alone_s(world, column.rank, rider.order, column.part.release, rider.order.destination)
        for rider, moment_s in zip(column.riders, released_s, strict=True)
    ]
    if not column.order.loaded:
        return Outcome(departs_s, legs, released_s, arrives_s, [None] * len(arrives_s), arrives_s)
    unloads = c7_unload(world, column, arrives_s)
    return Outcome(departs_s, legs, released_s, arrives_s, list(unloads), [time.ends_s for time in unloads])


def c7_unload(world: World, column: Column, arrives_s: list[int]) -> list[BayTime]:
    """C7: in column order, the bay that is free first, when there is room, within hours."""
    bays_free_s = {place: dict(free_s) for place, free_s in world.bays_free_s.items()}
    room = {place: list(changes) for place, changes in world.room.items()}
    times = []
    for rider, moment_s in zip(column.riders, arrives_s, strict=True):
        name = rider.order.destination
        place = world.operation.places[name]
        free_s = bays_free_s.setdefault(name, {})
        bay, bay_free_s = bay_first(free_s, place.bays)
        persons = sum(taken.persons for taken in rider.taken)
        changes = room.setdefault(name, [])
        lasts_s = seconds_by_need(world, rider, fleet_type(world, rider.order).alighting_s)
        soonest_s = max(moment_s, bay_free_s)
        earliest_s = c7_room_from_s(changes, place.capacity_persons, persons, soonest_s)
        if earliest_s is None:
            raise Stuck(column.rank, "C7", f"room for {persons} persons at {name} never becomes free")
        begins_s = first_within(world.operation, place.hours, earliest_s, lasts_s)
        if begins_s is None:
            raise Stuck(column.rank, "C7", f"unloading for {lasts_s} s never fits the hours")
        changes.append((begins_s, persons))
        if bay is not None:
            free_s[bay] = begins_s + lasts_s
        times.append(BayTime(bay, begins_s, begins_s + lasts_s))
    return times


def c7_room_from_s(
    changes: list[tuple[int, int]], capacity_persons: int | None, persons: int, from_s: int
) -> int | None:
    """C7: the first moment from which on the place has room for so many more; ``None`` if there is none."""
    if capacity_persons is None:
        return from_s
    # Room changes only when somebody comes or goes, so no other moments need trying.
    moments_s = sorted({from_s, *(moment_s for moment_s, _ in changes if moment_s > from_s)})
    for begins_s in moments_s:
        later_s = [moment_s for moment_s in moments_s if moment_s >= begins_s]
        most = max(sum(more for when_s, more in changes if when_s <= moment_s) for moment_s in later_s)
        if most + persons <= capacity_persons:
            return begins_s
    return None


# ---------------------------------------------------------------- what comes of it


def write(
    world: World, column: Column, ready_s: int, outcome: Outcome, loading: list[BayTime], escort: int | None
) -> Movement:
    """Return the movement with all its times."""
    return Movement(
        rank=column.rank,
        origin=column.part.origin,
        release=column.part.release,
        not_before_s=column.order.not_before_s,
        ready_s=ready_s,
        departs_s=outcome.departs_s,
        passages=tuple(leg.passage for leg in outcome.legs),
        trips=tuple(write_trip(world, column, outcome, loading, j) for j in range(len(column.riders))),
        escort=escort,
        escort_free_s=None if escort is None else c1_escort_free_s(world, column, outcome),
    )


def write_trip(world: World, column: Column, outcome: Outcome, loading: list[BayTime], j: int) -> Trip:
    rider, unload = column.riders[j], outcome.unloads[j]
    turn_round_s = fleet_type(world, rider.order).turn_round_s
    return Trip(
        vehicle_type=rider.order.vehicle_type,
        vehicle=rider.vehicle.number,
        layout=rider.order.layout,
        comes_from=rider.order.comes_from,
        leaves_s=rider.leaves_s,
        comes_s=rider.comes_s,
        loads=loads(rider),
        bay=loading[j].bay if loading else None,
        bay_begins_s=loading[j].begins_s if loading else None,
        boards_s=loading[j].begins_s + turn_round_s if loading else None,
        boarded_s=loading[j].ends_s if loading else None,
        screenings=tuple(leg.screenings[j] for leg in outcome.legs if leg.screenings),
        released_s=outcome.released_s[j],
        destination=rider.order.destination,
        arrives_s=outcome.arrives_s[j],
        unload_bay=unload.bay if unload else None,
        unloads_s=unload.begins_s if unload else None,
        free_s=outcome.free_s[j],
    )


def c1_escort_free_s(world: World, column: Column, outcome: Outcome) -> int:
    """C1: once the tail is at the release point, plus the roads' own times the other way."""
    back = tuple((road, not forth) for road, forth in column.part.steps)
    return outcome.legs[-1].passage.tail_out_s + world.ways.travel_s(back)


def remember(world: World, column: Column, movement: Movement, loading: list[BayTime]) -> None:
    """Note what the movement leaves behind for those of higher rank."""
    world.departed_s = movement.departs_s
    world.passages += movement.passages
    world.departures.append((movement.origin, movement.persons))
    if movement.escort is not None and movement.escort_free_s is not None:
        world.escorts_free_s[movement.escort] = movement.escort_free_s
    for time in loading:
        take_bay(world, movement.origin, time.bay, time.ends_s)
    for rider, trip in zip(column.riders, movement.trips, strict=True):
        remember_lanes(world, column, trip)
        if movement.loaded:
            remember_leaving(world, rider, trip)
            remember_out(world, rider, trip)
        rider.vehicle.place, rider.vehicle.free_s = trip.destination, trip.free_s


def take_bay(world: World, place: str, bay: int | None, until_s: int) -> None:
    if bay is not None:
        bays = world.bays_free_s.setdefault(place, {})
        bays[bay] = max(bays.get(bay, 0), until_s)


def remember_lanes(world: World, column: Column, trip: Trip) -> None:
    for screening in trip.screenings:
        place = world.operation.places[screening.checkpoint]
        assert place.lanes is not None
        number = place.lanes.outward if column.order.loaded else place.lanes.inward
        lanes = world.lanes_free_s.setdefault((screening.checkpoint, column.order.loaded), [0] * number)
        lanes[screening.lane] = max(lanes[screening.lane], screening.ends_s)


def remember_leaving(world: World, rider: Rider, trip: Trip) -> None:
    """C7: those unloaded at a transfer make room when the bay time of their next vehicle begins."""
    assert trip.bay_begins_s is not None
    for taken in rider.taken:
        taken.lot.persons -= taken.persons
        if taken.lot.unloaded:
            world.room.setdefault(taken.lot.place, []).append((trip.bay_begins_s, -taken.persons))


def remember_out(world: World, rider: Rider, trip: Trip) -> None:
    """C7: at the first safe place a person is out, by the horizon; at a transfer a new group comes about."""
    assert trip.unloads_s is not None
    place, horizon_s = world.operation.places[trip.destination], world.operation.horizon_s
    take_bay(world, trip.destination, trip.unload_bay, trip.free_s)
    world.room.setdefault(trip.destination, []).append((trip.unloads_s, trip.persons))
    for taken in rider.taken:
        safe = place.side is Side.SAFE
        if safe and not taken.lot.out_already and (horizon_s is None or trip.free_s <= horizon_s):
            world.outs.append((trip.free_s, taken.lot.group, taken.persons))
        if place.kind is Kind.TRANSFER:
            out_already = safe or taken.lot.out_already
            world.lots.append(
                Lot(trip.destination, taken.lot.group, taken.persons, trip.free_s, True, out_already)
            )
