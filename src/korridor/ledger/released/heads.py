"""X3: every number that somebody could work out of a release: who went where, the legs' cells, what is in each account."""

from collections.abc import Mapping, Sequence

from korridor.ledger.account import Account
from korridor.ledger.leg import Span
from korridor.ledger.recounts import ESTIMATE
from korridor.ledger.released.figure import Figure, Shown
from korridor.ledger.released.release import Release

LEAST_SHOWN = 10
"""Counts under ten are not given out. Rule of thumb of official statistics (Hundepool et al., *Statistical Disclosure Control*,
2012, chapter 4: minimum frequency rule); ten rather than three to five, as who looks for people has other lists, too."""

NOBODY = Span(low=0, high=0)

Key = tuple[str, str]
"""Two accounts between which people went; or a leg and the name of a cell; or an account and ``""``."""

CELLS = ("departed", "arrived", "held", "unexplained", "surplus")


def heads_in(account: Account) -> dict[Key, Span]:
    """Return every number of the books that a release could tell of."""
    found: dict[Key, Span] = {
        (each.source, each.target): each for each in account.streams if not each.source.startswith(ESTIMATE)
    }
    for leg in account.legs:
        found |= {(f"aboard:{leg.leg}", cell): getattr(leg, cell) for cell in CELLS}
    for row in account.accounts:
        if row.scheme is None and published(row.account):
            found[row.account, ""] = Span(low=row.low, high=row.high)
    return found


_INTERNAL = ("place:", "aboard:", "source:", "unexplained:place:", "surplus:place:", "left:stayed")


def published(account: str) -> bool:
    """Whether an account may stand in a release at all: who remains, and who is on the way, is internal."""
    return not account.startswith(_INTERNAL)


def told_in(release: Release) -> dict[Key, Span]:
    """Return the numbers that a release gave out."""
    found: dict[Key, Figure] = {(each.account, ""): each.heads for each in release.accounts}
    for leg in release.legs:
        found |= {(f"aboard:{leg.leg}", cell): getattr(leg, cell) for cell in CELLS}
    return {
        key: Span(low=each.low, high=each.high) for key, each in found.items() if each.shown is Shown.NUMBER
    }


def too_small(heads: Span) -> bool:
    """Whether it is, or may be, a count from 1 to 9; below zero counts as such."""
    return not heads.nobody and (heads.low is None or heads.low < LEAST_SHOWN)


def too_near(one: Span, other: Span) -> bool:
    """Whether two numbers differ by 1 to 9: whoever has both would know the difference."""
    ends = ((one.low, other.low), (one.high, other.high))
    return any(a is not None and b is not None and 0 < abs(a - b) < LEAST_SHOWN for a, b in ends)


def tender(
    now: Mapping[Key, Span], then: Sequence[Mapping[Key, Span]], told: Sequence[Mapping[Key, Span]]
) -> set[Key]:
    """Return what may not be known: what is too small, and what changed by too little since it was, or was told."""
    found = {key for key, heads in now.items() if too_small(heads)}
    for before in then:
        keys = now.keys() | before.keys()
        found |= {key for key in keys if too_near(now.get(key, NOBODY), before.get(key, NOBODY))}
    for before in told:
        found |= {key for key, heads in before.items() if too_near(now.get(key, NOBODY), heads)}
    return found
