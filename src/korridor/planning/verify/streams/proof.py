"""Weak duality for the stream program: add up with a certificate's multipliers; no solver is trusted."""

from collections.abc import Iterator

from korridor.operation.place import Kind, Side
from korridor.planning.certificate import MOST_SLOTS, StreamCertificate
from korridor.planning.plan import Plan
from korridor.planning.verify.seconds import party_places
from korridor.planning.verify.slot_program.duality import UnfoundedError
from korridor.planning.verify.slot_program.multipliers import NONE, Multipliers
from korridor.planning.verify.streams.legs import Leg, Legs, Stream


def proved_weight(plan: Plan, certificate: StreamCertificate) -> int:
    """Return the weight of people that the multipliers prove nobody can better by the horizon.

    Raises
    ------
    UnfoundedError
        With numbers out of range, or multipliers of rows that the program has not.
    """
    least = {"slot_s": 1, "scale": 1, "horizon_s": 0}
    for name, smallest in least.items():
        if getattr(certificate, name) < smallest:
            raise UnfoundedError(f"{name} is {getattr(certificate, name)}; at least {smallest}")
    if certificate.horizon_s // certificate.slot_s > MOST_SLOTS:
        slots = f"{certificate.horizon_s} s in slots of {certificate.slot_s} s"
        raise UnfoundedError(f"{slots} are more than {MOST_SLOTS}; that cannot be checked in time")
    for name, values in certificate.multipliers.items():
        if any(value < 0 for value in values):
            raise UnfoundedError(f"{name} has a negative multiplier, {min(values)}")
    for place in certificate.districts:
        if place not in plan.operation.places:
            raise UnfoundedError(f"the operation has no place {place}")
    return _Sum(Legs(plan.operation, certificate.districts), certificate).total() // certificate.scale


class _Sum:
    """The sum, times ``scale``."""

    def __init__(self, legs: Legs, certificate: StreamCertificate) -> None:
        self.legs, self.operation, self.certificate = legs, legs.operation, certificate
        self.horizon_s, self.slot_s = certificate.horizon_s, certificate.slot_s
        self._by_name = {name: Multipliers(values) for name, values in certificate.multipliers.items()}
        self._most: dict[str, int] = {}
        self.parties = sum(
            group.persons // (group.party + group.companions) for group in self.operation.people.values()
        )
        self._starts = self._window_starts()
        self._covered_s = self._longest()
        self.alike, self.together = self._alike()

    def total(self) -> int:
        """Right sides times multipliers, and what any column still gains times its most."""
        gained = 0
        for (leg, _), stream in self.legs.streams.items():
            gained += self._trips(leg, stream)
        gained += self._singles()
        for leg in self.legs.groups:
            gained += self._people(leg)
        unknown = set(self._by_name) - set(self._most)
        if unknown:
            raise UnfoundedError(f"the program has no row {min(unknown)}")
        return gained + sum(self._most.values())

    def _line(self, name: str, most: int) -> Multipliers:
        """One row, or rows of one right side at every place; counted once."""
        line = self._by_name.get(name, NONE)
        if name not in self._most:
            self._most[name] = most * sum(line.values)
        return line

    def _window_starts(self) -> dict[tuple[object, int | None], int]:
        """When the head of any trip can be on a road with a headway at the soonest, window by window."""
        found: dict[tuple[object, int | None], list[int]] = {}
        for (leg, _), stream in self.legs.streams.items():
            reference = self.legs.reference[leg]
            if self.legs.truced[leg]:
                for w, (opens_s, _) in enumerate(self.legs.map.windows):
                    in_window_s = max(opens_s + stream.from_s, stream.first_s)
                    found.setdefault((reference, w), []).append(in_window_s)
            else:
                found.setdefault((reference, None), []).append(stream.first_s)
        return {key: min(moments_s) for key, moments_s in found.items()}

    def _spans(self, leg: Leg, stream: Stream) -> Iterator[tuple[int | None, int, int]]:
        """When x may be, window by window."""
        until_s = self.operation.fleet[leg[0]].available_until_s
        last_s = (self.horizon_s if until_s is None else min(self.horizon_s, until_s)) - stream.b_s
        if not self.legs.truced[leg]:
            yield None, stream.first_s, last_s
            return
        for w, (opens_s, closes_s) in enumerate(self.legs.map.windows):
            to_s = min(last_s, closes_s - self.legs.map.margin_s - stream.to_s)
            yield w, max(stream.first_s, opens_s + stream.from_s), to_s

    def _longest(self) -> dict[str, int]:
        """By type, how long at most the trips of one vehicle take: none lies between two windows but what reaches in."""
        found: dict[str, int] = {}
        for kind in {leg[0] for leg, _ in self.legs.streams}:
            mine = [(leg, each) for (leg, _), each in self.legs.streams.items() if leg[0] == kind]
            x_by_window: dict[int, list[tuple[int, int]]] = {}
            begins, ends, takes, gives = [], [], [], []
            for leg, stream in mine:
                spans = [span for span in self._spans(leg, stream) if span[1] <= span[2]]
                if spans:
                    begins.append(spans[0][1] - stream.take_s)
                    ends.append(spans[-1][2] + stream.give_s)
                    takes.append(stream.take_s)
                    gives.append(stream.give_s)
                for w, from_s, to_s in spans:
                    x_by_window.setdefault(-1 if w is None else w, []).append((from_s, to_s))
            if not begins:
                found[kind] = 0
                continue
            total_s = max(ends) - min(begins)
            if -1 not in x_by_window:
                last_s: int | None = None
                for w in sorted(x_by_window):
                    if last_s is not None:
                        shut_s = min(from_s for from_s, _ in x_by_window[w]) - last_s
                        total_s -= max(0, shut_s - max(takes) - max(gives))
                    last_s = max(to_s for _, to_s in x_by_window[w])
            found[kind] = max(0, total_s)
        return found

    def _hours(self, kind: str) -> int:
        """The multiplier of the row that adds up how long a type's trips take."""
        number = sum(self.operation.fleet[kind].depots.values())
        return self._line(f"hours/{kind}", number * self._covered_s[kind]).at(0)

    def _trips(self, leg: Leg, stream: Stream) -> int:
        """What trips of a stream still gain, slot by slot."""
        slot_s, operation = self.slot_s, self.operation
        kind, layout, origin, _, _ = leg
        vehicles = operation.fleet[kind]
        name = _named(leg)
        fixed = self._line(f"load/{name}", 0).at(0) * stream.many
        for need, places in (
            ("seat", vehicles.layouts[layout].seats),
            ("stretcher", vehicles.layouts[layout].stretchers),
            ("wheelchair", vehicles.layouts[layout].wheelchairs),
        ):
            if places:
                fixed += self._line(f"places/{name}/{need}", 0).at(0) * places
        number = sum(vehicles.depots.values())
        lap_s = max(1, stream.take_s + stream.give_s)
        most = min(self.parties, number * ((slot_s + lap_s - 1) // lap_s))
        fixed -= self._hours(kind) * (stream.take_s + stream.give_s)
        pool = self._line(f"pool/{kind}", number)
        offset_s = stream.take_s % slot_s
        bays, entries = self._bays(origin), self._entries(origin)
        gained = 0
        for window, from_s, to_s in self._spans(leg, stream):
            if from_s > to_s:
                continue
            heads, begin_s, headway_s = self._heads(leg, window)
            for k in range((from_s - offset_s) // slot_s, (to_s - offset_s) // slot_s + 1):
                last_s = min(to_s, k * slot_s + offset_s + slot_s - 1)
                cost = pool.since(max(0, k - stream.take_s // slot_s))
                cost -= pool.since(max(0, k + (offset_s + stream.give_s) // slot_s))
                if heads:
                    cost += heads.since(max(0, (last_s - begin_s) // headway_s))
                if bays:
                    cost += stream.bay_s * bays.since(max(0, (last_s - stream.after_s) // slot_s))
                if entries:
                    cost += entries.since(max(0, (last_s - stream.after_s - stream.bay_s) // slot_s))
                gained += max(0, fixed - cost) * most
        return gained

    def _heads(self, leg: Leg, window: int | None) -> tuple[Multipliers, int, int]:
        reference = self.legs.reference[leg]
        if reference is None:
            return NONE, 0, 1
        headway_s = self.operation.roads[reference[0]].headway_s or 1
        begin_s = self._starts[reference, window]
        words = "free" if window is None else str(window)
        name = f"heads/{reference[0]}/{'f' if reference[1] else 'b'}/{words}"
        line, most = self._by_name.get(name, NONE), self.operation.convoy.most
        if name not in self._most:
            self._most[name] = sum(most * (j + 1) * y for j, y in enumerate(line.values))
        return line, begin_s, headway_s

    def _bays(self, origin: str) -> Multipliers:
        bays = [self.operation.places[place].bays for place in self.legs.origins[origin]]
        if None in bays:
            return NONE
        name, number = f"bays/{origin}", sum(each for each in bays if each is not None)
        line, begin_s = self._by_name.get(name, NONE), self.legs.begin_s[origin]
        if name not in self._most:
            ends = ((q + 1) * self.slot_s - 1 for q in range(len(line.values)))
            self._most[name] = sum(
                y * max(0, number * (end_s - begin_s)) for y, end_s in zip(line.values, ends, strict=True)
            )
        return line

    def _entries(self, origin: str) -> Multipliers:
        legs, operation = self.legs, self.operation
        parts = {legs.map.part.get(place) for place in legs.origins[origin]}
        if len(parts) > 1 or None in parts:
            return NONE
        part = str(parts.pop())
        name = f"entries/{part}"
        line = self._by_name.get(name, NONE)
        if name not in self._most:
            inside = sum(
                number
                for vehicles in operation.fleet.values()
                for depot, number in vehicles.depots.items()
                if legs.map.part.get(depot) == part
            )
            drive_s = legs.map.drive_into_s(part)
            total = 0
            for q, y in enumerate(line.values):
                if y:
                    heads = legs.map.heads_into(part, (q + 1) * self.slot_s - 1 - drive_s)
                    total += y * (inside + operation.convoy.most * heads)
            self._most[name] = total
        return line

    def _singles(self) -> int:
        """Who enters a part alone: free for as long as others form up."""
        legs, marshalling_s = self.legs, self.operation.convoy.marshalling_s
        if not marshalling_s:
            return 0
        length = (marshalling_s + self.slot_s - 1) // self.slot_s
        kinds: dict[str, set[str]] = {}
        for leg in legs.groups:
            for origin in legs.origins[leg[2]]:
                if origin in legs.map.part:
                    kinds.setdefault(legs.map.part[origin], set()).add(leg[0])
        gained = 0
        for part, mine in kinds.items():
            heads = legs.map.heads_into(part, self.horizon_s)
            turn = self._line(f"singles/{part}", heads).at(0)
            for kind in mine:
                pool = self._line(f"pool/{kind}", sum(self.operation.fleet[kind].depots.values()))
                spared = marshalling_s * self._hours(kind)
                for q in range(self.horizon_s // self.slot_s + 1):
                    cost = turn - pool.since(q) + pool.since(q + length) - spared
                    gained += max(0, -cost) * heads
        return gained

    def _people(self, leg: Leg) -> int:
        """What people who go by a leg still gain."""
        operation, legs, scale = self.operation, self.legs, self.certificate.scale
        name, end = _named(leg), leg[3]
        ends = [operation.places[place] for place in legs.ends[end]]
        counts = any(place.side is Side.SAFE or place.kind is Kind.TRANSFER for place in ends)
        rooms = [None if place.kind is Kind.TRANSFER else place.capacity_persons for place in ends]
        gained = 0
        for first in {self.alike[group] for group in legs.groups[leg]}:
            group = operation.people[first]
            persons = group.party + group.companions
            parties = self.together[first]
            if not parties:
                continue
            weight = 1 if self.certificate.unweighted else group.weight
            cost = self._line(f"people/{first}", parties).at(0)
            cost += self._line(f"load/{name}", 0).at(0) * persons
            for need, places in party_places(group).items():
                if places:
                    cost += self._line(f"places/{name}/{need}", 0).at(0) * places
            if None not in rooms:
                most = sum(room for room in rooms if room is not None)
                cost += self._line(f"room/{end}", most).at(0) * persons
            worth = persons * weight * scale if counts else 0
            gained += max(0, worth - cost) * parties
        return gained

    def _alike(self) -> tuple[dict[str, str], dict[str, int]]:
        """The first of the groups of a district that each is like, and the parties of all that are like it."""
        alike: dict[str, str] = {}
        together: dict[str, int] = {}
        firsts: dict[object, str] = {}
        for name, group in self.operation.people.items():
            persons = group.party + group.companions
            needs = tuple(sorted((str(need), places) for need, places in party_places(group).items()))
            key = self.legs.label(group.place), needs, persons, group.weight
            alike[name] = firsts.setdefault(key, name)
            together[alike[name]] = together.get(alike[name], 0) + group.persons // persons
        return alike, together


def _named(leg: Leg) -> str:
    kind, layout, origin, end, road = leg
    return f"{kind}/{layout}/{origin}/{end}/{road}"
