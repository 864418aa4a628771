"""The full model, for OR-Tools CP-SAT: optional laps in the order of their departure, vehicles as flows between them.

A lap takes vehicles of any types, from wherever they stand, to one assembly place (in column where they must), and out again
together. What is decided: how many laps, where, how many vehicles of each type in which layout, who rides, where to, when.
The flows of vehicles from lap to lap are those of resource-constrained scheduling (Artigues, Michelon and Reusser 2003, doi
10.1016/S0377-2217(02)00758-0). Bound: of this model, in which who comes in together goes out together and empty columns keep
the order in which they were sent; so none for the operation.
"""

from typing import Any

from ortools.sat.python import cp_model

from benchmarks.planning.peers.apart.lap import Lap
from benchmarks.planning.peers.apart.passage import Passage

NO_HORIZON_S = 40 * 24 * 3600


class Laps:
    """The model; every method adds one rule's constraints."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.said, self.model = said, cp_model.CpModel()
        self.types, self.groups = said["types"], said["groups"]
        self.end_s = said["horizon_s"] or NO_HORIZON_S
        self.most_out = said["objective"] == "most-out"
        self.laps = [Lap(self, number) for number in range(said["laps"])]
        for earlier, later in zip(self.laps, self.laps[1:], strict=False):
            self.model.add_implication(later.used, earlier.used)
            self.model.add(later.departs >= earlier.departs)
        self._roads(loaded=True)
        self._roads(loaded=False)
        self._opposing()
        self._places()
        self._escorts()
        self._gates()
        self._people()
        self._vehicles()
        self._objective()

    def moment(self, name: str) -> cp_model.IntVar:
        """Return a moment from the start to the end."""
        return self.model.new_int_var(0, self.end_s, name)

    def _passages(self, loaded: bool) -> dict[tuple[int, bool], list["Passage"]]:
        found: dict[tuple[int, bool], list[Passage]] = {}
        for lap in self.laps:
            for passage in lap.out if loaded else lap.back:
                found.setdefault((passage.step["road"], passage.step["forth"]), []).append(passage)
        return found

    def _roads(self, loaded: bool) -> None:
        """C4: headway and no overtaking. Laps are in the order of departure, so each comes after the last before it."""
        for passages in self._passages(loaded).values():
            headway_s = passages[0].step["headway_s"] or 0
            head: Any = -headway_s
            tail: Any = 0
            for passage in passages:
                self.model.add(passage.enters >= head + headway_s).only_enforce_if(passage.there)
                self.model.add(passage.enters >= tail).only_enforce_if(passage.there)
                head, tail = (
                    self._no_sooner(head, passage.enters, passage),
                    self._no_sooner(tail, passage.tail_enters, passage),
                )

    def _no_sooner(self, before: Any, now: Any, passage: "Passage") -> Any:
        """Return when the last of them was there: this one if it is, or the one before."""
        last = self.moment("last")
        self.model.add(last >= now).only_enforce_if(passage.there)
        self.model.add(last >= before)
        return last

    def _opposing(self) -> None:
        """C4: an alternate road is driven in one direction at a time."""
        out, back = self._passages(True), self._passages(False)
        for (road, forth), outward in out.items():
            for one in outward if outward[0].step["alternate"] else ():
                for other in back.get((road, not forth), ()):
                    first = self.model.new_bool_var("first")
                    both = [one.there, other.there]
                    self.model.add(other.enters >= one.tail_leaves).only_enforce_if([first, *both])
                    self.model.add(one.enters >= other.tail_leaves).only_enforce_if([~first, *both])

    def _places(self) -> None:
        """C2, C6: bays and lanes serve so many at once; a lap takes all of them, or as many as it has vehicles."""
        served: dict[tuple[str, bool, int], list[tuple[cp_model.IntervalVar, Any]]] = {}
        for lap in self.laps:
            for place, there in lap.at.items():
                bays = self.said["bays"].get(place)
                if bays is None:
                    continue
                lasts = self.model.new_optional_interval_var(
                    lap.loads, lap.loading_s, lap.loaded, there, "load"
                )
                served.setdefault((place, True, bays), []).append((lasts, lap.at_once(bays)))
            for loaded, passages in ((True, lap.out), (False, lap.back)):
                for passage in passages:
                    screen = passage.step["screen"]
                    if screen is not None:
                        key = f"{screen['place']}, lanes", loaded, screen["lanes"]
                        served.setdefault(key, []).append((passage.screening(), lap.at_once(screen["lanes"])))
        for (_, _, most), intervals in served.items():
            self.model.add_cumulative(
                [each for each, _ in intervals], [number for _, number in intervals], most
            )

    def _escorts(self) -> None:
        """O7: an escort goes with the column, and comes back by itself."""
        pool = self.said["convoy"]["escorts"]
        busy = []
        for lap in self.laps if pool is not None else ():
            for mode, there in lap.modes:
                if mode["steps"]:
                    back_s = sum(max(step["travel_s"]) for step in mode["steps"])
                    later_s = self.end_s + back_s  # it may come back after the end
                    size, end = (
                        self.model.new_int_var(0, later_s, name) for name in ("escorted", "escort free")
                    )
                    self.model.add(end >= lap.released + back_s).only_enforce_if(there)
                    busy.append(self.model.new_optional_interval_var(lap.departs, size, end, there, "escort"))
        if busy:
            self.model.add_cumulative(busy, [1] * len(busy), pool)

    def _gates(self) -> None:
        """O9: who leaves here beyond a number waits; laps are in the order of departure, so their sums say who."""
        for gate in self.said["gates"]:
            gone = 0
            for lap in self.laps:
                gone = gone + sum(
                    lap.rides[g, v] * group["persons"]
                    for g, group in enumerate(self.groups)
                    if group["place"] in gate["out_of"]
                    for v in range(len(self.types))
                )
                beyond = self.model.new_bool_var("beyond")
                self.model.add(gone <= gate["beyond"]).only_enforce_if(~beyond)
                here = sum(there for place, there in lap.at.items() if place in gate["out_of"])
                waits = self.model.new_bool_var("waits")
                self.model.add(waits >= beyond + here - 1)
                if gate["opens_s"] is None or gate["opens_s"] >= self.end_s:
                    self.model.add(waits == 0)
                else:
                    self.model.add(lap.departs >= gate["opens_s"]).only_enforce_if(waits)

    def _people(self) -> None:
        """O4, C7: nobody rides twice, and rooms are not overfilled."""
        for g, group in enumerate(self.groups):
            riding = sum(lap.rides[g, v] for lap in self.laps for v in range(len(self.types)))
            self.model.add(riding <= group["parties"])
        for room, capacity in self.said["room"].items():
            if capacity is not None:
                self.model.add(
                    sum(lap.brought.get((v, room), 0) for lap in self.laps for v in range(len(self.types)))
                    <= capacity
                )

    def _vehicles(self) -> None:
        """O6: who drives a lap stood at a depot, or was unloaded by an earlier lap."""
        stands = [way["from"] for way in self.said["empty"]]
        for v in range(len(self.types)):
            for place in dict.fromkeys(stands):
                self._flows(v, place)

    def _flows(self, v: int, place: str) -> None:
        """Let vehicles of a type that stand at a place flow on to later laps: from the depot, or from a lap that ended there."""
        model, kind = self.model, self.types[v]
        left: list[Any] = []
        onward: dict[int, list[Any]] = {}
        for later in self.laps:
            depot = model.new_int_var(0, kind["depots"].get(place, 0), "from depot")
            left.append(depot)
            comes = [depot]
            for earlier in self.laps[: later.number]:
                if (v, place) in earlier.goes:
                    some, any_ = model.new_int_var(0, kind["number"], "flow"), model.new_bool_var("flows")
                    model.add(some <= kind["number"] * any_)
                    model.add(later.leaves[place] >= earlier.free[place]).only_enforce_if(any_)
                    onward.setdefault(earlier.number, []).append(some)
                    comes.append(some)
            model.add(sum(comes) == later.taken[v, place])
        model.add(sum(left) <= kind["depots"].get(place, 0))
        for number, flows in onward.items():
            model.add(sum(flows) <= self.laps[number].goes[v, place])

    def _objective(self) -> None:
        """P2: the first level."""
        if self.most_out:
            self.worth = sum(
                lap.rides[g, v] * group["persons"] * group["weight"]
                for lap in self.laps
                for g, group in enumerate(self.groups)
                for v in range(len(self.types))
            )
            self.model.maximize(self.worth)
            return
        self.worth = self.moment("clearance")
        for lap in self.laps:
            for place, free in lap.free.items():
                self.model.add(self.worth >= free).only_enforce_if(lap.some[place])
        # Nobody may be left; but a search that may begin with everybody left, and improve, comes farther than one that may not.
        riding = sum(
            lap.rides[g, v] * group["persons"]
            for lap in self.laps
            for g, group in enumerate(self.groups)
            for v in range(len(self.types))
        )
        people = sum(group["parties"] * group["persons"] for group in self.groups)
        self.model.minimize(self.worth + self.end_s * (people - riding))

    def clearance(self, objective: float) -> int | None:
        """Read a clearance from the objective; none where it counts people who are left."""
        return int(objective) if self.most_out or objective < self.end_s else None
