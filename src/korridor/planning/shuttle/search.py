"""The planner's search for plain shuttles: round by round, the best so far can be asked for at any time."""

from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.planning.shuttle.annealing import ROUND, advance, begin
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

    @property
    def iterations(self) -> int:
        """Trials made so far (P4)."""
        return self._search.iterations

    def begin(self) -> None:
        """Improve the first draft a little; with a plan not too late, the bound has less to search."""
        self.round()

    def round(self) -> bool:
        """Make some trials; returns whether the best plan got better."""
        before = self._search
        self._search = advance(self._shuttle, before, self._trials)
        value = (self._search.clearance_s, self._search.waiting_person_s)
        return value < (before.clearance_s, before.waiting_person_s)

    def orders(self) -> tuple[Order, ...]:
        """The best plan so far."""
        return orders_of(self._shuttle, self._search.best)
