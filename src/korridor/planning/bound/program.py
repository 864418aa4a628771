"""The slot program itself: columns, and what each takes of which line (docs/bounds.md, Variables, Rows)."""

from dataclasses import dataclass

from korridor.planning.bound.clocks import Grid, Ints
from korridor.planning.bound.columns import Run
from korridor.planning.bound.draft import Draft
from korridor.planning.bound.emptied_lines import add_emptied
from korridor.planning.bound.entry_lines import add_entries
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.lines import Line, joined, numbered
from korridor.planning.bound.people_lines import add_people
from korridor.planning.bound.place_lines import add_bays_and_lanes
from korridor.planning.bound.vehicle_lines import add_heads, add_stocks


@dataclass(frozen=True)
class Program:
    """Maximise ``worth`` x, where what columns take keeps every line's ``most``.

    Attributes
    ----------
    worth, upper : array of int
        By column: objective, and the most that it holds. Trips come first, then columns of vehicles, then people.
    column, place, amount : array of int
        What each column takes: parallel arrays, ``place`` numbered through all lines.
    lines : tuple of Line
    trips : int
        How many columns are trips.
    runs : tuple of Run
    """

    kinds: Kinds
    grid: Grid
    horizon_s: int
    weighted: bool
    period_s: int | None
    worth: Ints
    upper: Ints
    column: Ints
    place: Ints
    amount: Ints
    lines: tuple[Line, ...]
    trips: int
    runs: tuple[Run, ...]

    @property
    def places(self) -> int:
        """How many places all lines have."""
        return sum(len(line.most) for line in self.lines)


def program_of(
    kinds: Kinds, grid: Grid, horizon_s: int, weighted: bool, period_s: int | None = None
) -> Program:
    """Build the slot program of an operation for a horizon.

    Parameters
    ----------
    kinds : Kinds
    grid : Grid
        Slots and phases; any will do.
    horizon_s : int
    weighted : bool
        Whether a person counts the group's weight, or one.
    period_s : int, optional
        Let a person count the seconds that are left until the horizon when they are out, told apart by periods of this length.
    """
    draft = Draft(kinds, grid, horizon_s, weighted, period_s)
    add_stocks(draft)
    add_bays_and_lanes(draft)
    add_heads(draft)
    add_entries(draft)
    add_people(draft)
    add_emptied(draft)
    lines, column, place, amount = numbered(draft.families.values())
    return Program(
        kinds,
        grid,
        horizon_s,
        weighted,
        period_s,
        joined(draft.worth),
        joined(draft.upper),
        column,
        place,
        amount,
        lines,
        draft.trips,
        draft.runs,
    )
