"""OR-Tools CP-SAT on buses that shuttle one by one: each bus's trips are a path through layers, in, out, in, out.

It starts from a greedy plan. Complete for the reading in which every trip carries a load (docs/bounds-shuttle.md, Two
readings); its bound holds for that one.
"""

from typing import Any

from ortools.sat.python import cp_model

from benchmarks.planning.peers.apart.answers import Answers, statement
from benchmarks.planning.peers.apart.greedy import greedy

MOST_ARCS = 1_500_000
"""More than these take gigabytes before the search begins."""


class Buses:
    """The model."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.said, self.model = said, cp_model.CpModel()
        self.loads, self.rooms = range(len(said["loads"])), range(len(said["room"]))
        trips, buses = sum(said["loads"]), sum(said["at"])
        longest_s = max(map(max, said["in_s"])) + max(map(max, said["out_s"]))
        self.stands = [stand for stand, number in enumerate(said["at"]) for _ in range(number)]
        # A bus may do all trips; twice its fair share, and three more, is what a good plan ever needs, and keeps the model small.
        self.layers = min(trips, 2 * -(-trips // buses) + 3)
        self.arcs = buses * self.layers * 2 * len(self.loads) * len(self.rooms)
        self.last = self.model.new_int_var(0, trips * longest_s, "last")
        if self.arcs > MOST_ARCS:
            return
        self.paths = [self._path(stand) for stand in self.stands]
        for load, number in enumerate(said["loads"]):
            self.model.add(
                sum(out[load, room] for path in self.paths for _, out in path for room in self.rooms)
                == number
            )
        for room, number in enumerate(said["room"]):
            self.model.add(
                sum(out[load, room] for path in self.paths for _, out in path for load in self.loads)
                <= number
            )
        lengths = [self._length_s(stand, path) for stand, path in zip(self.stands, self.paths, strict=True)]
        for bus, (stand, length_s) in enumerate(zip(self.stands, lengths, strict=True)):
            self.model.add(length_s <= self.last)
            if bus and self.stands[bus - 1] == stand:  # buses of one yard are alike
                self.model.add(lengths[bus - 1] >= length_s)
        self.model.minimize(self.last)
        self._start()

    def _start(self) -> None:
        """Hint at a greedy plan, the longer routes of each yard first, as the buses are ordered."""
        plans = list(zip(self.stands, greedy(self.said), strict=True))
        plans.sort(key=lambda each: (each[0], -route_s(self.said, *each)))
        for (stand, trips), path in zip(plans, self.paths, strict=True):
            for layer, (come, out) in enumerate(path):
                load, room = trips[layer] if layer < len(trips) else (None, None)
                for key, each in come.items():
                    self.model.add_hint(each, key == (stand, load))
                for key, each in out.items():
                    self.model.add_hint(each, key == (load, room))
                stand = room

    def _path(self, stand: int) -> list[tuple[dict[tuple[int, int], Any], dict[tuple[int, int], Any]]]:
        """Make the layers of one bus: from a stand to a load, from the load to a room."""
        layers = []
        at = {stand: None}
        before: dict[int, Any] = {stand: 1}
        for _ in range(self.layers):
            come = {(here, load): self.model.new_bool_var("in") for here in at for load in self.loads}
            out = {(load, room): self.model.new_bool_var("out") for load in self.loads for room in self.rooms}
            for here in at:
                self.model.add(sum(come[here, load] for load in self.loads) <= before[here])
            for load in self.loads:
                self.model.add(
                    sum(come[here, load] for here in at) == sum(out[load, room] for room in self.rooms)
                )
            layers.append((come, out))
            at = dict.fromkeys(self.rooms)
            before = {room: sum(out[load, room] for load in self.loads) for room in self.rooms}
        return layers

    def _length_s(
        self, stand: int, path: list[tuple[dict[tuple[int, int], Any], dict[tuple[int, int], Any]]]
    ) -> Any:
        come_s = sum(
            self.said["in_s"][here][load] * each for come, _ in path for (here, load), each in come.items()
        )
        return come_s + sum(
            self.said["out_s"][load][room] * each for _, out in path for (load, room), each in out.items()
        )

    def tours(self, value: Any) -> list[dict[str, Any]]:
        """Read each bus's trips from a solution."""
        return [
            {
                "stand": stand,
                "trips": [list(key) for _, out in path for key, each in out.items() if value(each)],
            }
            for stand, path in zip(self.stands, self.paths, strict=True)
        ]


def route_s(said: dict[str, Any], stand: int, trips: list[tuple[int, int]]) -> int:
    """Return the seconds of a route."""
    length_s = 0
    for load, room in trips:
        length_s += said["in_s"][stand][load] + said["out_s"][load][room]
        stand = room
    return length_s


class Told(cp_model.CpSolverSolutionCallback):
    """Tells of each solution."""

    def __init__(self, answers: Answers, buses: Buses) -> None:
        super().__init__()
        self.answers, self.buses = answers, buses
        self.best: int | None = None
        self.bound: int | None = None

    def on_solution_callback(self) -> None:
        """Print value, bound and tours."""
        self.best, self.bound = int(self.objective_value), int(self.best_objective_bound)
        self.answers.say(self.best, self.bound, self.buses.tours(self.value))

    def bounded(self, bound: float) -> None:
        """Print a better bound."""
        self.bound = int(bound)
        self.answers.say(self.best, self.bound)


def main() -> None:
    """Read a statement, print answers."""
    said = statement()
    answers = Answers()
    buses = Buses(said)
    if buses.arcs > MOST_ARCS:
        return
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = said["seconds"]
    solver.parameters.num_workers = said["workers"]
    told = Told(answers, buses)
    solver.best_bound_callback = told.bounded
    if solver.solve(buses.model, told) == cp_model.OPTIMAL:
        answers.say(told.best, told.best)


if __name__ == "__main__":
    main()
