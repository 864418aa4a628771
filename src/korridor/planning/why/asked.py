"""The door: from a plan to what binds it, what one more of each thing would bring, and what the time aboard costs."""

from collections.abc import Sequence

from korridor.operation.changes import AnyChange, changes_for
from korridor.planning.plan import Plan
from korridor.planning.why.asking import Asking
from korridor.planning.why.news import Told
from korridor.planning.why.why import Why

SECONDS = 180.0
"""How long it may take where nobody says."""


def why(
    plan: Plan,
    *,
    seconds: float = SECONDS,
    work: int | None = None,
    seed: int = 0,
    changes: Sequence[AnyChange] | None = None,
    limits_s: Sequence[int] | None = None,
    told: Told | None = None,
) -> Why:
    """Find out why a plan takes as long as it does; an interrupt (Ctrl-C) keeps what is done.

    Parameters
    ----------
    plan : Plan
        With movements; its bound, where it has one, is today's.
    seconds : float
        About how long it may take; it only decides how much work is done (P4).
    work : int, optional
        Iterations of each search instead; same plan, seed and work: same answer.
    seed : int
    changes : sequence of Change, optional
        What to try; one more of each thing that the operation has a number of, where not given.
    limits_s : sequence of int, optional
        Limits on the time aboard to try, in seconds; chosen by the operation's trips where not given.
    told : callable, optional
        Called with :class:`~korridor.planning.why.news.News` as it comes.

    Raises
    ------
    ValueError
        Where the plan has no movements: there is nothing that binds it.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.why(plan, seconds=60).outcomes[0].words  # doctest: +SKIP
    """
    if not plan.movements:
        raise ValueError("the plan has no movements, so nothing can be said of what binds it")
    asked = changes_for(plan.operation) if changes is None else tuple(changes)
    asking = Asking(plan, asked, limits_s, seconds=seconds, work=work, seed=seed, told=told)
    asking.run()
    return asking.result()
