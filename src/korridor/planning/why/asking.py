"""One run of "why": searches and bounds side by side, one of each at a time, and each answer told when both are there."""

import math
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from korridor.operation.changes import AnyChange, LongestAboard
from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.model import StoppedError
from korridor.planning.plan import Plan
from korridor.planning.why.bounds import Bounding, slot_of
from korridor.planning.why.carried import bounded_by, carried
from korridor.planning.why.frontier import Frontier
from korridor.planning.why.limits import MOST_LIMITS, limits_for
from korridor.planning.why.measure import bound_of, longest_aboard_s, measure_of, value_of
from korridor.planning.why.news import News, Told
from korridor.planning.why.prices import parts_of
from korridor.planning.why.question import BOUND, SEARCH, Asked, outcome_of
from korridor.planning.why.searches import POLISHED, UNCHANGED, Searches
from korridor.planning.why.why import Outcome, Point, Why

SEARCHING = 0.7
"""The part of the time that searches get; the rest is for carrying plans over and verifying them."""

LONGER = 1.25
"""By how much bounds may take longer than the time given; those that are not worked out by then are not known."""


class Asking:
    """One run; see :func:`korridor.planning.why.asked.why`.

    Attributes
    ----------
    given : Plan
        What was asked about.
    searches : Searches
        With today's plan: the best that is known with nothing changed.
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
        self.given, self.measure, self.told = plan, measure_of(plan), told
        self.changes = [Asked(each, each.made_in(operation), each.words(operation)) for each in changes]
        self.limits_s = limits_s
        self.limits: tuple[int, ...] = ()
        self.frontier = Frontier(plan, self.measure)
        self.of = len(changes) + (MOST_LIMITS if limits_s is None else len(limits_s))
        self.deadline = time.perf_counter() + LONGER * seconds if work is None else math.inf
        allowed_s = seconds / (1 + self.of) if work is None else math.inf
        self.bounding = Bounding(plan, self.measure, slot_of(plan), Event(), allowed_s)
        self.searches = Searches(
            plan,
            self.measure,
            each_s=SEARCHING * seconds / (POLISHED + UNCHANGED + 1 + self.of),
            work=work,
            seed=seed,
            stop=self.bounding.stop,
        )
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
        self.searches.begin(self._tell)
        self.frontier.today = self.searches.today
        if self.limits_s is None:
            self._tell("without a limit on the time aboard")
            free = self.searches.changed(self._limited(MOST))
            self.frontier.plans.append(free)
            self.limits = limits_for(self.given.operation, longest_aboard_s(free))
        else:
            self.limits = tuple(sorted(set(self.limits_s)))
        self.of = len(self.changes) + len(self.limits)

    def _limited(self, limit_s: int) -> Operation:
        return LongestAboard(limit_s=limit_s).made_in(self.given.operation)

    def _search(self, each: Asked) -> None:
        kept = carried(self.searches.today, each.operation, self.measure)
        found = self.searches.changed(each.operation)
        if not self.bounding.stop.is_set():
            each.found, each.kept = found, kept is not None
            self._answered(each, SEARCH)

    def _search_limit(self, limit_s: int) -> None:
        operation = self._limited(limit_s)
        found = self.searches.changed(operation, self.frontier.best(limit_s))
        if found.movements:
            self.frontier.plans.append(found)
        self.done += 1
        self._tell(LongestAboard(limit_s=limit_s).words(operation), self.frontier.point(limit_s))

    # Bounds, in theirs.

    def _bound_today(self) -> None:
        """Bound today's plan anew: what a plan came with may have been cut short, and then no change would move it."""
        own = self.bounding.bound
        if own is not None and own == value_of(self.given, self.measure):
            return
        try:
            found = self.bounding.solved(self.given.operation, self.bounding.last_out_s)
        except StoppedError:
            return
        bound = bound_of(found, self.measure)
        if bound is not None and (own is None or self.measure.tightest(own, bound) != own):
            bounded = bounded_by(self.given, bound, found.certificate)
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
                priced = bounding.at_prices(self._limited(limit_s))
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
        operation = self._limited(limit_s)
        try:
            priced = self.bounding.at_prices(operation)
            bound = self.bounding.resolved(operation, priced, self._loosens(limit_s))
        except StoppedError:
            return
        if bound is not None and bound <= MOST:
            self.frontier.bounds[limit_s] = bound

    def _loosens(self, limit_s: int) -> bool:
        """Whether a limit for everybody is no tighter than any of the file's."""
        operation = self.given.operation
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
        today = bounded_by(self.searches.today, own, self.bounding.today.certificate)
        return Why(
            plan=today,
            given=value_of(self.given, self.measure),
            measure=self.measure,
            bound=self.measure.tightest(*bounds) if bounds else None,
            unchanged=tuple(self.searches.unchanged),
            again=tuple(self.searches.again),
            work=self.searches.work or 0,
            outcomes=outcomes,
            frontier=tuple(map(self.frontier.point, self.limits)),
            parts=parts_of(today.certificate, today.operation),
            stopped=self.stopped,
        )
