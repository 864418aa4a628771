"""The time until ``korridor --help`` has printed, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.registry import Ratio, benchmark

ROUNDS = 9
AIM_S = 0.3


@benchmark(
    "start", question="How long until `korridor --help` has printed?", compares_with="`python -c pass`"
)
def start() -> Iterator[Ratio]:
    """Both are run in turn, so that a busy machine slows both; medians of nine rounds."""
    korridor = [str(Path(sys.executable).with_name("korridor")), "--help"]
    bare = [sys.executable, "-c", "pass"]
    _seconds(korridor)  # writes the bytecode and warms the disk cache
    rounds = [(_seconds(korridor), _seconds(bare)) for _ in range(ROUNDS)]
    ours = median(ours for ours, _ in rounds)
    theirs = median(theirs for _, theirs in rounds)
    yield Ratio("korridor --help", ours, theirs, "s", aim=f"under {AIM_S} s", met=ours < AIM_S)


def _seconds(command: list[str]) -> float:
    begin = perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    return perf_counter() - begin
