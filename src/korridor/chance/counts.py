"""How often something happens: whole numbers, drawn exactly by the chances of each.

A straight line between quantiles would blur the steps of a small number, so that these have tables of another kind: all
steps, in words, and where to begin looking for one (Chen and Asmussen's guide, 1974, Operations Research 22).

>>> import numpy as np
>>> from korridor.chance.counts import Poisson, count_table, counted
>>> table = count_table(Poisson(1_500_000))  # 1.5 on average
>>> [int(counted(table, np.uint64(word))) for word in (0, 1 << 31, 15 << 28)]
[0, 1, 4]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

import numpy as np
from numpy.typing import NDArray

from korridor.compiled import inlined
from korridor.operation.distribution import MILLION, Impossible

CountTable = NDArray[np.int64]
"""The least count, 256 guides, then the word at which each count ends."""

MOST_COUNTED = 100_000

_GUIDES = 256
_STEPS_FROM = 1 + _GUIDES
_WORDS = 1 << 32
_EXACT = Context(prec=50)


@dataclass(frozen=True)
class Binomial:
    """How many of ``of`` do something that each does with a chance, by itself."""

    of: int
    chance_ppm: int

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _within("of", self.of, 0, MOST_COUNTED)
        _within("chance_ppm", self.chance_ppm, 0, MILLION)

    def chances(self) -> Iterator[Decimal]:
        """Yield the chance of 0, of 1, of 2, and so on."""
        if self.chance_ppm == MILLION:
            yield from (Decimal(0) for _ in range(self.of))
            yield Decimal(1)
            return
        chance = Decimal(self.chance_ppm) / MILLION
        odds, here = chance / (1 - chance), (1 - chance) ** self.of
        for n in range(self.of + 1):
            yield here
            here = here * odds * (self.of - n) / (n + 1)


@dataclass(frozen=True)
class Poisson:
    """How often something happens that happens at any moment alike; ``mean_ppm`` is in millionths of a time."""

    mean_ppm: int

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _within("mean_ppm", self.mean_ppm, 0, MOST_COUNTED // 2 * MILLION)

    def chances(self) -> Iterator[Decimal]:
        """Yield the chance of 0, of 1, of 2, and so on."""
        mean = Decimal(self.mean_ppm) / MILLION
        here = (-mean).exp()  # of 50 correct digits on every machine
        for n in range(MOST_COUNTED + 1):
            yield here
            here = here * mean / (n + 1)


@dataclass(frozen=True)
class NegativeBinomial:
    """A Poisson count whose mean is itself uncertain, by a gamma of this spread: it varies more."""

    mean_ppm: int
    spread_ppm: int

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _within("mean_ppm", self.mean_ppm, 1, 1000 * MILLION)
        _within("spread_ppm", self.spread_ppm, 1, 3 * MILLION)

    def chances(self) -> Iterator[Decimal]:
        """Yield the chance of 0, of 1, of 2, and so on."""
        mean, square = Decimal(self.mean_ppm) / MILLION, (Decimal(self.spread_ppm) / MILLION) ** 2
        shape = 1 / square
        more = mean / (mean + shape)
        here = ((1 - more).ln() * shape).exp()
        for n in range(MOST_COUNTED + 1):
            yield here
            here = here * more * (shape + n) / (n + 1)


def _within(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise Impossible(f"{name} {value} is out of range; from {least} to {most}")


def count_table(count: Binomial | Poisson | NegativeBinomial) -> CountTable:
    """The table of a count: the chance of each is right to a word, 2⁻³².

    Raises
    ------
    Impossible
        If counts beyond :data:`MOST_COUNTED` would come up.
    """
    first, ends = None, []
    with localcontext(_EXACT):
        below = Decimal(0)
        for n, chance in enumerate(count.chances()):
            below += chance
            end = int((below * _WORDS).to_integral_value())
            if end > 0 and first is None:
                first = n
            if first is not None:
                ends.append(min(end, _WORDS))
            if end >= _WORDS:
                break
        else:
            if not ends or _WORDS - ends[-1] > 1:
                raise Impossible(f"{count} reaches beyond {MOST_COUNTED}")
            ends[-1] = _WORDS
    steps = np.array(ends, dtype=np.int64)
    guides = np.searchsorted(steps, np.arange(_GUIDES, dtype=np.int64) * (_WORDS // _GUIDES), side="right")
    return np.concatenate([[first or 0], guides, steps]).astype(np.int64)


@inlined
def counted(table: CountTable, word: np.uint64) -> np.int64:
    """The count that a word stands for; never less for a larger word."""
    at = table[1 + np.int64(word >> np.uint64(24))]
    while table[_STEPS_FROM + at] <= np.int64(word):
        at += 1
    return table[0] + at
