"""The slot program by HiGHS: what each place on its lines costs (docs/bounds.md).

Nothing that HiGHS returns is trusted: :func:`korridor.planning.bound.certify.prove` makes of any prices a bound that
holds. So some of the program may be left out as long as little is lost by it: lines that seldom bind are put in when
what was found breaks them, partly filled trips when their one trip a leg matters, and kinds of empty trips that
another kind is never worse than are not put in at all.

Lines that add up over time go in as inventories: a slack column carries what is left from one place to the next, so that a trip
has one entry a line instead of one in every later row. The dual of a balance is the price at its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from korridor.planning.bound.certify import Floats, Proof, prove
from korridor.planning.bound.clocks import Ints, stock
from korridor.planning.bound.kinds import Kinds, TripKind
from korridor.planning.bound.program import Line, Program, Sums

Options = dict[str, str | int]

SELDOM_BIND = ("lanes/", "bays/", "unload/")
"""Lines that are put in only when they are broken."""

ROUNDS = 6
SLACK = 1e-6
TOLERANCE = 5e-5
"""Of a bound; if more is lost by what was left out, it is put in."""

SMALL_COLUMNS = 1000
SMALL: tuple[Options, ...] = ({"solver": "simplex"},)
# Interior duals are as good as a basis for a certificate, and come many times sooner. But without crossover HiGHS
# (1.15) at times cannot undo its presolve, and says that it does not know: then it must go the whole way.
LARGE: tuple[Options, ...] = (
    {"solver": "ipm", "run_crossover": "off", "threads": 1},
    {"solver": "ipm", "run_crossover": "on", "threads": 1},
)

Mask = NDArray[np.bool_]


@dataclass
class Effort:
    """What solving has cost so far (P4)."""

    programs: int = 0
    lp_iterations: int = 0


@dataclass(frozen=True)
class Solved:
    """An optimum in floating point, and what is proved by its prices."""

    optimum: float
    proof: Proof


def solve(
    program: Program, effort: Effort, enough: int | None = None, binding: set[str] | None = None
) -> Solved:
    """Solve a slot program and prove the bound that its duals give.

    Parameters
    ----------
    program : Program
    effort : Effort
    enough : int, optional
        Where it only matters whether the bound is less than this, no more is done than tells.
    binding : set of str, optional
        Names of lines that have been broken in programs like this one; added to.
    """
    if not program.worth.any():
        return Solved(0.0, prove(program, np.zeros(sum(len(line.most) for line in program.lines))))
    binding = set() if binding is None else binding
    having, partial = _worth_having(program), _partial(program)
    put_in = having & ~partial
    for _ in range(ROUNDS):
        lines = [line.name in binding or not _seldom(line, program.lines) for line in program.lines]
        prices, levels, optimum = _Model(program, put_in, lines).optimum(effort)
        proof = prove(program, _completed(program, prices, put_in))
        if enough is not None and proof.bound < enough:
            break
        broken = {
            line.name
            for line, is_in in zip(program.lines, lines, strict=True)
            if not is_in and not _kept(program, line, levels)
        }
        if broken:
            binding |= broken
            continue
        if enough is not None and optimum > enough - 1:
            break
        if proof.bound <= optimum * (1 + TOLERANCE) + SLACK or bool(np.all(put_in | ~having)):
            break
        put_in = having
    return Solved(optimum, proof)


def kinds_worth_having(kinds: Kinds) -> tuple[int, ...]:
    """Return the kinds that may matter: all but empty ones that another is never worse than."""
    kept: list[int] = []
    for i, kind in enumerate(kinds.all):
        if kind.loaded or not any(_never_worse(kinds.all[j], kind) for j in kept):
            kept.append(i)
    return tuple(kept)


def leaves_for_good(kinds: Kinds, kind: TripKind) -> bool:
    """Whether an empty kind goes alone from where no vehicle of its type comes back to.

    Who leaves there later may as well leave at once.
    """
    comes_back = any(
        (other.vehicle_type, other.destination) == (kind.vehicle_type, kind.origin) for other in kinds.all
    )
    return kind.alone and not comes_back


def _worth_having(program: Program) -> Mask:
    """Return which columns may matter."""
    kinds = program.kinds
    kept = kinds_worth_having(kinds)
    having = np.ones(len(program.worth), dtype=np.bool_)
    for run in program.runs:
        having[run.columns] = run.kind in kept
        if leaves_for_good(kinds, kinds.all[run.kind]):
            having[run.columns[1:]] = False
    return having


def _left_behind(program: Program) -> Iterator[Line]:
    """Yield the stocks to which nobody comes back."""
    come_to = {stock(kind.vehicle_type, kind.destination) for kind in program.kinds.all}
    yield from (line for line in program.lines if line.name.startswith("stock/") and line.name not in come_to)


def _partial(program: Program) -> Mask:
    """Return the trips of which there is but one a leg: vehicles that leave with room for a party (O5)."""
    partial = np.zeros(len(program.worth), dtype=np.bool_)
    for line in program.lines:
        if line.name.startswith("partial/"):
            partial[program.column[program.place == line.first]] = True
    return partial


def _completed(program: Program, prices: Floats, put_in: Mask) -> Floats:
    """Price what was left out.

    A vehicle costs the same whenever it leaves a depot for good. The one partial trip of a leg costs what the best of
    those left out gains.
    """
    prices = prices.copy()
    for line in _left_behind(program):
        prices[line.places] = prices[line.places].max(initial=0.0)
    spent = np.bincount(
        program.column, weights=program.amount * prices[program.place], minlength=len(program.worth)
    )
    gains = program.worth - spent
    for line in program.lines:
        if line.name.startswith("partial/"):
            trips = program.column[program.place == line.first]
            prices[line.first] += max(0.0, float(gains[trips[~put_in[trips]]].max(initial=0.0)))
    return prices


def _seldom(line: Line, lines: tuple[Line, ...]) -> bool:
    return line.name.startswith(SELDOM_BIND) or _implied(line, lines)


def _never_worse(one: TripKind, other: TripKind) -> bool:
    """Whether an empty kind can do in every slot what another can, taking no more of any line."""
    if (one.loaded, one.vehicle_type, one.origin, one.destination, one.clock, one.reference) != (
        other.loaded, other.vehicle_type, other.origin, other.destination, other.clock, other.reference
    ):  # fmt: skip
        return False
    held, by = one.windowed.holds, other.windowed.holds
    bounds = (
        (one.windowed.before_s, other.windowed.before_s),
        (one.windowed.after_s, other.windowed.after_s),
    )
    return (
        one.a_s <= other.a_s
        and one.b_s <= other.b_s
        and (held is None) == (by is None)
        and (held is None or by is None or (held[0] <= by[0] and held[1] <= by[1]))
        and all(mine is None or (its is not None and mine <= its) for mine, its in bounds)
        and (not one.lanes or one.lanes == other.lanes)
    )


def _implied(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a headway line follows from shorter ones: two runs side by side are as long and hold as many."""
    if not line.name.startswith("headway/"):
        return False
    road, m = line.name.rsplit("/", 1)
    lengths = {each.name: each.length for each in lines}
    first = lengths.get(f"{road}/1")
    return m != "1" and first is not None and first * int(m) == line.length


def _kept(program: Program, line: Line, levels: Floats) -> bool:
    """Whether a solution keeps a line that was left out of its program."""
    here = (program.place >= line.first) & (program.place < line.first + len(line.most))
    taken = np.bincount(
        program.place[here] - line.first,
        weights=program.amount[here] * levels[program.column[here]],
        minlength=len(line.most),
    )
    total = np.cumsum(taken[::-1])[::-1] if line.sums is Sums.FROM else np.cumsum(taken)
    if line.sums is Sums.RUN:  # a headway line that others imply
        return True
    return bool(np.all(total <= line.most + SLACK * (1 + line.most)))


class _Model:
    """One linear program for HiGHS: minimise −worth."""

    def __init__(self, program: Program, having: Mask, lines: list[bool]) -> None:
        self.program = program
        self.columns, self.rows = len(program.worth), 0
        self.row_of_place = np.full(sum(len(line.most) for line in program.lines), -1, dtype=np.int64)
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
            highs.run()
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
        size = len(line.most)
        first = places[:, None] - np.arange(min(line.length, size))[None, :]
        real = first >= 0
        self.row_of_place[line.places] = self.rows + np.arange(size)
        self._add(
            self.rows + first[real],
            np.broadcast_to(columns[:, None], first.shape)[real],
            np.broadcast_to(amounts[:, None], first.shape)[real],
        )
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
