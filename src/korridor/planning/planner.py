"""Plan an operation: search, bound, verify.

Search and bound run side by side. A time limit, an amount of work, or nothing left to gain stops them; Ctrl-C stops them too,
and the best plan so far is kept.
"""

import math
import time
from contextlib import nullcontext
from typing import Protocol

from korridor.clockwork.run import Stuck, run
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.tables import Index
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.planning.bounded import Bounds
from korridor.planning.bounding import Bounding
from korridor.planning.laps.begins import from_orders
from korridor.planning.laps.search import LapSearch
from korridor.planning.laps.setting import takes_too_many_laps
from korridor.planning.levels import counted_out, level, values_of
from korridor.planning.mass.search import MassSearch, is_large
from korridor.planning.onward import too_long_aboard, with_onward
from korridor.planning.plan import Level, Objective, Plan, Status, Work
from korridor.planning.progress import STOPPED, Progress, Watch, shown_progress
from korridor.planning.replan.remaining import remaining
from korridor.planning.replan.search import ReplanSearch
from korridor.planning.replan.up_to_date import up_to_date
from korridor.planning.serving import serving
from korridor.planning.shuttle.plain import is_plain_shuttle
from korridor.planning.shuttle.search import ShuttleSearch
from korridor.planning.verify import Broken, verify

GRACE_S = 2.0
"""How long at least the bound may take once the search has ended; as long as the search, if that is more."""

STALE_ROUNDS = 60
"""Rounds without gain after which a search is given up."""

FEW_MORE_ROUNDS = 8
"""Rounds without gain for the later levels once the first is closed."""

NOTED_EVERY = 10
"""A large plan's movements are worked out again when so many times as long has passed as that takes."""


class Search(Protocol):
    """What improves a plan round by round."""

    @property
    def iterations(self) -> int:
        """Work done so far (P4)."""

    def begin(self) -> None:
        """Make a first plan."""

    def round(self) -> bool:
        """Improve it; returns whether it got better."""

    def orders(self) -> tuple[Order, ...]:
        """Return the best so far, none if there is none."""


class NotVerifiedError(Exception):
    """A plan that its checker finds fault with; it never leaves the program.

    Attributes
    ----------
    broken : tuple of Broken
    """

    def __init__(self, broken: tuple[Broken, ...]) -> None:
        first = "; ".join(f"{each.rule} at {each.where}: {each.what}" for each in broken[:3])
        super().__init__(f"the plan breaks {len(broken)} rules and is withheld: {first}")
        self.broken = broken


def plan(
    operation: Operation,
    *,
    objective: Objective | str = Objective.MOST_OUT,
    seconds: float = 50.0,
    seed: int = 0,
    work: int | None = None,
    progress: Watch | None = None,
    bounded: bool = True,
    start_from: tuple[Order, ...] = (),
    start: SavedState | None = None,
    earlier: Plan | None = None,
) -> Plan:
    """Plan an operation, bound it, and verify both; an interrupt (Ctrl-C) returns the best plan so far.

    :func:`korridor.plan` says what each parameter is, what is returned and what is raised; it can make the plan robust, too.
    """
    if objective not in tuple(Objective):
        raise ValueError(f"{objective!r} is not an objective; one of {', '.join(Objective)}")
    aim = Objective(objective)
    with nullcontext(progress) if progress is not None else shown_progress() as watch:
        planning = _Planning(operation, aim, seed, watch, start_from, start, earlier)
        planning.search_and_bound(seconds, work, bounded)
        return planning.result()


class _Planning:
    """One run of the planner."""

    def __init__(
        self,
        operation: Operation,
        objective: Objective,
        seed: int,
        progress: Watch | None,
        start_from: tuple[Order, ...] = (),
        start: SavedState | None = None,
        earlier: Plan | None = None,
    ) -> None:
        self.start = None if start is None else up_to_date(operation, start)
        self.operation = operation if self.start is None else remaining(operation, self.start)
        self.objective, self.seed = objective, seed
        self.progress = progress
        self.began = time.perf_counter()
        self.state = None if self.start is None else arrays_of(Index(self.operation), self.start)
        self.large = False
        self.search: Search = self._search_for(start_from, earlier)
        self.movements: tuple[Movement, ...] = ()
        self.noted = -math.inf
        self.bounds: Bounds | None = None

    def _search_for(self, start_from: tuple[Order, ...], earlier: Plan | None) -> Search:
        if self.start is not None:
            return ReplanSearch(self.operation, self.objective, self.seed, self.start, earlier)
        if self.objective is Objective.CLEARANCE and is_plain_shuttle(self.operation):
            return ShuttleSearch(self.operation, self.seed)
        self.large = is_large(self.operation) or takes_too_many_laps(self.operation)
        if self.large:
            return MassSearch(self.operation, self.objective, self.seed)
        return LapSearch(self.operation, self.objective, self.seed, begins=from_orders(start_from))

    def search_and_bound(self, seconds: float, work: int | None, bounded: bool) -> None:
        """Search until time, work or gain runs out; the bound is worked out beside it."""
        bounding: Bounding | None = None
        try:
            self._say("first plans")
            self.search.begin()
            self._note_best()
            deadline = time.perf_counter() + seconds
            # Search and bound of a shuttle tell each other what they find: with an amount of work, one after the other (P4).
            beside = work is None or not isinstance(self.search, ShuttleSearch)
            if bounded and beside:
                bounding = self._bounding(deadline if work is None else math.inf)
            self._search(bounding, deadline, work)
            if bounded and not beside:
                bounding = self._bounding(math.inf)
            if bounding is not None:
                self._say("bound")
                self.bounds = bounding.result(None if work is not None else self._grace_s(seconds))
        except TimeoutError:
            self._say("no bound in time")
        except KeyboardInterrupt:
            self._say(STOPPED)
        finally:
            if bounding is not None:
                bounding.leave()
        if isinstance(self.search, ShuttleSearch):
            self.search.take()
        self._finish()

    def _bounding(self, until: float) -> Bounding:
        exchange = self.search.exchange if isinstance(self.search, ShuttleSearch) else None
        return Bounding(self.operation, self.objective, self._last_out_s(), until, exchange)

    def _grace_s(self, seconds: float) -> float:
        """A new plan is wanted at once: its bound has what time the search has left."""
        return max(GRACE_S, seconds) if self.start is None else 0.0

    def _search(self, bounding: Bounding | None, deadline: float, work: int | None) -> None:
        stale = 0
        while stale < STALE_ROUNDS:
            enough = self.search.iterations >= work if work is not None else time.perf_counter() >= deadline
            if enough:
                return
            better = self.search.round()
            stale = 0 if better else stale + 1
            if better:
                self._note_best()
            if bounding is not None and bounding.done and self.bounds is None:
                self.bounds = bounding.result()
            if work is None and stale > FEW_MORE_ROUNDS and self._first_is_closed():
                return
            self._say("search")

    def _first_is_closed(self) -> bool:
        levels = self._levels()
        return bool(levels) and levels[0].value is not None and levels[0].value == levels[0].bound

    def _note_best(self) -> None:
        """Time the best orders so far; of a large operation only now and then, since that takes as long as a round."""
        began = time.perf_counter()
        if began >= self.noted:
            self.movements = run(self.operation, self.search.orders(), self.state)
            took = time.perf_counter() - began
            self.noted = began + (NOTED_EVERY * took if self.large else 0.0)

    def _finish(self) -> None:
        """Leave out what serves nobody; people are carried on from transfers where that holds up no order."""
        orders = self.search.orders()
        if not self.large:  # which sends no vehicle in that finds nobody, but the last ones
            orders = serving(self.operation, orders, self.state)
        try:
            self.movements = with_onward(self.operation, orders, self.state)
        except Stuck:
            self.movements = run(self.operation, orders, self.state)
        if too_long_aboard(self.operation, self.movements):  # those who go on took bays that others wait for
            self.movements = run(self.operation, orders, self.state)

    def _last_out_s(self) -> int | None:
        """When the last person is out, where nobody is left."""
        out = counted_out(self.operation, self.movements)
        left = self.operation.persons - sum(load.persons for _, load in out)
        return None if left else max((trip.free_s for trip, _ in out), default=None)

    def _values(self) -> dict[str, int | None]:
        return values_of(self.operation, self.objective, self.movements)

    def _levels(self) -> tuple[Level, ...]:
        """State the levels; a later one's bound holds where those before it are closed, and only then is it stated (P3)."""
        bounds = self.bounds.by_level if self.bounds else {}
        levels: list[Level] = []
        for name, value in self._values().items():
            closed = all(each.value is not None and each.value == each.bound for each in levels)
            levels.append(level(self.operation, name, value, bounds.get(name) if closed else None))
        return tuple(levels)

    def _say(self, stage: str) -> None:
        if self.progress is not None:
            first = self._levels()[0] if self.movements else None
            value, bound = (first.value, first.bound) if first else (None, None)
            best = f"{len(self.movements)} movements" if self.movements else ""
            self.progress(Progress(stage, time.perf_counter() - self.began, value, bound, best))

    def result(self) -> Plan:
        """State the plan, verified."""
        levels = self._levels()
        closed = bool(levels) and all(each.value is not None and each.value == each.bound for each in levels)
        status = Status.PROVED if closed else Status.FEASIBLE
        made = Plan(
            operation=self.operation,
            start=self.start,
            objective=self.objective,
            status=status if self.movements else Status.NONE_FOUND,
            levels=levels,
            movements=self.movements,
            certificate=self.bounds.certificate if self.bounds else None,
            seed=self.seed,
            work=Work(
                search_iterations=self.search.iterations,
                lp_iterations=self.bounds.lp_iterations if self.bounds else 0,
            ),
        )
        broken = verify(made)
        if broken:
            raise NotVerifiedError(broken)
        return made
