"""Somebody who holds releases, knows who went between which accounts, and works out what he can with a solver."""

from collections.abc import Sequence

from korridor.ledger.account import Account
from korridor.ledger.released.figure import Figure, Shown
from korridor.ledger.released.heads import CELLS, Key, published
from korridor.ledger.released.release import Release
from tests.ledger.released.inequalities import MOST, Inequalities

Term = tuple[int, Key]
"""A number of one release."""


class Attacker(Inequalities[Term]):
    """Knows every sum of the books, that nothing is below nobody, and that who went somewhere does not un-go.

    Parameters
    ----------
    accounts : sequence of Account
        Of which he knows between which accounts people went, and no number.
    releases : sequence of Release
        What was given out of each.
    """

    def __init__(self, accounts: Sequence[Account], releases: Sequence[Release]) -> None:
        super().__init__()
        ways = sorted({(each.source, each.target) for account in accounts for each in account.streams})
        for n, (account, release) in enumerate(zip(accounts, releases, strict=True)):
            self._sums(n, account, ways)
            self._told(n, release)
        for n in range(1, len(accounts)):
            for way in ways:
                self.row([(1, (n, way)), (-1, (n - 1, way))], 0, MOST)

    def _sums(self, n: int, account: Account, ways: list[Key]) -> None:
        for way in ways:
            self.column((n, way))
        for leg in account.legs:
            own = f"aboard:{leg.leg}"
            for cell in (*CELLS, "aboard"):
                self.column((n, (own, cell)))
            into = [way for way in ways if way[1] == own]
            out = [way for way in ways if way[0] == own]
            self._equal(n, (own, "departed"), [(1, way) for way in into if way[0].startswith("place:")])
            came = [way for way in out if way[1].startswith(("place:", "reception:", "hospital:"))]
            self._equal(n, (own, "arrived"), [(1, way) for way in came])
            self._equal(n, (own, "held"), [(1, way) for way in out if way[1].startswith("custody:")])
            terms = [(1, (n, way)) for way in into] + [(-1, (n, way)) for way in out]
            cells = [("surplus", 1), ("unexplained", -1), ("aboard", -1)]
            self.row([*terms, *((sign, (n, (own, cell))) for cell, sign in cells)], 0, 0)
            self.row([(1, (n, (own, "aboard")))], 0, 0 if leg.aboard.nobody else MOST)
        for row in account.accounts:
            if row.scheme is None and published(row.account):
                self.column((n, (row.account, "")))
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
                self.row([(1, term)], figure.low, figure.low)
            case Shown.FEW:
                self.row([(1, term)], 1, 9)
            case Shown.SOME:
                # Under ten it would have said so.
                self.row([(1, term)], 10, MOST)
            case Shown.HIDDEN:
                pass
            case _:
                raise AssertionError(f"{figure} of an exact count")

    def _equal(self, n: int, key: Key, parts: list[tuple[int, Key]]) -> None:
        self.row([(-1, (n, key)), *((sign, (n, part)) for sign, part in parts)], 0, 0)
