"""C8, P5: columns on the road that are on truce roads when the truce is not: they were sent, and cannot be called back."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.events.saved_state import ColumnRow, SavedState
from korridor.operation.operation import Operation


@dataclass(frozen=True)
class Exposed:
    """A column on truce roads outside every window.

    Attributes
    ----------
    from_s, until_s : int
        From when on, and until its tail has left the last of them.
    seconds : int
        Of these so many lie outside every window.
    """

    column: ColumnRow
    persons: int
    from_s: int
    until_s: int
    seconds: int

    @property
    def person_min(self) -> int:
        """C8: exposure, in person-minutes, rounded up."""
        return -(-self.persons * self.seconds // 60)


def exposed(operation: Operation, state: SavedState) -> Iterator[Exposed]:
    """Yield the columns of a state that the windows of an operation do not cover to their end."""
    for column in state.columns:
        spans = [
            (max(row.head_in_s, state.at_s), row.tail_out_s)
            for row in column.passages
            if operation.roads[row.road].truce
        ]
        if not spans:
            continue
        begins_s, ends_s = min(span[0] for span in spans), max(span[1] for span in spans)
        windows = [(w.opens_s, w.closes_s) for w in operation.windows]
        covered_s = sum(max(0, min(ends_s, closes) - max(begins_s, opens)) for opens, closes in windows)
        if covered_s < ends_s - begins_s:
            inside = [closes for opens, closes in windows if opens <= begins_s < closes]
            persons = sum(row.persons for row in column.aboard)
            from_s = min(inside[0], ends_s) if inside else begins_s
            yield Exposed(column, persons, from_s, ends_s, ends_s - begins_s - covered_s)
