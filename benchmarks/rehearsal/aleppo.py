"""Eastern Aleppo, all of it: ten thousand runs, in the plan's order and re-ordered; the memory; and from a saved moment."""

import resource
from collections.abc import Iterator
from functools import cache
from os import getloadavg
from pathlib import Path
from time import perf_counter, process_time

import korridor
from benchmarks.registry import Ratio, benchmark
from korridor.operation.horizon import moment_s
from korridor.planning.plan import Plan

FILE = Path(__file__).parents[2] / "examples/aleppo-2016/operation.yaml"
RUNS = 10_000
WORK = 300
AIM_S, AIM_READY_S, AIM_FORK_S = 5.0, 10.0, 2.0
MOMENT, MENDED = "2016-12-15T14:20+02:00", "2016-12-18T00:00+02:00"
FORKED = 1000


@cache
def _plan() -> Plan:
    return korridor.plan(korridor.read_operation(FILE), objective="clearance", work=WORK, bounded=False)


@benchmark(
    "rehearsal.aleppo",
    question="How long do ten thousand runs of eastern Aleppo take, in how much memory?",
    compares_with="what was aimed at, on two cores",
)
def aleppo() -> Iterator[Ratio]:
    """CPU seconds of all cores, halved, beside those by the clock; statistics and all."""
    plan = _plan()
    vehicles = sum(len(movement.trips) for movement in plan.movements)
    print(
        f"    {len(plan.movements)} movements of {vehicles} vehicles; load {getloadavg()[0]:.1f}", flush=True
    )
    for reorders, aim_s in ((False, AIM_S), (True, AIM_READY_S)):
        korridor.rehearse(plan, runs=64, reorders=reorders)
        cpu, clock = process_time(), perf_counter()
        korridor.rehearse(plan, runs=RUNS, reorders=reorders)
        cpu_s, clock_s = process_time() - cpu, perf_counter() - clock
        order = "ready first" if reorders else "rank order"
        yield Ratio(
            f"10,000 runs in {order}: CPU seconds a core, to the aim",
            cpu_s / 2,
            aim_s,
            "s",
            *_at_most(cpu_s / 2, aim_s),
        )
        yield Ratio(
            f"10,000 runs in {order}: by the clock, to the aim",
            clock_s,
            aim_s,
            "s",
            *_at_most(clock_s, aim_s),
        )
    before_mb = _most_mb()
    korridor.rehearse(plan, runs=4 * RUNS)
    yield Ratio(
        "the most memory after 40,000 runs more, to that after 10,000",
        _most_mb(),
        before_mb,
        "MB",
        aim="the same, to a hundredth",
        met=_most_mb() <= 1.01 * before_mb,
    )


@benchmark(
    "rehearsal.fork",
    question="The truce breaks at 14:20 with convoys on the road: how soon are a thousand runs from there done?",
    compares_with="what was aimed at",
)
def fork() -> Iterator[Ratio]:
    """From the saved moment of the plan on, with what is left of it; by the clock, reading off the moment included."""
    plan = _plan()
    operation = plan.operation
    state = korridor.state_at(plan, MOMENT)
    left = korridor.plan(
        operation, start=state, earlier=plan, objective="clearance", work=WORK, bounded=False
    )
    on_road = sum(
        movement.departs_s < state.at_s < movement.trips[-1].released_s for movement in plan.movements
    )
    given = korridor.Break.of(state.at_s, moment_s(operation, MENDED))
    korridor.rehearse(left, runs=64, breaks=[given])
    cpu, clock = process_time(), perf_counter()
    korridor.rehearse(left, runs=FORKED, breaks=[given])
    cpu_s, clock_s = process_time() - cpu, perf_counter() - clock
    print(f"    {on_road} columns on the road; load {getloadavg()[0]:.1f}", flush=True)
    yield Ratio(
        "1,000 runs from 14:20: CPU seconds, to the aim", cpu_s, AIM_FORK_S, "s", *_at_most(cpu_s, AIM_FORK_S)
    )
    yield Ratio(
        "1,000 runs from 14:20: by the clock, to the aim",
        clock_s,
        AIM_FORK_S,
        "s",
        *_at_most(clock_s, AIM_FORK_S),
    )


def _at_most(found_s: float, aim_s: float) -> tuple[str, bool]:
    return f"{aim_s:g} s at most", found_s <= aim_s


def _most_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
