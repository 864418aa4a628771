"""The Bus Evacuation Problem: the planner's clearance and bound on every published instance that we have.

Against the best that GRASP found in all its published runs (30 s each on random instances, 180 s on real ones), CPLEX's
value after 15 minutes, and the best known before. Published values are read, not measured here.
"""

import csv
from collections.abc import Iterator
from math import exp, log
from pathlib import Path
from time import perf_counter

import korridor
from benchmarks.registry import Ratio, benchmark
from korridor.cli.plan import BEP_SECONDS
from korridor.operation.bep import read_bep
from korridor.planning.plan import Level, Objective

FOLDER = Path(__file__).parents[2].parent / "shared" / "bep"
REAL_S, RANDOM_S = 60.0, 10.0
"""How long a plan may take."""
UNIT = "units of time"


@benchmark(
    "bep",
    question="How soon are the published Bus Evacuation Problems cleared, and how close is the bound?",
    compares_with="published values of GRASP and CPLEX, and the best known before",
)
def bep() -> Iterator[Ratio]:
    """Each instance against GRASP, with what it is to reach; then the means, and the time."""
    with (FOLDER / "published.csv").open(encoding="utf-8") as file:
        published = {row["instance"]: row for row in csv.DictReader(file)}
    to_grasp, to_cplex, to_bound = [], [], []
    longest_s = {True: 0.0, False: 0.0}
    paths = sorted(FOLDER.glob("*/BEP-*.txt"))
    _planned(paths[0])  # what must be compiled is compiled before
    for path in paths:
        row = published[path.stem]
        best, real = int(row["our_best"]), path.parent.name == "real"
        began = perf_counter()
        level = _planned(path)
        took_s = perf_counter() - began
        longest_s[real] = max(longest_s[real], took_s)
        value, bound = level.value or 0, level.bound or 0
        yield Ratio(
            f"{path.stem} ({'proved' if value == bound else f'bound {bound}'}, {took_s:.2f} s)",
            value,
            int(row["grasp_best"]),
            UNIT,
            aim=f"{best} or less" + (", or 1 % more" if real else ""),
            met=value <= best * (1.01 if real else 1),
        )
        to_grasp.append(value / int(row["grasp_best"]))
        if bound:
            to_bound.append(value / bound)
        if row["cplex_value"]:
            to_cplex.append(value / int(row["cplex_value"]))
    yield Ratio("mean of values, to GRASP's", _mean(to_grasp), 1.0, "of GRASP's")
    yield Ratio("mean of values, to CPLEX's", _mean(to_cplex), 1.0, "of CPLEX's")
    yield Ratio("mean of values, to our bounds", _mean(to_bound), 1.0, "of the bound")
    for what, real, within_s in (("random", False, RANDOM_S), ("real", True, REAL_S)):
        yield Ratio(
            f"longest plan, {what}",
            longest_s[real],
            within_s,
            "s",
            aim=f"{within_s:g} s or less",
            met=longest_s[real] <= within_s,
        )


def _planned(path: Path) -> Level:
    """The level *clearance* of a plan, made in the time that the command gives such a file."""
    operation = read_bep(path.read_text(encoding="utf-8"), path.stem)
    plan = korridor.plan(operation, objective=Objective.CLEARANCE, seconds=BEP_SECONDS)
    return next(level for level in plan.levels if level.name == "clearance")


def _mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return exp(sum(map(log, ratios)) / len(ratios))
