"""OR-Tools CP-SAT on the full model of an operation: laps, read back as movements."""

from typing import Any

from ortools.sat.python import cp_model

from benchmarks.planning.peers.apart.answers import Answers, statement
from benchmarks.planning.peers.apart.lap import Lap
from benchmarks.planning.peers.apart.laps import Laps


def orders(said: dict[str, Any], laps: Laps, value: Any) -> list[dict[str, Any]]:
    """Read the movements from a solution, in the order in which they depart."""
    found = []
    for lap in laps.laps:
        if not value(lap.used):
            continue
        stands: list[tuple[int, str]] = []
        came: dict[str, str] = {}
        place = next(mode["place"] for mode, there in lap.modes if value(there))
        for way, there, enters in lap.columns:
            if value(there):
                trips = [
                    (v, way["from"])
                    for v in range(len(said["types"]))
                    for _ in range(value(lap.taken[v, way["from"]]))
                ]
                if way["steps"] and trips:
                    found.append(
                        {
                            "departs_s": value(enters),
                            "origin": way["origin"],
                            "loaded": False,
                            "trips": [[v, here, place, 0] for v, here in trips],
                        }
                    )
                    came[way["from"]] = place
                stands += [(v, came.get(here, here)) for v, here in trips]
        found.append(
            {
                "departs_s": value(lap.departs),
                "origin": place,
                "loaded": True,
                "trips": _loaded(said, lap, value, stands),
            }
        )
    return sorted(found, key=lambda each: (each["departs_s"], each["loaded"]))


def _loaded(said: dict[str, Any], lap: Lap, value: Any, stands: list[tuple[int, str]]) -> list[list[Any]]:
    """List the vehicles of a loaded column: those that are slow to screen and load first, as hand rules do."""
    trips = []
    for v, kind in enumerate(said["types"]):
        here = [place for each, place in stands if each == v]
        layouts = [n for n in range(len(kind["layouts"])) for _ in range(value(lap.fitted[v, n]))]
        rooms = [room for (each, room), number in lap.goes.items() if each == v for _ in range(value(number))]
        trips += [[v, *rest] for rest in zip(here, rooms, layouts, strict=True)]
    size = [max(sum(layout) for layout in kind["layouts"]) for kind in said["types"]]
    return sorted(trips, key=lambda trip: size[trip[0]])


class Told(cp_model.CpSolverSolutionCallback):
    """Tells of each solution."""

    def __init__(self, answers: Answers, said: dict[str, Any], laps: Laps) -> None:
        super().__init__()
        self.answers, self.said, self.laps = answers, said, laps
        self.whole = False
        self.best: int | None = None
        self.bound: int | None = None
        self._objective: float | None = None

    def on_solution_callback(self) -> None:
        """Print value, bound and movements, where they are better than before."""
        sign = -1 if self.laps.most_out else 1
        if self._objective is not None and sign * self.objective_value >= sign * self._objective:
            return
        self._objective = self.objective_value
        self.best = self.laps.clearance(self.objective_value)
        if self.best is not None:
            self.answers.say(self.best, self.bound, orders(self.said, self.laps, self.value))

    def bounded(self, bound: float) -> None:
        """Print a better bound, where it is one of the whole model."""
        if self.whole:
            self.bound = self.laps.clearance(bound)
            self.answers.say(self.best, self.bound)


START = 0.5
"""The part of the time that may go to making a start of a plan that is given."""


def begun(solver: cp_model.CpSolver, laps: Laps, told: Told) -> None:
    """Make the laps of a given plan a first solution, their places and vehicles fixed and all else free; and go on from it."""
    model = laps.model.clone()
    for lap, given in zip(laps.laps, laps.said["start"], strict=False):
        for v, number in enumerate(given["vehicles"]):
            model.add(lap.number_of[v] == number)
        model.add(lap.at[given["place"]] == 1)
    for lap in laps.laps[len(laps.said["start"]) :]:
        model.add(lap.used == 0)
    solver.parameters.max_time_in_seconds = START * laps.said["seconds"]
    if solver.solve(model, told) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for number in range(len(laps.model.proto.variables)):
            variable = laps.model.get_int_var_from_proto_index(number)
            laps.model.add_hint(variable, solver.value(variable))


def main() -> None:
    """Read a statement, print answers."""
    said = statement()
    answers = Answers()
    laps = Laps(said)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = said["workers"]
    # Probing and looking for symmetry take longer than they save: the time is short and the model is wide.
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    told = Told(answers, said, laps)
    if said["start"]:
        begun(solver, laps, told)
    solver.parameters.max_time_in_seconds = max(0.1, said["seconds"] - answers.seconds)
    told.whole = True
    solver.best_bound_callback = told.bounded
    if solver.solve(laps.model, told) == cp_model.OPTIMAL:
        answers.say(told.best, told.best)


if __name__ == "__main__":
    main()
