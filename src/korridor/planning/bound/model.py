"""One linear program for HiGHS.

Lines that add up over time go in as inventories: a slack column carries what is left from one place to the next, so
that a trip has one entry a line instead of one in every later row. The dual of a balance is the price at its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import highspy
import numpy as np

from korridor.planning.bound.certify import Floats, Linear
from korridor.planning.bound.clocks import Ints, Mask
from korridor.planning.bound.lines import Line, Sums

Options = dict[str, str | int]

SMALL_COLUMNS = 1000
SMALL: tuple[Options, ...] = ({"solver": "simplex"},)
# Interior duals are as good as a basis for a certificate, and come many times sooner. But without crossover HiGHS
# (1.15) at times cannot undo its presolve, and says that it does not know: then it must go the whole way.
LARGE: tuple[Options, ...] = (
    {"solver": "ipm", "run_crossover": "off", "threads": 1},
    {"solver": "ipm", "run_crossover": "on", "threads": 1},
)


class StoppedError(Exception):
    """Nobody waits for the solution any more."""


@dataclass
class Effort:
    """What solving has cost so far (P4), and whether to go on.

    Attributes
    ----------
    programs, lp_iterations : int
    stop : Event
        Set from another thread, it ends the solving soon, with :class:`StoppedError`.
    """

    programs: int = 0
    lp_iterations: int = 0
    stop: Event = field(default_factory=Event)

    def interrupt(self, event: Any) -> None:
        """Tell HiGHS, which asks now and then, whether to give up."""
        if self.stop.is_set():
            event.interrupt()


class Model:
    """One linear program for HiGHS: minimise −worth."""

    def __init__(self, program: Linear, having: Mask, lines: list[bool]) -> None:
        self.program = program
        self.columns, self.rows = len(program.worth), 0
        self.row_of_place = np.full(program.places, -1, dtype=np.int64)
        self.entries: list[tuple[Ints, Ints, Ints]] = []
        self.limits: list[tuple[Floats, Floats]] = []
        wanted = having[program.column]
        order = np.argsort(program.place[wanted], kind="stable")
        place, column, amount = (
            each[wanted][order] for each in (program.place, program.column, program.amount)
        )
        for line, put_in in zip(program.lines, lines, strict=True):
            if put_in:
                first, last = np.searchsorted(place, (line.first, line.first + len(line.most)))
                taken = (place[first:last] - line.first, column[first:last], amount[first:last])
                if line.sums is Sums.AT:
                    self._each(line, *taken)
                elif line.sums is Sums.RUN:
                    self._runs(line, *taken)
                else:
                    self._inventory(line, *taken)

    def optimum(self, effort: Effort) -> tuple[Floats, Floats, float]:
        """Solve it; return prices by place, levels by column and the optimum."""
        lp = self._lp()
        for options in SMALL if self.columns <= SMALL_COLUMNS else LARGE:
            highs = highspy.Highs()  # type: ignore[no-untyped-call]
            highs.silent()
            for option, value in options.items():
                highs.setOptionValue(option, value)
            highs.passModel(lp)
            highs.cbSimplexInterrupt += effort.interrupt
            highs.cbIpmInterrupt += effort.interrupt
            highs.run()
            if effort.stop.is_set():
                raise StoppedError
            info = highs.getInfo()
            effort.programs += 1
            counts = (info.ipm_iteration_count, info.crossover_iteration_count, info.simplex_iteration_count)
            effort.lp_iterations += sum(max(0, count) for count in counts)
            if highs.getModelStatus() == highspy.HighsModelStatus.kOptimal:
                break
        solution = highs.getSolution()
        duals = np.zeros(self.rows + 1)
        levels = np.zeros(self.columns)
        if len(solution.row_dual) == self.rows:
            duals[:-1] = solution.row_dual
            levels[:] = solution.col_value
        prices = np.nan_to_num(-duals[self.row_of_place])
        return prices, levels[: len(self.program.worth)], -float(info.objective_function_value)

    def _add(self, rows: Ints, columns: Ints, values: Ints) -> None:
        self.entries.append((rows, columns, values))

    def _each(self, line: Line, places: Ints, columns: Ints, amounts: Ints) -> None:
        used = np.unique(places)
        self.row_of_place[line.first + used] = self.rows + np.arange(len(used))
        self._add(self.row_of_place[line.first + places], columns, amounts)
        self._limit(np.full(len(used), -np.inf), line.most[used].astype(np.float64))

    def _runs(self, line: Line, places: Ints, columns: Ints, amounts: Ints) -> None:
        """Rows over runs of places, by a running total: two entries a row, however long the runs are."""
        size = len(line.most)
        at = np.arange(size)
        ones = np.ones(size, dtype=np.int64)
        total, balance = self.columns + at, self.rows + at
        self._add(balance[places], columns, -amounts)
        self._add(balance, total, ones)
        self._add(balance[1:], total[:-1], -ones[1:])
        self.columns += size
        self._limit(np.zeros(size), np.zeros(size))
        rows = self.rows + at
        self.row_of_place[line.places] = rows
        self._add(rows, total[np.minimum(at + line.length, size) - 1], ones)
        self._add(rows[1:], total[:-1], -ones[1:])
        self._limit(np.full(size, -np.inf), line.most.astype(np.float64))

    def _inventory(self, line: Line, places: Ints, columns: Ints, amounts: Ints) -> None:
        size, most, backwards = len(line.most), line.most, line.sums is Sums.FROM
        if backwards:
            places, most = size - 1 - places, most[::-1]
        # Where nothing is taken, only given, a row follows from the one before it.
        kept = np.unique(places[amounts > 0])
        if not len(kept):
            return
        row = np.searchsorted(kept, places)
        real = row < len(kept)
        self._add(self.rows + row[real], columns[real], amounts[real])
        left = np.arange(len(kept))
        ones = np.ones(len(kept), dtype=np.int64)
        self._add(self.rows + left, self.columns + left, ones)
        self._add(self.rows + left[1:], self.columns + left[:-1], -ones[1:])
        at = np.searchsorted(kept, np.arange(size))
        rows = np.where(at < len(kept), self.rows + at, -1)
        self.row_of_place[line.places] = rows[::-1] if backwards else rows
        self.columns += len(kept)
        more = np.diff(most[kept], prepend=0).astype(np.float64)
        self._limit(more, more)

    def _limit(self, lower: Floats, upper: Floats) -> None:
        self.limits.append((lower, upper))
        self.rows += len(lower)

    def _lp(self) -> highspy.HighsLp:
        program = self.program
        row, column, value = (np.concatenate([np.empty(0, np.int64), *each]) for each in self._parts())
        key, at = np.unique(column * max(1, self.rows) + row, return_inverse=True)
        value = np.bincount(at, weights=value, minlength=len(key))
        key, value = key[value != 0], value[value != 0]
        column, row = np.divmod(key, max(1, self.rows))
        upper = np.full(self.columns, np.inf)
        # Trips are limited by rows; their own most only serves the certificate.
        upper[program.trips : len(program.worth)] = program.upper[program.trips :]
        cost = np.zeros(self.columns)
        cost[: len(program.worth)] = -program.worth
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.columns, self.rows
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, np.zeros(self.columns), upper
        lp.row_lower_, lp.row_upper_ = (
            np.concatenate([np.empty(0), *each]) for each in zip(*self.limits, strict=True)
        )
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.searchsorted(column, np.arange(self.columns + 1)).astype(np.int32)
        lp.a_matrix_.index_ = row.astype(np.int32)
        lp.a_matrix_.value_ = value
        return lp

    def _parts(self) -> Iterator[tuple[Ints, ...]]:
        yield from zip(*self.entries, strict=True)
