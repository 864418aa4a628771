"""Classes of columns: alone or not, and how long held at their checkpoint (docs/bounds.md, Column classes)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from korridor.operation.convoy import ConvoyRule

WAVES = (2, 3)
"""After so many of the longest services, one after the other in each lane, the next class begins."""


@dataclass(frozen=True)
class ColumnClass:
    """Columns alike.

    Attributes
    ----------
    name : str
    vehicles : int
        At most.
    held_s, until_s : int, int or None
        The head waits at its checkpoint at least ``held_s`` and less than ``until_s``.
    marshal_s : int
    loaded : bool
        Whether a loaded column can be of the class.
    usual : bool
        Whether laps are measured by it, to choose phases and slots.
    """

    name: str
    vehicles: int
    held_s: int = 0
    until_s: int | None = None
    marshal_s: int = 0
    loaded: bool = True
    usual: bool = False


def classes_of(convoy: ConvoyRule, services_s: Iterable[int]) -> tuple[ColumnClass, ...]:
    """List the classes of the columns that enter one reference with a headway.

    Parameters
    ----------
    convoy : ConvoyRule
    services_s : iterable of int
        What kinds of trips need at their checkpoint.
    """
    if convoy.most == 1:
        return (ColumnClass("alone", 1, usual=True),)
    found = []
    if convoy.marshalling_s:
        found.append(ColumnClass("alone", 1, loaded=convoy.least <= 1))
    begins_s = [0, *_begins_s(convoy.most, services_s)]
    ends_s = [*begins_s[1:], None]
    for i, (held_s, until_s) in enumerate(zip(begins_s, ends_s, strict=True)):
        usual = i == min(1, len(begins_s) - 1)
        found.append(ColumnClass(str(i), convoy.most, held_s, until_s, convoy.marshalling_s, usual=usual))
    return tuple(found)


def _begins_s(most: int, services_s: Iterable[int]) -> Iterator[int]:
    longest_s = max(services_s, default=0)
    if longest_s:
        yield from (waves * longest_s for waves in WAVES if waves <= most)
