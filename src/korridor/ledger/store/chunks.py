"""Long lists of values, cut to what one statement may ask for."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

MOST = 500
"""SQLite takes 32,766 values a statement, older ones 999 (https://www.sqlite.org/limits.html)."""


def chunks(values: Iterable[T], most: int = MOST) -> Iterator[list[T]]:
    """Cut values into lists of at most so many.

    Examples
    --------
    >>> list(chunks("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(values)
    while chunk := list(islice(rest, most)):
        yield chunk
