"""Tables of phrases, looked up word by word: the longest wording wins (S2)."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from korridor.claims.words import words_of

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """What each phrase means; looked up forward from a word, or backward from one.

    ``first`` holds the words that any begins with.

    Examples
    --------
    >>> table = Phrases({"under": "..N", "just under": "0.9N..N"})
    >>> table.before(["just", "under", "300"], 2)
    (0, '0.9N..N')
    """

    def __init__(self, meaning: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        pairs = meaning.items() if isinstance(meaning, Mapping) else meaning
        self.first: dict[str, list[tuple[int, list[str], Value]]] = {}
        self._last: dict[str, list[tuple[int, list[str], Value]]] = {}
        for text, value in pairs:
            words = words_of(str(text)).low
            self.first.setdefault(words[0], []).append((len(words), words, value))
            self._last.setdefault(words[-1], []).append((len(words), words, value))
        for table in (self.first, self._last):
            for found in table.values():
                found.sort(key=lambda row: -row[0])

    def __contains__(self, word: str) -> bool:
        return word in self.first

    def after(self, low: list[str], i: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at word ``i``: its end, and what it means."""
        if not 0 <= i < len(low):
            return None
        rows = self.first.get(low[i])
        if rows is None:
            return None
        for length, words, value in rows:
            if length == 1 or low[i : i + length] == words:
                return i + length, value
        return None

    def before(self, low: list[str], i: int) -> tuple[int, Value] | None:
        """The longest phrase that ends just before word ``i``: its begin, and what it means."""
        if i < 1 or (rows := self._last.get(low[i - 1])) is None:
            return None
        for length, words, value in rows:
            if length == 1 or (i >= length and low[i - length : i] == words):
                return i - length, value
        return None
