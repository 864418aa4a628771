"""The slot program itself: columns, rows by family, and what each column takes of them (docs/bounds.md, Rows)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from korridor.operation.agreement import Gate
from korridor.operation.place import Kind
from korridor.operation.scheme import NEEDS
from korridor.planning.bound.clocks import Grid, Ints, stock
from korridor.planning.bound.columns import Run, runs_of
from korridor.planning.bound.kinds import Kinds, Lane, TripKind, places_of

HEADS = (1, 2, 3)
"""The m of the rows ``headway``."""


class Sums(Enum):
    """Over which places a family's row q adds up what columns take."""

    AT = "q"
    UP_TO = "0 to q"
    FROM = "q on"
    RUN = "q to q + length - 1"


@dataclass
class Family:
    """Rows of one name: what columns take at places 0, 1, 2, … of a line, added up as ``sums`` says, is at most ``most``."""

    name: str
    sums: Sums
    most: Callable[[Ints], Ints]
    length: int = 1
    taken: list[tuple[Ints, Ints, Ints]] = field(default_factory=list)

    def take(self, columns: Ints, places: Ints | int, amounts: Ints | int) -> None:
        """Let columns take amounts at places."""
        shape = columns.shape
        self.taken.append((columns, np.broadcast_to(places, shape), np.broadcast_to(amounts, shape)))


@dataclass(frozen=True)
class Line:
    """A family whose places are numbered through with those of all others."""

    name: str
    sums: Sums
    length: int
    first: int
    most: Ints

    @property
    def places(self) -> slice:
        """Its places among all."""
        return slice(self.first, self.first + len(self.most))


@dataclass(frozen=True)
class Program:
    """Maximise ``worth`` x, where what columns take keeps every line's ``most``.

    Attributes
    ----------
    worth, upper : array of int
        By column: objective, and the most that it holds. Trips come first, then columns of vehicles, then people.
    column, place, amount : array of int
        What each column takes: parallel arrays, ``place`` numbered through all lines.
    lines : tuple of Line
    trips : int
        How many columns are trips.
    runs : tuple of Run
    """

    kinds: Kinds
    grid: Grid
    horizon_s: int
    weighted: bool
    worth: Ints
    upper: Ints
    column: Ints
    place: Ints
    amount: Ints
    lines: tuple[Line, ...]
    trips: int
    runs: tuple[Run, ...]

    @property
    def people_weight(self) -> int:
        """What everybody together counts."""
        groups = self.kinds.operation.people.values()
        return sum(group.persons * (group.weight if self.weighted else 1) for group in groups)


def program_of(kinds: Kinds, grid: Grid, horizon_s: int, weighted: bool) -> Program:
    """Build the slot program of an operation for a horizon."""
    return _Builder(kinds, grid, horizon_s, weighted).built()


class _Builder:
    def __init__(self, kinds: Kinds, grid: Grid, horizon_s: int, weighted: bool) -> None:
        self.kinds, self.grid, self.horizon_s, self.weighted = kinds, grid, horizon_s, weighted
        self.operation = kinds.operation
        self.runs = runs_of(kinds, grid, horizon_s)
        self.families: dict[str, Family] = {}
        self.trips = sum(len(run.slots) for run in self.runs)
        self.worth = [np.zeros(self.trips, dtype=np.int64)]
        self.upper = [np.full(len(run.slots), run.most, dtype=np.int64) for run in self.runs]
        self.columns = self.trips

    def built(self) -> Program:
        for run in self.runs:
            self._stock(run)
        self._shared_lines()
        self._heads()
        self._gates()
        self._people()
        lines, first = [], 0
        column, place, amount = [], [], []
        for family in self.families.values():
            size = 1 + max(int(places.max(initial=0)) for _, places, _ in family.taken)
            lines.append(Line(family.name, family.sums, family.length, first, family.most(np.arange(size))))
            for columns, places, amounts in family.taken:
                column.append(columns)
                place.append(places + first)
                amount.append(amounts)
            first += size
        return Program(
            self.kinds,
            self.grid,
            self.horizon_s,
            self.weighted,
            _joined(self.worth),
            _joined(self.upper),
            _joined(column),
            _joined(place),
            _joined(amount),
            tuple(lines),
            self.trips,
            self.runs,
        )

    def _kind(self, run: Run) -> TripKind:
        return self.kinds.all[run.kind]

    def _family(self, name: str, sums: Sums, most: Callable[[Ints], Ints], length: int = 1) -> Family:
        return self.families.setdefault(name, Family(name, sums, most, length))

    def _added(self, worth: Ints, upper: Ints) -> Ints:
        """Add columns, and return their numbers."""
        self.worth.append(worth)
        self.upper.append(upper)
        numbers = np.arange(self.columns, self.columns + len(worth))
        self.columns += len(worth)
        return numbers

    def _stock(self, run: Run) -> None:
        """O6: vehicles leave where vehicles stand."""
        kind = self._kind(run)
        vehicles = self.operation.fleet[kind.vehicle_type]
        ends = ((kind.origin, run.hi_s - kind.a_s, 1), (kind.destination, run.lo_s + kind.b_s, -1))
        for place, moments_s, sign in ends:
            name = stock(kind.vehicle_type, place)
            since = int(self.grid.slot(name, vehicles.available_from_s))
            family = self._family(name, Sums.UP_TO, _from_slot(since, vehicles.depots.get(place, 0)))
            family.take(run.columns, self.grid.slot(name, moments_s), sign)

    def _shared_lines(self) -> None:
        """C2, C6, C7: bays and lanes, where the kinds of one clock share a line."""
        bays: dict[tuple[str, str, int], list[Run]] = {}
        unload: dict[tuple[str, str], list[Run]] = {}
        lanes: dict[tuple[str, bool, bool, str, int], list[tuple[Run, Lane]]] = {}
        for run in self.runs:
            kind = self._kind(run)
            for lane in kind.lanes:
                at = lane.checkpoint, lane.outward, lane.before, kind.clock, run.span.number
                lanes.setdefault(at, []).append((run, lane))
            if kind.loaded:
                bays.setdefault((kind.origin, kind.clock, run.span.number), []).append(run)
                unload.setdefault((kind.destination, kind.clock), []).append(run)
        for (place, clock, span), runs in bays.items():
            self._bays(place, clock, span, runs)
        for (place, clock), runs in unload.items():
            self._unload(place, clock, runs)
        for (checkpoint, outward, before, clock, span), sharing in lanes.items():
            name = f"lanes/{checkpoint}/{'out' if outward else 'in'}/{'before' if before else 'after'}/{clock}/{span}"
            both = self.operation.places[checkpoint].lanes
            assert both is not None  # a checkpoint has lanes (O2)
            self._lanes(name, both.outward if outward else both.inward, clock, before, sharing)

    def _bays(self, place: str, clock: str, span: int, runs: list[Run]) -> None:
        bays = self.operation.places[place].bays
        if bays is None:
            return
        kinds = [self._kind(run) for run in runs]
        after_s = min(kind.a_s - kind.bay_s for kind in kinds)
        begin_s = min(
            max(0, int(run.lo_s[0]) + k.b_s - k.limit_s - self._turn_round_s(k))
            for run, k in zip(runs, kinds, strict=True)
        )

        def most(q: Ints) -> Ints:
            return bays * np.maximum(0, self.grid.last_s(clock, q) - after_s - begin_s)

        family = self._family(f"bays/{place}/{clock}/{span}", Sums.UP_TO, most)
        for run, kind in zip(runs, kinds, strict=True):
            family.take(run.columns, run.slots, kind.bay_s)

    def _turn_round_s(self, kind: TripKind) -> int:
        return self.operation.fleet[kind.vehicle_type].turn_round_s

    def _unload(self, place: str, clock: str, runs: list[Run]) -> None:
        bays = self.operation.places[place].bays
        if bays is None:
            return
        kinds = [self._kind(run) for run in runs]
        lead_s = min(kind.b_s - kind.alight_s for kind in kinds)

        def most(q: Ints) -> Ints:
            return bays * np.maximum(0, self.horizon_s - self.grid.first_s(clock, q) - lead_s)

        family = self._family(f"unload/{place}/{clock}", Sums.FROM, most)
        for run, kind in zip(runs, kinds, strict=True):
            family.take(run.columns, run.slots, kind.alight_s)

    def _lanes(
        self, name: str, lanes: int, clock: str, before: bool, sharing: list[tuple[Run, Lane]]
    ) -> None:
        begin_s = min(_begin_s(run, lane) for run, lane in sharing)
        to_x_s = min(lane.to_x_s for _, lane in sharing)
        end_s = max(self._end_s(run, lane) for run, lane in sharing)
        lead_s = min(lane.lead_s for _, lane in sharing)

        def most(q: Ints) -> Ints:
            if before:
                return lanes * np.maximum(0, self.grid.last_s(clock, q) - to_x_s - begin_s)
            return lanes * np.maximum(0, end_s - lead_s - self.grid.first_s(clock, q))

        family = self._family(name, Sums.UP_TO if before else Sums.FROM, most)
        for run, lane in sharing:
            family.take(run.columns, run.slots, lane.service_s)

    def _end_s(self, run: Run, lane: Lane) -> int:
        if lane.to_closing_s is not None:
            return run.span.closes_s - self.operation.margin_s - lane.to_closing_s
        return self.horizon_s - lane.to_end_s

    def _heads(self) -> None:
        """O7, C4: columns of at most so many vehicles, their heads apart; escorts."""
        roads: dict[tuple[int, bool], list[Run]] = {}
        for run in self.runs:
            reference = self._kind(run).reference
            if reference is not None:
                roads.setdefault(reference, []).append(run)
        for (road, forth), runs in roads.items():
            headway_s = self.operation.roads[road].headway_s
            assert headway_s is not None  # a reference with a headway
            at = f"{road}/{'f' if forth else 'b'}"
            slots = np.unique(np.concatenate([run.slots for run in runs]))
            most_heads = -(-self.grid.slot_s // headway_s)
            heads = self._added(np.zeros(len(slots), dtype=np.int64), np.full(len(slots), most_heads))
            family = self._family(f"heads/{at}", Sums.AT, _at_most(0))
            family.take(heads, slots, -self.operation.convoy.most)
            for run in runs:
                family.take(run.columns, run.slots, 1)
            for m in HEADS:
                self._apart(f"headway/{at}/{m}", m, m * headway_s, heads, slots)
            kinds = [self._kind(run) for run in runs]
            if self.operation.convoy.escorts is not None and all(kind.loaded for kind in kinds):
                back_s = min(kind.escort_s for kind in kinds)
                self._apart(f"escorts/{at}", self.operation.convoy.escorts, back_s, heads, slots)

    def _apart(self, name: str, most: int, within_s: int, heads: Ints, slots: Ints) -> None:
        """No more than ``most`` heads within so many seconds."""
        length = within_s // self.grid.slot_s
        if length >= 1:
            self._family(name, Sums.RUN, _at_most(most), length).take(heads, slots, 1)

    def _gates(self) -> None:
        """O9: before a gate opens, no more than so many leave."""
        for i, gate in enumerate(self.operation.gates):
            for run in self.runs:
                shut = self._shut(gate, run)
                if len(shut):
                    few = self._kind(run).few
                    self._family(f"gate/{i}", Sums.AT, _at_most(gate.beyond_persons)).take(shut, 0, few)

    def _shut(self, gate: Gate, run: Run) -> Ints:
        """Columns of trips that surely depart before a gate with a given schedule opens."""
        kind = self._kind(run)
        if not gate.of_schedule or not kind.loaded or kind.origin not in gate.out_of:
            return run.columns[:0]
        return run.columns if gate.opens_s is None else run.columns[run.hi_s - kind.h_s < gate.opens_s]

    def _people(self) -> None:
        """O4, O5, C7: people in places of vehicles, and room for them."""
        legs: dict[tuple[str, int, str, str], list[Run]] = {}
        for run in self.runs:
            kind = self._kind(run)
            if kind.loaded:
                legs.setdefault((kind.vehicle_type, kind.layout, kind.origin, kind.destination), []).append(
                    run
                )
        for (vehicle_type, layout, origin, destination), runs in legs.items():
            leg = f"{vehicle_type}/{layout}/{origin}/{destination}"
            places = self.operation.fleet[vehicle_type].layouts[layout]
            load = self._family(f"load/{leg}", Sums.AT, _at_most(0))
            fit = {need: self._family(f"places/{leg}/{need}", Sums.AT, _at_most(0)) for need in NEEDS}
            for run in runs:
                load.take(run.columns, 0, -self._kind(run).many)
                for need in NEEDS:
                    if places.places(need):
                        fit[need].take(run.columns, 0, -places.places(need))
            self._partial(leg, runs)
            counts = self.kinds.counts_as_out(destination)
            held = [
                (i, gate.beyond_persons)
                for i, gate in enumerate(self.operation.gates)
                if all(len(self._shut(gate, run)) == len(run.slots) for run in runs)
            ]
            for name in self._kind(runs[0]).groups:
                group = self.operation.people[name]
                worth = group.party_persons * (group.weight if self.weighted else 1) if counts else 0
                carried = self._added(np.array([worth]), np.array([group.parties]))
                self._family(f"people/{name}", Sums.AT, _at_most(group.parties)).take(carried, 0, 1)
                load.take(carried, 0, group.party_persons)
                for need, taken in places_of(self.operation, group).items():
                    if taken:
                        fit[need].take(carried, 0, taken)
                for i, beyond in held:
                    self._family(f"held/{i}", Sums.AT, _at_most(beyond)).take(carried, 0, group.party_persons)
                self._room(destination, carried, group.party_persons)
            for need in NEEDS:
                if not fit[need].taken:
                    del self.families[fit[need].name]

    def _partial(self, leg: str, runs: list[Run]) -> None:
        """O5: as many board as fit, so a vehicle leaves with room for a party only when nobody is left."""
        room = self.kinds.fills_up(self._kind(runs[0]))
        for run in runs:
            if self._kind(run).many <= room:
                self._family(f"partial/{leg}", Sums.AT, _at_most(1)).take(run.columns, 0, 1)

    def _room(self, destination: str, carried: Ints, persons: int) -> None:
        place = self.operation.places[destination]
        if place.capacity_persons is not None and place.kind is not Kind.TRANSFER:
            self._family(f"room/{destination}", Sums.AT, _at_most(place.capacity_persons)).take(
                carried, 0, persons
            )


def _begin_s(run: Run, lane: Lane) -> int:
    """The soonest that a service of this span begins."""
    return lane.from_begin_s if lane.from_opening_s is None else run.span.opens_s + lane.from_opening_s


def _at_most(number: int) -> Callable[[Ints], Ints]:
    return lambda places: np.full(len(places), number, dtype=np.int64)


def _from_slot(since: int, number: int) -> Callable[[Ints], Ints]:
    return lambda places: np.where(places >= since, number, 0)


def _joined(arrays: list[Ints]) -> Ints:
    return np.concatenate([np.empty(0, dtype=np.int64), *arrays])
