"""What is drawn, each by its law; all by keyed streams (docs/exercises.md)."""

from collections.abc import Iterable
from enum import IntEnum

from korridor.chance import stream


class Key(IntEnum):
    """What a stream of an exercise is for: so a larger fleet moves no road, and another corridor no people."""

    STREETS = 0
    RANKS = 1
    CORRIDORS = 2
    COUNTRY = 3
    RECEPTIONS = 4


class Draws:
    """The draws for one purpose in the exercise of a seed."""

    def __init__(self, seed: int, key: Key) -> None:
        self._state = stream.new(seed, key)

    def between(self, least: int, most: int, step: int = 1) -> int:
        """A multiple of ``step`` above ``least``, up to ``most``, each as likely."""
        return least + step * int(stream.below(self._state, (most - least) // step + 1))

    def shuffled(self, number: int) -> list[int]:
        """The numbers from 0 in random order, each order as likely (Fisher and Yates)."""
        order = list(range(number))
        for last in range(number - 1, 0, -1):
            other = int(stream.below(self._state, last + 1))
            order[last], order[other] = order[other], order[last]
        return order


RANK_SCALE = 1 << 32
"""Shares are whole numbers, so that they come out equal everywhere (C9)."""


def rank_size(total: int, number: int) -> list[int]:
    """Share a total out by the rank-size law: the share of rank r is in proportion to 1 ÷ r.

    Zipf, "Human behavior and the principle of least effort", 1949; Gabaix, "Zipf's law for cities", 1999, doi
    10.1162/003355399556133. Whole numbers by largest remainders.

    Examples
    --------
    >>> rank_size(1100, 3)
    [600, 300, 200]
    """
    return shared_out(total, [RANK_SCALE // rank for rank in range(1, number + 1)])


def shared_out(total: int, weights: Iterable[int]) -> list[int]:
    """Share a total out in whole numbers in proportion to weights, by largest remainders."""
    each = list(weights)
    whole = sum(each)
    parts = [divmod(total * weight, whole) for weight in each]
    shares = [share for share, _ in parts]
    behind = sorted(range(len(parts)), key=lambda i: (-parts[i][1], i))
    for i in behind[: total - sum(shares)]:
        shares[i] += 1
    return shares
