"""The door: from a plan to what binds it, what one more of each thing would bring, and what the time aboard costs.

Searches and bounds go on side by side, one of each at a time. An interrupt (Ctrl-C) keeps what is done.
"""

import math
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event

from korridor.operation.changes import AnyChange, LongestAboard, changes_for
from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.model import StoppedError
from korridor.planning.levels import counted_out, level
from korridor.planning.plan import Plan
from korridor.planning.progress import STOPPED, Progress
from korridor.planning.why.bounds import Bounding, slot_of
from korridor.planning.why.carried import carried
from korridor.planning.why.frontier import Frontier
from korridor.planning.why.limits import limits_for
from korridor.planning.why.measure import longest_aboard_s, measure_of, out_persons, value_of
from korridor.planning.why.prices import parts_of
from korridor.planning.why.replanned import replanned
from korridor.planning.why.why import Outcome, Point, Why

SECONDS = 180.0
"""How long it may take where nobody says."""

LONGER = 1.25
"""By how much bounds may take longer than that; which are not worked out by then are not known."""

POLISHED, UNCHANGED = 2, 3
"""Searches with nothing changed: first to better today's plan, then to see what searching by itself still gains."""

SEARCHING = 0.7
"""The part of the time that searches get; the rest is for carrying plans over and verifying them."""


@dataclass(frozen=True)
class News:
    """How far it has come, for whoever waits.

    Attributes
    ----------
    done, of : int
        Questions answered, and all there are.
    now : str
        What is being worked on, or has just been answered.
    found : Outcome or Point or None
        The answer, where there is one.
    """

    done: int
    of: int
    now: str
    found: Outcome | Point | None = None


Told = Callable[[News], None]


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
    """Find out why a plan takes as long as it does.

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
        Called with :class:`News` as it comes.

    Raises
    ------
    ValueError
        Where the plan has no movements: there is nothing that binds it.
    """
    if not plan.movements:
        raise ValueError("the plan has no movements, so nothing can be said of what binds it")
    asked = changes_for(plan.operation) if changes is None else tuple(changes)
    asking = _Asking(plan, seconds, work, seed, asked, limits_s, told)
    asking.run()
    return asking.result()


@dataclass
class _Change:
    """A change on its way."""

    change: AnyChange
    operation: Operation
    words: str
    found: Plan | None = None
    kept: bool = False
    bound: int | None = None
    at_prices: int | None = None
    open: set[str] = field(default_factory=lambda: {"search", "bound"})


class _Asking:
    """One run of it."""

    def __init__(
        self,
        plan: Plan,
        seconds: float,
        work: int | None,
        seed: int,
        changes: tuple[AnyChange, ...],
        limits_s: Sequence[int] | None,
        told: Told | None,
    ) -> None:
        self.given, self.today = plan, plan
        self.measure = measure_of(plan)
        self.seed, self.work, self.told = seed, work, told
        self.changes = [
            _Change(each, each.made_in(plan.operation), each.words(plan.operation)) for each in changes
        ]
        self.limits_s = limits_s
        self.frontier = Frontier(plan, self.measure)
        limits = len(limits_s) if limits_s is not None else 8
        self.deadline = time.perf_counter() + LONGER * seconds if work is None else math.inf
        self.each_s = SEARCHING * seconds / (POLISHED + UNCHANGED + len(changes) + limits + 1)
        self.bounding = Bounding(plan, self.measure, slot_of(plan), Event())
        self.unchanged: list[int] = []
        self.limits: tuple[int, ...] = ()
        self.done, self.of, self.stopped = 0, len(changes) + limits, False

    def run(self) -> None:
        """Answer everything, or as much as there is time for until somebody interrupts."""
        searcher, bounder = ThreadPoolExecutor(1, "search"), ThreadPoolExecutor(1, "bound")
        waiting: list[Future[None]] = []
        try:
            searcher.submit(self._begin).result()
            bounds = [bounder.submit(self._bound, each) for each in self.changes]
            bounds += [bounder.submit(self._bound_limit, limit_s) for limit_s in self.limits]
            searches = [searcher.submit(self._search, each) for each in self.changes]
            searches += [searcher.submit(self._search_limit, limit_s) for limit_s in self.limits]
            waiting = [*searches, *bounds]
            for future in searches:
                future.result()
            for future in bounds:
                future.result(self._left_s())
        except TimeoutError:
            self._tell("no time is left for more bounds")
        except KeyboardInterrupt:
            self.stopped = True
        finally:
            self.bounding.stop.set()
            for future in waiting:
                future.cancel()
            searcher.shutdown()
            bounder.shutdown()

    def _left_s(self) -> float | None:
        return None if self.deadline == math.inf else max(0.0, self.deadline - time.perf_counter())

    def _watch(self, progress: Progress) -> None:
        """End a search where nobody waits for it any more."""
        if self.bounding.stop.is_set() and progress.stage != STOPPED:
            raise KeyboardInterrupt

    def _replanned(self, operation: Operation, seed: int) -> Plan:
        found = replanned(
            self.today,
            operation,
            self.measure,
            work=self.work,
            seconds=self.each_s,
            seed=seed,
            watch=self._watch,
        )
        if self.work is None:
            self.work = max(1, found.work.search_iterations)
        return found

    def _begin(self) -> None:
        """Better today's plan, and see what searching by itself gains from there on."""
        operation = self.today.operation
        for number in range(POLISHED):
            self._tell("today's plan, searched for longer")
            found = self._replanned(operation, self.seed + 1 + number)
            now, then = (value_of(each, self.measure) for each in (self.today, found))
            if then is not None and (now is None or self.measure.gain(now, then) > 0):
                self._better(found)
        for number in range(UNCHANGED):
            self._tell("the same search, with nothing changed")
            found = self._replanned(operation, self.seed + 1 + POLISHED + number)
            now, then = (value_of(each, self.measure) for each in (self.today, found))
            if now is not None and then is not None:
                self.unchanged.append(max(0, self.measure.gain(now, then)))
        unlimited = LongestAboard(limit_s=MOST).made_in(operation)
        self.frontier.today = self.today
        if self.limits_s is None:
            self._tell("without a limit on the time aboard")
            free = self._replanned(unlimited, self.seed)
            self.frontier.plans.append(free)
            self.limits = limits_for(operation, longest_aboard_s(free))
        else:
            self.limits = tuple(sorted(set(self.limits_s)))
        self.of = len(self.changes) + len(self.limits)

    def _better(self, found: Plan) -> None:
        """Go on from a better plan; the bound and its certificate are those of the plan that was given."""
        bounds = {each.name: each.bound for each in self.given.levels[:1]}
        self.today = found.model_copy(
            update={
                "levels": tuple(
                    level(found.operation, each.name, each.value, bounds.get(each.name))
                    for each in found.levels
                ),
                "certificate": self.given.certificate,
            }
        )

    def _bound(self, each: _Change) -> None:
        try:
            each.at_prices = self.bounding.at_prices(each.operation)
            each.bound = self.bounding.resolved(each.operation, each.change.only_adds)
        except StoppedError:
            return
        self._answered(each, "bound")

    def _search(self, each: _Change) -> None:
        each.kept = carried(self.today, each.operation, self.measure) is not None
        each.found = self._replanned(each.operation, self.seed)
        if not self.bounding.stop.is_set():
            self._answered(each, "search")

    def _answered(self, each: _Change, part: str) -> None:
        each.open.discard(part)
        if each.open:
            self._tell(each.words)
        else:
            self.done += 1
            self._tell(each.words, self._outcome(each))

    def _bound_limit(self, limit_s: int) -> None:
        operation = LongestAboard(limit_s=limit_s).made_in(self.today.operation)
        try:
            bound = self.bounding.resolved(operation, only_adds=limit_s >= self._longest_allowed_s())
        except StoppedError:
            return
        if bound is not None and bound <= MOST:
            self.frontier.bounds[limit_s] = bound

    def _longest_allowed_s(self) -> int:
        operation = self.today.operation
        classes = {group.person_class for group in operation.people.values()}
        return max(map(operation.aboard_limit_s, classes), default=0)

    def _search_limit(self, limit_s: int) -> None:
        operation = LongestAboard(limit_s=limit_s).made_in(self.today.operation)
        begun = self.frontier.best(limit_s) or self.today
        found = replanned(begun, operation, self.measure, work=self.work, seed=self.seed, watch=self._watch)
        if found.movements:
            self.frontier.plans.append(found)
        self.done += 1
        self._tell(LongestAboard(limit_s=limit_s).words(operation), self.frontier.point(limit_s))

    def _tell(self, now: str, found: Outcome | Point | None = None) -> None:
        if self.told is not None:
            self.told(News(self.done, self.of, now, found))

    def _outcome(self, each: _Change) -> Outcome:
        assert each.found is not None  # it has been searched for
        out = counted_out(each.operation, each.found.movements)
        return Outcome(
            change=each.change,
            words=each.words,
            value=value_of(each.found, self.measure) if each.found.movements else None,
            bound=each.bound,
            at_prices=each.at_prices,
            out_persons=out_persons(each.found),
            last_out_s=max((trip.free_s for trip, _ in out), default=None),
            kept=each.kept,
        )

    def result(self) -> Why:
        """State what has been found."""
        outcomes = tuple(self._outcome(each) for each in self.changes if "search" not in each.open)
        adding = [each.bound for each in outcomes if each.change.only_adds and each.bound is not None]
        own = self.today.levels[0].bound
        bounds = [*adding, *([own] if own is not None else [])]
        return Why(
            plan=self.today,
            given=value_of(self.given, self.measure),
            measure=self.measure,
            bound=self.measure.tightest(*bounds) if bounds else None,
            unchanged=tuple(self.unchanged),
            work=self.work or 0,
            outcomes=outcomes,
            frontier=tuple(map(self.frontier.point, self.limits)),
            parts=parts_of(self.today.certificate, self.today.operation),
            stopped=self.stopped,
        )
