"""Classes of columns that enter one reference with a headway: alone or not, and how long they are held."""

from collections.abc import Iterable
from dataclasses import dataclass

from korridor.operation.operation import Operation


@dataclass(frozen=True)
class Class:
    """Columns of one class.

    Attributes
    ----------
    name : str
    most : int
        Vehicles in one of them.
    begins_s, ends_s : int, int or None
        They are held so long at least, and less than so long.
    marshal_s : int
    """

    name: str
    most: int
    begins_s: int
    ends_s: int | None
    marshal_s: int


def classes(operation: Operation, services_s: Iterable[int]) -> tuple[Class, ...]:
    """Part columns into classes, by the services at their queues."""
    convoy = operation.convoy
    alone = Class("alone", 1, 0, None, 0)
    if convoy.most == 1:
        return (alone,)
    longest_s = max(services_s, default=0)
    begins_s = [0]
    if longest_s > 0:
        begins_s += [times * longest_s for times in (2, 3) if times <= convoy.most]
    numbered = tuple(
        Class(
            name=str(place),
            most=convoy.most,
            begins_s=begin_s,
            ends_s=begins_s[place + 1] if place + 1 < len(begins_s) else None,
            marshal_s=convoy.marshalling_s,
        )
        for place, begin_s in enumerate(begins_s)
    )
    return (alone, *numbered) if convoy.marshalling_s else numbered
