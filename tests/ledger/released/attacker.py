"""Somebody who holds releases, knows who went between which accounts, and works out what he can with a solver."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from korridor.ledger.account import Account
from korridor.ledger.released.figure import Figure, Shown
from korridor.ledger.released.heads import CELLS, Key, published
from korridor.ledger.released.release import Release

MOST = 10_000
Term = tuple[int, Key]
"""A number of one release."""


@dataclass(frozen=True)
class Pinned:
    """How narrowly a number is known."""

    low: float
    high: float


class Attacker:
    """Knows every sum of the books, that nothing is below nobody, and that who went somewhere does not un-go.

    Parameters
    ----------
    accounts : sequence of Account
        Of which he knows between which accounts people went, and no number.
    releases : sequence of Release
        What was given out of each.
    """

    def __init__(self, accounts: Sequence[Account], releases: Sequence[Release]) -> None:
        self._at: dict[Term, int] = {}
        self._rows: list[dict[int, float]] = []
        self._ends: list[tuple[float, float]] = []
        ways = sorted({(each.source, each.target) for account in accounts for each in account.streams})
        for n, (account, release) in enumerate(zip(accounts, releases, strict=True)):
            self._sums(n, account, ways)
            self._told(n, release)
        for n in range(1, len(accounts)):
            for way in ways:
                self._row([(1, (n, way)), (-1, (n - 1, way))], 0, MOST)

    def range_of(self, *terms: tuple[int, Term]) -> Pinned:
        """Return the least and the most that a sum of numbers can be, in whole heads."""
        aim = np.zeros(len(self._at))
        for sign, term in terms:
            aim[self._at[term]] += sign
        matrix = np.zeros((len(self._rows), len(self._at)))
        for row, found in enumerate(self._rows):
            for column, sign in found.items():
                matrix[row, column] = sign
        low, high = zip(*self._ends, strict=True)
        ends = []
        for sense in (1, -1):
            done = milp(
                sense * aim,
                constraints=LinearConstraint(matrix, np.array(low), np.array(high)),
                bounds=Bounds(0, MOST),
                integrality=np.ones(len(self._at)),
            )
            assert done.success, "the truth itself must be possible"
            ends.append(round(sense * done.fun))
        return Pinned(*ends)

    def _sums(self, n: int, account: Account, ways: list[Key]) -> None:
        for way in ways:
            self._column((n, way))
        for leg in account.legs:
            own = f"aboard:{leg.leg}"
            for cell in (*CELLS, "aboard"):
                self._column((n, (own, cell)))
            into = [way for way in ways if way[1] == own]
            out = [way for way in ways if way[0] == own]
            self._equal(n, (own, "departed"), [(1, way) for way in into if way[0].startswith("place:")])
            came = [way for way in out if way[1].startswith(("place:", "reception:", "hospital:"))]
            self._equal(n, (own, "arrived"), [(1, way) for way in came])
            self._equal(n, (own, "held"), [(1, way) for way in out if way[1].startswith("custody:")])
            terms = [(1, (n, way)) for way in into] + [(-1, (n, way)) for way in out]
            cells = [("surplus", 1), ("unexplained", -1), ("aboard", -1)]
            self._row([*terms, *((sign, (n, (own, cell))) for cell, sign in cells)], 0, 0)
            self._row([(1, (n, (own, "aboard")))], 0, 0 if leg.aboard.nobody else MOST)
        for row in account.accounts:
            if row.scheme is None and published(row.account):
                self._column((n, (row.account, "")))
                into = [(1, way) for way in ways if way[1] == row.account]
                out = [(-1, way) for way in ways if way[0] == row.account]
                self._equal(n, (row.account, ""), [*into, *out])

    def _told(self, n: int, release: Release) -> None:
        for leg in release.legs:
            for cell in CELLS:
                self._figure((n, (f"aboard:{leg.leg}", cell)), getattr(leg, cell))
        for each in release.accounts:
            self._figure((n, (each.account, "")), each.heads)

    def _figure(self, term: Term, figure: Figure) -> None:
        match figure.shown:
            case Shown.NUMBER:
                assert figure.low is not None and figure.low == figure.high, "these days are exact"
                self._row([(1, term)], figure.low, figure.low)
            case Shown.FEW:
                self._row([(1, term)], 1, 9)
            case Shown.SOME:
                # Under ten it would have said so.
                self._row([(1, term)], 10, MOST)
            case Shown.HIDDEN:
                pass
            case _:
                raise AssertionError(f"{figure} of an exact count")

    def _equal(self, n: int, key: Key, parts: list[tuple[int, Key]]) -> None:
        self._row([(-1, (n, key)), *((sign, (n, part)) for sign, part in parts)], 0, 0)

    def _column(self, term: Term) -> None:
        self._at.setdefault(term, len(self._at))

    def _row(self, terms: Sequence[tuple[int, Term]], low: float, high: float) -> None:
        found: dict[int, float] = {}
        for sign, term in terms:
            found[self._at[term]] = found.get(self._at[term], 0) + sign
        self._rows.append(found)
        self._ends.append((low, high))
