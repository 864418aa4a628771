"""P5: what movements leave behind, gathered movement by movement: the working copy of a saved state."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from korridor.events.movement import Load, Movement, Passage, Trip
from korridor.events.saved_state import AboardRow, ColumnRow, PassageRow, SavedState, Way
from korridor.operation.agreement import Gate
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind, Side

Vehicle = tuple[str, int]
"""Type and number within it."""


@dataclass
class Standing:
    """Where a vehicle is, from when it is free there, and since when it loads or forms up, if it does."""

    at: str
    free_s: int
    loading_since_s: int | None = None
    forming_since_s: int | None = None


@dataclass
class Waiting:
    """Persons of a group who wait somewhere, from when on, and whether they are out already."""

    come_s: int
    persons: int
    counted_out: bool


@dataclass
class Ground:
    """Everything that later movements must know of the earlier ones.

    Parameters
    ----------
    operation : Operation
    moment_s : int
        What has ended by then is done, what has not is on the road.
    """

    operation: Operation
    moment_s: int
    vehicles: dict[Vehicle, Standing] = field(default_factory=dict)
    people: dict[tuple[str, str], list[Waiting]] = field(default_factory=dict)
    columns: list[ColumnRow] = field(default_factory=list)
    out: Counter[str] = field(default_factory=Counter)
    received: Counter[str] = field(default_factory=Counter)
    roads: dict[tuple[int, bool], Passage] = field(default_factory=dict)
    lanes: dict[tuple[str, Way, int], int] = field(default_factory=dict)
    bays: dict[tuple[str, int], int] = field(default_factory=dict)
    escorts: dict[int, int] = field(default_factory=dict)
    departed: Counter[str] = field(default_factory=Counter)
    outs: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def post(self, movement: Movement) -> None:
        """Take in a movement that has departed."""
        aboard = [
            row
            for trip in movement.trips
            for load in trip.loads
            for row in self._carried(movement, trip, load)
        ]
        for trip in movement.trips:
            self._post_trip(movement, trip)
        for passage in movement.passages:
            self.roads[passage.road, passage.forth] = passage
        if movement.escort is not None and movement.escort_free_s is not None:
            self.escorts[movement.escort] = movement.escort_free_s
        for gate in self._gates():
            if movement.origin in gate.out_of:
                self.departed[gate.name] += movement.persons
        column = self._column(movement, aboard)
        if column.aboard or column.passages:  # an empty one that has dissolved is its vehicles, no more
            self.columns.append(column)

    def _post_trip(self, movement: Movement, trip: Trip) -> None:
        self.vehicles[trip.vehicle_type, trip.vehicle] = Standing(trip.destination, trip.free_s)
        for place, bay, until_s in (
            (movement.origin, trip.bay, trip.boarded_s),
            (trip.destination, trip.unload_bay, trip.free_s),
        ):
            if bay is not None and until_s is not None:
                self.bays[place, bay] = max(until_s, self.bays.get((place, bay), 0))
        way = Way.OUTWARD if movement.loaded else Way.INWARD
        for screening in trip.screenings:
            lane = (screening.checkpoint, way, screening.lane)
            self.lanes[lane] = max(screening.ends_s, self.lanes.get(lane, 0))

    def _carried(self, movement: Movement, trip: Trip, load: Load) -> list[AboardRow]:
        """Move people of one group with one vehicle: out of where they wait, and to where they go."""
        there = self.operation.places[trip.destination]
        rows = []
        for counted_out, persons in self._taken(load, movement.origin):
            rows.append(
                AboardRow(
                    group=load.group,
                    persons=persons,
                    to=trip.destination,
                    there_s=trip.free_s,
                    counted_out=counted_out,
                )
            )
            is_out = counted_out or there.side is Side.SAFE
            if is_out and not counted_out:
                self._count_out(load.group, trip.free_s, persons)
            if there.kind is Kind.TRANSFER:
                waiting = self.people.setdefault((load.group, trip.destination), [])
                waiting.append(Waiting(trip.free_s, persons, is_out))
                waiting.sort(key=lambda each: each.come_s)
            elif there.kind in ROOMS:
                self.received[trip.destination] += persons
        return rows

    def _taken(self, load: Load, origin: str) -> list[tuple[bool, int]]:
        """Take those who came first; return how many of them were out before, and how many not."""
        taken: Counter[bool] = Counter()
        persons = load.persons
        waiting = self.people.get((load.group, origin), [])
        for each in waiting:
            gone = min(persons, each.persons)
            each.persons -= gone
            persons -= gone
            taken[each.counted_out] += gone
        waiting[:] = [each for each in waiting if each.persons]
        return [(counted_out, number) for counted_out, number in sorted(taken.items()) if number]

    def _count_out(self, group: str, moment_s: int, persons: int) -> None:
        if moment_s <= self.moment_s:
            self.out[group] += persons
        for gate in self._gates():
            if self.operation.people[group].place in gate.of_places:
                self.outs.setdefault(gate.name, []).append((moment_s, persons))

    def _gates(self) -> Iterable[Gate]:
        """Each gate once by its name."""
        return {gate.name: gate for gate in self.operation.gates}.values()

    def _column(self, movement: Movement, aboard: list[AboardRow]) -> ColumnRow:
        return ColumnRow(
            start=movement.origin,
            departed_s=movement.departs_s,
            vehicles=dict(Counter(trip.vehicle_type for trip in movement.trips)),
            aboard=alike(row for row in aboard if row.there_s > self.moment_s),
            passages=tuple(
                passage_now(self.operation, each)
                for each in movement.passages
                if each.tail_out_s > self.moment_s
            ),
        )


def alike(rows: Iterable[AboardRow]) -> tuple[AboardRow, ...]:
    """Return rows of people with those that differ in nothing but their number taken together."""
    persons: dict[AboardRow, int] = {}
    for row in rows:
        key = row.model_copy(update={"persons": 0})
        persons[key] = persons.get(key, 0) + row.persons
    return tuple(key.model_copy(update={"persons": number}) for key, number in persons.items())


def passage_now(operation: Operation, passage: Passage) -> PassageRow:
    """Return a passage with its road's ends by name."""
    start, end = operation.roads[passage.road].between
    if not passage.forth:
        start, end = end, start
    return PassageRow(
        road=passage.road,
        start=start,
        end=end,
        head_in_s=passage.head_in_s,
        tail_in_s=passage.tail_in_s,
        head_out_s=passage.head_out_s,
        tail_out_s=passage.tail_out_s,
    )


def ground_at_start(operation: Operation, start: SavedState | None, moment_s: int) -> Ground:
    """Return the ground as a plan begins: at the operation's start, or at the state that it is planned from."""
    ground = Ground(operation, moment_s)
    for kind, number, standing in starting_vehicles(operation, start):
        ground.vehicles[kind, number] = standing
    if start is not None:
        _take_up(ground, start)
        return ground
    for name, group in operation.people.items():
        ground.people[name, group.place] = [Waiting(0, group.persons, False)]
    return ground


def starting_vehicles(operation: Operation, start: SavedState | None) -> Iterator[tuple[str, int, Standing]]:
    """Yield each vehicle by type and number: numbers go through a type's depots, and there through the state's rows."""
    for kind, vehicles in operation.fleet.items():
        number = 0
        for depot, stand in vehicles.depots.items():
            rows = [Standing(depot, vehicles.available_from_s)] * stand
            if start is not None:
                rows = [
                    Standing(
                        depot,
                        start.at_s if row.free_s is None else row.free_s,
                        row.loading_since_s,
                        row.forming_since_s,
                    )
                    for row in start.vehicles
                    if (row.kind, row.at) == (kind, depot)
                    for _ in range(row.number)
                ]
            for row in rows:
                yield kind, number, row
                number += 1


def _take_up(ground: Ground, start: SavedState) -> None:
    """Take up what a state says."""
    ground.people.clear()
    for row in start.people:
        waiting = ground.people.setdefault((row.planned_as(ground.operation), row.at), [])
        come_s = start.at_s if row.come_s is None else row.come_s
        waiting.append(Waiting(come_s, row.persons, row.counted_out))
    for at in start.received:
        ground.received[at.at] += at.persons
    for out in start.out:
        ground.out[out.group] += out.persons
    for aboard in start.aboard:
        if not aboard.counted_out and ground.operation.places[aboard.to].side is Side.SAFE:
            ground.out[aboard.group] += aboard.persons * (aboard.there_s <= ground.moment_s)
    for column in start.columns:
        aboard_still = tuple(row for row in column.aboard if row.there_s > ground.moment_s)
        passages = tuple(row for row in column.passages if row.tail_out_s > ground.moment_s)
        if aboard_still or passages:
            ground.columns.append(column.model_copy(update={"aboard": aboard_still, "passages": passages}))
    for passage in start.roads:
        ground.roads[passage.road, ground.operation.roads[passage.road].between[0] == passage.start] = (
            Passage(
                road=passage.road,
                forth=ground.operation.roads[passage.road].between[0] == passage.start,
                head_in_s=passage.head_in_s,
                tail_in_s=passage.tail_in_s,
                head_out_s=passage.head_out_s,
                tail_out_s=passage.tail_out_s,
            )
        )
    for lane in start.lanes:
        ground.lanes[lane.at, lane.way, lane.lane] = lane.free_s
    for bay in start.bays:
        ground.bays[bay.at, bay.bay] = bay.free_s
    for escort in start.escorts:
        ground.escorts[escort.escort] = escort.free_s
    for gate in start.gates:
        ground.departed[gate.gate] = gate.departed
        before = 0
        for step in gate.out:
            ground.outs.setdefault(gate.gate, []).append((step.by_s, step.persons - before))
            before = step.persons
