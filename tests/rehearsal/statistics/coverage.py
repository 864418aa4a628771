"""How often an interval holds the truth, where the truth is known: whole rehearsals of numbers drawn from a law.

``python -m tests.rehearsal.statistics.coverage`` prints the table of docs/rehearsal-statistics.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.statistics.student import reach
from tests.rehearsal.runs import Whole, block

MEAN = 10_000


@dataclass(frozen=True)
class Law:
    """Whole numbers with a known mean; of ``chance`` laws it is the chance that all are out."""

    draw: Callable[[np.random.Generator, int], Whole]
    mean: float
    spread: float
    chance: bool = False


def _lognormal(sigma: float) -> Law:
    mean, relative = exp(sigma**2 / 2), sqrt(exp(sigma**2) - 1)
    return Law(lambda rng, n: _near(rng.lognormal(0, sigma, n) * MEAN / mean), MEAN, relative)


def _bernoulli(chance: float) -> Law:
    return Law(lambda rng, n: (rng.random(n) < chance).astype(np.int64), chance, sqrt(1 / chance - 1))


def _all_out(chance: float) -> Law:
    return Law(_bernoulli(chance).draw, chance, sqrt(chance * (1 - chance)), chance=True)


def _near(values) -> Whole:
    return np.rint(values).astype(np.int64)


LAWS = {
    "normal, spread 10 % of the mean": Law(lambda rng, n: _near(rng.normal(MEAN, 1000, n)), MEAN, 0.1),
    "exponential": Law(lambda rng, n: _near(rng.exponential(MEAN, n)), MEAN, 1.0),
    "lognormal, σ = ½": _lognormal(0.5),
    "lognormal, σ = 1": _lognormal(1.0),
    "one run in 20": _bernoulli(0.05),
    "one run in 100": _bernoulli(0.01),
    "chance of 50 %": _all_out(0.5),
    "chance of 5 %": _all_out(0.05),
    "chance of 1 %": _all_out(0.01),
}
"""By name; ``spread`` is the standard deviation over the mean, or, of a chance, itself."""

NEEDED_RUNS = (512, 1024, 1200, 1536, 3000)
"""A precision is asked for that takes so many runs on average: fewer than the first look has, as many, and so on."""


def rehearsed(law: Law, stopping: Stopping, rng: np.random.Generator) -> Outcome:
    """One rehearsal: runs of the law, until the rule says that it is enough."""
    outcome: Outcome | None = None
    for look in stopping.look_runs:
        more = look - (outcome.runs if outcome else 0)
        drawn = law.draw(rng, more)
        part = Outcome.of(block(drawn, left=1 - drawn) if law.chance else block(drawn))
        outcome = part if outcome is None else outcome + part
        if stopping.is_enough(outcome):
            break
    assert outcome is not None
    return outcome


def covered(law: Law, needed_runs: int, repetitions: int, seed: int = 0) -> tuple[float, float]:
    """In what share of rehearsals the interval holds the truth, and how many runs they took on average."""
    rng = np.random.default_rng([seed, needed_runs])
    half = 1.96 * law.spread / sqrt(needed_runs)
    text = f"{100 * half:.6f} points" if law.chance else f"{half:.9f}"
    stopping = Stopping(Precision.read(text, Measure.OUT), 8 * needed_runs)
    held, runs = 0, 0
    for _ in range(repetitions):
        outcome = rehearsed(law, stopping, rng)
        seen = stopping.precision.seen(outcome)
        held += seen.low <= law.mean <= seen.high
        runs += outcome.runs
    return held / repetitions, runs / repetitions


def naively_covered(law: Law, needed_runs: int, repetitions: int, seed: int = 0) -> float:
    """The share where one looks after every run from the third on, and stops when the interval seems narrow enough."""
    rng = np.random.default_rng([seed, needed_runs])
    looks = np.arange(3, 3 * needed_runs)
    drawn = law.draw(rng, repetitions * 3 * needed_runs).reshape(repetitions, -1).astype(float)
    number = np.arange(1, 3 * needed_runs + 1)
    means = drawn.cumsum(1) / number
    variances = (np.square(drawn).cumsum(1) / number - means**2)[:, looks - 1] * looks / (looks - 1)
    halves = np.array([reach(int(look) - 1) for look in looks]) * np.sqrt(np.maximum(variances, 0) / looks)
    means = means[:, looks - 1]
    stops = (halves <= 1.96 * law.spread / sqrt(needed_runs) * means).argmax(1)
    each = np.arange(repetitions)
    return float((abs(means[each, stops] - law.mean) <= halves[each, stops]).mean())


if __name__ == "__main__":
    from sys import argv

    print("| law | " + " | ".join(f"{needed:,}" for needed in NEEDED_RUNS) + " |")
    print("|---" * (len(NEEDED_RUNS) + 1) + "|")
    for name, law in LAWS.items():
        shares = [covered(law, needed, int(argv[1])) for needed in NEEDED_RUNS]
        print(
            f"| {name} | " + " | ".join(f"{100 * share:.1f} ({runs:,.0f})" for share, runs in shares) + " |",
            flush=True,
        )
