"""How many runs a second: the general clockwork on one core and on two, and simulators of events on one."""

from collections.abc import Callable, Iterator
from importlib import import_module
from os import getloadavg, sched_getaffinity
from statistics import fmean
from time import perf_counter, process_time

import numpy as np

from benchmarks.registry import Ratio, benchmark
from benchmarks.rehearsal.comparison import comparison
from korridor.rehearsal.engines.local import Local
from korridor.rehearsal.loop import M
from korridor.rehearsal.rehearse import rehearsed
from korridor.rehearsal.statistics.stopping import Stopping

RUNS, ROUNDS = 20_000, 5
PEERS = {"SimPy": ("simpy_day", 400), "Ciw": ("ciw_day", 100), "salabim": ("salabim_day", 60)}
"""The file in which each has the model, and how many runs a round; they are imported when they are asked for."""

Day = Callable[[int, int], float]

AIM, AIM_ON_TWO = 35, 1.8


@benchmark(
    "rehearsal.speed",
    question="How many runs of the comparison model a second?",
    compares_with="SimPy, Ciw, salabim",
)
def speed() -> Iterator[Ratio]:
    """Runs a second of CPU time on one core, the best of five rounds taken in turn; on two cores by the clock."""
    ours, found = _ours(Local(1)), dict.fromkeys(("Korridor", *PEERS), 0.0)
    days = {name: (_day_of(module), runs) for name, (module, runs) in PEERS.items()}
    ours(64)
    for _ in range(ROUNDS):
        found["Korridor"] = max(found["Korridor"], _per_s(lambda: ours(RUNS), RUNS, process_time))
        for name, (day, runs) in days.items():
            each = _per_s(lambda day=day, runs=runs: _days(day, runs), runs, process_time)
            found[name] = max(found[name], each)
    for name in PEERS:
        is_aim = name == "SimPy"
        yield Ratio(
            f"the comparison model on one core, to {name}",
            found["Korridor"],
            found[name],
            "runs/s",
            aim=f"{AIM} x SimPy" if is_aim else "",
            met=found["Korridor"] >= AIM * found[name] if is_aim else None,
        )
    yield _clearance_h(days["SimPy"][0])
    yield _on_two()


def _clearance_h(day: Day) -> Ratio:
    """Mean clearance here and in SimPy, whose vehicles overtake: that it is the same model shows here and in the tests."""
    results, _ = comparison(seed=1).stage().run(0, RUNS)
    ours_h = float(np.mean(results[:, M.CLEARANCE_S])) / 3600
    return Ratio(
        "mean clearance, in whose SimPy model vehicles overtake",
        ours_h,
        fmean(_days(day, 1000)) / 3600,
        "h",
    )


def _on_two() -> Ratio:
    one, two = _ours(Local(1)), _ours(Local(2))
    one(64), two(64)
    best = [0.0, 0.0]
    for _ in range(ROUNDS):
        for at, run in enumerate((one, two)):
            best[at] = max(best[at], _per_s(lambda run=run: run(RUNS), RUNS, perf_counter))
    return Ratio(
        f"two cores to one, by the clock (load before: {getloadavg()[0]:.1f} on {len(sched_getaffinity(0))} cores)",
        best[1],
        best[0],
        "runs/s",
        aim=f"{AIM_ON_TWO} x",
        met=best[1] >= AIM_ON_TWO * best[0],
    )


def _ours(engine: Local) -> Callable[[int], object]:
    """Whole rehearsals, statistics and all."""
    task = comparison()
    return lambda runs: rehearsed(task, Stopping(most_runs=runs), engine)


def _day_of(module: str) -> Day:
    day: Day = import_module(f"benchmarks.rehearsal.apart.{module}").day
    return day


def _days(day: Day, runs: int) -> list[float]:
    return [day(seed, 4) for seed in range(runs)]


def _per_s(run: Callable[[], object], runs: int, clock: Callable[[], float]) -> float:
    began = clock()
    run()
    return runs / (clock() - began)
