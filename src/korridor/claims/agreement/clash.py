"""The smallest set of statements that cannot all be true.

Every statement is a bound on one number, every part says that one number is at most another. Such a set clashes exactly
where a low can be carried along parts to a high below it: the negative cycle of a system of difference constraints
(Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, third edition, 24.4). So a clash has two statements and
the parts between them, and without any one of these it is none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from korridor.claims.agreement.part import Part
from korridor.claims.agreement.rounding import Number
from korridor.claims.agreement.statement import THE_BOOKS, Statement
from korridor.claims.agreement.thing import Thing
from korridor.claims.agreement.ways import Ways
from korridor.operation.frozen import Frozen


class Clash(Frozen):
    """Statements and parts that cannot all be true; without any one of them the others can.

    Attributes
    ----------
    more, less : Statement
        ``more`` has a low that is above the high of ``less``.
    parts : tuple of Part
        From the thing of ``more`` to that of ``less``; empty where they are of one thing.
    """

    more: Statement
    less: Statement
    parts: tuple[Part, ...] = ()

    @property
    def size(self) -> int:
        """How many statements and parts it takes."""
        return 2 + len(self.parts)

    @property
    def apart(self) -> Number:
        """How far the two are from each other, in what they count."""
        assert self.more.low is not None and self.less.high is not None
        return self.more.low - self.less.high

    @property
    def has_the_books(self) -> bool:
        """Whether the books are in it."""
        return THE_BOOKS in (self.more.voice, self.less.voice)

    @property
    def is_one_voice(self) -> bool:
        """Whether both figures are one speaker's: who passed them on heard different things, or they were mended."""
        return self.more.voice == self.less.voice

    def __str__(self) -> str:
        voice = " (one voice, passed on in two ways)" if self.is_one_voice else ""
        unsaid = (
            ""
            if self.more.thing.is_located
            else "; no place and no date is said: are they about the same thing?"
        )
        because = "".join(f"; {part}" for part in self.parts)
        pair = f"{self.more} ({self.more.thing}) and {self.less} ({self.less.thing})"
        return f"cannot all be true{voice}: {pair}{because}{unsaid}"


def clashes(
    statements: Sequence[Statement], parts: Sequence[Part], against: Sequence[Statement] | None = None
) -> Iterator[Clash]:
    """Yield for each statement that clashes the smallest set that it clashes in, once as the more and once as the less.

    Of all clashes that a thing's statements are in, those with its highest low and with its lowest high reach furthest,
    so nothing else need be looked at; of a thousand figures that all clash a thousand pairs are named, not a million.

    Parameters
    ----------
    statements : sequence of Statement
    parts : sequence of Part
    against : sequence of Statement, optional
        What each is held against; each other if not given.
    """
    others = statements if against is None else against
    highest = _furthest(others, lambda each: each.low)
    lowest = _furthest(others, lambda each: None if each.high is None else -each.high)
    up, down = Ways(parts, upwards=True), Ways(parts, upwards=False)
    for one in statements:
        if one.low is not None:
            above = (
                Clash(more=one, less=lowest[there], parts=way)
                for there, way in up.of(one.thing)
                if there in lowest
            )
            yield from _best(above)
        if one.high is not None:
            below = (
                Clash(more=highest[there], less=one, parts=way)
                for there, way in down.of(one.thing)
                if there in highest
            )
            yield from _best(below)


def _furthest(
    statements: Iterable[Statement], reach: Callable[[Statement], Number | None]
) -> Mapping[Thing, Statement]:
    """For each thing the statement that reaches furthest."""
    found: dict[Thing, tuple[Number, Statement]] = {}
    for each in statements:
        far = reach(each)
        if far is not None and (each.thing not in found or far > found[each.thing][0]):
            found[each.thing] = (far, each)
    return {thing: each for thing, (_, each) in found.items()}


def _best(found: Iterable[Clash]) -> Iterable[Clash]:
    real = [clash for clash in found if clash.apart > 0]
    return [min(real, key=_order)] if real else []


def _order(clash: Clash) -> tuple[int, Number]:
    """Few members first; of as many, the one furthest apart."""
    return clash.size, -clash.apart


def smallest_first(found: Iterable[Clash]) -> tuple[Clash, ...]:
    """Return clashes of few members before those of many, of as many the one furthest apart first.

    Of those that tell nothing new only the first are returned: each one shows a statement that none before it did.
    """
    shown: list[Clash] = []
    seen: set[Statement] = set()
    for clash in sorted(found, key=_order):
        if not seen.issuperset((clash.more, clash.less)):
            shown.append(clash)
            seen.update((clash.more, clash.less))
    return tuple(shown)


def can_all_be_true(statements: Iterable[Statement], parts: Iterable[Part]) -> bool:
    """Whether numbers exist that keep every statement and every part: lows carried upwards until nothing moves."""
    lows: dict[Thing, Number] = {}
    listed, wholes = list(statements), list(parts)
    for statement in listed:
        if statement.low is not None:
            lows[statement.thing] = max(lows.get(statement.thing, statement.low), statement.low)
    moved = True
    while moved:
        moved = False
        for part in wholes:
            if part.part in lows and lows[part.part] > lows.get(part.whole, float("-inf")):
                lows[part.whole] = lows[part.part]
                moved = True
    return all(each.high is None or lows.get(each.thing, each.high) <= each.high for each in listed)


def is_irreducible(clash: Clash) -> bool:
    """Whether the clash is one, and is none without any one of its statements or parts."""
    both = (clash.more, clash.less)
    if can_all_be_true(both, clash.parts):
        return False
    without_one = (clash.parts[:place] + clash.parts[place + 1 :] for place in range(len(clash.parts)))
    return all(can_all_be_true((one,), clash.parts) for one in both) and all(
        can_all_be_true(both, parts) for parts in without_one
    )
