"""What goes into the log, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Entry(NamedTuple):
    """An event on its way into the log.

    Attributes
    ----------
    device, number : str, int or None
        Who numbered it; nothing where the bytes do not say it.
    body : bytes
        Kept as they are.
    reason : str or None
        Why it was not understood; nothing if it was.
    """

    device: str | None
    number: int | None
    body: bytes
    reason: str | None = None


@dataclass(frozen=True)
class Received:
    """What came of entries: durable, all of them, when this is in hand (A13).

    Attributes
    ----------
    receipts : sequence of int
        Of each entry, its place in the order of receipt: of one that was there already, the one it has had since.
    again : frozenset of int
        Which entries, counted from 0, were there already, byte for byte.
    twins : frozenset of int
        Which have the number of another event of their device; both are kept (A11).
    """

    receipts: Sequence[int]
    again: frozenset[int] = frozenset()
    twins: frozenset[int] = frozenset()

    def __getitem__(self, part: slice) -> "Received":
        """What came of some entries that follow one another."""
        begin, end, _ = part.indices(len(self.receipts))
        return Received(
            self.receipts[begin:end],
            frozenset(at - begin for at in self.again if begin <= at < end),
            frozenset(at - begin for at in self.twins if begin <= at < end),
        )
