"""The rows of the slot program: their names, and the right side of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from korridor.operation.agreement import Gate
from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Release
from korridor.operation.scheme import Need
from korridor.planning.verify.seconds import travel_s
from korridor.planning.verify.slot_program.classes import Class
from korridor.planning.verify.slot_program.emptied import emptied
from korridor.planning.verify.slot_program.entries import Entries, entries
from korridor.planning.verify.slot_program.kinds import Empty, Kinds, Loaded, Trips, way
from korridor.planning.verify.slot_program.slots import Clock, Span, margin_s, spans
from korridor.planning.verify.windows import windows_s

Clocks = Callable[[str], Clock]


@dataclass(frozen=True)
class Row:
    """A family of rows of one form.

    Attributes
    ----------
    one : bool
        Whether it is a single row, not one a slot or period.
    right : callable
        The right side, by slot or period.
    """

    one: bool
    right: Callable[[int], int]


@dataclass(frozen=True)
class Queue:
    """A kind's part in a row about a checkpoint's lanes.

    Attributes
    ----------
    before : bool
        Whether it is served before x; then the row is about slots no later, else about slots no sooner.
    from_s, to_s : int
        *begin* and *after* where it is served before x; *lead* and *end* where it is served after.
    """

    checkpoint: str
    before: bool
    lanes: int
    service_s: int
    from_s: int
    to_s: int

    def name(self, outward: bool, clock: str, window: int) -> str:
        """Name the row."""
        side, turn = "out" if outward else "in", "before" if self.before else "after"
        return f"lanes/{self.checkpoint}/{side}/{turn}/{clock}/{window}"


class Rows:
    """All rows of the slot program that is built for a horizon, and the kinds with their spans."""

    def __init__(self, kinds: Kinds, horizon_s: int, clocks: Clocks, period_s: int | None = None) -> None:
        self.operation: Operation = kinds.operation
        self.kinds, self.horizon_s, self.clocks, self.period_s = kinds, horizon_s, clocks, period_s
        self.spans: dict[Trips, tuple[Span, ...]] = {
            each: tuple(spans(self.operation, each, horizon_s)) for each in (*kinds.loaded, *kinds.empty)
        }
        self.loaded = tuple(each for each in kinds.loaded if self.spans[each])
        self.empty = tuple(each for each in kinds.empty if self.spans[each])
        self.headways_s = self._headways_s()
        self.escorted = self._escorted()
        self.limited = frozenset(
            each for each in kinds.loaded if self.boards_all_it_can(each) and each.many <= each.room
        )
        self.entries: dict[str, Entries] = {
            f"entries/{way(reference)}/{name}": each for reference, name, each in entries(kinds, self.limited)
        }
        self.named: dict[str, Row] = {}
        for name, row in self._all():
            # a place whose own name holds a slash could give two rows one name
            if name in self.named:
                raise ValueError(f"two rows are named {name}")
            self.named[name] = row

    def _all(self) -> Iterator[tuple[str, Row]]:
        yield from self._of_people()
        yield from self._of_stock()
        yield from self._of_columns()
        yield from self._of_entries()
        for name in {each.vehicle_type for each in self.limited}:
            yield f"emptied/{name}", Row(True, lambda _, name=name: self._emptied(name))  # type: ignore[misc]
        yield from self._of_lanes()
        yield from self._of_bays()
        for index, gate in enumerate(self.operation.gates):
            if gate.of_schedule:
                yield f"gate/{index}", _one(gate.beyond_persons)
                yield f"held/{index}", _one(gate.beyond_persons)

    def period(self, trips: Loaded, span: Span, slot: int) -> int:
        """Return the period in which a trip ends at the soonest; 0 where the moment does not count."""
        if self.period_s is None:
            return 0
        low_s = max(span.soonest_s, self.clocks(trips.clock).first_s(slot))
        return (low_s + trips.beyond_s) // self.period_s

    def left_s(self, period: int) -> int:
        """Return what a person counts who is out in a period: 1, or the seconds left from its beginning."""
        return 1 if self.period_s is None else self.horizon_s - period * self.period_s

    def periods(self, bundle: tuple[str, int, str, str]) -> dict[int, dict[int, bool]]:
        """Return the periods in which trips of a type, layout and leg end.

        Each with, for every gate with a schedule, whether all of them leave while it is shut (O9).
        """
        found: dict[int, dict[int, bool]] = {}
        gates = [(index, gate) for index, gate in enumerate(self.operation.gates) if gate.of_schedule]
        for each in (each for each in self.loaded if each.bundle == bundle):
            clock = self.clocks(each.clock)
            for span in self.spans[each]:
                first, last = clock.slot(span.soonest_s), clock.slot(span.latest_s)
                # the latest trip of a period leaves last; all are in one period where the moment does not count
                for slot in range(last if self.period_s is None else first, last + 1):
                    held = found.setdefault(
                        self.period(each, span, slot), {index: True for index, _ in gates}
                    )
                    high_s = min(span.latest_s, clock.last_s(slot))
                    for index, gate in gates:
                        if each.leaves not in gate.out_of or not shut(gate, each, high_s):
                            held[index] = False
        return found

    def _of_people(self) -> Iterator[tuple[str, Row]]:
        for name, group in self.operation.people.items():
            yield f"people/{name}", _one(group.persons // (group.party + group.companions))
        bundles = {each.bundle: each for each in self.loaded}
        for bundle, each in bundles.items():
            text = "/".join(str(part) for part in bundle)
            by_period = _one(0) if self.period_s is None else _every(0)
            for need in Need:
                yield f"places/{text}/{need.value}", by_period
            yield f"load/{text}", by_period
            if self.boards_all_it_can(each):
                yield f"partial/{text}", _one(1)
        for name in dict.fromkeys(each.reaches for each in self.loaded):
            place = self.operation.places[name]
            if place.capacity_persons is not None and place.kind is not Kind.TRANSFER:
                yield f"room/{name}", _one(place.capacity_persons)

    def boards_all_it_can(self, trips: Loaded) -> bool:
        """O5: nobody keeps a party of the kind out while there is room, and nobody joins by transfer."""
        classes = {self.operation.people[name].person_class for name in trips.groups}
        apart = any(one in classes and other in classes for one, other in self.operation.apart)
        return self.operation.places[trips.leaves].kind is not Kind.TRANSFER and not apart

    def _of_stock(self) -> Iterator[tuple[str, Row]]:
        every: tuple[Trips, ...] = (*self.kinds.loaded, *self.kinds.empty)
        stands = dict.fromkeys(
            (each.vehicle_type, place) for each in every for place in (each.leaves, each.reaches)
        )
        for kind, place in stands:
            yield f"stock/{kind}/{place}", self._stock(kind, place)

    def _stock(self, kind: str, place: str) -> Row:
        vehicle = self.operation.fleet[kind]
        since = self.clocks(f"stock/{kind}/{place}").slot(vehicle.available_from_s)
        number = vehicle.depots.get(place, 0)
        return Row(False, lambda slot: number if since <= slot else 0)

    def _headways_s(self) -> dict[tuple[int, bool], int]:
        """Every reference with a headway, of the kinds that have a slot."""
        found: dict[tuple[int, bool], int] = {}
        for each in (*self.loaded, *self.empty):
            if each.reference is not None:
                headway_s = self.operation.roads[each.reference[0]].headway_s
                assert headway_s
                found[each.reference] = headway_s
        return found

    def _escorted(self) -> dict[tuple[int, bool], int]:
        """Slots between two heads with one escort at least, by reference; where escorts bind.

        Kinds without a slot do not count: none of their trips is a column's that the program counts.
        """
        if self.operation.convoy.escorts is None:
            return {}
        empty = {each.reference for each in self.empty}
        found = {}
        for reference in self.headways_s:
            if reference not in empty:
                slot_s = self.clocks(f"road/{way(reference)}").slot_s
                mine = [each for each in self.loaded if each.reference == reference]
                away_s = min(self._escort_back_s(each) for each in mine) + min(
                    each.walk.to_reference_s for each in mine if each.walk is not None
                )
                away = away_s // slot_s
                if away >= 1:
                    found[reference] = away
        return found

    def _escort_back_s(self, trips: Trips) -> int:
        """From x to the head's end of the last road, and back by the roads' own times."""
        walk = trips.walk
        assert walk is not None
        back_s = sum(travel_s(self.operation.roads[i], not forth) for i, forth in walk.column.steps)
        return walk.leaves_s[-1] - walk.to_reference_s + back_s

    def _of_columns(self) -> Iterator[tuple[str, Row]]:
        for reference, headway_s in self.headways_s.items():
            for each, origin in self.columns(reference):
                yield f"heads/{columns_name(reference, each, origin)}", _every(0)
                for name, _, _ in self.waves(reference, each, origin):
                    yield name, _every(0)
                for wave in range(1, self.loading_waves(reference, each, origin) + 1):
                    yield loading_name(reference, each, origin, wave), _every(0)
            for heads in (1, 2, 3):
                if heads * headway_s // self.clocks(f"road/{way(reference)}").slot_s >= 1:
                    yield f"headway/{way(reference)}/{heads}", _every(heads)
            if reference in self.escorted:
                escorts = self.operation.convoy.escorts
                assert escorts is not None
                yield f"escorts/{way(reference)}", _every(escorts)

    def columns(self, reference: tuple[int, bool]) -> tuple[tuple[Class, str], ...]:
        """Return the classes of columns that enter a reference, each with the places from which they set out."""
        found = {
            (each.column_class, each.walk.column.origin): None
            for each in (*self.loaded, *self.empty)
            if each.reference == reference and each.column_class is not None and each.walk is not None
        }
        return tuple(found)

    def waves(
        self, reference: tuple[int, bool], column_class: Class, origin: str
    ) -> Iterator[tuple[str, int, int]]:
        """Yield the rows about who is served while a column is held: name, service, and how many it can be."""
        if column_class.ends_s is None:
            return
        found = {
            (each.walk.ends[each.walk.queue], each.walk.queue_service_s)
            for each in (*self.loaded, *self.empty)
            if each.reference == reference and each.column_class == column_class
            if each.walk is not None and each.walk.queue is not None and each.walk.queue_service_s
            if each.walk.column.origin == origin
        }
        for checkpoint, service_s in sorted(found):
            lanes = self.operation.places[checkpoint].lanes
            assert lanes is not None
            served = max(lanes.outward, lanes.inward) * ((column_class.ends_s - 1) // service_s)
            yield wave_name(reference, column_class, origin, checkpoint, service_s), service_s, served

    def wave_s(self, reference: tuple[int, bool], place: str) -> int:
        """Return a wave of loading: how long the largest vehicles are in a bay there; 0 without any."""
        there = [
            (each.few, each.bay_s)
            for each in self.kinds.loaded
            if each.reference == reference and each.leaves == place
        ]
        return max(there)[1] if there else 0

    def loading_waves(self, reference: tuple[int, bool], column_class: Class, origin: str) -> int:
        """Return how many rows about waves of loading the columns of a class from a place have."""
        bays = self.operation.places[origin].bays
        if bays is None or self.wave_s(reference, origin) < 1:
            return 0
        return (column_class.most - 1) // bays

    def slow(self, reference: tuple[int, bool], column_class: Class, origin: str) -> tuple[Loaded, ...]:
        """Return the loaded kinds that take a bay for a wave at least, and for less than two."""
        wave_s = self.wave_s(reference, origin)
        return tuple(
            each
            for each in self.loaded
            if each.reference == reference and each.column_class == column_class and each.leaves == origin
            if wave_s <= each.bay_s < 2 * wave_s
        )

    def queues(self, trips: Trips, window: int) -> Iterator[Queue]:
        """Yield the kind's part in the rows about lanes."""
        walk = trips.walk
        if walk is None or (isinstance(trips, Empty) and trips.as_loaded):
            return
        for checkpoint in dict.fromkeys(walk.ends):
            place, step = self.operation.places[checkpoint], walk.screened_at(checkpoint)
            if place.kind is not Kind.CHECKPOINT or step is None:
                continue
            assert place.lanes is not None
            lanes = place.lanes.outward if isinstance(trips, Loaded) else place.lanes.inward
            service_s = walk.own_s[step]
            if step < walk.reference:
                if place.release is Release.COLUMN:
                    begin_s = self._begin_s(trips, step, window)
                    after_s = walk.to_reference_s - walk.served_s[step]
                    yield Queue(checkpoint, True, lanes, service_s, begin_s, after_s)
                continue
            end_s = self._end_s(trips, step, window, place.release)
            if end_s is not None:
                lead_s = walk.leaves_s[step] - walk.to_reference_s
                yield Queue(checkpoint, False, lanes, service_s, lead_s, end_s)

    def _begin_s(self, trips: Trips, step: int, window: int) -> int:
        """No vehicle of the kind comes to the checkpoint before its reference any sooner."""
        walk = trips.walk
        assert walk is not None
        around = walk.around_reference()
        if around is not None and around[0] <= step <= around[1]:
            opens_s = windows_s(self.operation)[window][0]
            return opens_s + walk.leaves_s[step] - walk.enters_s[around[0]]
        return trips.to_part_s + walk.leaves_s[step]

    def _end_s(self, trips: Trips, step: int, window: int, release: Release) -> int | None:
        """Every vehicle of the kind is through the checkpoint behind its reference by then."""
        walk = trips.walk
        assert walk is not None
        around = walk.around_reference()
        served_s, last = walk.served_s[step], len(walk.ends) - 1
        if release is Release.COLUMN and around is not None and around[0] <= step < around[1]:
            closes_s = windows_s(self.operation)[window][1]
            return closes_s - margin_s(self.operation) - (walk.leaves_s[around[1]] - served_s)
        if release is Release.COLUMN or step == last:
            return self.horizon_s - (walk.served_s[-1] - served_s) - trips.after_part_s
        return None

    def _of_entries(self) -> Iterator[tuple[str, Row]]:
        for name, each in self.entries.items():
            clock = self.clocks(each.counted[0].clock)
            yield name, Row(False, lambda slot, each=each, clock=clock: each.by(clock.last_s(slot)))  # type: ignore[misc]

    def _emptied(self, name: str) -> int:
        return emptied(self.kinds, self.limited, self.entries, self.horizon_s, name)

    def _of_lanes(self) -> Iterator[tuple[str, Row]]:
        found: dict[str, tuple[str, list[Queue]]] = {}
        for each in (*self.loaded, *self.empty):
            for span in self.spans[each]:
                for queue in self.queues(each, span.window):
                    name = queue.name(isinstance(each, Loaded), each.clock, span.window)
                    found.setdefault(name, (each.clock, []))[1].append(queue)
        for name, (clock, queues) in found.items():
            yield name, _lane_row(self.clocks(clock), queues)

    def _of_bays(self) -> Iterator[tuple[str, Row]]:
        loads: dict[tuple[str, str, int], list[tuple[int, int]]] = {}
        unloads: dict[tuple[str, str], list[int]] = {}
        for each in self.loaded:
            unloads.setdefault((each.reaches, each.clock), []).append(each.beyond_s - each.alight_s)
            for span in self.spans[each]:
                turn_round_s = self.operation.fleet[each.vehicle_type].turn_round_s
                begin_s = max(0, span.soonest_s + each.beyond_s - each.aboard_s - turn_round_s)
                times_s = begin_s, each.before_s - each.bay_s
                loads.setdefault((each.leaves, each.clock, span.window), []).append(times_s)
        for (place, clock, window), times in loads.items():
            bays = self.operation.places[place].bays
            if bays is not None:
                begin_s, after_s = min(begin for begin, _ in times), min(after for _, after in times)
                row = _until_row(self.clocks(clock), bays, begin_s + after_s)
                yield f"bays/{place}/{clock}/{window}", row
        for (place, clock), leads_s in unloads.items():
            bays = self.operation.places[place].bays
            if bays is not None:
                row = _from_row(self.clocks(clock), bays, self.horizon_s - min(leads_s))
                yield f"unload/{place}/{clock}", row


def _one(right: int) -> Row:
    return Row(True, lambda _: right)


def _every(right: int) -> Row:
    return Row(False, lambda _: right)


def _lane_row(clock: Clock, queues: list[Queue]) -> Row:
    """Of times in which its kinds differ, the one that makes the right side largest stands."""
    lanes, least_from_s = queues[0].lanes, min(queue.from_s for queue in queues)
    if queues[0].before:
        return _until_row(clock, lanes, least_from_s + min(queue.to_s for queue in queues))
    return _from_row(clock, lanes, max(queue.to_s for queue in queues) - least_from_s)


def _until_row(clock: Clock, servers: int, less_s: int) -> Row:
    return Row(False, lambda slot: max(0, servers * (clock.last_s(slot) - less_s)))


def _from_row(clock: Clock, servers: int, until_s: int) -> Row:
    return Row(False, lambda slot: max(0, servers * (until_s - clock.first_s(slot))))


def columns_name(reference: tuple[int, bool], column_class: Class, origin: str) -> str:
    """Name the columns of a class that set out from a place."""
    return f"{way(reference)}/{column_class.name}/{origin}"


def wave_name(
    reference: tuple[int, bool], column_class: Class, origin: str, checkpoint: str, service_s: int
) -> str:
    """Name a row about who is served while a column is held."""
    return f"waves/{columns_name(reference, column_class, origin)}/{checkpoint}/{service_s}"


def loading_name(reference: tuple[int, bool], column_class: Class, origin: str, wave: int) -> str:
    """Name a row about who loads in the last waves before a column leaves."""
    return f"loading/{columns_name(reference, column_class, origin)}/{wave}"


def shut(gate: Gate, trips: Loaded, x_s: int) -> bool:
    """O9: whether a trip whose head is at its reference by ``x_s`` has left before the gate opens."""
    opens_s = next((out.by_s for out in gate.of_schedule if out.persons >= gate.until_persons), None)
    return opens_s is None or x_s - (trips.before_s - trips.bay_s - trips.marshal_s) < opens_s
