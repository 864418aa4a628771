"""A set of which nothing can be left out: the deletion filter.

J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, Springer 2008, doi:10.1007/978-0-387-74932-7, section 6.2;
many are tried at once, and halved where that goes too far, as in U. Junker's QuickXplain (AAAI 2004).
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def irreducible(facts: Sequence[T], clash: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """Return facts that clash, and no longer do without any one of them.

    Parameters
    ----------
    facts : sequence
        They clash all together. The first are left out first.
    clash : callable
        Whether facts clash. What clashes does so with more facts, too.
    """
    kept: list[T] = []
    waiting = [list(facts)] if facts else []
    while waiting:
        block = waiting.pop()
        rest = [fact for other in reversed(waiting) for fact in other]
        if clash([*kept, *rest]):
            continue
        if len(block) == 1:
            kept += block
        else:
            half = len(block) // 2
            waiting += [block[half:], block[:half]]
    return tuple(kept)
