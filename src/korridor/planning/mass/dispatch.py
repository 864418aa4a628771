"""From shares to movements: who can leave first leaves first, by the clockwork.

Vehicles that are free outside go in by the gate that leads to a place where people are left, as soon as enough of them are there;
what stands loaded goes out. Each asks the clockwork when it could depart; the earliest is posted, so rank is the order
of departure (C1). What is known of a departure is a moment that it cannot precede, since others only take up time.
"""

import heapq
from dataclasses import dataclass

import numpy as np

from korridor.clockwork.boarding import NOBODY, OK
from korridor.clockwork.run import depots_of
from korridor.clockwork.sheet import A, H, O, W, blank
from korridor.clockwork.state import State, T, beginning
from korridor.clockwork.step import post, time
from korridor.clockwork.tables import NEVER, NONE, C, G, Index, Ints, K, P, R, V, X
from korridor.planning.bound.certify import Floats
from korridor.planning.mass.demand import Demand
from korridor.planning.mass.legs import Legs, road_s
from korridor.planning.mass.services import Services

LOADED, INWARD = 1, 0


@dataclass(frozen=True)
class Rule:
    """What a dispatcher goes by.

    Attributes
    ----------
    order : array of int, by service
        Those with the least number are served first.
    enough : int
        With so many in a hundred of the vehicles that it is to have a column leaves.
    size : int
        How many vehicles a column is to have, where so many are needed.
    crowded : int
        How many vehicles at most are at a place for each of its bays, before others are sent there.
    ahead : int
        Of how many places the one is served next for which vehicles are there first.
    """

    order: Ints
    enough: int
    size: int
    crowded: int = 4
    ahead: int = 6


@dataclass
class Lap:
    """Vehicles at a place, or on their way there, that will leave it together: legs, whom they are promised, whence, which."""

    service: int
    legs: list[int]
    loads: list[Ints]
    came_from: list[int]
    vehicles: list[int]


@dataclass(frozen=True)
class Sent:
    """One movement as it was ordered: rows of type, layout, from, to."""

    column: int
    loaded: bool
    asked: Ints
    not_before_s: int = 0


class Dispatch:
    """One run of the dispatcher, from the beginning until nothing more can be sent."""

    def __init__(self, index: Index, legs: Legs, services: Services, share: Floats, rule: Rule) -> None:
        tables = index.tables
        self.index, self.tables, self.legs, self.services, self.rule = index, tables, legs, services, rule
        self.sent: list[Sent] = []
        self.demand = Demand(index, legs, services, share)
        # Only a gate that waits for people keeps account of who unloads when: no more vehicles than there are parties.
        counts = bool((tables.gates[:, K.QUEUE] != NONE).any())
        unloads = int(tables.groups[:, G.PARTIES].sum()) if counts else 1
        self.state: State = beginning(tables, depots_of(index), unloads)
        self._most = max(1, int(tables.rule[X.MOST]))
        self._least = max(1, int(tables.rule[X.LEAST]))
        self._sheet = blank(tables, self.state, self._most)
        self._promised = np.zeros(len(self.state.vehicles), dtype=bool)
        self._kinds = np.repeat(np.arange(len(tables.types)), tables.types[:, V.NUMBER])
        self._queues: dict[int, list[Lap]] = {}
        self._heap: list[tuple[int, int, int, int]] = []
        self._sequence = 0
        self._inward: dict[tuple[int, int], int] = {}
        self._open: dict[tuple[int, int], Ints] = {}
        self._headways: dict[int, list[tuple[int, int, int, int]]] = {}
        self._road_s = road_s(index, NEVER)
        self._stands = sorted(
            {*legs.destination.tolist(), *legs.origin.tolist(), *self.state.vehicles[:, 1].tolist()}
        )
        self._service_ways = self._by_way()
        self._offered: dict[int, int] = {}
        self._shut: set[tuple[int, int]] = set()
        self._failed: set[int] = set()  # services of which a lap could not leave, until another one has

    def run(self) -> None:
        """Send until everybody is out or nothing can be sent."""
        for way in self._service_ways:
            self._offer(way)
        while self._heap:
            _, number, what, which = heapq.heappop(self._heap)
            if what == LOADED:
                self._try_out(which)
            elif self._offered[which] == number:
                self._try_in(which)

    def _by_way(self) -> dict[int, tuple[list[int], list[int]]]:
        """Services by the column part by which vehicles come to them: from where they take people, and from elsewhere.

        Each those first that are to be served first.
        """
        stands = {place for place in self._stands if place not in self.demand.at}
        order, origins = self.rule.order, self.services.origin.tolist()
        depots = set(self.state.vehicles[:, 1].tolist())
        ways = {
            origin: {self._comes_by(place, origin) for place in stands | (depots & {origin})}
            for origin in set(origins)
        }
        found: dict[int, tuple[list[int], list[int]]] = {
            way: ([], []) for way in sorted(set().union(*ways.values()))
        }
        for service in sorted(range(len(origins)), key=lambda s: (int(order[s]), s)):
            own = set(self.legs.inward[self.services.legs[service]].tolist())
            for way in ways[origins[service]]:
                found[way][way not in own].append(service)
        return found

    def _push(self, key_s: int, what: int, which: int) -> None:
        self._sequence += 1
        heapq.heappush(self._heap, (key_s, self._sequence, what, which))
        if what == INWARD:
            self._offered[which] = self._sequence

    def _next_s(self) -> int:
        while (
            self._heap and self._heap[0][2] == INWARD and self._offered[self._heap[0][3]] != self._heap[0][1]
        ):
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else NEVER

    # What could go in.

    def _offer(self, way: int) -> None:
        """Offer the next lap by a way; what was offered before is out of date."""
        self._offered[way] = NONE
        chosen = self._choose(way)
        if chosen is not None:
            self._push(chosen[0], INWARD, way)

    def _choose(self, way: int) -> tuple[int, int, list[int]] | None:
        """Return a moment before which no lap can go by a way, and the service and vehicles of the one that goes next."""
        free = np.flatnonzero(~self._promised)
        own, others = self._service_ways[way]
        return self._best(way, own, free) or self._best(way, others, free)

    def _best(self, way: int, services: list[int], free: Ints) -> tuple[int, int, list[int]] | None:
        """Of the first services for which vehicles come, the one for which they come soonest."""
        best: tuple[int, int, list[int]] | None = None
        looked = 0
        for service in services:
            if not self.demand.to_go(service) or (way, service) in self._shut or service in self._failed:
                continue
            if self._is_crowded(int(self.services.origin[service])):
                continue
            found = self._gather(way, service, free)
            if found is not None:
                looked += 1
                if best is None or found[0] < best[0]:
                    best = found
            if looked >= self.rule.ahead:
                break
        return best

    def _is_crowded(self, origin: int) -> bool:
        bays = int(self.tables.places[origin, P.BAYS])
        standing = sum(len(lap.legs) for lap in self._queues.get(origin, ()))
        return bays != NONE and standing >= max(self._most, self.rule.crowded * bays)

    def _gather(self, way: int, service: int, free: Ints) -> tuple[int, int, list[int]] | None:
        """Gather those vehicles for a lap that come soonest."""
        tables, vehicles = self.tables, self.state.vehicles
        origin = int(self.services.origin[service])
        ends = origin if way == NONE else int(tables.columns[way, C.ORIGIN])
        may_come = self._may_come(way, origin)
        in_column = bool(tables.columns[self.services.column[service], C.STEPS])
        found = []
        comes = free[may_come[vehicles[free, 1]]]
        comes = comes[tables.alone[self._kinds[comes], vehicles[comes, 1], ends] != NONE]
        quota, is_last = self._quota(origin, in_column, set(self._kinds[comes].tolist()))
        for kind, number in quota.items():
            mine = comes[self._kinds[comes] == kind]
            alone = tables.alone[kind, vehicles[mine, 1], ends]
            there = np.maximum(vehicles[mine, 0], tables.types[kind, V.FROM]) + alone
            soonest = np.argsort(there, kind="stable")[:number]
            found.append(np.stack([there[soonest], mine[soonest]], axis=1))
        come = np.concatenate(found) if found else np.zeros((0, 2), dtype=np.int64)
        come = come[np.argsort(come[:, 0], kind="stable")]
        least = self._least if in_column else 1
        if len(come) < least:
            return None
        share = 100 if is_last else self.rule.enough
        enough = max(least, -(-len(come) * share // 100)) if in_column else 1
        leaves_s = max(self._opens_s(way), int(come[enough - 1, 0]))
        number = int(np.searchsorted(come[:, 0], leaves_s, "right")) if in_column else 1
        return leaves_s, service, come[:number, 1].tolist()

    def _quota(self, origin: int, in_column: bool, come: set[int]) -> tuple[dict[int, int], bool]:
        """How many vehicles of each type make a column: in proportion to the loads that are left; and whether that is all.

        Where a column has no room for all types, it is one of those that come.
        """
        loads = self.demand.loads(origin)
        size = min(self.rule.size, self._most)
        if in_column and size < np.count_nonzero(loads):
            loads = np.where(np.isin(np.arange(len(loads)), list(come)), loads, 0.0)
        whole = np.ceil(loads - 1e-9).astype(np.int64)
        is_last = bool(whole.sum() <= size)
        if in_column and not is_last:
            columns = -(-int(whole.sum()) // size)
            size = max(
                self._least, -(-int(whole.sum()) // columns)
            )  # all alike: who is left last can go, too
            part = loads * size / loads.sum()
            whole = np.floor(part).astype(np.int64)
            for kind in np.argsort(whole - part, kind="stable")[: size - int(whole.sum())].tolist():
                whole[kind] += 1
        return {kind: number for kind, number in enumerate(whole.tolist()) if number}, is_last

    def _opens_s(self, way: int) -> int:
        """A moment before which no further column goes by a way."""
        last_s = int(self.state.tally[T.LAST_DEPARTURE])
        if way == NONE:
            return last_s
        return max(
            [last_s]
            + [
                int(self.state.roads[road, back, 0]) + headway_s - before_s
                for road, back, headway_s, before_s in self._headways_of(way)
            ]
        )

    def _headways_of(self, way: int) -> list[tuple[int, int, int, int]]:
        """The roads of a way with a headway: index, direction, the headway, and the drive until then."""
        if way not in self._headways:
            tables, found, before_s = self.tables, [], 0
            first, steps = tables.columns[way, C.STEP], tables.columns[way, C.STEPS]
            for at in range(first, first + steps):
                road, back = tables.steps[at].tolist()
                headway_s = int(tables.roads[road, R.HEADWAY])
                if headway_s > 0:
                    found.append((road, back, headway_s, before_s))
                before_s += int(self._road_s[road, back]) + int(tables.places[tables.ends[at], P.HALT])
            self._headways[way] = found
        return self._headways[way]

    def _may_come(self, way: int, origin: int) -> Ints:
        """By place: whether vehicles come from there to an origin by a way."""
        key = way, origin
        if key not in self._open:
            found = np.zeros(len(self.tables.places), dtype=bool)
            for place in self._stands:
                found[place] = self._comes_by(place, origin) == way
            self._open[key] = found
        return self._open[key]

    def _comes_by(self, place: int, origin: int) -> int:
        """By which column part an empty vehicle comes from a place to another; ``NONE`` is alone, or not at all."""
        key = place, origin
        if key not in self._inward:
            names = self.index.place_names
            column = self.index.column(names[place], names[origin], False) if place != origin else NONE
            steps = column != NONE and self.tables.columns[column, C.STEPS] > 0
            self._inward[key] = column if steps else NONE
        return self._inward[key]

    def _try_in(self, way: int) -> None:
        """Send the next lap's vehicles in, if nothing else leaves before; where they come alone, let them be awaited."""
        chosen = self._choose(way)
        if chosen is None:
            self._offered[way] = NONE
            return
        soonest_s, service, vehicles = chosen
        if soonest_s > self._next_s():
            self._push(soonest_s, INWARD, way)
            return
        lap = self._lap(service, vehicles)
        if len(lap.legs) < (self._least if way != NONE else 1):  # no room there, as a rule: others are asked
            self._take_back(lap)
            if not self.demand.close(service):
                self._failed.add(service)  # of those who are there none may serve who is left: later ones may
            self._offer(way)
            return
        if way == NONE:
            self._stand(lap)
            self._offer(way)
            return
        origin = int(self.services.origin[service])
        asked = np.array(
            [
                (self.legs.kind[leg], 0, place, origin)
                for leg, place in zip(lap.legs, lap.came_from, strict=True)
            ]
        )
        code = self._ask(way, False, asked)
        departs_s = int(self._sheet.head[H.DEPARTS])
        if code != OK or not self._gets_out(lap):
            self._take_back(lap)
            self._shut.add((way, service))
            self._offer(way)
        elif departs_s > self._next_s():
            self._take_back(lap)
            self._push(departs_s, INWARD, way)
        else:
            post(self.tables, self.state, self._sheet)
            self.sent.append(Sent(way, False, asked))
            lap.vehicles = self._sheet.trips[: len(asked), W.VEHICLE].tolist()
            lap.came_from = [origin] * len(asked)
            self._stand(lap)
            self._offer(way)

    def _lap(self, service: int, vehicles: list[int]) -> Lap:
        """Give each vehicle a leg and people; small ones first, so that who comes last finds somebody, or else large ones."""
        sizes = self.tables.layouts[self.tables.types[self._kinds[vehicles], V.LAYOUT]].sum(axis=1).tolist()
        ordered = [vehicle for _, vehicle in sorted(zip(sizes, vehicles, strict=True))]
        lap = self._promised_lap(service, ordered)
        in_column = bool(self.tables.columns[self.services.column[service], C.STEPS])
        if in_column and len(lap.legs) < self._least <= len(vehicles):
            self._take_back(lap)
            lap = self._promised_lap(service, ordered[::-1])
        if in_column:
            self._leave_enough(lap, int(self.services.origin[service]))
        return lap

    def _promised_lap(self, service: int, vehicles: list[int]) -> Lap:
        """Promise vehicles people, one after the other; who finds nobody is left out."""
        origin, legs = int(self.services.origin[service]), self.services.legs[service]
        lap = Lap(service, [], [], [], [])
        for vehicle in vehicles:
            promised = self.demand.promise(origin, legs, int(self._kinds[vehicle]))
            if promised is not None:
                lap.legs.append(promised[0])
                lap.loads.append(promised[1])
                lap.came_from.append(int(self.state.vehicles[vehicle, 1]))
                lap.vehicles.append(vehicle)
        return lap

    def _leave_enough(self, lap: Lap, origin: int) -> None:
        """Leave the last vehicles out where those who would be left after them are too few for a column (O7)."""
        while len(lap.legs) > self._least and 0 < self.demand.vehicles_for_rest(origin) < self._least:
            self.demand.give_back(lap.legs.pop(), lap.loads.pop())
            lap.came_from.pop()
            lap.vehicles.pop()

    def _take_back(self, lap: Lap) -> None:
        for leg, loads in zip(lap.legs, lap.loads, strict=True):
            self.demand.give_back(leg, loads)

    def _gets_out(self, lap: Lap) -> bool:
        """Whether there is time left, at best, for a lap to come out again."""
        tables = self.tables
        end_s = int(tables.windows[-1, 1] if len(tables.windows) else tables.rule[X.HORIZON])
        comes_s = int(self._sheet.trips[: len(lap.legs), W.FREE].min())
        through_s = int(self.services.through_s[lap.service])
        return comes_s + min(int(self.legs.bay_s[leg]) for leg in lap.legs) + through_s <= end_s

    def _stand(self, lap: Lap) -> None:
        """Let a lap's vehicles stand where they load, or be awaited there."""
        self._promised[lap.vehicles] = True
        origin = int(self.services.origin[lap.service])
        queue = self._queues.setdefault(origin, [])
        queue.append(lap)
        if len(queue) == 1:
            self._push(self._come_s(lap), LOADED, origin)

    def _come_s(self, lap: Lap) -> int:
        """A moment before which a lap cannot leave loaded."""
        there, origin = self.state.vehicles[lap.vehicles], int(self.services.origin[lap.service])
        come_s = there[:, 0] + self.tables.alone[self._kinds[lap.vehicles], there[:, 1], origin]
        return max(int(come_s.max()), int(self.state.tally[T.LAST_DEPARTURE]))

    # What stands loaded.

    def _try_out(self, origin: int) -> None:
        """Send the first lap of a place out, if nothing else leaves before."""
        queue = self._queues[origin]
        lap = queue[0]
        code = NOBODY
        while lap.legs and code == NOBODY:
            asked = np.array(
                [
                    (self.legs.kind[leg], self.legs.layout[leg], place, self.legs.destination[leg])
                    for leg, place in zip(lap.legs, lap.came_from, strict=True)
                ]
            )
            code = self._ask_in_time(int(self.services.column[lap.service]), asked)
            if code == NOBODY:
                self._leave_out(lap)
        if code == OK and not self._over_s():
            departs_s = int(self._sheet.head[H.DEPARTS])
            if departs_s > self._next_s():
                self._push(departs_s, LOADED, origin)
                return
            self._post_out(queue, lap, asked)
        else:  # what cannot go: its vehicles are free where they stand, its people are left
            queue.pop(0)
            self._take_back(lap)
            self._promised[lap.vehicles] = False
            self._failed.add(lap.service)
        if queue:
            self._push(self._come_s(queue[0]), LOADED, origin)

    def _leave_out(self, lap: Lap) -> None:
        """Leave out the first vehicle that finds nobody."""
        at = int(np.argmax(self._sheet.trips[: len(lap.legs), W.PERSONS] == 0))
        self._promised[lap.vehicles[at]] = False
        self.demand.give_back(lap.legs[at], lap.loads[at])
        for each in (lap.legs, lap.loads, lap.came_from, lap.vehicles):
            del each[at]

    def _ask_in_time(self, column: int, asked: Ints) -> int:
        """Ask about a loaded movement; where people would sit in a queue too long, it leaves later, and they board later."""
        code = self._ask(column, True, asked)
        over_s, before_s = self._over_s() if code == OK else 0, NEVER
        while 0 < over_s < before_s:
            code = self._ask(column, True, asked, int(self._sheet.head[H.DEPARTS]) + over_s)
            over_s, before_s = self._over_s() if code == OK else 0, over_s
        return code

    def _over_s(self) -> int:
        """O5: by how much the longest time aboard is more than its limit; 0 if none is."""
        sheet, tables = self._sheet, self.tables
        n = int(sheet.order[O.TRIPS])
        turn_s = tables.types[sheet.asked[:n, A.TYPE], V.TURN]
        aboard_s = sheet.trips[:n, W.FREE] - sheet.trips[:n, W.BAY_BEGINS] - turn_s
        limits_s = np.where(sheet.loads[:n] > 0, tables.groups[:, G.LIMIT], NEVER).min(axis=1)
        return max(0, int((aboard_s - limits_s).max()))

    def _post_out(self, queue: list[Lap], lap: Lap, asked: Ints) -> None:
        post(self.tables, self.state, self._sheet)
        column, not_before_s = int(self.services.column[lap.service]), int(self._sheet.order[O.NOT_BEFORE])
        self.sent.append(Sent(column, True, asked, not_before_s))
        self._failed.clear()
        queue.pop(0)
        groups = self.demand.at[int(self.services.origin[lap.service])]
        for at, (leg, loads) in enumerate(zip(lap.legs, lap.loads, strict=True)):
            boarded = self._sheet.loads[at, groups]
            if not np.array_equal(boarded, loads):  # others than were thought, but as many in all
                self.demand.give_back(leg, loads - boarded)
        self._release(lap, set(self._sheet.trips[: len(asked), W.VEHICLE].tolist()))
        ways = set(self.legs.inward[lap.legs].tolist())  # vehicles are known to be free, perhaps sooner
        origin = int(self.services.origin[lap.service])
        if bool(
            (self.state.vehicles[~self._promised, 1] == origin).any()
        ):  # some have stood there all the time
            ways.add(NONE)
        for way in sorted(ways & self._service_ways.keys()):
            self._offer(way)

    def _release(self, lap: Lap, taken: set[int]) -> None:
        """Of vehicles alike the clockwork takes those that are free first; who was promised them gets this lap's."""
        own = [vehicle for vehicle in lap.vehicles if vehicle not in taken]
        if own:
            for queue in self._queues.values():
                for other in queue:
                    for at, vehicle in enumerate(other.vehicles):
                        if vehicle in taken:
                            swap = next(v for v in own if self._kinds[v] == self._kinds[vehicle])
                            own.remove(swap)
                            other.vehicles[at] = swap
        self._promised[list(taken)] = False
        self._promised[own] = False

    def _ask(self, column: int, loaded: bool, asked: Ints, not_before_s: int = 0) -> int:
        sheet = self._sheet
        sheet.order[O.COLUMN], sheet.order[O.LOADED], sheet.order[O.TRIPS] = column, int(loaded), len(asked)
        sheet.order[O.NOT_BEFORE] = not_before_s
        sheet.asked[: len(asked), : asked.shape[1]] = asked
        return int(time(self.tables, self.state, sheet))
