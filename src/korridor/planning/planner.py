"""Plan an operation: search, bound, verify.

Search and bound run side by side. What stops them is a time limit, an amount of work, or nothing left to gain; Ctrl-C stops them too and the best plan so far is kept.
"""

from collections.abc import Callable
from typing import Protocol

from korridor.events.order import Order
from korridor.planning.progress import Progress
from korridor.planning.verify import Broken

Watch = Callable[[Progress], None]

STALE_ROUNDS = 60
"""Rounds without gain after which a search is given up."""


class Search(Protocol):
    """What improves a plan round by round."""

    iterations: int
    lowest: float

    def begin(self) -> None:
        """Make a first plan."""

    def round(self) -> bool:
        """Improve it; returns whether it got better."""

    def orders(self) -> tuple[Order, ...]:
        """Return the best so far."""


class NotVerified(Exception):
    """A plan that its checker finds fault with; it never leaves the program.

    Attributes
    ----------
    broken : tuple of Broken
    """

    def __init__(self, broken: tuple[Broken, ...]) -> None:
        first = "; ".join(f"{each.rule} at {each.where}: {each.what}" for each in broken[:3])
        super().__init__(f"the plan breaks {len(broken)} rules and is withheld: {first}")
        self.broken = broken
