"""What loaded columns waited for, read off their times.

An attribution, not a proof. The times of a plan do not say why they are what they are; each wait is given
to the one thing that, by the rules of the clockwork, let go last. Where two things held a column at once,
more of the one alone would not have helped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from korridor.events.movement import Movement, Passage, Trip
from korridor.operation.operation import Operation
from korridor.operation.place import Release, Side
from korridor.papers.wait import Resource, Wait
from korridor.pictures.number import number
from korridor.pictures.people_out import unloadings
from korridor.pictures.windows import CLOSED, spans


def waits(operation: Operation, movements: Sequence[Movement]) -> tuple[Wait, ...]:
    """Return what each movement that takes people out waited for, in rank order and order of time.

    Movements that carry people on from a safe place are left out: who waits there is out already (C7).

    Parameters
    ----------
    operation : Operation
    movements : sequence of Movement
        In rank order.
    """
    found: list[Wait] = []
    held: dict[int, list[Wait]] = {}
    for rank, movement in enumerate(movements):
        if movement.loaded and operation.places[movement.origin].side is not Side.SAFE:
            story = _Story(operation, tuple(movements[:rank]), held, movement)
            found += [wait for wait in story.tell() if wait.ends_s > wait.begins_s]
            held[rank] = list(story.departure())
    return tuple(found)


@dataclass(frozen=True)
class _Story:
    """One loaded movement, and those of lower rank, which alone can have held it.

    Attributes
    ----------
    held : dict of int to list of Wait
        By rank: what earlier loaded movements waited for when they were ready to leave.
    """

    operation: Operation
    earlier: tuple[Movement, ...]
    held: dict[int, list[Wait]]
    movement: Movement

    def tell(self) -> Iterator[Wait]:
        yield from self._truce_first(self._before_ready())
        yield from self.departure()
        yield from self._checkpoints()
        yield from self._truce_first(self._road())
        yield from self._unloading()

    def departure(self) -> Iterator[Wait]:
        """From ready to departure; behind a column that is held itself, what holds that one."""
        before = self.held.get(len(self.earlier) - 1, [])
        for wait in self._truce_first(self._departure()):
            yield from _handed_on(wait, before) if wait.resource is Resource.TURN else (wait,)

    def _wait(self, resource: Resource, begins_s: int, ends_s: int) -> Wait:
        return Wait(number(self.movement), resource, begins_s, ends_s, self.movement.persons)

    def _before_ready(self) -> Iterator[Wait]:
        """From the last column's departure: vehicles to come, then bays, or an escort.

        Loading proper is no wait, nor is marshalling: what one vehicle needs by itself is left out.
        """
        movement, trips = self.movement, self.movement.trips
        last_s = max(
            (m.departs_s for m in self.earlier if m.loaded and m.origin == movement.origin), default=0
        )
        comes_s = max(trip.comes_s for trip in trips)
        yield self._wait(Resource.VEHICLES, max(last_s, self._present_s(comes_s)), comes_s)
        marshalling_s = self.operation.convoy.marshalling_s if movement.passages and len(trips) > 1 else 0
        alone_s = max(trip.comes_s + _loading_s(trip) for trip in trips)
        escorted = [
            m.escort_free_s for m in self.earlier if m.escort == movement.escort and m.escort is not None
        ]
        if escorted and escorted[-1] == movement.ready_s:
            yield self._wait(Resource.ESCORT, alone_s + marshalling_s, movement.ready_s)
        else:
            loaded_s = movement.ready_s - marshalling_s
            bays = self._wait(Resource.BAYS, max(alone_s, self._present_s(loaded_s)), loaded_s)
            # Columns load as late as they can (C2): one that is held keeps its bays until it may leave.
            beside = (rank for rank in self.held if self.earlier[rank].origin == movement.origin)
            yield from _handed_on(bays, [wait for rank in beside for wait in self.held[rank]])

    def _present_s(self, until_s: int) -> int:
        """When people who are carried on from here were last unloaded here; 0 where nobody is."""
        alighted = (
            t.free_s
            for m in self.earlier
            if m.loaded
            for t in m.trips
            if t.destination == self.movement.origin
        )
        return max((free_s for free_s in alighted if free_s <= until_s), default=0)

    def _departure(self) -> Iterator[Wait]:
        """From ready to departure: the truce, then whatever let go last."""
        ready_s, departs_s = self.movement.ready_s, self.movement.departs_s
        truce_s = min(departs_s, max(ready_s, self._truce_s()))
        yield self._wait(Resource.WINDOW, ready_s, truce_s)
        let_go = (
            (Resource.GATE, self._gate_s()),
            (Resource.TURN, self.earlier[-1].departs_s if self.earlier else 0),
            (Resource.HEADWAY, self._ahead_s(self.movement.passages[0]) if self.movement.passages else 0),
            (Resource.OPPOSING, self._opposing_s(self.movement.passages[0]) if self.movement.passages else 0),
            (Resource.PLANNED, self.movement.not_before_s),
        )
        last = next((resource for resource, moment_s in let_go if moment_s == departs_s), Resource.OTHER)
        yield self._wait(last, truce_s, departs_s)

    def _truce_s(self) -> int:
        """The first moment to leave for the window in which the first truce road is reached; else 0."""
        roads = self.operation.roads
        reached = next((p.head_in_s for p in self.movement.passages if roads[p.road].truce), None)
        opened = [
            w.opens_s
            for w in self.operation.windows
            if reached is not None and w.opens_s <= reached < w.closes_s
        ]
        if reached is None or not opened:
            return 0
        return opened[0] - (reached - self.movement.departs_s)

    def _gate_s(self) -> int:
        """When the last gate opened that this movement's people had to wait for; else 0 (O9)."""
        opened = [0]
        for gate in self.operation.gates:
            gone = sum(m.persons for m in (*self.earlier, self.movement) if m.origin in gate.out_of)
            if self.movement.origin not in gate.out_of or gone <= gate.beyond_persons:
                continue
            out = sorted((u.moment_s, u.persons) for u in unloadings(self.operation, self.earlier)
                         if self.operation.people[u.group].place in gate.of_places)  # fmt: skip
            persons = 0
            for moment_s, more in out:
                persons += more
                if persons >= gate.until_persons:
                    opened.append(moment_s)
                    break
            opened.append(gate.opens_s or 0)
        return max(opened)

    def _ahead_s(self, passage: Passage) -> int:
        """When the road could be entered behind the column ahead on it (C4); 0 without one."""
        headway_s = self.operation.roads[passage.road].headway_s or 0
        ahead = [
            p for m in self.earlier for p in m.passages if (p.road, p.forth) == (passage.road, passage.forth)
        ]
        return max(ahead[-1].head_in_s + headway_s, ahead[-1].tail_in_s) if ahead else 0

    def _opposing_s(self, passage: Passage) -> int:
        """When the last opposing column had left an alternate road (C4); 0 without one."""
        if not self.operation.roads[passage.road].alternate:
            return 0
        opposing = [
            p
            for m in self.earlier
            for p in m.passages
            if (p.road, p.forth) == (passage.road, not passage.forth)
        ]
        return max((p.tail_out_s for p in opposing), default=0)

    def _checkpoints(self) -> Iterator[Wait]:
        """Beyond the looking at one vehicle by itself: the queue for lanes."""
        looks = [look for trip in self.movement.trips for look in trip.screenings]
        for name in dict.fromkeys(look.checkpoint for look in looks):
            here = [look for look in looks if look.checkpoint == name]
            alone_s = max(look.arrives_s + look.ends_s - look.begins_s for look in here)
            yield self._wait(Resource.SCREENING, alone_s, max(look.ends_s for look in here))

    def _road(self) -> Iterator[Wait]:
        """On the way: a road driven slower than it could be, and standing before the next one."""
        roads, passages = self.operation.roads, self.movement.passages
        speeds = [self.operation.fleet[trip.vehicle_type].speed_m_per_h for trip in self.movement.trips]
        slowest = min((speed for speed in speeds if speed is not None), default=None)
        for index, passage in enumerate(passages):
            free_s = passage.head_in_s + roads[passage.road].travel_s(passage.forth, slowest)
            yield self._wait(Resource.HEADWAY, free_s, passage.head_out_s)
            if index + 1 < len(passages):
                after = passages[index + 1]
                yield self._wait(self._held_by(after), self._through_s(passage), after.head_in_s)

    def _through_s(self, passage: Passage) -> int:
        """When the head could go on from the end of a road: at once, after looking, or after a halt."""
        place = self.operation.roads[passage.road].between[1 if passage.forth else 0]
        through_s = passage.head_out_s
        looks = [look for trip in self.movement.trips for look in trip.screenings if look.checkpoint == place]
        if looks and self.operation.places[place].release is Release.VEHICLE:
            through_s = looks[0].ends_s
        elif looks:
            through_s = max(look.ends_s for look in looks)
        return through_s + sum(halt.lasts_s for halt in self.operation.convoy.halts if halt.place == place)

    def _held_by(self, passage: Passage) -> Resource:
        """What a column before a road waited for."""
        opens = {window.opens_s for window in self.operation.windows}
        if self.operation.roads[passage.road].truce and passage.head_in_s in opens:
            return Resource.WINDOW
        if self._opposing_s(passage) == passage.head_in_s:
            return Resource.OPPOSING
        return Resource.HEADWAY if self._ahead_s(passage) else Resource.OTHER

    def _unloading(self) -> Iterator[Wait]:
        for trip in self.movement.trips:
            if trip.unloads_s is not None:
                wait = self._wait(Resource.UNLOADING, trip.arrives_s, trip.unloads_s)
                yield replace(wait, persons=trip.persons)

    def _truce_first(self, found: Iterator[Wait]) -> Iterator[Wait]:
        """While the truce is closed, that is what holds a column that needs it, and nothing else."""
        needs = any(self.operation.roads[passage.road].truce for passage in self.movement.passages)
        for wait in found:
            if not needs or wait.ends_s <= wait.begins_s:
                yield wait
                continue
            for span in spans(self.operation, wait.begins_s, wait.ends_s):
                resource = Resource.WINDOW if span.state == CLOSED else wait.resource
                yield replace(wait, resource=resource, begins_s=span.begins_s, ends_s=span.ends_s)


def _handed_on(wait: Wait, holders: Sequence[Wait]) -> Iterator[Wait]:
    """Give those parts of a wait in which another column was held to what held that one."""
    here_s = wait.begins_s
    for holder in sorted(holders, key=lambda holder: holder.begins_s):
        begins_s, ends_s = max(here_s, holder.begins_s), min(wait.ends_s, holder.ends_s)
        if begins_s < ends_s:
            yield replace(wait, begins_s=here_s, ends_s=begins_s)
            yield replace(wait, resource=holder.resource, begins_s=begins_s, ends_s=ends_s)
            here_s = ends_s
    yield replace(wait, begins_s=here_s)


def _loading_s(trip: Trip) -> int:
    """Turn-round and boarding of one vehicle (C2)."""
    return 0 if trip.boarded_s is None or trip.bay_begins_s is None else trip.boarded_s - trip.bay_begins_s
