"""The stream program: columns, and what each takes of which line (docs/bounds-streams.md, Rows)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from korridor.operation.place import Kind, Side
from korridor.operation.scheme import NEEDS
from korridor.planning.bound.clocks import Ints, Mask
from korridor.planning.bound.lines import Family, Line, Sums, at_most, joined, numbered
from korridor.planning.streams.gates import entries_of, least_entry_s
from korridor.planning.streams.hours import covered_s
from korridor.planning.streams.member import party_needs
from korridor.planning.streams.stream import Leg, Stream, Streams, leg_name

Starts = dict[tuple[object, int | None], int]
"""By reference and window."""


@dataclass(frozen=True)
class StreamProgram:
    """Maximise ``worth`` x, where what columns take keeps every line's ``most``.

    Attributes
    ----------
    full : array of bool
        By column: whether it is of trips nine tenths full, or no trips.
    """

    horizon_s: int
    slot_s: int
    weighted: bool
    worth: Ints
    upper: Ints
    column: Ints
    place: Ints
    amount: Ints
    lines: tuple[Line, ...]
    trips: int
    full: Mask

    @property
    def places(self) -> int:
        """How many places all lines have."""
        return sum(len(line.most) for line in self.lines)


class _Draft:
    """Columns and lines as they are found."""

    def __init__(self, streams: Streams, horizon_s: int, slot_s: int, weighted: bool) -> None:
        self.streams, self.operation = streams, streams.operation
        self.horizon_s, self.slot_s, self.weighted = horizon_s, slot_s, weighted
        self.families: dict[str, Family] = {}
        self.worth: list[Ints] = []
        self.upper: list[Ints] = []
        self.full: list[Ints] = []
        self.covered_s: dict[str, int] = {}
        self.columns = 0
        self.parties = sum(group.parties for group in self.operation.people.values())

    def family(self, name: str, sums: Sums, most: Callable[[Ints], Ints]) -> Family:
        """The lines of a name."""
        if name not in self.families:
            self.families[name] = Family(name, sums, most)
        return self.families[name]

    def add(self, number: int, worth: int, upper: int, full: bool = True) -> Ints:
        """Add columns alike."""
        first = self.columns
        self.columns += number
        self.worth.append(np.full(number, worth, dtype=np.int64))
        self.upper.append(np.full(number, upper, dtype=np.int64))
        self.full.append(np.full(number, full))
        return np.arange(first, first + number)


def program_of(streams: Streams, horizon_s: int, slot_s: int, weighted: bool) -> StreamProgram:
    """Build the stream program for a horizon."""
    draft = _Draft(streams, horizon_s, slot_s, weighted)
    legs: set[Leg] = set()
    starts = _window_starts(draft)
    for stream in streams.all:
        _add_trips(draft, stream, starts)
        legs.add(stream.leg)
    trips = draft.columns
    _add_singles(draft)
    _add_people(draft, sorted(legs, key=leg_name))
    lines, column, place, amount = numbered(draft.families.values())
    return StreamProgram(
        horizon_s, slot_s, weighted, joined(draft.worth), joined(draft.upper), column, place, amount,
        lines, trips, joined(draft.full).astype(bool),
    )  # fmt: skip


def _window_starts(draft: _Draft) -> Starts:
    """W: when the first head of a trip can enter a reference in a window; ``None`` is without one."""
    starts: Starts = {}
    for stream in draft.streams.all:
        reference, truced = stream.leg[4:]
        soonest_s: dict[int | None, int] = {None: stream.first_s}
        if truced:
            windows = enumerate(draft.operation.windows)
            soonest_s = {w: max(stream.first_s, window.opens_s + stream.from_s) for w, window in windows}
        for w, from_s in soonest_s.items():
            starts[reference, w] = min(from_s, starts.get((reference, w), from_s))
    return starts


def _spans(draft: _Draft, stream: Stream) -> list[tuple[int, int, int]]:
    """When x may be, window by window: number, first and last moment."""
    operation = draft.operation
    until_s = operation.fleet[stream.leg[0]].available_until_s
    last_s = min(draft.horizon_s, draft.horizon_s if until_s is None else until_s) - stream.b_s
    if not stream.leg[5]:
        return [(0, stream.first_s, last_s)] if stream.first_s <= last_s else []
    found = []
    for w, window in enumerate(operation.windows):
        from_s = max(stream.first_s, window.opens_s + stream.from_s)
        to_s = min(last_s, window.closes_s - operation.margin_s - stream.to_s)
        if from_s <= to_s:
            found.append((w, from_s, to_s))
    return found


def _add_trips(draft: _Draft, stream: Stream, starts: Starts) -> None:
    slot_s, leg = draft.slot_s, stream.leg
    kind, layout, origin, _, reference, truced = leg
    vehicles, operation = draft.operation.fleet[kind], draft.operation
    offset_s = stream.take_s % slot_s
    upper = min(draft.parties, vehicles.number * -(-slot_s // max(1, stream.take_s + stream.give_s)))
    fitted = vehicles.layouts[layout]
    for w, from_s, to_s in _spans(draft, stream):
        k = np.arange((from_s - offset_s) // slot_s, (to_s - offset_s) // slot_s + 1)
        columns = draft.add(len(k), 0, upper, stream.full)
        last_s = np.minimum(to_s, k * slot_s + offset_s + slot_s - 1)
        pool = draft.family(f"pool/{kind}", Sums.UP_TO, at_most(vehicles.number))
        pool.take(columns, np.maximum(0, k - stream.take_s // slot_s), 1)
        pool.take(columns, np.maximum(0, k + (offset_s + stream.give_s) // slot_s), -1)
        _hours(draft, kind).take(columns, 0, stream.take_s + stream.give_s)
        if reference is not None:
            _add_heads(draft, columns, last_s, reference, w if truced else None, starts)
        bays = [operation.places[place].bays for place in draft.streams.origins[origin]]
        if all(bays):
            begin_s = draft.streams.begin_s[origin]
            number = sum(each or 0 for each in bays)

            def most(q: Ints, begin_s: int = begin_s, number: int = number) -> Ints:
                return np.maximum(0, number * ((q + 1) * slot_s - 1 - begin_s))

            line = draft.family(f"bays/{origin}", Sums.UP_TO, most)
            line.take(columns, np.maximum(0, (last_s - stream.after_s) // slot_s), stream.bay_s)
        _add_entries(draft, stream, columns, last_s)
        name = leg_name(leg)
        for need in NEEDS:
            if fitted.places(need):
                line = draft.family(f"places/{name}/{need}", Sums.AT, at_most(0))
                line.take(columns, 0, -fitted.places(need))
        draft.family(f"load/{name}", Sums.AT, at_most(0)).take(columns, 0, -stream.many)


def _hours(draft: _Draft, kind: str) -> Family:
    """All trips of a type's vehicles take no longer than these have, one after the other."""
    if kind not in draft.covered_s:
        mine = [(stream, _spans(draft, stream)) for stream in draft.streams.all if stream.leg[0] == kind]
        draft.covered_s[kind] = covered_s(mine)
    return draft.family(
        f"hours/{kind}", Sums.AT, at_most(draft.operation.fleet[kind].number * draft.covered_s[kind])
    )


def _add_heads(
    draft: _Draft,
    columns: Ints,
    last_s: Ints,
    reference: tuple[int, bool],
    window: int | None,
    starts: Starts,
) -> None:
    """Columns come into a road a headway apart, each with so many vehicles at most."""
    headway_s = draft.operation.roads[reference[0]].headway_s
    if not headway_s:
        return
    most = draft.operation.convoy.most
    begin_s = starts[reference, window]
    name = f"heads/{reference[0]}/{'f' if reference[1] else 'b'}/{'free' if window is None else window}"
    line = draft.family(name, Sums.UP_TO, lambda j: most * (j + 1))
    line.take(columns, np.maximum(0, (last_s - begin_s) // headway_s), 1)


def _add_entries(draft: _Draft, stream: Stream, columns: Ints, last_s: Ints) -> None:
    """Who loads in a gated part has come into it in a column, or has stood there from the start."""
    streams, operation, slot_s = draft.streams, draft.operation, draft.slot_s
    parts = {streams.part.get(origin) for origin in streams.origins[stream.leg[2]]}
    first = parts.pop()
    if first is None or parts:
        return
    inside = sum(
        number
        for kind in operation.fleet.values()
        for depot, number in kind.depots.items()
        if streams.part.get(depot) == first
    )
    entries, drive_s = (
        entries_of(operation, streams.part, first),
        least_entry_s(operation, streams.part, first),
    )
    most = operation.convoy.most

    def by(q: Ints) -> Ints:
        moments = ((q + 1) * slot_s - 1 - drive_s).tolist()
        return np.array([inside + most * entries.by(moment_s) for moment_s in moments], dtype=np.int64)

    line = draft.family(f"entries/{first}", Sums.UP_TO, by)
    line.take(columns, np.maximum(0, (last_s - stream.after_s - stream.bay_s) // slot_s), 1)


def _add_singles(draft: _Draft) -> None:
    """Who enters a gated part alone need not form up, but takes a column's turn."""
    operation, streams = draft.operation, draft.streams
    marshalling_s = operation.convoy.marshalling_s
    if not marshalling_s:
        return
    length = -(-marshalling_s // draft.slot_s)
    slots = draft.horizon_s // draft.slot_s + 1
    inside: dict[str, set[str]] = {}
    for stream in streams.all:
        for origin in streams.origins[stream.leg[2]]:
            if origin in streams.part:
                inside.setdefault(streams.part[origin], set()).add(stream.leg[0])
    for first in sorted(inside):
        heads = entries_of(operation, streams.part, first).by(draft.horizon_s)
        line = draft.family(f"singles/{first}", Sums.AT, at_most(heads))
        for kind in sorted(inside[first]):
            columns = draft.add(slots, 0, heads)
            line.take(columns, 0, 1)
            pool = draft.family(f"pool/{kind}", Sums.UP_TO, at_most(operation.fleet[kind].number))
            pool.take(columns, np.arange(slots), -1)
            pool.take(columns, np.arange(slots) + length, 1)
            _hours(draft, kind).take(columns, 0, -marshalling_s)


def _add_people(draft: _Draft, legs: list[Leg]) -> None:
    operation, streams = draft.operation, draft.streams
    alike = _alike(streams)
    for leg in legs:
        name, end = leg_name(leg), leg[3]
        ends = [operation.places[place] for place in streams.ends[end]]
        counts = any(place.side is Side.SAFE or place.kind is Kind.TRANSFER for place in ends)
        rooms = [None if place.kind is Kind.TRANSFER else place.capacity_persons for place in ends]
        for first in sorted({alike[group] for group in streams.groups[leg]}):
            group = operation.people[first]
            mine = [operation.people[each] for each, to in alike.items() if to == first]
            parties = sum(each.parties for each in mine)
            if not parties:
                continue
            persons = group.party_persons
            column = draft.add(1, counts * persons * (group.weight if draft.weighted else 1), parties)
            draft.family(f"people/{first}", Sums.AT, at_most(parties)).take(column, 0, 1)
            for need, number in party_needs(operation, group).items():
                if number:
                    draft.family(f"places/{name}/{need}", Sums.AT, at_most(0)).take(column, 0, number)
            draft.family(f"load/{name}", Sums.AT, at_most(0)).take(column, 0, persons)
            if all(room is not None for room in rooms):
                most = sum(room or 0 for room in rooms)
                draft.family(f"room/{end}", Sums.AT, at_most(most)).take(column, 0, persons)


def _alike(streams: Streams) -> dict[str, str]:
    """The first of the groups that each is like: of one district, with parties alike and of one weight."""
    operation = streams.operation
    firsts: dict[object, str] = {}
    found = {}
    for name, group in operation.people.items():
        district = streams.label(group.place)
        needs = tuple(party_needs(operation, group).values())
        key = district, needs, group.party_persons, group.weight
        found[name] = firsts.setdefault(key, name)
    return found
