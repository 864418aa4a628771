"""R6: columns that are on the road when a rehearsal starts from a moment: they go on as the state says."""

from dataclasses import dataclass

import numpy as np

from korridor.clockwork.tables import Ints
from korridor.events.saved_state import ColumnRow, SavedState
from korridor.operation.operation import Operation
from korridor.operation.truce import WhenBroken
from korridor.rehearsal.given import Break
from korridor.rehearsal.loop import M

_HOUR_S = 3600


class UnderWayError(ValueError):
    """A break of the truce meets columns on the road of which the state cannot say where they then are."""


@dataclass(frozen=True)
class OnTheRoad:
    """What those aboard add to every run; all zeros where nobody is.

    Attributes
    ----------
    out, late : int
        Persons who get off by the horizon, and after it.
    clearance_s : int
        When the last of them gets off.
    aboard_s : int
        The longest from a column's departure until its people are off: they sat aboard that long at least.
    exposure_person_s : int
        On truce roads during the breaks that are given.
    out_by_hour : dict of int to int
        Persons who get off within each hour.
    """

    out: int
    late: int
    clearance_s: int
    aboard_s: int
    exposure_person_s: int
    out_by_hour: dict[int, int]

    def add_to(self, results: Ints, out_by_hour: Ints) -> None:
        """Add them to what each run came to, and to persons out within each hour."""
        results[:, M.OUT] += self.out
        results[:, M.LEFT] += self.late
        results[:, M.EXPOSURE_PERSON_S] += self.exposure_person_s
        for column, least in ((M.CLEARANCE_S, self.clearance_s), (M.LONGEST_ABOARD_S, self.aboard_s)):
            results[:, column] = np.maximum(results[:, column], least)
        for hour, persons in self.out_by_hour.items():
            out_by_hour[:, min(hour, out_by_hour.shape[1] - 1)] += persons


def on_the_road(operation: Operation, start: SavedState | None, breaks: tuple[Break, ...]) -> OnTheRoad:
    """Return what the columns of a state come to.

    Raises
    ------
    UnderWayError
        Where a given break meets one that then shelters or turns back, which the state's times do not say.
    """
    columns = start.columns if start is not None else ()
    aboard = [(column, row) for column in columns for row in column.aboard if not row.counted_out]
    horizon_s = operation.horizon_s
    in_time = [(column, row) for column, row in aboard if horizon_s is None or row.there_s <= horizon_s]
    by_hour: dict[int, int] = {}
    for _, row in in_time:
        by_hour[row.there_s // _HOUR_S] = by_hour.get(row.there_s // _HOUR_S, 0) + row.persons
    out = sum(row.persons for _, row in in_time)
    return OnTheRoad(
        out=out,
        late=sum(row.persons for _, row in aboard) - out,
        clearance_s=max((row.there_s for _, row in in_time), default=0),
        aboard_s=max((row.there_s - column.departed_s for column, row in aboard), default=0),
        exposure_person_s=sum(_exposure_person_s(operation, column, breaks) for column in columns),
        out_by_hour=by_hour,
    )


def _exposure_person_s(operation: Operation, column: ColumnRow, breaks: tuple[Break, ...]) -> int:
    """C8: of a column's people, each as long on a truce road as its middle is; breaks given do not overlap or count once."""
    persons = sum(row.persons for row in column.aboard)
    total = 0
    for row in column.passages:
        if not operation.roads[row.road].truce:
            continue
        enters, leaves = (row.head_in_s + row.tail_in_s) // 2, (row.head_out_s + row.tail_out_s) // 2
        for each in breaks:
            met = max(0, min(leaves, each.ends_s) - max(enters, each.begins_s))
            if met and _rule(operation) is not WhenBroken.ON:
                raise UnderWayError(
                    f"columns are on truce roads when the truce breaks, and the file's rule is then: {_rule(operation)}. A state "
                    "cannot say where they are then; rehearse the plan from its beginning, with the same break"
                )
            total += persons * met
    return total


def _rule(operation: Operation) -> WhenBroken:
    rule = operation.truce.when_broken if operation.truce else None
    return rule or WhenBroken.ON
