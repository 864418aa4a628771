"""The smallest set of statements that cannot all be true.

Every statement is a bound on one number, every part says that one number is at most another. Such a set clashes exactly
where a low can be carried along parts to a high below it: the negative cycle of a system of difference constraints
(Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, section 24.4). So a clash has two statements and
the parts between them, and without any one of these it is none.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from korridor.claims.agreement.part import Part
from korridor.claims.agreement.rounding import Number
from korridor.claims.agreement.statement import Statement
from korridor.claims.agreement.thing import Thing
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
    def is_one_voice(self) -> bool:
        """Whether both figures are one speaker's: who passed them on heard different things, or they were mended."""
        return self.more.voice == self.less.voice

    def __str__(self) -> str:
        voice = " (one voice, passed on in two ways)" if self.is_one_voice else ""
        because = "".join(f"; {part}" for part in self.parts)
        pair = f"{self.more} ({self.more.thing}) and {self.less} ({self.less.thing})"
        return f"cannot all be true{voice}: {pair}{because}"


def clashes(statements: Sequence[Statement], parts: Iterable[Part]) -> Iterator[Clash]:
    """Yield every clash of two statements, each along the shortest way between their things."""
    below: dict[Thing, list[Statement]] = {}
    for statement in statements:
        if statement.high is not None:
            below.setdefault(statement.thing, []).append(statement)
    up: dict[Thing, list[Part]] = {}
    for part in parts:
        up.setdefault(part.part, []).append(part)
    ways: dict[Thing, Mapping[Thing, tuple[Part, ...]]] = {}
    for more in statements:
        if more.low is None:
            continue
        if more.thing not in ways:
            ways[more.thing] = _ways_up(more.thing, up)
        for thing, way in ways[more.thing].items():
            for less in below.get(thing, ()):
                if less.high is not None and more.low > less.high and less is not more:
                    yield Clash(more=more, less=less, parts=way)


def smallest_first(found: Iterable[Clash]) -> tuple[Clash, ...]:
    """Return clashes of few members before those of many, of as many the one furthest apart first.

    Of those that tell nothing new only the first are returned: each one shows a statement that none before it did.
    """
    shown: list[Clash] = []
    seen: set[Statement] = set()
    for clash in sorted(found, key=lambda clash: (clash.size, -clash.apart)):
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


def _ways_up(thing: Thing, up: Mapping[Thing, Sequence[Part]]) -> Mapping[Thing, tuple[Part, ...]]:
    """The shortest way from a thing to each that it is part of, itself included."""
    ways: dict[Thing, tuple[Part, ...]] = {thing: ()}
    queue = deque([thing])
    while queue:
        here = queue.popleft()
        for part in up.get(here, ()):
            if part.whole not in ways:
                ways[part.whole] = (*ways[here], part)
                queue.append(part.whole)
    return ways
