"""P5: the search from a moment: the best plan, and beside it plans that keep as much of the earlier one as they can.

Beside a search that is free to change everything stand plans that keep the first so many departures of the earlier
plan and are free after them. Of all those within 1 % of the best, the one that keeps most promises is taken: those
who leave soonest have been told, and a departure kept is nobody's news.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from korridor.clockwork.run import Stuck, run
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.state import State, copy_of
from korridor.clockwork.tables import Index, Ints, P
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.planning.laps.begins import Blank, from_patterns
from korridor.planning.laps.search import LapSearch
from korridor.planning.levels import values_of
from korridor.planning.plan import Objective, Plan
from korridor.planning.replan.kept import Kept, tried_orders, within_the_limit
from korridor.planning.replan.laps_of import laps_of
from korridor.planning.replan.promises import matched, promises_of
from korridor.planning.replan.state_at import orders_of_the_rest, rest_of

LARGE = 20_000
"""Vehicles × groups from which on a list of laps is not annealed: a round of it would take longer than anybody can wait."""

FEW = (0, 126, 14)
"""First, last and step of the patterns that are tried where lists are not annealed: to build them all takes longer, too."""

WITHIN = 100
"""P5: how much better the best plan may be than the one that is taken: one part in so many."""


@dataclass(frozen=True)
class Candidate:
    """A plan that could be taken.

    Attributes
    ----------
    cost : tuple of int
        Its levels, the less the better; plans that leave somebody whom the objective wants out cost more.
    kept : int
        Promises.
    """

    orders: tuple[Order, ...]
    cost: tuple[int, ...]
    kept: int


@dataclass(frozen=True)
class _Tail:
    """A search from behind the first so many departures, which are kept."""

    number: int
    search: LapSearch


class ReplanSearch:
    """Search on from a moment.

    Parameters
    ----------
    operation : Operation
        What remains.
    objective : Objective
    seed : int
    start : SavedState
        Brought up to date.
    earlier : Plan or None
        The plan in force; what of it departs from the moment on is promised.
    """

    def __init__(
        self, operation: Operation, objective: Objective, seed: int, start: SavedState, earlier: Plan | None
    ) -> None:
        self._operation, self._objective, self._seed, self._moment_s = operation, objective, seed, start.at_s
        self._rest = rest_of(earlier, start.at_s) if earlier else ()
        self._orders = orders_of_the_rest(earlier, start.at_s) if earlier else ()
        self._promises = promises_of(self._rest)
        vehicles = sum(each.number for each in operation.fleet.values())
        self._large = vehicles * len(operation.people) > LARGE
        self._index = Index(operation)
        self._start = arrays_of(self._index, start)
        self._free = self._search_from(arrays_of(Index(operation, onward=False), start), self._rest)
        self._kept: tuple[Kept, ...] = ()
        self._candidates: list[Candidate] = []
        self._rounds = 0
        # Departures kept: a number known to cost little, one not known to cost much; and the search behind the former.
        self._few, self._many = 0, 0
        self._few_cost: tuple[int, ...] | None = None
        self._tail: _Tail | None = None
        self._work_of_tails = 0

    @property
    def iterations(self) -> int:
        """Work done so far (P4)."""
        return self._free.iterations + self._work_of_tails

    def begin(self) -> None:
        """Take the rest of the earlier plan as far as it goes; and the patterns where there is none."""
        tried = tried_orders(self._operation, self._start, self._orders, self._rest)
        self._kept = tuple(each for each in tried if isinstance(each, Kept))
        self._many = len(self._kept)
        self._consider(self._first(self._many))
        self._free.begin()
        self._consider(self._free.orders())

    def round(self) -> bool:
        """Search freely and from behind what is kept, in turn; returns whether there is a better plan to take."""
        before = self._taken()
        self._rounds += 1
        if self._rounds % 2:
            self._splice()
        elif not self._large and self._free.round():
            self._consider(self._free.orders())
            self._keep_less_where_it_costs()
        return self._taken() != before

    def orders(self) -> tuple[Order, ...]:
        """Return the plan to take, none if there is none."""
        taken = self._taken()
        return taken.orders if taken else ()

    def _taken(self) -> Candidate | None:
        """P5: of the plans within 1 % of the best, the one that keeps most promises; of those alike, the best."""
        if not self._candidates:
            return None
        best = min(each.cost for each in self._candidates)
        near = [each for each in self._candidates if _within(each.cost, best)]
        return min(near, key=lambda each: (-each.kept, each.cost))

    def _splice(self) -> None:
        """Keep the first so many departures, and search on from there.

        The most that may be kept is found by halving: all of them first, then half as many more or fewer.
        """
        if self._few < self._many:
            first = self._many == len(self._kept) and self._few_cost is None
            number = self._many if first else (self._few + self._many + 1) // 2
            tail = self._tail_from(number)
            cost = self._search_tail(tail, begin=True)
            if cost is not None and _within(cost, self._best()):
                self._few, self._few_cost, self._tail = number, cost, tail
            else:
                self._many, self._few_cost = number - 1, self._few_cost or ()
        elif self._tail is not None and not self._large:
            self._few_cost = self._search_tail(self._tail, begin=False) or self._few_cost
        elif not self._large and self._free.round():
            self._consider(self._free.orders())

    def _keep_less_where_it_costs(self) -> None:
        """Look again, below, when the best has become so much better that what is kept costs too much."""
        if self._tail is not None and self._few_cost and not _within(self._few_cost, self._best()):
            self._few, self._many, self._few_cost, self._tail = 0, self._tail.number - 1, (), None

    def _tail_from(self, number: int) -> _Tail:
        after = self._kept[number - 1].after
        then_s = self._kept[number - 1].movement.departs_s
        rest = [each for each in self._rest if each.departs_s > then_s]
        return _Tail(number, self._search_from(without_pools(self._index, after), rest, behind=True))

    def _search_tail(self, tail: _Tail, begin: bool) -> tuple[int, ...] | None:
        """Search behind what is kept; returns the cost of the best plan of it."""
        before = tail.search.iterations
        if begin:
            tail.search.begin()
        if not self._large:
            tail.search.round()
        self._work_of_tails += tail.search.iterations - before
        return self._consider((*self._first(tail.number), *tail.search.orders()))

    def _first(self, number: int) -> tuple[Order, ...]:
        return tuple(each.order for each in self._kept[:number])

    def _best(self) -> tuple[int, ...]:
        return min(each.cost for each in self._candidates)

    def _consider(self, orders: tuple[Order, ...]) -> tuple[int, ...] | None:
        """Time a plan and note what it comes to; ``None`` where it cannot go."""
        try:
            movements = run(self._operation, orders, self._start)
        except Stuck:
            return None
        if not movements or not all(within_the_limit(self._operation, each) for each in movements):
            return None
        values = values_of(self._operation, self._objective, movements)
        cost = (values.get("left") or 0, *(_cost(self._operation, *each) for each in values.items()))
        kept = len(matched(self._promises, promises_of(movements)))
        self._candidates.append(Candidate(orders, cost, kept))
        return cost

    def _search_from(self, start: State, movements: Sequence[Movement], behind: bool = False) -> LapSearch:
        def begins(blank: Blank) -> Iterator[tuple[Ints, int]]:
            warm = laps_of(movements, self._moment_s, blank.index, blank.services, blank.laps)
            if warm is not None:
                yield warm, len(warm)
                if behind:
                    return
            if self._large:
                yield from islice(from_patterns(blank), *FEW)
            elif warm is None:
                yield from from_patterns(blank)

        return LapSearch(self._operation, self._objective, self._seed, start=start, begins=begins)


def without_pools(index: Index, state: State) -> State:
    """Return a state for an index that keeps no account of people at transfers: a search of laps leaves them alone."""
    pools = (int(index.tables.places[:, P.TRANSFER].max(initial=-1)) + 1) * len(index.group_names)
    return copy_of(
        state, queue_s=state.queue_s[pools:], queue_n=state.queue_n[pools:], queued=state.queued[pools:]
    )


def _cost(operation: Operation, name: str, value: int | None) -> int:
    if value is None or name == "left":
        return 0
    if name == "clearance":
        return operation.usable_s(value)
    return -value if name == "out" else value


def _within(cost: tuple[int, ...], best: tuple[int, ...]) -> bool:
    """Whether a plan is within 1 % of the best, at the first level at which there is anything to compare."""
    for mine, its in zip(cost, best, strict=True):
        if mine or its:
            return mine - its <= abs(its) // WITHIN
    return True
