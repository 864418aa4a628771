"""An operation without some of its facts."""

from collections.abc import Iterable
from dataclasses import dataclass

from korridor.operation.fault import Where
from korridor.operation.operation import Operation
from korridor.operation.truce import TruceWindow
from korridor.planning.clash.fact import NO_OTHER_ROADS, Fact

FOREVER_S = 1 << 40


@dataclass(frozen=True)
class Loosened:
    """What is left of an operation.

    Attributes
    ----------
    operation : Operation
        Its routes are no longer to be asked for: those of the whole file stay.
    must : tuple of str
        The groups that have to come out.
    joined : bool
        Whether there are other roads, that lead everywhere in no time.
    """

    operation: Operation
    must: tuple[str, ...]
    joined: bool

    @property
    def horizon_s(self) -> int | None:
        """The horizon, where there is one left."""
        horizon_s = self.operation.horizon_s
        return None if horizon_s is None or horizon_s >= FOREVER_S else horizon_s


def loosened(operation: Operation, dropped: Iterable[Fact]) -> Loosened:
    """Take facts away."""
    gone = list(dropped)
    paths = {fact.where for fact in gone}
    must = tuple(
        name for name, group in operation.people.items() if group.persons and ("people", name) not in paths
    )
    left = operation
    for fact in gone:
        left = fact.drop(left)
    return Loosened(_with_windows(left, paths), must, NO_OTHER_ROADS in paths)


def _with_windows(operation: Operation, gone: set[Where]) -> Operation:
    """Let a window begin when the one before it ends, or end when the next begins, where a moment is gone."""
    truce = operation.truce
    if truce is None:
        return operation
    name, windows = truce.plan_on.value, truce.windows
    found: list[tuple[int, int]] = []
    for index, window in enumerate(windows):
        opens_s, closes_s = window.opens_s, window.closes_s
        if ("truce", name, index, "opens") in gone:
            opens_s = windows[index - 1].closes_s if index else 0
        if ("truce", name, index, "closes") in gone:
            closes_s = windows[index + 1].opens_s if index + 1 < len(windows) else FOREVER_S
        if found and opens_s <= found[-1][1]:
            found[-1] = found[-1][0], closes_s
        else:
            found.append((opens_s, closes_s))
    left = tuple(TruceWindow.model_construct(opens_s=opens, closes_s=closes) for opens, closes in found)
    return operation.model_copy(update={"truce": truce.model_copy(update={name: left})})
