"""R1: the words that belong to one thing in one run, one after another."""

from __future__ import annotations

from korridor.chance.keyed import Kind, block, key, seed_word, threshold
from korridor.chance.table import Tables, quantile


class Words:
    """Words of 32 bits, four to a rank; each is a function of seed, run, key and its place alone.

    Parameters
    ----------
    seed, run : int
    kind : Kind
    of_what : str or int
        What the key names.
    ranks : int
        How many blocks of four.

    Examples
    --------
    >>> words = Words(2016, 0, Kind.CLERK, "GATE")
    >>> words.happens(0, 0), words.happens(0, 1_000_000)
    (False, True)
    """

    def __init__(self, seed: int, run: int, kind: Kind, *of_what: str | int, ranks: int = 1) -> None:
        named = seed_word(seed), key(kind, *of_what)
        self._words = [word for rank in range(ranks) for word in block(named[0], run, named[1], rank)]

    def happens(self, at: int, chance_ppm: int) -> bool:
        """Whether something happens that has this chance, by the word at a place."""
        return int(self._words[at]) < threshold(chance_ppm)

    def quantity(self, at: int, rows: Tables, row: int) -> int:
        """What the word at a place stands for in a row of :func:`korridor.chance.table.tables`."""
        return int(quantile(rows, row, self._words[at]))

    def below(self, at: int, n: int) -> int:
        """Return a whole number from 0 to ``n`` − 1, each as likely to within a word."""
        return int(self._words[at]) * n >> 32
