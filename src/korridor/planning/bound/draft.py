"""A slot program in the making."""

from collections.abc import Callable

import numpy as np

from korridor.operation.operation import Operation
from korridor.planning.bound.clocks import Grid, Ints
from korridor.planning.bound.columns import Run, runs_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.lines import Family, Sums
from korridor.planning.bound.trip import TripKind


class Draft:
    """The columns and families so far; it begins with all trips and no row.

    Parameters
    ----------
    kinds : Kinds
    grid : Grid
    horizon_s : int
    weighted : bool
        Whether a person counts the group's weight, or one.

    Attributes
    ----------
    runs : tuple of Run
        The columns of trips.
    families : dict of str to Family
    worth, upper : list of array of int
        Of the columns so far.
    """

    def __init__(self, kinds: Kinds, grid: Grid, horizon_s: int, weighted: bool) -> None:
        self.kinds, self.grid, self.horizon_s, self.weighted = kinds, grid, horizon_s, weighted
        self.operation: Operation = kinds.operation
        self.runs = runs_of(kinds, grid, horizon_s)
        self.families: dict[str, Family] = {}
        self.trips = sum(len(run.slots) for run in self.runs)
        self.worth: list[Ints] = [np.zeros(self.trips, dtype=np.int64)]
        self.upper: list[Ints] = [np.full(len(run.slots), run.most, dtype=np.int64) for run in self.runs]
        self._columns = self.trips

    def kind(self, run: Run) -> TripKind:
        """The kind of a run's trips."""
        return self.kinds.all[run.kind]

    def family(self, name: str, sums: Sums, most: Callable[[Ints], Ints], length: int = 1) -> Family:
        """Return a family of rows; a new one if there is none of that name."""
        return self.families.setdefault(name, Family(name, sums, most, length))

    def added(self, worth: Ints, upper: Ints) -> Ints:
        """Add columns, and return their numbers."""
        self.worth.append(worth)
        self.upper.append(upper)
        numbers = np.arange(self._columns, self._columns + len(worth))
        self._columns += len(worth)
        return numbers
