"""Weak duality: add up rows and columns with a certificate's multipliers; no solver is trusted."""

from collections.abc import Iterator
from functools import cache, partial

from korridor.operation.place import Kind, Side
from korridor.operation.scheme import Need
from korridor.planning.certificate import MOST_SLOTS, Certificate
from korridor.planning.verify.seconds import party_places
from korridor.planning.verify.slot_program.classes import Class
from korridor.planning.verify.slot_program.kinds import Kinds, Loaded, Trips, way
from korridor.planning.verify.slot_program.multipliers import NONE, Multipliers
from korridor.planning.verify.slot_program.rows import Rows, columns_name, loading_name, shut, wave_name
from korridor.planning.verify.slot_program.slots import Clock, Span


class UnfoundedError(Exception):
    """A certificate that is not one for this operation."""


def proved_weight(kinds: Kinds, certificate: Certificate) -> int:
    """Return the weight of people that the multipliers prove nobody can better by the horizon.

    Parameters
    ----------
    kinds : Kinds
        Of the plan's operation.
    certificate : Certificate
        Its own ``bound_weight`` is not looked at.

    Returns
    -------
    int
        ⌊(Σ bᵢ yᵢ + Σ uⱼ max(0, cⱼ scale − Σ aᵢⱼ yᵢ)) ÷ scale⌋.

    Raises
    ------
    UnfoundedError
        With numbers out of range, or multipliers of rows that the program has not.
    """
    _in_range(certificate)

    lap_s = certificate.slot_s if certificate.lap_s is None else certificate.lap_s

    def clock(name: str) -> Clock:
        return Clock(certificate.slot_s, certificate.phases.get(name, 0), lap_s)

    try:
        rows = Rows(kinds, certificate.horizon_s, clock, certificate.period_s)
    except ValueError as twice:
        raise UnfoundedError(str(twice)) from twice
    for name, values in certificate.multipliers.items():
        if name not in rows.named:
            raise UnfoundedError(f"the program has no row {name}")
        if rows.named[name].one and len(values) > 1:
            raise UnfoundedError(f"{name} is one row; it has {len(values)} multipliers")
    return _Sum(rows, certificate).total() // certificate.scale


def _in_range(certificate: Certificate) -> None:
    for name, value, least in (
        ("slot_s", certificate.slot_s, 1),
        ("scale", certificate.scale, 1),
        ("horizon_s", certificate.horizon_s, 0),
        ("period_s", 1 if certificate.period_s is None else certificate.period_s, 1),
    ):
        if value < least:
            raise UnfoundedError(f"{name} is {value}; at least {least}")
    lap_s = certificate.slot_s if certificate.lap_s is None else certificate.lap_s
    if lap_s < certificate.slot_s:
        raise UnfoundedError(f"lap_s is {lap_s}; at least slot_s, {certificate.slot_s}")
    if certificate.horizon_s // certificate.slot_s > MOST_SLOTS:
        slots = f"{certificate.horizon_s} s in slots of {certificate.slot_s} s"
        raise UnfoundedError(f"{slots} are more than {MOST_SLOTS}; that cannot be checked in time")
    for name, phase_s in certificate.phases.items():
        if not 0 <= phase_s < lap_s:
            raise UnfoundedError(f"the phase of {name} is {phase_s}; from 0 to {lap_s - 1}")
    for name, values in certificate.multipliers.items():
        if any(value < 0 for value in values):
            raise UnfoundedError(f"{name} has a negative multiplier, {min(values)}")


Columns = tuple[tuple[int, bool], Class, str]
"""Reference, class and origin of columns of vehicles."""


def _columns(trips: Trips) -> Columns | None:
    """Return the columns that a trip goes in, where its reference keeps a headway."""
    if trips.reference is None or trips.column_class is None or trips.walk is None:
        return None
    return trips.reference, trips.column_class, trips.walk.column.origin


class _Sum:
    """The sum, times ``scale``."""

    def __init__(self, rows: Rows, certificate: Certificate) -> None:
        self.rows, self.operation = rows, rows.operation
        self.scale, self.unweighted = certificate.scale, certificate.unweighted
        self.slot_s = certificate.slot_s
        self._by_name = {name: Multipliers(values) for name, values in certificate.multipliers.items()}
        self.all_parties = sum(
            group.persons // (group.party + group.companions) for group in self.operation.people.values()
        )
        self.columns: tuple[Columns, ...] = tuple(
            (reference, *each) for reference in rows.headways_s for each in rows.columns(reference)
        )
        self.waves = {each: tuple(rows.waves(*each)) for each in self.columns}
        self.slow = {each: dict.fromkeys(rows.slow(*each)) for each in self.columns}
        self.loading = {
            each: [self._named(loading_name(*each, 1 + n)) for n in range(rows.loading_waves(*each))]
            for each in self.columns
        }
        self.headed: dict[Columns, set[int]] = {each: set() for each in self.columns}

    def total(self) -> int:
        """Return right sides and columns, in units of 1 ÷ scale."""
        total = sum(
            value * self.rows.named[name].right(slot)
            for name, multipliers in self._by_name.items()
            for slot, value in enumerate(multipliers.values)
            if value
        )
        for trips in (*self.rows.loaded, *self.rows.empty):
            for span in self.rows.spans[trips]:
                total += self._of_trips(trips, span)
        return total + sum(self._of_heads()) + sum(self._of_sooner()) + sum(self._of_carried())

    def _named(self, name: str) -> Multipliers:
        return self._by_name.get(name, NONE)

    def _most(self, trips: Trips) -> int:
        """Return how many trips of a kind one slot holds."""
        lap_s = trips.before_s + trips.beyond_s
        if lap_s == 0:
            return self.all_parties
        number = sum(self.operation.fleet[trips.vehicle_type].depots.values())
        return min(number * -(-self.slot_s // lap_s), self.all_parties)

    def _of_trips(self, trips: Trips, span: Span) -> int:
        """Add up the columns of a kind in one span, a slot each."""
        clock = self.rows.clocks(trips.clock)
        leaves, reaches = (
            self._stock(trips.vehicle_type, trips.leaves),
            self._stock(trips.vehicle_type, trips.reaches),
        )
        heads, columns = self._heads(trips), _columns(trips)
        until, since = self._cumulated(trips, span)
        bundle = cache(partial(self._of_bundle, trips)) if isinstance(trips, Loaded) else None
        shutting = self._gates(trips) if isinstance(trips, Loaded) else ()
        over = 0
        for slot in range(clock.slot(span.soonest_s), clock.slot(span.latest_s) + 1):
            low_s, high_s = max(span.soonest_s, clock.first_s(slot)), min(span.latest_s, clock.last_s(slot))
            priced = sum(row.at(slot) for row in heads)
            if isinstance(trips, Loaded) and bundle is not None:
                priced += bundle(self.rows.period(trips, span, slot))
            priced += leaves[1].since(leaves[0].slot(high_s - trips.before_s))
            priced -= reaches[1].since(reaches[0].slot(low_s + trips.beyond_s))
            for seconds, multipliers in until:
                priced += seconds * multipliers.since(slot)
            for seconds, multipliers in since:
                priced += seconds * multipliers.upto(slot)
            for gate, price in shutting:
                if isinstance(trips, Loaded) and shut(self.operation.gates[gate], trips, high_s):
                    priced += price
            if priced < 0:
                over -= priced
            if columns is not None:
                self.headed[columns].add(slot)
        return over * self._most(trips)

    def _heads(self, trips: Trips) -> list[Multipliers]:
        """Return the rows that a trip has with the columns it goes in."""
        columns, walk = _columns(trips), trips.walk
        if columns is None or walk is None:
            return []
        found = [self._named(f"heads/{columns_name(*columns)}")]
        if walk.queue is not None:
            for name, service_s, _ in self.waves[columns]:
                mine = wave_name(*columns, walk.ends[walk.queue], service_s)
                if name == mine and walk.queue_service_s >= service_s:
                    found.append(self._named(name))
        if isinstance(trips, Loaded) and trips in self.slow[columns]:
            found += self.loading[columns]
        return [row for row in found if row]

    def _stock(self, kind: str, place: str) -> tuple[Clock, Multipliers]:
        name = f"stock/{kind}/{place}"
        return self.rows.clocks(name), self._named(name)

    def _cumulated(
        self, trips: Trips, span: Span
    ) -> tuple[list[tuple[int, Multipliers]], list[tuple[int, Multipliers]]]:
        """Return seconds and multipliers of rows over slots no later, and of rows over slots no sooner."""
        until: list[tuple[int, Multipliers]] = []
        since: list[tuple[int, Multipliers]] = []
        for queue in self.rows.queues(trips, span.window):
            name = queue.name(isinstance(trips, Loaded), trips.clock, span.window)
            (until if queue.before else since).append((queue.service_s, self._named(name)))
        if isinstance(trips, Loaded):
            until.append((trips.bay_s, self._named(f"bays/{trips.leaves}/{trips.clock}/{span.window}")))
            since.append((trips.alight_s, self._named(f"unload/{trips.reaches}/{trips.clock}")))
            until += [
                (1, self._named(name)) for name, row in self.rows.entries.items() if trips in row.counted
            ]
        return [each for each in until if each[1]], [each for each in since if each[1]]

    def _of_bundle(self, trips: Loaded, period: int) -> int:
        """Add up what a loaded trip that ends in a period has in the rows of its type, layout and leg."""
        text = "/".join(str(part) for part in trips.bundle)
        layout = self.operation.fleet[trips.vehicle_type].layouts[trips.layout]
        priced = -trips.many * self._named(f"load/{text}").at(period)
        for need in Need:
            priced -= layout.places(need) * self._named(f"places/{text}/{need.value}").at(period)
        if trips.many <= trips.room:
            priced += self._named(f"partial/{text}").at(0)
        if trips in self.rows.limited:
            priced += self._named(f"emptied/{trips.vehicle_type}").at(0)
        return priced

    def _gates(self, trips: Loaded) -> tuple[tuple[int, int], ...]:
        """Return the gates that a kind's trips may have to pass, with what one costs there."""
        return tuple(
            (index, trips.few * self._named(f"gate/{index}").at(0))
            for index, gate in enumerate(self.operation.gates)
            if gate.of_schedule and trips.leaves in gate.out_of
        )

    def _of_heads(self) -> Iterator[int]:
        """Yield the columns of heads, by reference, class, origin and slot."""
        for columns, slots in self.headed.items():
            reference, column_class, origin = columns
            text, headway_s = way(reference), self.rows.headways_s[reference]
            windows = [
                (n, self._named(f"headway/{text}/{m}"))
                for m in (1, 2, 3)
                if (n := m * headway_s // self.slot_s) >= 1
            ]
            if reference in self.rows.escorted:
                windows.append((self.rows.escorted[reference], self._named(f"escorts/{text}")))
            holds = [(column_class.most, self._named(f"heads/{columns_name(*columns)}"))]
            holds += [(served, self._named(name)) for name, _, served in self.waves[columns]]
            bays = self.operation.places[origin].bays or 0
            holds += [(bays * wave, row) for wave, row in enumerate(self.loading[columns], 1)]
            held = -(-self.slot_s // headway_s)
            for slot in slots:
                priced = -sum(most * row.at(slot) for most, row in holds)
                for length, multipliers in windows:
                    priced += multipliers.upto(slot) - multipliers.upto(slot - length)
                yield held * max(0, -priced)

    def _of_sooner(self) -> Iterator[int]:
        """Yield the columns of those who load in a wave before the last, by type, columns, wave and slot."""
        for columns in self.columns:
            slow = self.slow[columns]
            for kind in dict.fromkeys(each.vehicle_type for each in slow):
                mine = [each for each in slow if each.vehicle_type == kind]
                for wave, row in enumerate(self.loading[columns], 1):
                    if row:  # without a price a vehicle gains nothing by being taken sooner
                        yield self._sooner(columns, mine, wave, row)

    def _sooner(self, columns: Columns, slow: list[Loaded], wave: int, row: Multipliers) -> int:
        """Return the columns of one type and wave."""
        clock, (stands, stock) = (
            self.rows.clocks(slow[0].clock),
            self._stock(slow[0].vehicle_type, slow[0].leaves),
        )
        wave_s = self.rows.wave_s(columns[0], columns[2])
        alone_s: dict[int, int] = {}
        loaded_s: dict[int, int] = {}
        for each in slow:
            for span in self.rows.spans[each]:
                for slot in range(clock.slot(span.soonest_s), clock.slot(span.latest_s) + 1):
                    high_s = min(span.latest_s, clock.last_s(slot))
                    left_s, ready_s = high_s - each.before_s, high_s - (each.before_s - each.bay_s)
                    alone_s[slot] = min(left_s, alone_s.get(slot, left_s))
                    loaded_s[slot] = max(ready_s, loaded_s.get(slot, ready_s))
        over = 0
        for slot, ready_s in loaded_s.items():
            sooner_s = ready_s - (wave + 1) * wave_s
            since_s = max(alone_s[slot], sooner_s) if wave == 1 else ready_s - wave * wave_s
            priced = stock.since(stands.slot(sooner_s)) - stock.since(stands.slot(since_s))
            over += max(0, row.at(slot) - priced)
        return over * max(self._most(each) for each in slow)

    def _of_carried(self) -> Iterator[int]:
        """Yield the columns of people carried, by group, type, layout and leg, and period."""
        for bundle in dict.fromkeys(each.bundle for each in self.rows.loaded):
            groups = next(each.groups for each in self.rows.loaded if each.bundle == bundle)
            for period, held in self.rows.periods(bundle).items():
                gates = sum(
                    self._named(f"held/{index}").at(0) for index, all_of_it in held.items() if all_of_it
                )
                for name in groups:
                    yield self._carried(name, bundle, period, gates)

    def _carried(self, name: str, bundle: tuple[str, int, str, str], period: int, gates: int) -> int:
        """Return the column of a group's people; ``gates`` is what one person costs there."""
        text, group, place = (
            "/".join(map(str, bundle)),
            self.operation.people[name],
            self.operation.places[bundle[3]],
        )
        persons = group.party + group.companions
        counts = place.side is Side.SAFE or place.kind is Kind.TRANSFER
        worth = persons * (1 if self.unweighted else group.weight) * self.rows.left_s(period) if counts else 0
        priced = self._named(f"people/{name}").at(0)
        priced += persons * (gates + self._named(f"load/{text}").at(period))
        priced += persons * self._named(f"room/{bundle[3]}").at(0)
        for need, places in party_places(group).items():
            priced += places * self._named(f"places/{text}/{need.value}").at(period)
        return group.persons // persons * max(0, worth * self.scale - priced)
