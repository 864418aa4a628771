"""Numbers in words: ``two hundred and fifty-one``, ``femogtyve``, ``halvannen million``."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from korridor.claims.bounds import Number
from korridor.claims.words import Words

_MOST_WORD = 60
"""Longer words are no numbers; nobody reads them letter by letter."""


class NumberWords:
    """The number words of a language, from its ``numbers.yaml``.

    Norwegian writes some as one word and some of those from behind: ``femogtyve``, ``tohundreogfemti``.

    Examples
    --------
    >>> from korridor.claims.grammar import grammar_of
    >>> NumberWords(grammar_of("nb").data["numbers"]).parts("femogtyve")
    (5, 20)
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.small: dict[str, int] = data["small"]
        self.hundred = frozenset(data["hundred"])
        self.scales: dict[str, int] = data["scales"]
        self.short_scales = frozenset(data["short_scales"])
        self.articles = frozenset(data["articles"])
        self.joins = frozenset(data["and"])
        self.half = frozenset(data["half"])
        self.whole_and_half = {word: Fraction(str(n)) for word, n in data.get("whole_and_half", {}).items()}
        atoms = {**self.small, **data.get("inside", {}), **dict.fromkeys(self.hundred, 100)}
        atoms.update({word: n for word, n in self.scales.items() if word not in self.short_scales})
        self._atoms = atoms
        joined = sorted((*atoms, *self.joins), key=len, reverse=True)
        self._atom = re.compile("|".join(map(re.escape, joined)))
        self._compound = (
            re.compile(f"(?:{'|'.join(map(re.escape, joined))})+\\Z") if data["compounds"] else None
        )
        self.parts = lru_cache(maxsize=1 << 16)(self._parts)

    def _parts(self, word: str) -> tuple[int, ...] | None:
        """The values that a word is made of; None if it is no number word."""
        if word in self.small:
            return (self.small[word],)
        if word in self.hundred:
            return (100,)
        if word in self.scales and word not in self.short_scales:
            return (self.scales[word],)
        if self._compound is None or not 4 <= len(word) <= _MOST_WORD or not self._compound.match(word):
            return None
        found = tuple(self._atoms[a] for a in self._atom.findall(word) if a not in self.joins)
        return found if len(found) > 1 and _value(found) is not None else None

    def read(self, words: Words, i: int) -> tuple[int, Number, int] | None:
        """Read a number in words that begins at word ``i``: its end, its value, and its last scale (1 if none)."""
        low, n = words.low, len(words)
        values: list[int] = []
        j = i
        if low[j] in self.whole_and_half and j + 1 < n and low[j + 1] in self.scales:
            scale = self.scales[low[j + 1]]
            return j + 2, self.whole_and_half[low[j]] * scale, scale
        if low[j] in self.half and j + 1 < n:  # half a million, en halv million
            k = j + 2 if low[j + 1] in self.articles and j + 2 < n else j + 1
            if low[k] in self.scales and low[k] not in self.short_scales:
                return k + 1, self.scales[low[k]] // 2, self.scales[low[k]]
        if low[j] in self.articles and low[j] not in self.small:
            k = j + 1
            if k < n and low[k] in self.half and k + 1 < n and low[k + 1] in self.scales:
                return k + 2, self.scales[low[k + 1]] // 2, self.scales[low[k + 1]]
            if not (
                k < n
                and (low[k] in self.hundred or (low[k] in self.scales and low[k] not in self.short_scales))
            ):
                return None
            values, j = [1], k
        while j < n:
            parts = self.parts(low[j])
            if parts is None:
                k = j + 1
                joined = (
                    values
                    and k < n
                    and (low[j] in self.joins or (low[j] == "-" and words.glued(j) and words.glued(k)))
                )
                more = self.parts(low[k]) if joined else None
                big = low[j] not in self.joins or bool(values and (values[-1] >= 100 or values[-1] == 1000))
                large = more is not None and more[0] >= 100 and low[j] != "-"
                if more is None or not big or large or _value((*values, *more)) is None:
                    break
                values += more
                j = k + 1
                continue
            if _value((*values, *parts)) is None:
                break
            values += parts
            j += 1
        if not values:
            return None
        total = _value(tuple(values))
        if total is None:
            return None
        scale = next((v for v in reversed(values) if v >= 1000), 1)
        if scale == 1 and values[-1] == 100 and len(values) > 1:
            scale = 100
        return j, total, scale


def _value(parts: tuple[int, ...]) -> int | None:
    """Add and multiply the parts of one number; None where they are no one number (``two three``)."""
    total, current, last_scale, fresh = 0, 0, 10**12, True
    for part in parts:
        if part >= 1000:
            if part >= last_scale:
                return None
            total += (1 if fresh else current) * part
            current, last_scale, fresh = 0, part, True
        elif part == 100:
            if current > 99 or (not fresh and current == 0):
                return None
            current, fresh = (current or 1) * 100, False
        else:
            rest = current % 100
            tens_and_one = (rest >= 20 and rest % 10 == 0 and part < 10) or (
                0 < rest < 10 and part >= 20 and part % 10 == 0
            )
            if rest and not tens_and_one:
                return None
            current, fresh = current + part, False
    return total + current
