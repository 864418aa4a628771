"""The attacker again, where counts are intervals: he works out the ends that the books have."""

from collections.abc import Sequence

from korridor.ledger.account import Account
from korridor.ledger.posting import SURPLUS, UNEXPLAINED
from korridor.ledger.released.figure import Figure, Shown
from korridor.ledger.released.heads import CELLS, Key, published
from korridor.ledger.released.release import Release
from tests.ledger.released.inequalities import MOST, Inequalities

LOW, HIGH = 0, 1
End = tuple[int, Key, int]
"""One end of a number of one release."""


class IntervalAttacker(Inequalities[End]):
    """Knows how the books add up intervals, and between which accounts people went; and no number.

    Parameters
    ----------
    accounts : sequence of Account
        Of days on which trips are counted by vehicle, all are over, and recounts and reports of missing are exact.
    releases : sequence of Release
    words_only : bool
        Whether he is shown no number but nobody: what he finds then, the words tell that may not be left out (X3).
    """

    def __init__(
        self, accounts: Sequence[Account], releases: Sequence[Release], *, words_only: bool = False
    ) -> None:
        super().__init__()
        self._words_only = words_only
        ways = sorted({(each.source, each.target) for account in accounts for each in account.streams})
        for n, account in enumerate(accounts):
            for way in ways:
                self._number(n, way)
            self._legs(n, account, ways)
            self._accounts(n, account, ways)
        for n, release in enumerate(releases):
            self._told(n, release)
        for n in range(1, len(accounts)):
            for way in ways:
                for end in (LOW, HIGH):
                    self.row([(1, (n, way, end)), (-1, (n - 1, way, end))], 0, MOST)

    def _number(self, n: int, key: Key) -> None:
        self.column((n, key, LOW))
        self.column((n, key, HIGH))
        self.row([(1, (n, key, HIGH)), (-1, (n, key, LOW))], 0, MOST)

    def _legs(self, n: int, account: Account, ways: list[Key]) -> None:
        for leg in account.legs:
            own = f"aboard:{leg.leg}"
            for cell in CELLS:
                self._number(n, (own, cell))
            into = [way for way in ways if way[1] == own]
            out = [way for way in ways if way[0] == own]
            came = ("place:", "reception:", "hospital:")
            self._sum(n, (own, "departed"), [way for way in into if way[0].startswith("place:")])
            self._sum(n, (own, "arrived"), [way for way in out if way[1].startswith(came)])
            self._sum(n, (own, "held"), [way for way in out if way[1].startswith("custody:")])
            # Bus by bus what is left over is unexplained as far as it is above zero, and too many below.
            for end, other in ((LOW, HIGH), (HIGH, LOW)):
                rest = [(1, (n, way, end)) for way in into] + [(-1, (n, way, other)) for way in out]
                said = [(-1, (n, (own, "unexplained"), end)), (1, (n, (own, "surplus"), other))]
                self.row([*rest, *said], 0, 0)

    def _accounts(self, n: int, account: Account, ways: list[Key]) -> None:
        for row in account.accounts:
            if row.scheme is not None or not published(row.account):
                continue
            key = row.account, ""
            self._number(n, key)
            missing, too_many = (row.account, UNEXPLAINED + row.account), (SURPLUS + row.account, row.account)
            into = [way for way in ways if way[1] == row.account and way != too_many]
            out = [way for way in ways if way[0] == row.account and way != missing]
            if row.account.startswith(SURPLUS):
                into, out = out, into
            for end, other in ((LOW, HIGH), (HIGH, LOW)):
                rest = [(1, (n, way, end)) for way in into] + [(-1, (n, way, other)) for way in out]
                # A recount takes the place of what the books had: what it found missing goes off, what was too many comes in.
                rest += [(-1, (n, missing, end))] if missing in ways else []
                rest += [(1, (n, too_many, other))] if too_many in ways else []
                self.row([*rest, (-1, (n, key, end))], 0, 0)

    def _sum(self, n: int, key: Key, parts: list[Key]) -> None:
        for end in (LOW, HIGH):
            self.row([(-1, (n, key, end)), *((1, (n, part, end)) for part in parts)], 0, 0)

    def _told(self, n: int, release: Release) -> None:
        for leg in release.legs:
            for cell in CELLS:
                self._figure(n, (f"aboard:{leg.leg}", cell), getattr(leg, cell))
        for each in release.accounts:
            self._figure(n, (each.account, ""), each.heads)

    def _figure(self, n: int, key: Key, figure: Figure) -> None:
        few, some = (1, 9), (10, MOST)
        match figure.shown:
            case Shown.NUMBER:
                assert figure.low is not None and figure.high is not None, (
                    "on these days there is an upper limit"
                )
                if self._words_only and figure.high:
                    return
                ends = (figure.low, figure.low), (figure.high, figure.high)
            case Shown.FEW:
                ends = (1, 9), few
            case Shown.SOME:
                ends = (1, MOST), some
            case Shown.PERHAPS_FEW:
                ends = (0, 0), few
            case Shown.PERHAPS:
                ends = (0, 0), some
            case Shown.HIDDEN:
                return
        for end, (low, high) in zip((LOW, HIGH), ends, strict=True):
            self.row([(1, (n, key, end))], low, high)
