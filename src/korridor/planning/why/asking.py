"""One run of "why": searches and bounds side by side, one of each at a time, and each answer told when both are there."""

import math
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Event

from korridor.operation.changes import AnyChange, LongestAboard
from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.model import StoppedError
from korridor.planning.certificate import AnyCertificate, Certificate
from korridor.planning.levels import counted_out, level
from korridor.planning.plan import Plan
from korridor.planning.progress import STOPPED, Progress
from korridor.planning.why.bounds import Bounding, slot_of
from korridor.planning.why.carried import carried
from korridor.planning.why.frontier import Frontier
from korridor.planning.why.limits import MOST_LIMITS, limits_for
from korridor.planning.why.measure import (
    Measure,
    bound_of,
    longest_aboard_s,
    measure_of,
    out_persons,
    value_of,
)
from korridor.planning.why.news import News, Told
from korridor.planning.why.prices import parts_of
from korridor.planning.why.replanned import replanned
from korridor.planning.why.why import Outcome, Point, Why

POLISHED, UNCHANGED = 2, 3
"""Searches with nothing changed: first to better today's plan, then to see what searching by itself still gains."""

SEARCHING = 0.7
"""The part of the time that searches get; the rest is for carrying plans over and verifying them."""

LONGER = 1.25
"""By how much bounds may take longer than the time given; those that are not worked out by then are not known."""

SEARCH, BOUND = "search", "bound"


@dataclass
class Asked:
    """A change on its way; ``open`` is what is still to be worked out of it."""

    change: AnyChange
    operation: Operation
    words: str
    found: Plan | None = None
    kept: bool = False
    bound: int | None = None
    at_prices: int | None = None
    open: set[str] = field(default_factory=lambda: {SEARCH, BOUND})


class Asking:
    """One run; see :func:`korridor.planning.why.asked.why`.

    Attributes
    ----------
    today : Plan
        The best that is known with nothing changed.
    bounding : Bounding
        With the plan that was given, and today's bound.
    """

    def __init__(
        self,
        plan: Plan,
        changes: Sequence[AnyChange],
        limits_s: Sequence[int] | None,
        *,
        seconds: float,
        work: int | None,
        seed: int,
        told: Told | None,
    ) -> None:
        operation = plan.operation
        self.given, self.today, self.measure = plan, plan, measure_of(plan)
        self.work, self.seed, self.told = work, seed, told
        self.changes = [Asked(each, each.made_in(operation), each.words(operation)) for each in changes]
        self.limits_s = limits_s
        self.limits: tuple[int, ...] = ()
        self.frontier = Frontier(plan, self.measure)
        self.of = len(changes) + (MOST_LIMITS if limits_s is None else len(limits_s))
        self.each_s = SEARCHING * seconds / (POLISHED + UNCHANGED + 1 + self.of)
        self.deadline = time.perf_counter() + LONGER * seconds if work is None else math.inf
        allowed_s = seconds / (1 + self.of) if work is None else math.inf
        self.bounding = Bounding(plan, self.measure, slot_of(plan), Event(), allowed_s)
        self.unchanged: list[int] = []
        self.done, self.stopped = 0, False

    def run(self) -> None:
        """Answer everything, or as much as there is time for until somebody interrupts."""
        searcher, bounder = ThreadPoolExecutor(1, SEARCH), ThreadPoolExecutor(1, BOUND)
        waiting: list[Future[None]] = []
        try:
            waiting.append(bounder.submit(self._bound_today))
            searcher.submit(self._begin).result()
            searches = [searcher.submit(self._search, each) for each in self.changes]
            searches += [searcher.submit(self._search_limit, limit_s) for limit_s in self.limits]
            waiting.append(bounder.submit(self._price))
            waiting += [bounder.submit(self._bound, each) for each in self.changes]
            waiting += [bounder.submit(self._bound_limit, limit_s) for limit_s in self.limits]
            for future in searches:
                future.result()
            for future in waiting:
                future.result(self._left_s())
        except TimeoutError:
            self._tell("no time is left for more bounds")
        except KeyboardInterrupt:
            self.stopped = True
        finally:
            self.bounding.stop.set()
            searcher.shutdown(cancel_futures=True)
            bounder.shutdown(cancel_futures=True)

    def _left_s(self) -> float | None:
        return None if self.deadline == math.inf else max(0.0, self.deadline - time.perf_counter())

    # Searches, in their thread.

    def _begin(self) -> None:
        """Better today's plan, and see what searching by itself gains from there on."""
        operation, gain = self.today.operation, self.measure.gain
        for number in range(POLISHED):
            self._tell("today's plan, searched for longer")
            found = self._replanned(self.today, operation, self.seed + 1 + number)
            now, then = (value_of(each, self.measure) for each in (self.today, found))
            if then is not None and (now is None or gain(now, then) > 0):
                self.today = found
        for number in range(UNCHANGED):
            self._tell("the same search, with nothing changed")
            found = self._replanned(self.today, operation, self.seed + 1 + POLISHED + number)
            now, then = (value_of(each, self.measure) for each in (self.today, found))
            if now is not None and then is not None:
                self.unchanged.append(max(0, gain(now, then)))
        self.frontier.today = self.today
        self.limits = tuple(sorted(set(self.limits_s or ()))) if self.limits_s is not None else self._limits()
        self.of = len(self.changes) + len(self.limits)

    def _limits(self) -> tuple[int, ...]:
        self._tell("without a limit on the time aboard")
        unlimited = LongestAboard(limit_s=MOST).made_in(self.today.operation)
        free = self._replanned(self.today, unlimited, self.seed)
        self.frontier.plans.append(free)
        return limits_for(self.today.operation, longest_aboard_s(free))

    def _replanned(self, begun: Plan, operation: Operation, seed: int) -> Plan:
        """Search with the work of all; where only a time is given, the first search's work in it."""
        found = replanned(
            begun,
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

    def _watch(self, progress: Progress) -> None:
        """End a search where nobody waits for it any more."""
        if self.bounding.stop.is_set() and progress.stage != STOPPED:
            raise KeyboardInterrupt

    def _search(self, each: Asked) -> None:
        kept = carried(self.today, each.operation, self.measure)
        found = self._replanned(self.today, each.operation, self.seed)
        if not self.bounding.stop.is_set():
            each.found, each.kept = found, kept is not None
            self._answered(each, SEARCH)

    def _search_limit(self, limit_s: int) -> None:
        change = LongestAboard(limit_s=limit_s)
        operation = change.made_in(self.today.operation)
        found = self._replanned(self.frontier.best(limit_s) or self.today, operation, self.seed)
        if found.movements:
            self.frontier.plans.append(found)
        self.done += 1
        self._tell(change.words(operation), self.frontier.point(limit_s))

    # Bounds, in theirs.

    def _bound_today(self) -> None:
        """Bound today's plan, unless it came with the bound of a whole program: then all are worked out alike."""
        if isinstance(self.given.certificate, Certificate):
            return
        try:
            found = self.bounding.solved(self.given.operation, None)
        except StoppedError:
            return
        bounded = bounded_by(self.given, bound_of(found, self.measure), found.certificate)
        self.bounding = replace(self.bounding, today=bounded, slot_s=slot_of(bounded))

    def _price(self) -> None:
        """Ask today's prices first, which takes no time: where they prove today's bound, nothing need be solved."""
        bounding = self.bounding
        for each in self.changes:
            each.at_prices = bounding.at_prices(each.operation)
            if each.change.only_adds and each.at_prices is not None and each.at_prices == bounding.bound:
                each.bound = each.at_prices
                self._answered(each, BOUND)
        for limit_s in self.limits:
            if self._loosens(limit_s):
                priced = bounding.at_prices(LongestAboard(limit_s=limit_s).made_in(self.today.operation))
                if priced is not None and priced == bounding.bound:
                    self.frontier.bounds[limit_s] = priced

    def _bound(self, each: Asked) -> None:
        if BOUND not in each.open:
            return
        try:
            each.bound = self.bounding.resolved(each.operation, each.at_prices, each.change.only_adds)
        except StoppedError:
            return
        self._answered(each, BOUND)

    def _bound_limit(self, limit_s: int) -> None:
        if limit_s in self.frontier.bounds:
            return
        operation = LongestAboard(limit_s=limit_s).made_in(self.today.operation)
        try:
            priced = self.bounding.at_prices(operation)
            bound = self.bounding.resolved(operation, priced, self._loosens(limit_s))
        except StoppedError:
            return
        if bound is not None and bound <= MOST:
            self.frontier.bounds[limit_s] = bound

    def _loosens(self, limit_s: int) -> bool:
        """Whether a limit for everybody is no tighter than any of the file's."""
        operation = self.today.operation
        classes = {group.person_class for group in operation.people.values()}
        return limit_s >= max(map(operation.aboard_limit_s, classes), default=0)

    # Answers.

    def _answered(self, each: Asked, part: str) -> None:
        each.open.discard(part)
        if each.open:
            self._tell(each.words)
        else:
            self.done += 1
            self._tell(each.words, outcome_of(each, self.measure))

    def _tell(self, now: str, found: Outcome | Point | None = None) -> None:
        if self.told is not None:
            self.told(News(self.done, self.of, now, found))

    def result(self) -> Why:
        """State what has been found."""
        outcomes = tuple(outcome_of(each, self.measure) for each in self.changes if SEARCH not in each.open)
        own = self.bounding.bound
        adding = [each.bound for each in outcomes if each.change.only_adds]
        bounds = [bound for bound in (own, *adding) if bound is not None]
        today = bounded_by(self.today, own, self.bounding.today.certificate)
        return Why(
            plan=today,
            given=value_of(self.given, self.measure),
            measure=self.measure,
            bound=self.measure.tightest(*bounds) if bounds else None,
            unchanged=tuple(self.unchanged),
            work=self.work or 0,
            outcomes=outcomes,
            frontier=tuple(map(self.frontier.point, self.limits)),
            parts=parts_of(today.certificate, today.operation),
            stopped=self.stopped,
        )


def outcome_of(asked: Asked, measure: Measure) -> Outcome:
    """State what became of a change that has been searched for."""
    assert asked.found is not None  # or it is still open
    found = asked.found
    out = counted_out(asked.operation, found.movements)
    return Outcome(
        change=asked.change,
        words=asked.words,
        value=value_of(found, measure) if found.movements else None,
        bound=asked.bound,
        at_prices=asked.at_prices,
        out_persons=out_persons(found),
        last_out_s=max((trip.free_s for trip, _ in out), default=None),
        kept=asked.kept,
    )


def bounded_by(plan: Plan, bound: int | None, certificate: AnyCertificate | None) -> Plan:
    """Return a plan with a bound of its first level, proved elsewhere, and no other."""
    first, *later = plan.levels
    levels = (
        level(plan.operation, first.name, first.value, bound),
        *(level(plan.operation, each.name, each.value, None) for each in later),
    )
    return plan.model_copy(update={"levels": levels, "certificate": certificate})
