"""The Bus Evacuation Problem: our clearance and bound on every published instance that we have.

Against the best that GRASP found in all its published runs (30 s each on random instances, 180 s on real ones), CPLEX's
value after 15 minutes, and the best and the bound known before. Published values are read, not measured here.
"""

import csv
from collections.abc import Iterator
from math import exp, log
from pathlib import Path
from time import perf_counter

from benchmarks.registry import Ratio, benchmark
from korridor.clockwork.run import run
from korridor.operation.bep import read_bep
from korridor.planning.shuttle.annealing import Search, advance, begin
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.shuttle.improve import plan_of
from korridor.planning.shuttle.shuttle import Shuttle, shuttle_of

FOLDER = Path(__file__).parents[2].parent / "shared" / "bep"
SECONDS = 10.0
"""The search's time on an instance; it ends sooner where the clearance is the bound, or after so many trials."""
TRIALS = 12_000_000
"""Of an instance with few trips; four times as many where there are many."""
MANY = 40
STEP = 250_000
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
    to_grasp, to_cplex, to_bound, took_s = [], [], [], []
    for path in sorted(FOLDER.glob("*/BEP-*.txt")):
        row = published[path.stem]
        value, bound, trials, search_s, bound_s = _solved(path)
        best, real = int(row["our_best"]), path.parent.name == "real"
        yield Ratio(
            f"{path.stem} (bound {bound}, {trials:,} trials, {search_s:.2f} + {bound_s:.2f} s)",
            value,
            int(row["grasp_best"]),
            UNIT,
            aim=f"{best} or less" + (", or 1 % more" if real else ""),
            met=value <= best * (1.01 if real else 1),
        )
        to_grasp.append(value / int(row["grasp_best"]))
        to_bound.append(value / bound)
        took_s.append(search_s + bound_s)
        if row["cplex_value"]:
            to_cplex.append(value / int(row["cplex_value"]))
    yield Ratio("mean of values, to GRASP's", _mean(to_grasp), 1.0, "of GRASP's")
    yield Ratio("mean of values, to CPLEX's", _mean(to_cplex), 1.0, "of CPLEX's")
    yield Ratio("mean of values, to our bounds", _mean(to_bound), 1.0, "of the bound")
    yield Ratio("longest search and bound", max(took_s), 2 * SECONDS, "s")


def _solved(path: Path) -> tuple[int, int, int, float, float]:
    """Clearance by the clockwork, bound, trials, and the seconds for each; what must be compiled is compiled before."""
    operation = read_bep(path.read_text(encoding="utf-8"), path.stem)
    shuttle = shuttle_of(operation)
    advance(shuttle, begin(shuttle, seed=0, most=100), 100)
    shuttle_bound(operation, steps=1)
    began = perf_counter()
    search = advance(shuttle, begin(shuttle, seed=0), STEP)
    drafted = perf_counter()
    bound = shuttle_bound(operation, known_s=search.clearance_s, straight=True).bound_s
    bounded = perf_counter()
    search = _searched(shuttle, search, bound, bounded + SECONDS - (drafted - began))
    search_s = perf_counter() - bounded + drafted - began
    movements = run(operation, plan_of(shuttle, search).orders)
    value = max(trip.free_s for movement in movements for trip in movement.trips)
    return value, bound, search.iterations, search_s, bounded - drafted


def _searched(shuttle: Shuttle, search: Search, bound: int, until: float) -> Search:
    """Go on with a search until its time or its trials are over, or the clearance is the bound."""
    most = TRIALS if shuttle.trips < MANY else 4 * TRIALS
    while search.clearance_s > bound and search.iterations < most and perf_counter() < until:
        search = advance(shuttle, search, STEP)
    return search


def _mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return exp(sum(map(log, ratios)) / len(ratios))
