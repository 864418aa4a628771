"""Compile the large loops before the tests, each once, side by side: else every worker compiles all of them, traced.

``make test`` runs this; nothing else needs it. Whatever is left out here the first test that needs it compiles.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from korridor.clockwork.run import run
from korridor.planning.planner import plan
from korridor.rehearsal.one_run import one_run
from korridor.rehearsal.stage import stage_of
from korridor.rehearsal.task import Task
from tests.clockwork.fixed import fixed
from tests.planning.test_planner import corridor


def planning() -> None:
    """The clockwork in calm weather, and the search."""
    plan(corridor(), work=50)


def rehearsing() -> None:
    """The clockwork in any weather, in blocks of runs."""
    operation, orders = fixed("corridor")
    stage_of(operation, run(operation, orders), seed=1).run(0, 1)


def one_by_one() -> None:
    """The same for one run, of which a log is kept."""
    operation, orders = fixed("corridor")
    one_run(Task(operation, run(operation, orders), seed=1), 0)


LOOPS: tuple[Callable[[], None], ...] = (planning, rehearsing, one_by_one)


def main() -> None:
    """Compile, as many at a time as there are cores."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for done in [pool.submit(loop) for loop in LOOPS]:
            done.result()


if __name__ == "__main__":
    main()
