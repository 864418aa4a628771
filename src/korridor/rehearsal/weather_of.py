"""R2: an operation's uncertain quantities, laid out for the compiled loop."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from korridor.chance.keyed import Kind, keys, seed_word, threshold
from korridor.chance.sums import sum_tables
from korridor.chance.table import WIDTH, tables
from korridor.clockwork.room import Room
from korridor.clockwork.tables import NONE, Index, Ints
from korridor.clockwork.waits import Waits
from korridor.clockwork.weather import BACK, HOUR_S, ON, SHELTER, D, Weather, Words, Y
from korridor.operation.belonging import names_of
from korridor.operation.distribution import Distribution, Fixed
from korridor.operation.operation import Operation
from korridor.operation.place import Kind as PlaceKind
from korridor.operation.quantity import Of, Quantity
from korridor.operation.truce import WhenBroken
from korridor.rehearsal.chances import DAY_S, PPM, Chances

_ALL = Fixed(PPM)
_NOTHING = Fixed(0)
_MOST_SUMMED = 200
"""Vehicles with more people have their screening's spread cut off at this many: beyond, it hardly shrinks any more."""

_RULES = {None: ON, WhenBroken.ON: ON, WhenBroken.SHELTER: SHELTER, WhenBroken.BACK: BACK}

_COUNTED = {
    "exact": Quantity.COUNT_EXACT,
    "around": Quantity.COUNT_AROUND,
    "at least": Quantity.COUNT_AT_LEAST,
    "up to": Quantity.COUNT_UP_TO,
    "between": Quantity.COUNT_BETWEEN,
}


@dataclass
class _Rows:
    """Quantile tables as they are asked for, each once."""

    rows: list[Ints] = field(default_factory=list)
    known: dict[Distribution, int] = field(default_factory=dict)
    sums: dict[Distribution, int] = field(default_factory=dict)

    def of(self, spread: Distribution, certain: Distribution) -> int:
        """Return the row of a quantity, or ``NONE`` where it is what it is certain to be."""
        return NONE if spread == certain else self.always(spread)

    def always(self, spread: Distribution) -> int:
        """Return the row of a quantity, also of a certain one."""
        if spread not in self.known:
            self.known[spread] = len(self.rows)
            self.rows.extend(tables([spread]))
        return self.known[spread]

    def of_sums(self, spread: Distribution) -> int:
        """Return the row of the sum of none, behind which stand those of more."""
        if spread == _ALL:
            return NONE
        if spread not in self.sums:
            self.sums[spread] = len(self.rows)
            self.rows.extend(sum_tables(spread, _MOST_SUMMED))
        return self.sums[spread]

    @property
    def array(self) -> Ints:
        """All of them."""
        return np.array(self.rows, dtype=np.int64).reshape(-1, WIDTH)


def weather_of(
    index: Index, seed: int, horizon_s: int, given: Ints, waits: Waits, room: Room
) -> tuple[Weather, Chances]:
    """Return the weather and the chances of an operation, for runs of a seed.

    Parameters
    ----------
    index : Index
    seed : int
        From 0 to 2⁶⁴ − 1; others raise ``ValueError``.
    horizon_s : int
        Until when there is room to note what is drawn by the hour and the day; what comes later is right, but slower.
    given : array of int [break]: begins, ends
        Breaks of the truce that come in every run.
    waits, room : Waits, Room
        Where to note who waits, and who is beyond a place's room.
    """
    operation, rows = index.operation, _Rows()
    chances = _chances(operation, rows)
    types, places = tuple(operation.fleet), tuple(operation.places)
    roads = names_of(operation, Of.ROAD)
    hours = horizon_s // HOUR_S + 2
    ways, way_roads = _ways(index)
    truce = operation.truce
    day = np.zeros(len(D), dtype=np.int64)
    day[D.RULE] = _RULES[truce.when_broken if truce else None]
    day[D.MARGIN] = operation.margin_s
    u = operation.uncertainty
    checkpoints = [place.kind is PlaceKind.CHECKPOINT for place in operation.places.values()]
    weather = Weather(
        seed=seed_word(seed),
        day=day,
        road_key=_keys(Kind.ROAD_TIME, roads),
        road_row=_ints(rows.of(u.spread(Quantity.ROAD_TIME, name), _ALL) for name in roads),
        road_pace=np.zeros((len(roads), hours, 2), dtype=np.int64),
        handling_key=_keys(Kind.BOARDING, types),
        driving_key=_keys(Kind.BREAKDOWN, types),
        repair_key=_keys(Kind.REPAIR, types),
        by_type=np.array([_of_type(operation, rows, name) for name in types], dtype=np.int64),
        late_key=_keys(Kind.DEPARTURE, places),
        late_row=_ints(rows.of(u.spread(Quantity.LATE_DEPARTURE), _NOTHING) for _ in places),
        screening_key=_keys(Kind.SCREENING, places),
        screening_row=_ints(
            rows.of_sums(u.spread(Quantity.SCREENING_PERSON, name)) if is_one else NONE
            for name, is_one in zip(places, checkpoints, strict=True)
        ),
        screening_most=_ints(_MOST_SUMMED for _ in places),
        vehicle_row=_ints(
            rows.of(u.spread(Quantity.SCREENING_VEHICLE, name), _ALL) if is_one else NONE
            for name, is_one in zip(places, checkpoints, strict=True)
        ),
        screened=np.zeros(len(places), dtype=np.int64),
        ways=ways,
        way_roads=way_roads,
        given=given,
        breaks=np.zeros((len(given) + len(operation.windows), 2), dtype=np.int64),
        closed=np.zeros((len(roads), horizon_s // DAY_S + 1, 2), dtype=np.int64),
        gates=np.zeros(len(operation.gates), dtype=np.int64),
        out_by_hour=np.zeros(hours, dtype=np.int64),
        alone=np.zeros((len(operation.people), 2), dtype=np.int64),
        waits=waits,
        room=room,
        tables=rows.array,
    )
    return weather, chances


def _keys(kind: Kind, names: Iterable[str]) -> Words:
    """Return the keys of things of one kind; those of one name, as roads between the same places, have one weather."""
    known: dict[str, np.uint64] = {}
    ordered = tuple(names)
    distinct = tuple(dict.fromkeys(ordered))
    for name, key in zip(distinct, keys(kind, ((name,) for name in distinct)), strict=True):
        known[name] = key
    return np.array([known[name] for name in ordered], dtype=np.uint64)


def _ints(numbers: Iterable[int]) -> Ints:
    return np.array(list(numbers), dtype=np.int64)


def _of_type(operation: Operation, rows: _Rows, kind: str) -> list[int]:
    u = operation.uncertainty
    row = {
        Y.BOARDING: rows.of(u.spread(Quantity.BOARDING, kind), _ALL),
        Y.ALIGHTING: rows.of(u.spread(Quantity.ALIGHTING, kind), _ALL),
        Y.PACE: rows.of(u.spread(Quantity.DRIVING, kind), _ALL),
        Y.REPAIR: rows.always(u.spread(Quantity.REPAIR, kind)),
        Y.BEYOND_REPAIR: threshold(u.chance_ppm(Quantity.BEYOND_REPAIR, kind)),
        Y.TAKEN_OVER: rows.always(u.spread(Quantity.TAKEN_OVER, kind)),
    }
    return [row[column] for column in Y]


def _chances(operation: Operation, rows: _Rows) -> Chances:
    u = operation.uncertainty
    groups, types = operation.people, tuple(operation.fleet)
    windows = names_of(operation, Of.WINDOW)
    roads, gates = names_of(operation, Of.ROAD), names_of(operation, Of.GATE)
    counted = [_counted(operation, rows, name) for name in groups]

    def of(quantity: Quantity, names: Iterable[str]) -> Ints:
        return _ints(rows.of(u.spread(quantity, name), _NOTHING) for name in names)

    def always(quantity: Quantity, names: Iterable[str]) -> Ints:
        return _ints(rows.always(u.spread(quantity, name)) for name in names)

    def chance(quantity: Quantity, names: Iterable[str]) -> Ints:
        return _ints(threshold(u.chance_ppm(quantity, name)) for name in names)

    return Chances(
        count_key=_keys(Kind.COUNT, groups),
        count_row=_ints(row for row, _, _ in counted),
        count_low=_ints(low for _, low, _ in counted),
        count_of=_ints(of_persons for _, _, of_persons in counted),
        no_shows=of(Quantity.NO_SHOWS, groups),
        unexpected=of(Quantity.UNEXPECTED, groups),
        on_their_own=of(Quantity.ON_THEIR_OWN, groups),
        own_way_after=of(Quantity.OWN_WAY_AFTER, groups),
        vehicle_key=_keys(Kind.MOBILISATION, types),
        mobilisation=of(Quantity.MOBILISATION, types),
        truce_key=_keys(Kind.TRUCE, windows),
        truce_break=chance(Quantity.TRUCE_BREAK, windows),
        truce_at=always(Quantity.TRUCE_BREAK_AT, windows),
        truce_mended=always(Quantity.TRUCE_MENDED, windows),
        road_key=_keys(Kind.CLOSURE, roads),
        closure=chance(Quantity.CLOSURE_PER_DAY, roads),
        closed_for=always(Quantity.CLOSED_FOR, roads),
        gate_key=_keys(Kind.GATE, gates),
        gate_late=of(Quantity.GATE_LATE, gates),
        gate_break=chance(Quantity.GATE_BREAK, gates),
        gate_mended=always(Quantity.GATE_MENDED, gates),
    )


def _counted(operation: Operation, rows: _Rows, name: str) -> tuple[int, int, int]:
    """Return the row of a group's count, and of how many persons it is a share, beside how many that are certain (O4)."""
    group, u = operation.people[name], operation.uncertainty
    count = group.count or group.families
    if count is None:
        raise AssertionError("a group is counted in persons or in families")
    per = 1 if group.count else group.household or 1
    quantity = _COUNTED[count.wording]
    spread = u.spread(quantity, name)
    if count.wording == "between":
        low = (count.low or 0) * per
        return rows.always(spread), low, (count.high or 0) * per - low
    if count.wording == "at least":
        return rows.of(spread, _NOTHING), group.persons, group.persons
    return rows.of(spread, _ALL), 0, group.persons


def _ways(index: Index) -> tuple[Ints, Ints]:
    """Return, for each pair of places, which roads a single vehicle takes."""
    number = len(index.place_names)
    ways = np.zeros((number, number, 2), dtype=np.int64)
    steps: list[tuple[int, int]] = []
    for start, here in enumerate(index.place_names):
        for end, there in enumerate(index.place_names):
            route = index.ways.alone(here, there) or ()
            ways[start, end] = len(steps), len(route)
            steps += [(road, 0 if forth else 1) for road, forth in route]
    return ways, np.array(steps, dtype=np.int64).reshape(len(steps), 2)
