"""The cases of a tree certificate (``docs/bounds-shuttle.md``, Cases): walked, and what trips earn in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.planning.certificate import Leaf, Node, Split


class UnfoundedError(Exception):
    """A tree that is none, or names what is not there."""


@dataclass(frozen=True)
class Supposed:
    """One side of a split."""

    split: Split
    more: bool


def leaves(nodes: tuple[Node, ...]) -> Iterator[tuple[tuple[Supposed, ...], Leaf]]:
    """Yield each leaf with what is supposed there, the topmost first.

    Raises
    ------
    UnfoundedError
        Where nodes are missing or left over.
    """
    ahead: list[tuple[Supposed, ...]] = [()]
    for node in nodes:
        if not ahead:
            raise UnfoundedError("the tree has more nodes than its splits ask for")
        supposed = ahead.pop()
        if isinstance(node, Leaf):
            yield supposed, node
        else:
            ahead += [(*supposed, Supposed(node, True)), (*supposed, Supposed(node, False))]
    if ahead:
        raise UnfoundedError("the tree ends before all its cases have a leaf")


@dataclass(frozen=True)
class Extra:
    """What a trip earns besides its load and room, by what it is.

    Attributes
    ----------
    split : Split
        The trips that earn it.
    earns : int
    """

    split: Split
    earns: int

    @property
    def when_departing(self) -> bool:
        """Whether it is told by the way to the load; otherwise by the way to the reception."""
        return self.split.goes_to is None

    def counts(self, kind: str, lot: int, comes_from: str | None, goes_to: str | None) -> bool:
        """Whether a trip of a type, with a lot, from a place or to a reception counts, at the right time."""
        wanted = (self.split.vehicle_type, self.split.lot, self.split.comes_from, self.split.goes_to)
        return all(
            want is None or want == is_
            for want, is_ in zip(wanted, (kind, lot, comes_from, goes_to), strict=True)
        )

    def least_left_s(self, seconds: int) -> int:
        """How much time must be left after the leg."""
        return 0 if self.split.by_s is None else max(0, seconds - self.split.by_s)


def extras(supposed: tuple[Supposed, ...], prices: tuple[int, ...]) -> tuple[Extra, ...]:
    """List what trips earn where these cases hold: what must be more earns its price, what may not be more pays it."""
    return tuple(
        Extra(case.split, price if case.more else -price)
        for case, price in zip(supposed, prices, strict=True)
        if price
    )


def asked(supposed: tuple[Supposed, ...], prices: tuple[int, ...]) -> int:
    """Sum what the cases are worth: each price times how many trips there are at least, or, negative, at most."""
    return sum(
        price * (case.split.at_most + 1) if case.more else -price * case.split.at_most
        for case, price in zip(supposed, prices, strict=True)
    )
