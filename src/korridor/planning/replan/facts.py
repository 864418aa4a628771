"""P5: what was changed in an operation between two plans, field by field; and what was counted otherwise on the spot."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from korridor.events.saved_state import SavedState
from korridor.operation.fault import Where, path_text
from korridor.operation.operation import Operation

_LEFT_OUT = {"sources", "summary", "name", "orders", "korridor"}
_COUNTED = {"count", "families", "household", "depots"}
"""Fields of people and fleet that the state keeps: what was believed when it was taken."""

_MOVES = {"place", "available_from_s", "capacity_persons"}
"""Fields in which what remained at an earlier moment differs from the operation as it was."""


@dataclass(frozen=True)
class Fact:
    """One field that is not what it was.

    Attributes
    ----------
    path : str
        Where it stands in the file, such as ``truce.announced[0].closes``.
    name : str
        The field's name with its unit, such as ``closes_s``.
    then, now : object
        Plain values; ``None`` where there was, or is, nothing.
    """

    path: str
    name: str
    then: Any
    now: Any


def changed_facts(then: Operation | None, now: Operation, state: SavedState, chained: bool) -> Iterator[Fact]:
    """Yield each field that differs.

    Parameters
    ----------
    then : Operation or None
        The earlier plan's; ``None`` where there is no earlier plan, and only people and vehicles can be compared.
    now : Operation
        As it is now believed to be, whole.
    state : SavedState
        As it was read.
    chained : bool
        Whether the earlier plan began from a state itself, so that its operation is what remained then.
    """
    for name, group in now.people.items():
        before = state.believed.people.get(name)
        if before != group.persons:
            yield Fact(path_text(("people", name, "count")), "persons", before, group.persons)
    for kind, vehicles in now.fleet.items():
        depots = state.believed.fleet.get(kind, {})
        for depot in dict.fromkeys([*depots, *vehicles.depots]):
            if depots.get(depot) != vehicles.depots.get(depot):
                path = path_text(("fleet", kind, "depots", depot))
                yield Fact(path, "vehicles", depots.get(depot), vehicles.depots.get(depot))
    if then is None:
        return
    old, new = dict(_fields(then, (), chained)), dict(_fields(now, (), chained))
    for path in dict.fromkeys([*old, *new]):
        was, is_now = old.get(path), new.get(path)
        if was != is_now:
            name = (is_now or was or ("", None))[0]
            yield Fact(path, name, was[1] if was else None, is_now[1] if is_now else None)


def _fields(value: Any, where: Where, chained: bool, name: str = "") -> Iterator[tuple[str, tuple[str, Any]]]:
    """Yield every single value with its path in the file and its field's name."""
    if isinstance(value, BaseModel):
        for key, field in type(value).model_fields.items():
            top = where[0] if where else ""
            skipped = (not where and key in _LEFT_OUT) or (top in ("people", "fleet") and key in _COUNTED)
            if not skipped and not (chained and key in _MOVES):
                inner = getattr(value, key)
                yield from _fields(inner, (*where, field.alias or key), chained, key)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(inner, (*where, str(key)), chained, name)
    elif isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value):
        for index, inner in enumerate(value):
            yield from _fields(inner, (*where, index), chained, name)
    elif value is not None:
        yield path_text(where), (name, value)


@dataclass(frozen=True)
class Counted:
    """Something that the state says otherwise than the plan would have it: somebody counted on the spot.

    Attributes
    ----------
    what : str
        A group, or a vehicle type.
    is_people : bool
    then, now : int
        As planned, and as counted.
    """

    what: str
    is_people: bool
    then: int
    now: int


def counted_otherwise(planned: SavedState, found: SavedState) -> Iterator[Counted]:
    """Yield where a state that was read is not the one that the plan comes to."""
    for is_people in (True, False):
        then, now = (_numbers(state, is_people) for state in (planned, found))
        for what in dict.fromkeys([*then, *now]):
            if then[what] != now[what]:
                yield Counted(what, is_people, then[what], now[what])


def _numbers(state: SavedState, is_people: bool) -> Counter[str]:
    numbers: Counter[str] = Counter()
    if is_people:
        for row in state.people:
            if not row.counted_out:
                numbers[row.group] += row.persons
    else:
        for vehicles in state.vehicles:
            numbers[vehicles.kind] += vehicles.number
    return numbers
