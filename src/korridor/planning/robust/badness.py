"""How bad a future is for a plan, as one whole number; and the worst tenth of them."""

from collections.abc import Sequence

from korridor.planning.robust.evaluator import Carried

HOUR_S = 3600
"""So much exposure of one person counts like one person left behind: a choice of ours (docs/robust.md)."""

LONGER_THAN_ANY_S = 10**9
"""Where there is no horizon, whoever is left is worse than any delay."""

TENTH = 10


def badness(carried: Carried, has_horizon: bool) -> list[int]:
    """Return by future how bad it is: person-seconds left or exposed; without a horizon, when the last is out."""
    if has_horizon:
        pairs = zip(carried.left, carried.exposure_person_s, strict=True)
        return [HOUR_S * left + exposed_s for left, exposed_s in pairs]
    pairs = zip(carried.left, carried.last_out_s, strict=True)
    return [LONGER_THAN_ANY_S * left + last_s for left, last_s in pairs]


def worst(bad: Sequence[int]) -> list[int]:
    """Return which futures are the worst tenth; of those alike the first ones."""
    return sorted(range(len(bad)), key=lambda run: (-bad[run], run))[: _tenth(bad)]


def worst_sum(bad: Sequence[int]) -> int:
    """Return the sum over the worst tenth, which a robust plan makes small.

    Its mean is the conditional value at risk: Rockafellar and Uryasev, "Optimization of conditional value-at-risk", 2000,
    doi 10.21314/JOR.2000.038. A sum of whole numbers is the same on every machine.

    Examples
    --------
    >>> worst_sum([3, 1, 4, 1, 5, 9, 2, 6, 5, 3] * 2)
    18
    """
    return sum(sorted(bad, reverse=True)[: _tenth(bad)])


def _tenth(bad: Sequence[int]) -> int:
    if not bad or len(bad) % TENTH:
        raise ValueError(f"{len(bad)} futures have no whole tenth")
    return len(bad) // TENTH
