"""What a keyed draw costs, against numpy's own generator: drawn in a row, and set to a key anew for each draw."""

from collections.abc import Callable, Iterator
from time import process_time

import numpy as np
from numpy.typing import NDArray

from benchmarks.registry import Ratio, benchmark
from korridor.chance import keyed
from korridor.chance.table import Tables, quantile, tables
from korridor.compiled import compiled
from korridor.operation.distribution import Lognormal

DRAWS = 2_000_000
ANEW = 20_000
ROUNDS = 5
AIM_NS = 15


@compiled
def _blocks(seed: np.uint64, key: np.uint64, runs: int) -> np.uint64:
    """A block a run; all words are used, or the compiler leaves some out."""
    used = np.uint64(0)
    for run in range(runs):
        w0, w1, w2, w3 = keyed.block(seed, run, key, 3)
        used ^= w0 ^ w1 ^ w2 ^ w3
    return used


@compiled
def _times(rows: Tables, seed: np.uint64, key: np.uint64, found: NDArray[np.int64]) -> None:
    """Four lognormal times from each block."""
    for run in range(len(found) // 4):
        w0, w1, w2, w3 = keyed.block(seed, run, key, 3)
        found[4 * run] = quantile(rows, 0, w0)
        found[4 * run + 1] = quantile(rows, 0, w1)
        found[4 * run + 2] = quantile(rows, 0, w2)
        found[4 * run + 3] = quantile(rows, 0, w3)


@benchmark(
    "chance",
    question="What does a random quantity cost that hangs on its key alone?",
    compares_with="numpy.random.Generator(Philox)",
)
def draws() -> Iterator[Ratio]:
    """Both on one core, by its own clock, the best of five rounds; nanoseconds each."""
    seed, key = keyed.seed_word(2016), keyed.key(keyed.Kind.REPAIR, "bus", 4)
    rows, found = tables([Lognormal(1200, 300_000)], 1000), np.zeros(DRAWS, dtype=np.int64)
    row = np.random.Generator(np.random.Philox(key=2016))
    block = _best_ns(lambda: _blocks(seed, key, DRAWS), DRAWS)
    words = _best_ns(lambda: row.integers(0, 2**32, 4 * DRAWS, dtype=np.uint32), DRAWS)
    yield Ratio("four words", block, words, "ns", aim=f"{AIM_NS} ns at most", met=block <= AIM_NS)
    ours = _best_ns(lambda: _times(rows, seed, key, found), DRAWS)
    yield Ratio("a lognormal time", ours, _best_ns(lambda: row.lognormal(7.0, 0.3, DRAWS), DRAWS), "ns")
    yield Ratio("a lognormal time by its key", ours, _best_ns(_anew, ANEW), "ns")


def _anew() -> None:
    for run in range(ANEW):
        np.random.Generator(np.random.Philox(key=2016, counter=run)).lognormal(7.0, 0.3)


def _best_ns(run: Callable[[], object], number: int) -> float:
    run()  # compiles, and warms the caches
    return min(_seconds(run) for _ in range(ROUNDS)) / number * 1e9


def _seconds(run: Callable[[], object]) -> float:
    begin = process_time()
    run()
    return process_time() - begin
