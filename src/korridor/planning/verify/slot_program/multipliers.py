"""A certificate's multipliers, and their sums over slots from either end."""

from collections.abc import Sequence
from itertools import accumulate


class Multipliers:
    """The multipliers of one row family; 0 beyond their end."""

    def __init__(self, values: Sequence[int] = ()) -> None:
        self.values = tuple(values)
        self._upto = (0, *accumulate(self.values))

    def __bool__(self) -> bool:
        return self._upto[-1] > 0

    def at(self, slot: int) -> int:
        """Return the multiplier at a slot."""
        return self.values[slot] if 0 <= slot < len(self.values) else 0

    def upto(self, slot: int) -> int:
        """Return the sum over slots no later."""
        return self._upto[min(max(slot + 1, 0), len(self.values))]

    def since(self, slot: int) -> int:
        """Return the sum over slots no sooner."""
        return self._upto[-1] - self.upto(slot - 1)


NONE = Multipliers()
