"""How many of each group the plan takes out, and how many it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.count import Count
from korridor.operation.operation import Operation
from korridor.operation.people import Asked, Group
from korridor.pictures.people_out import out_by_group


@dataclass(frozen=True)
class GroupLine:
    """One group: how it was counted, and how many of it are out and left behind."""

    name: str
    place: str
    person_class: str
    counted: str
    persons: int
    out: int
    asked: Asked

    @property
    def left(self) -> int:
        """Persons left behind."""
        return self.persons - self.out


def headcount(operation: Operation, movements: Sequence[Movement]) -> tuple[GroupLine, ...]:
    """Return a line for each group, in the order of the file."""
    out = out_by_group(operation, movements)
    return tuple(
        GroupLine(
            name=name,
            place=group.place,
            person_class=group.person_class,
            counted=counted(group),
            persons=group.persons,
            out=out[name],
            asked=group.asked or Asked(),
        )
        for name, group in operation.people.items()
    )


def counted(group: Group) -> str:
    """Return how a group was counted, in the words of the file, with what they commit their author to."""
    if group.families is not None:
        return f"{_count(group.families)} families × {group.household}"
    assert group.count is not None
    return _count(group.count)


def _count(count: Count) -> str:
    if count.wording == "exact":
        return f"{count.central:,}"
    if count.wording == "between":
        return f"{count.low:,} to {count.high:,}, planned as {count.central:,}"
    words = f"{count.wording} {count.central:,}"
    return f"{words} ({count.low:,} to {count.high:,})" if count.wording == "around" else words
