"""The planner's search for plain shuttles: round by round, the best so far can be asked for at any time."""

from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.planning.shuttle.annealing import ROUND, advance, begin, go_on_from
from korridor.planning.shuttle.draft import tours_of
from korridor.planning.shuttle.exchange import Exchange, Offered
from korridor.planning.shuttle.improve import orders_of
from korridor.planning.shuttle.shuttle import shuttle_of

CALLS_A_ROUND = 8
"""Calls that make up one round of annealing: hot or mild, then cool, then people's waiting."""
MOST_TRIALS = 1_000_000
"""Trials in a call at most, so that time limits and Ctrl-C are seen within a second or two."""


class ShuttleSearch:
    """Improve a plain shuttle's plan call by call.

    Parameters
    ----------
    operation : Operation
        ``ValueError`` where ``is_plain_shuttle`` does not hold.
    seed : int
    """

    def __init__(self, operation: Operation, seed: int) -> None:
        self._shuttle = shuttle_of(operation)
        self._search = begin(self._shuttle, seed=seed)
        self._trials = max(1, min(MOST_TRIALS, int(self._search.tally[ROUND]) // CALLS_A_ROUND))
        self.exchange = Exchange(operation, self._search.clearance_s)
        self._offered: Offered | None = None

    @property
    def iterations(self) -> int:
        """Trials made so far (P4)."""
        return self._search.iterations

    def begin(self) -> None:
        """Improve the first draft a little; with a plan not too late, the bound has less to search."""
        self.round()

    def round(self) -> bool:
        """Make some trials, from what the bound has met if that is sooner; returns whether the best plan got better."""
        taken, before = self.take(), self._search
        self._search = advance(self._shuttle, before, self._trials)
        self.exchange.searched(self._search.clearance_s)
        value = (self._search.clearance_s, self._search.waiting_person_s)
        return taken or value < (before.clearance_s, before.waiting_person_s)

    def take(self) -> bool:
        """Go on from the plan that the bound has met, and keep it; returns whether it is a sooner one."""
        offered = self.exchange.taken()
        if offered is None:
            return False
        sooner = offered.clearance_s < self._clearance_s
        if sooner:
            self._offered = offered
        try:
            tours, room = tours_of(self._shuttle, offered.runs)
        except ValueError:  # a smaller last load fits in where a full one, as the search counts it, would not
            return sooner
        lined_up = go_on_from(self._shuttle, self._search, tours, room)
        if lined_up.clearance_s < self._search.clearance_s:
            self._search = lined_up
        return sooner

    def orders(self) -> tuple[Order, ...]:
        """The best plan so far."""
        if self._offered is not None and self._offered.clearance_s < self._search.clearance_s:
            return self._offered.orders
        return orders_of(self._shuttle, self._search.best)

    @property
    def _clearance_s(self) -> int:
        searched_s = self._search.clearance_s
        return searched_s if self._offered is None else min(searched_s, self._offered.clearance_s)
