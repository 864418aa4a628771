"""One lap, in the model of laps: who rides in what, from where and where to, and when."""

from typing import TYPE_CHECKING, Any

from benchmarks.planning.peers.apart.passage import Passage

if TYPE_CHECKING:
    from benchmarks.planning.peers.apart.laps import Laps


class Lap:
    """One optional lap."""

    def __init__(self, laps: "Laps", number: int) -> None:
        self.laps, self.number = laps, number
        self.model, self.said = laps.model, laps.said
        self.used = self.model.new_bool_var(f"lap {number}")
        self._waves: dict[int, Any] = {}
        self._at_once: dict[int, Any] = {}
        self.out: list[Passage] = []
        self.back: list[Passage] = []
        self._vehicles()
        self._riders()
        self._place()
        self._times()
        self._unload()
        self._come_in()
        self._aboard()

    def _vehicles(self) -> None:
        """O6: how many of each type, in which layout."""
        model, types = self.model, self.laps.types
        fleet = sum(kind["number"] for kind in types)
        self.size = model.new_int_var(0, fleet, "size")
        self.fitted = {
            (v, n): model.new_int_var(0, kind["number"], "vehicles")
            for v, kind in enumerate(types)
            for n in range(len(kind["layouts"]))
        }
        self.number_of = [
            sum(self.fitted[v, n] for n in range(len(kind["layouts"]))) for v, kind in enumerate(types)
        ]
        self.has = [model.new_bool_var("has") for _ in types]
        for v, kind in enumerate(types):
            model.add(self.number_of[v] <= kind["number"] * self.has[v])
            model.add(self.number_of[v] >= self.has[v])
        model.add(self.size == sum(self.number_of))
        model.add(self.size >= self.used)
        model.add(self.size <= fleet * self.used)

    def _riders(self) -> None:
        """O5: parties of each group in the vehicles of each type, no more than fit; nobody drives out empty."""
        model, groups = self.model, self.laps.groups
        self.rides = {
            (g, v): model.new_int_var(0, group["parties"], "parties")
            for g, group in enumerate(groups)
            for v in range(len(self.laps.types))
        }
        for v, kind in enumerate(self.laps.types):
            for need in range(3):
                room = sum(self.fitted[v, n] * layout[need] for n, layout in enumerate(kind["layouts"]))
                taken = sum(self.rides[g, v] * group["places"][need] for g, group in enumerate(groups))
                model.add(taken <= room)
            model.add(sum(self.rides[g, v] for g in range(len(groups))) >= self.number_of[v])

    def _place(self) -> None:
        """O7: where it loads, and by which column part it goes out; in column the convoy rule binds."""
        model, convoy = self.model, self.said["convoy"]
        self.modes = [(mode, model.new_bool_var("mode")) for mode in self.said["loaded"]]
        model.add(sum(there for _, there in self.modes) == self.used)
        at: dict[str, Any] = {}
        for mode, there in self.modes:
            at[mode["place"]] = at.get(mode["place"], 0) + there
            if mode["steps"]:
                model.add(self.size <= convoy["most"]).only_enforce_if(there)
                model.add(self.size >= convoy["least"]).only_enforce_if(there)
                for v, least in enumerate(convoy["must_have"]):
                    model.add(self.number_of[v] >= least).only_enforce_if(there)
        self.at = {place: self._literal(there) for place, there in at.items()}
        for (g, _), rides in self.rides.items():
            group = self.laps.groups[g]
            model.add(rides <= group["parties"] * self.at.get(group["place"], 0))

    def _times(self) -> None:
        """C2 to C6: loading, marshalling, departure, the way out."""
        model = self.model
        self.comes, self.loads, self.loaded, self.departs, self.released = (
            self.laps.moment(name) for name in ("comes", "loads", "loaded", "departs", "released")
        )
        self.loading_s = self.laps.moment("loading")
        model.add(self.loaded == self.loads + self.loading_s)
        model.add(self.loads >= self.comes)
        self._loading()
        several = model.new_bool_var("several")
        model.add(self.size <= 1).only_enforce_if(~several)
        marshalling_s = self.said["convoy"]["marshalling_s"]
        for mode, there in self.modes:
            if mode["steps"] and marshalling_s:
                model.add(self.departs >= self.loaded + marshalling_s).only_enforce_if([there, several])
        model.add(self.departs >= self.loaded)
        ways = [(mode["steps"], there, self.departs) for mode, there in self.modes]
        for (_, there), (_, _, tail) in zip(self.modes, self._drive(ways, loaded=True), strict=True):
            model.add(self.released >= tail).only_enforce_if(there)

    def _literal(self, either: Any) -> Any:
        """Return one literal for a sum of literals of which one at most is true."""
        one = self.model.new_bool_var("either")
        self.model.add(one == either)
        return one

    def waves(self, at_once: int) -> Any:
        """Return the least number of waves, so many vehicles at once."""
        if at_once not in self._waves:
            waves = self.model.new_int_var(0, sum(kind["number"] for kind in self.laps.types), "waves")
            self.model.add(waves * at_once >= self.size)
            self._waves[at_once] = waves
        return self._waves[at_once]

    def at_once(self, most: int) -> Any:
        """Return how many of so many bays or lanes the lap takes."""
        if most == 1:
            return 1
        if most not in self._at_once:
            taken = self.model.new_int_var(0, most, "at once")
            self.model.add_min_equality(taken, [self.size, most])
            self._at_once[most] = taken
        return self._at_once[most]

    def _loading(self) -> None:
        """C2: in waves, as many at once as there are bays."""
        for place, there in self.at.items():
            bays = self.said["bays"].get(place)
            for v, kind in enumerate(self.laps.types):
                full_s = kind["turn_s"] + self._full_s(v, place, "board_s")
                waves = 1 if bays is None else self.model.new_int_var(0, kind["number"], "waves")
                if bays is not None:
                    self.model.add(waves * bays >= self.number_of[v])
                self.model.add(self.loading_s >= waves * full_s).only_enforce_if([there, self.has[v]])
            if bays is not None:
                work = sum(
                    self.number_of[v] * kind["turn_s"] for v, kind in enumerate(self.laps.types)
                ) + sum(
                    self.rides[g, v] * group["board_s"][v]
                    for g, group in enumerate(self.laps.groups)
                    for v in range(len(self.laps.types))
                )
                self.model.add(self.loading_s * bays >= work).only_enforce_if(there)

    def _full_s(self, v: int, place: str, what: str) -> int:
        """Return the seconds that the quickest full load takes to get on or off."""
        loads = []
        for group in self.laps.groups:
            if group["place"] == place:
                for layout in self.laps.types[v]["layouts"]:
                    fits = min(
                        (have // need for have, need in zip(layout, group["places"], strict=True) if need),
                        default=0,
                    )
                    if fits:
                        loads.append(min(fits, group["parties"]) * group[what][v])
        return min(loads, default=0)

    def _drive(
        self, ways: list[tuple[list[dict[str, Any]], Any, Any]], loaded: bool
    ) -> list[tuple[Any, Any, Any]]:
        """Drive a column along one of several ways, each with a literal and the moment when it may begin.

        Returns when its head enters the first road, and when head and tail are through the last. A road that several ways
        share is driven once.
        """
        users: dict[tuple[int, bool], list[Any]] = {}
        steps = {(step["road"], step["forth"]): step for each, _, _ in ways for step in each}
        for each, there, _ in ways:
            for step in each:
                users.setdefault((step["road"], step["forth"]), []).append(there)
        passages = {
            key: Passage(
                self.laps,
                self,
                steps[key],
                theirs[0] if len(theirs) == 1 else self._literal(sum(theirs)),
                loaded,
            )
            for key, theirs in users.items()
        }
        found = []
        runs: dict[tuple[tuple[int, bool], ...], list[Any]] = {}
        for each, there, begins in ways:
            head, tail, run = begins, begins, []
            for number, step in enumerate(each):
                key = step["road"], step["forth"]
                passage = passages[key]
                self.model.add(passage.enters >= head).only_enforce_if(there)
                if number:
                    self.model.add(passage.tail_enters >= tail).only_enforce_if(there)
                elif loaded:
                    self.model.add(passage.enters == head).only_enforce_if(there)
                head, tail = passage.head_through + step["halt_s"], passage.tail_through
                if step["truce"]:
                    run.append(key)
                if run and (not step["truce"] or number == len(each) - 1):
                    runs.setdefault(tuple(run), []).append(there)
                    run = []
            first = passages[each[0]["road"], each[0]["forth"]].enters if each else begins
            found.append((first, head, tail))
        for keys, theirs in runs.items():
            self._windows(passages[keys[0]], passages[keys[-1]], theirs)
        (self.out if loaded else self.back).extend(passages.values())
        return found

    def _windows(self, first: Passage, last: Passage, theirs: list[Any]) -> None:
        """O8, C8: an unbroken run of truce roads lies in one window."""
        inside = [self.model.new_bool_var("window") for _ in self.said["windows"]]
        for there in theirs:
            self.model.add_bool_or([*inside, ~there])
        for (opens_s, closes_s), chosen in zip(self.said["windows"], inside, strict=True):
            self.model.add(first.enters >= opens_s).only_enforce_if(chosen)
            self.model.add(last.tail_leaves <= closes_s).only_enforce_if(chosen)

    def _unload(self) -> None:
        """C7: beyond the release point each goes on alone; when those of each destination are all free."""
        model, types = self.model, self.laps.types
        rooms = dict.fromkeys(room for mode, _ in self.modes for room in mode["rooms"])
        self.goes = {
            (v, room): model.new_int_var(0, kind["number"], "to")
            for v, kind in enumerate(types)
            for room in rooms
        }
        self.free = {room: self.laps.moment("free") for room in rooms}
        self.some = {room: model.new_bool_var("some") for room in rooms}
        self.brought: dict[tuple[int, str], Any] = {}
        limited = any(self.said["room"].get(room) is not None for room in rooms)
        for v, kind in enumerate(types):
            model.add(sum(self.goes[v, room] for room in rooms) == self.number_of[v])
            most = max(sum(layout) for layout in kind["layouts"])
            for room in rooms:
                goes = self._literal_if(self.goes[v, room], kind["number"])
                model.add_implication(goes, self.some[room])
                for mode, there in self.modes:
                    alone_s = mode["rooms"].get(room, [None] * len(types))[v]
                    if alone_s is None:
                        model.add_implication(there, ~goes)
                        continue
                    alight_s = self._full_s(v, mode["place"], "alight_s")
                    model.add(self.free[room] >= self.released + alone_s + alight_s).only_enforce_if(
                        [there, goes]
                    )
                if limited:
                    self.brought[v, room] = model.new_int_var(0, most * kind["number"], "brought")
                    model.add(self.brought[v, room] <= most * self.goes[v, room])
            if limited:
                riding = sum(self.rides[g, v] * group["persons"] for g, group in enumerate(self.laps.groups))
                model.add(sum(self.brought[v, room] for room in rooms) == riding)
            for g, group in enumerate(self.laps.groups):
                kept_out = [room for room in rooms if room not in group["to"]]
                if (
                    kept_out
                ):  # a type's vehicles in a lap are not told apart, so all go where all aboard may go
                    rides = self._literal_if(self.rides[g, v], group["parties"])
                    for room in kept_out:
                        model.add(self.goes[v, room] == 0).only_enforce_if(rides)

    def _literal_if(self, number: Any, most: int) -> Any:
        """Return a literal that is true where a number is above zero."""
        some = self.model.new_bool_var("some")
        self.model.add(number <= most * some)
        return some

    def _come_in(self) -> None:
        """C1, O6: vehicles leave where they stand, those from one place together."""
        model, types = self.model, self.laps.types
        origins = dict.fromkeys(way["from"] for way in self.said["empty"])
        self.taken = {
            (v, place): model.new_int_var(0, kind["number"], "taken")
            for v, kind in enumerate(types)
            for place in origins
        }
        self.leaves = {place: self.laps.moment("leaves") for place in origins}
        self.columns: list[tuple[dict[str, Any], Any, Any]] = []
        takes = {key: self._literal_if(number, types[key[0]]["number"]) for key, number in self.taken.items()}
        for v, kind in enumerate(types):
            model.add(sum(self.taken[v, place] for place in origins) == self.number_of[v])
            for place in origins:
                model.add(self.leaves[place] >= kind["from_s"]).only_enforce_if(takes[v, place])
                if kind["until_s"] is not None:
                    for free in self.free.values():
                        model.add(free <= kind["until_s"]).only_enforce_if(self.has[v])
        ways = {(way["from"], way["to"]): way for way in self.said["empty"]}
        for place in origins:
            self._come_from(place, {here: ways.get((place, here)) for here in self.at}, takes)

    def _come_from(
        self, place: str, ways: dict[str, dict[str, Any] | None], takes: dict[tuple[int, str], Any]
    ) -> None:
        """Drive in from one place to the one where the lap loads."""
        model, convoy = self.model, self.said["convoy"]
        usable = []
        types = range(len(self.laps.types))
        for here, way in ways.items():
            at, there = self.at[here], model.new_bool_var("way in")
            for v in types:
                can = way is not None and way["before_s"][v] is not None and way["after_s"][v] is not None
                model.add_bool_or([there if can else ~at, ~at, ~takes[v, place]])
            model.add_implication(there, at)
            if way is None:
                continue
            begins = self.laps.moment("forms up")
            for v in types:
                if way["before_s"][v] is not None:
                    model.add(begins >= self.leaves[place] + way["before_s"][v]).only_enforce_if(
                        [there, takes[v, place]]
                    )
            if way["steps"]:
                model.add(self.size <= convoy["most"]).only_enforce_if(there)
            usable.append((way, there, begins))
        marshalling_s = convoy["marshalling_s"]
        driven = self._drive(
            [
                (w["steps"], there, begins + (marshalling_s if w["steps"] else 0))
                for w, there, begins in usable
            ],
            loaded=False,
        )
        for (way, there, _), (enters, _, tail) in zip(usable, driven, strict=True):
            self.columns.append((way, there, enters))
            for v in types:
                if way["after_s"][v] is not None:
                    model.add(self.comes >= tail + way["after_s"][v]).only_enforce_if(
                        [there, takes[v, place]]
                    )

    def _aboard(self) -> None:
        """O5: from the beginning of boarding, which is as late as the departure allows, until all are off."""
        for g, group in enumerate(self.laps.groups):
            for v, kind in enumerate(self.laps.types):
                rides = self._literal_if(self.rides[g, v], group["parties"])
                for room, free in self.free.items():
                    both = [rides, self.some[room]]
                    limit_s = group["limit_s"] + kind["turn_s"]
                    self.model.add(free - self.loads <= limit_s).only_enforce_if(both)
