"""Which of several plans is best in bad futures, where chance alone makes some of them look so."""

from collections.abc import Sequence

from korridor.planning.robust.badness import worst_sum
from korridor.planning.robust.paired import worst_less

LEVEL = 0.95


def fewest(bad: Sequence[Sequence[int]], number: int) -> list[int]:
    """Return the plans with the best worst tenth, best first; of those alike the earlier."""
    return sorted(range(len(bad)), key=lambda plan: (worst_sum(bad[plan]), plan))[:number]


def better_than(plain: Sequence[int], others: Sequence[Sequence[int]]) -> int | None:
    """Return the plan whose worst tenth is best, if it is better than the plain one's beyond noise.

    The intervals of all that are compared with the plain one hold together (Bonferroni; Dunn 1961,
    doi 10.1080/01621459.1961.10482090): of many plans alike, the best always looks better than the plain one.

    Examples
    --------
    >>> better_than([10, 20] * 50, [[10, 20] * 50, [10, 19] * 50])
    1
    """
    if not others:
        return None
    (best,) = fewest(others, 1)
    level = 1 - (1 - LEVEL) / len(others)
    return best if worst_less(plain, others[best], level).ci95[0] > 0 else None
