"""All searches of one "why": from today's plan, with the same work, and what they gain with nothing changed."""

from collections.abc import Callable
from threading import Event

from korridor.operation.operation import Operation
from korridor.planning.plan import Plan
from korridor.planning.progress import STOPPED, Progress
from korridor.planning.why.measure import Measure, value_of
from korridor.planning.why.replanned import replanned

POLISHED, UNCHANGED = 2, 3
"""Searches with nothing changed: first to better today's plan, then to see what searching by itself still gains."""


class Searches:
    """What the searches share.

    Parameters
    ----------
    plan : Plan
        What was asked about.
    measure : Measure
    each_s : float
        How long the first search takes where no work is given; the others do as much work.
    work : int or None
    seed : int
    stop : Event
        Set from another thread, it ends the searches soon.

    Attributes
    ----------
    today : Plan
        The best that is known with nothing changed.
    unchanged : list of int
        What the same search gained with nothing changed, by seed.
    again : list of Plan
        The plans that it found.
    """

    def __init__(
        self, plan: Plan, measure: Measure, *, each_s: float, work: int | None, seed: int, stop: Event
    ) -> None:
        self.today, self.measure = plan, measure
        self.unchanged: list[int] = []
        self.again: list[Plan] = []
        self.work, self.seed = work, seed
        self._each_s, self._stop = each_s, stop

    def begin(self, say: Callable[[str], None]) -> None:
        """Better today's plan, and see what searching by itself gains from there on."""
        for number in range(POLISHED):
            say("today's plan, searched for longer")
            found, gain = self._unchanged(self.seed + 1 + number)
            if gain is not None and gain > 0:
                self.today = found
        for number in range(UNCHANGED):
            say("the same search, with nothing changed")
            found, gain = self._unchanged(self.seed + 1 + POLISHED + number)
            if gain is not None:
                self.unchanged.append(max(0, gain))
                self.again.append(found)

    def changed(self, operation: Operation, begun: Plan | None = None) -> Plan:
        """Search in a changed operation, from today's plan on or from another; verified, without bounds."""
        return self._search(begun or self.today, operation, self.seed)

    def _unchanged(self, seed: int) -> tuple[Plan, int | None]:
        found = self._search(self.today, self.today.operation, seed)
        now, then = (value_of(each, self.measure) for each in (self.today, found))
        return found, None if now is None or then is None else self.measure.gain(now, then)

    def _search(self, begun: Plan, operation: Operation, seed: int) -> Plan:
        found = replanned(
            begun,
            operation,
            self.measure,
            work=self.work,
            seconds=self._each_s,
            seed=seed,
            watch=self._watch,
        )
        if self.work is None:
            self.work = max(1, found.work.search_iterations)
        return found

    def _watch(self, progress: Progress) -> None:
        """End a search where nobody waits for it any more."""
        if self._stop.is_set() and progress.stage != STOPPED:
            raise KeyboardInterrupt
