"""Tables of phrases, looked up word by word: the longest wording wins (S2)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from korridor.claims.words import words_of

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """What each phrase means; looked up forward from a word, or backward from one.

    Examples
    --------
    >>> table = Phrases({"under": "..N", "just under": "0.9N..N"})
    >>> table.before(["just", "under", "300"], 2)
    (0, '0.9N..N')
    """

    def __init__(self, meaning: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        pairs = meaning.items() if isinstance(meaning, Mapping) else meaning
        self._first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for text, value in pairs:
            words = tuple(words_of(str(text)).low)
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))
        for table in (self._first, self._last):
            for found in table.values():
                found.sort(key=lambda pair: -len(pair[0]))

    def __contains__(self, word: str) -> bool:
        return word in self._first

    def after(self, low: Sequence[str], i: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at word ``i``: its end, and what it means."""
        for words, value in self._first.get(low[i], ()) if 0 <= i < len(low) else ():
            if len(words) == 1 or tuple(low[i : i + len(words)]) == words:
                return i + len(words), value
        return None

    def before(self, low: Sequence[str], i: int) -> tuple[int, Value] | None:
        """The longest phrase that ends just before word ``i``: its begin, and what it means."""
        for words, value in self._last.get(low[i - 1], ()) if i > 0 else ():
            if len(words) == 1 or (i >= len(words) and tuple(low[i - len(words) : i]) == words):
                return i - len(words), value
        return None
