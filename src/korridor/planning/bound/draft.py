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
    period_s : int or None
        Where a person counts the seconds left until the horizon: how finely these are told apart.

    Attributes
    ----------
    runs : tuple of Run
        The columns of trips.
    families : dict of str to Family
    worth, upper : list of array of int
        Of the columns so far.
    """

    def __init__(
        self, kinds: Kinds, grid: Grid, horizon_s: int, weighted: bool, period_s: int | None = None
    ) -> None:
        self.kinds, self.grid, self.horizon_s = kinds, grid, horizon_s
        self.weighted, self.period_s = weighted, period_s
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

    def periods(self, run: Run) -> Ints:
        """In which period each of a run's trips ends at the soonest; all in one where the moment does not count."""
        if self.period_s is None:
            return np.zeros(len(run.slots), dtype=np.int64)
        return np.asarray((run.lo_s + self.kind(run).b_s) // self.period_s)

    def left_s(self, periods: Ints) -> Ints:
        """What being out in a period counts: the seconds left from its first moment on; one where it does not count."""
        if self.period_s is None:
            return np.ones(len(periods), dtype=np.int64)
        return np.asarray(self.horizon_s - periods * self.period_s)

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
