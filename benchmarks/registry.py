"""The registry: every benchmark by name, the question that it answers, and what it compares with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """One measured comparison: ``ours`` against ``theirs``, both in ``unit``, both from this run.

    ``aim`` says what we want, in words; ``met`` whether it is so (``None`` where nothing was promised).
    """

    what: str
    ours: float
    theirs: float
    unit: str
    aim: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float:
        """Ours divided by theirs."""
        return self.ours / self.theirs if self.theirs else float("inf")

    def __str__(self) -> str:
        verdict = {None: "", True: " (met)", False: " (NOT met)"}[self.met]
        aim = f"; aim: {self.aim}{verdict}" if self.aim else ""
        return (
            f"{self.what}: {self.ours:,.4g} {self.unit} against {self.theirs:,.4g} {self.unit}, "
            f"ratio {self.ratio:.3g}{aim}"
        )


@dataclass(frozen=True)
class Benchmark:
    """A question, what the answer is compared with, and the function that measures both."""

    name: str
    question: str
    compares_with: str
    run: Callable[[], Iterable[Ratio]]


@dataclass(frozen=True)
class Options:
    """What the one who runs benchmarks asked for; each reads what it has a use for.

    ``seconds`` is the time limit of each plan, ``only`` a part of the names of what is compared; ``None``: as usual.
    """

    seconds: float | None = None
    only: str | None = None


asked = Options()
"""Set once, before any benchmark runs."""

BENCHMARKS: dict[str, Benchmark] = {}


def benchmark(
    name: str, *, question: str, compares_with: str
) -> Callable[[Callable[[], Iterable[Ratio]]], Callable[[], Iterable[Ratio]]]:
    """Register a function that measures and yields ratios.

    Example
    -------
    ::

        @benchmark("start", question="How long until help shows?", compares_with="python -c pass")
        def start():
            yield Ratio("korridor --help", ours=0.2, theirs=0.02, unit="s")
    """

    def register(run: Callable[[], Iterable[Ratio]]) -> Callable[[], Iterable[Ratio]]:
        if name in BENCHMARKS:
            raise ValueError(f"two benchmarks are called {name!r}")
        BENCHMARKS[name] = Benchmark(name, question, compares_with, run)
        return run

    return register
