"""A plan's movements as values of the slot program's variables (docs/bounds.md): what every row must hold for."""

import numpy as np

from korridor.events.movement import Movement, Trip
from korridor.operation.ways import ColumnPart
from korridor.planning.bound.bay_waves import in_waves
from korridor.planning.bound.certify import Floats
from korridor.planning.bound.clocks import Ints, stock
from korridor.planning.bound.lines import Line, Sums
from korridor.planning.bound.program import Program
from korridor.planning.bound.trip import TripKind

Journey = tuple[Movement, Trip]


class Counted:
    """The values that a plan gives to the variables of a program.

    Attributes
    ----------
    levels : array of int, by column
    """

    def __init__(self, program: Program, movements: tuple[Movement, ...]) -> None:
        self.program, self.kinds = program, program.kinds
        self.operation = program.kinds.operation
        self.levels = np.zeros(len(program.worth), dtype=np.int64)
        self._heads: set[tuple[int, str, str, int]] = set()
        self._waves: list[tuple[str, str, int]] = []
        self._stood: dict[tuple[int, str, int, str], int] = {}
        left = {name: group.persons for name, group in self.operation.people.items()}
        by_vehicle: dict[tuple[str, int], list[Journey]] = {}
        for movement in movements:
            for trip in movement.trips:
                by_vehicle.setdefault((trip.vehicle_type, trip.vehicle), []).append((movement, trip))
                for load in trip.loads:
                    if self.operation.people[load.group].place == movement.origin:
                        # who stood there from the start boards before who has come back
                        stood = min(load.persons, left[load.group])
                        left[load.group] -= stood
                        self._stood[movement.rank, trip.vehicle_type, trip.vehicle, load.group] = stood
        for journeys in by_vehicle.values():
            self._vehicle(journeys)
        self._columns()

    def broken(self) -> list[str]:
        """Name every row that these values break, and every column that holds too much."""
        program = self.program
        found = [f"column {j}" for j in np.flatnonzero(self.levels > program.upper)]
        for line in program.lines:
            over = np.flatnonzero(self._sums(line) > line.most)
            found += [f"{line.name} {q}" for q in over]
        return found

    def worth(self) -> int:
        """The objective."""
        return int(self.program.worth @ self.levels)

    def _sums(self, line: Line) -> Ints | Floats:
        program = self.program
        size = len(line.most)
        here = (program.place >= line.first) & (program.place < line.first + size)
        taken = np.zeros(size, dtype=np.int64)
        np.add.at(
            taken, program.place[here] - line.first, program.amount[here] * self.levels[program.column[here]]
        )
        if line.sums is Sums.AT:
            return taken
        if line.sums is Sums.UP_TO:
            return np.cumsum(taken)
        if line.sums is Sums.FROM:
            return np.cumsum(taken[::-1])[::-1]
        return np.array([taken[q : q + line.length].sum() for q in range(size)])

    def _vehicle(self, journeys: list[Journey]) -> None:
        name, stands = journeys[0][1].vehicle_type, journeys[0][1].comes_from
        between: list[Journey] = []
        for movement, trip in journeys:
            own = {
                load.group: persons
                for load in trip.loads
                if (persons := self._stood.get((movement.rank, name, trip.vehicle, load.group), 0))
            }
            if not own or trip.free_s > self.program.horizon_s:
                between.append((movement, trip))
                continue
            if stands != movement.origin:
                self._empty(name, stands, movement.origin, between, trip.comes_s)
            period = self._loaded(movement, trip, sum(own.values()))
            for group, persons in own.items():
                parties = persons // self.operation.people[group].party_persons
                leg = f"{name}/{trip.layout}/{movement.origin}/{trip.destination}"
                self.levels[self._carried(group, leg, period)] += parties
            stands, between = trip.destination, []

    def _carried(self, group: str, leg: str, period: int) -> int:
        """The column z of a group, a leg and a period: the one that takes of both lines."""
        columns = [self._taking(f"people/{group}"), self._taking(f"load/{leg}", period)]
        (column,) = [j for j in np.intersect1d(*columns) if j >= self.program.trips]
        return int(column)

    def _taking(self, name: str, at: int = 0) -> Ints:
        line = next(line for line in self.program.lines if line.name == name)
        return self.program.column[self.program.place == line.first + at]

    def _loaded(self, movement: Movement, trip: Trip, persons: int) -> int:
        """Count a loaded trip; return the period in which trips of its slot end at the soonest."""
        kind = next(
            kind
            for kind in self.kinds.loaded
            if (kind.vehicle_type, kind.layout, kind.origin, kind.destination)
            == (trip.vehicle_type, trip.layout, movement.origin, trip.destination)
            and kind.few <= persons <= kind.many
            and self._in_class(kind, movement)
        )
        lo_s = self._count(kind, self._x(movement), movement)
        self._sooner(kind, movement, trip)
        return 0 if self.program.period_s is None else (lo_s + kind.b_s) // self.program.period_s

    def _x(self, movement: Movement) -> int:
        if not movement.passages:
            return movement.departs_s
        kept = [p for p in movement.passages if self.operation.roads[p.road].headway_s]
        return kept[0].head_in_s if kept else movement.passages[0].head_in_s

    def _empty(self, name: str, origin: str, destination: str, between: list[Journey], comes_s: int) -> None:
        kinds = [
            kind
            for kind in self.kinds.empty
            if (kind.vehicle_type, kind.origin, kind.destination) == (name, origin, destination)
        ]
        alone = [kind for kind in kinds if kind.part is None]
        columns = [movement for movement, _ in between if movement.passages]
        kept = [m for m in columns if any(self.operation.roads[p.road].headway_s for p in m.passages)]
        if alone == kinds or not columns:
            self._count(alone[0], comes_s - alone[0].b_s, None)
            return
        movement = (kept or columns)[0]
        part = ColumnPart(
            movement.origin, movement.release, tuple((p.road, p.forth) for p in movement.passages)
        )
        kind = next(kind for kind in kinds if kind.part == part and self._in_class(kind, movement))
        self._count(kind, self._x(movement), movement)

    def _in_class(self, kind: TripKind, movement: Movement) -> bool:
        """Whether a movement is a column of the class that a kind is of."""
        each = kind.column_class
        if each is None:
            return True
        alone = len(movement.trips) == 1 and (
            self.operation.convoy.most == 1 or self.operation.convoy.marshalling_s > 0
        )
        if alone or each.name == "alone":
            return alone and each.name == "alone"
        held_s = self._held_s(movement, kind.queue)
        return each.held_s <= held_s and (each.until_s is None or held_s < each.until_s)

    def _held_s(self, movement: Movement, queue: str | None) -> int:
        """How long a column was held at its queue: from the head's arrival to the end of the last service."""
        served = [
            next(each for each in trip.screenings if each.checkpoint == queue)
            for trip in movement.trips
            if queue is not None
        ]
        return max((each.ends_s for each in served), default=0) - min(
            (each.arrives_s for each in served), default=0
        )

    def _count(self, kind: TripKind, x_s: int, movement: Movement | None) -> int:
        """Add one trip to the column of its kind, span and slot; return the slot's first moment."""
        number = self.kinds.all.index(kind)
        slot = int(self.program.grid.slot(kind.clock, x_s))
        for run in self.program.runs:
            if run.kind == number and run.span.from_s <= x_s <= run.span.to_s:
                self.levels[run.columns[run.slots == slot]] += 1
                if kind.column_class is not None and movement is not None:
                    self._heads.add((movement.rank, kind.clock, self._columns_of(kind), slot))
                return int(run.lo_s[run.slots == slot][0])
        raise AssertionError(f"{kind} has no column for {x_s} s")

    def _columns_of(self, kind: TripKind) -> str:
        """Name a kind's columns among those of its reference: class and origin."""
        assert kind.column_class is not None
        assert kind.part is not None
        return f"{kind.column_class.name}/{kind.part.origin}"

    def _sooner(self, kind: TripKind, movement: Movement, trip: Trip) -> None:
        """Note the waves of loading before whose beginning a slow trip takes its bay."""
        wave_s = self.kinds.wave_s.get((kind.reference, kind.origin), 0) if kind.reference else 0
        if not wave_s or not in_waves(kind, wave_s):
            return
        slot = int(self.program.grid.slot(kind.clock, self._x(movement)))
        loaded_s = max(each.boarded_s for each in movement.trips if each.boarded_s is not None)
        assert trip.bay_begins_s is not None
        at = f"{kind.clock.removeprefix('road/')}/{self._columns_of(kind)}"
        for wave in range(1, (loaded_s - trip.bay_begins_s) // wave_s):
            self._waves.append((f"loading/{at}/{wave}", stock(trip.vehicle_type, kind.origin), slot))

    def _columns(self) -> None:
        """Count the columns of vehicles in which counted trips go, by movement, and who loads sooner."""
        lines = {line.name: line for line in self.program.lines}
        for _, clock, name, slot in self._heads:
            (column,) = self._given(lines[f"{clock.replace('road/', 'heads/')}/{name}"], slot)
            self.levels[column] += 1
        for name, stands, slot in self._waves:
            if name in lines:
                sooner = [j for j in self._given(lines[name], slot) if self._takes(j, lines[stands])]
                self.levels[sooner] += 1

    def _given(self, line: Line, slot: int) -> Ints:
        """The columns that give to a row."""
        program = self.program
        return program.column[(program.place == line.first + slot) & (program.amount < 0)]

    def _takes(self, column: int, line: Line) -> bool:
        """Whether a column is on a line."""
        places = self.program.place[self.program.column == column]
        return bool(np.any((places >= line.first) & (places < line.first + len(line.most))))
