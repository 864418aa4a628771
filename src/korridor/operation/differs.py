"""What two operations differ in: a line a value, and whether they are about the same people at all."""

from collections.abc import Iterator
from typing import Any

from korridor.operation.operation import Operation
from korridor.operation.units import shown

MOST_NAMED = 8
"""More differences than these are counted, not named."""

_NOT_SAID = ("name", "summary", "sources", "orders")
"""What changes no time and no number of people."""


def same_people(first: Operation, second: Operation) -> str | None:
    """Say why two operations are not about the same people; ``None`` where they are.

    Groups are known by name and number: draws of how many come belong to a group's name, so only then do both meet the
    same people.
    """
    one, other = ({name: group.persons for name, group in each.people.items()} for each in (first, second))
    if not one.keys() & other.keys():
        return (
            f"{shown(first.name)} and {shown(second.name)} have no group of people in common: nothing that happens to one "
            "says anything of the other"
        )
    if one == other:
        return None
    name = next(name for name in (*one, *other) if one.get(name) != other.get(name))
    return (
        f"the two are about other people: {first.persons:,} and {second.persons:,} in all, {one.get(name, 0):,} and "
        f"{other.get(name, 0):,} in {shown(name)}; compare operations with the same groups and counts"
    )


def differences(first: Operation, second: Operation) -> tuple[str, ...]:
    """Name the values in which two operations differ, ``path: first, second``; the rest counted where they are many.

    Examples
    --------
    >>> differences(operation, operation.until(3600))  # doctest: +SKIP
    ('until_s: null, 3600',)
    """
    one, other = (each.model_dump(mode="json") for each in (first, second))
    for name in _NOT_SAID:
        one.pop(name, None), other.pop(name, None)
    found = tuple(_between(one, other, ""))
    more = len(found) - MOST_NAMED
    return found if more <= 0 else (*found[:MOST_NAMED], f"{more:,} values more")


def _between(one: Any, other: Any, path: str) -> Iterator[str]:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in (*one, *(key for key in other if key not in one)):
            yield from _between(one.get(key), other.get(key), f"{path}.{key}" if path else str(key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (mine, its) in enumerate(zip(one, other, strict=True)):
            yield from _between(mine, its, f"{path}[{index}]")
    else:
        yield f"{path}: {_said(one)}, {_said(other)}"


def _said(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} entries"
    return "none" if value is None else "given" if isinstance(value, dict) else shown(value)
