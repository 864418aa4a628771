"""A1, A3: what is in an account: what came in less what went out, in all and by class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.keeping import Reclassified
from korridor.ledger.heads import Heads
from korridor.ledger.interval import NOBODY, Interval, interval_of, total
from korridor.ledger.posting import Posting


@dataclass(frozen=True)
class Balance:
    """What went into an account and out of it.

    Attributes
    ----------
    into, out_of : tuple of Heads
    reclassified : tuple of Reclassified
        People in it who turned out to be of another class.
    """

    into: tuple[Heads, ...] = ()
    out_of: tuple[Heads, ...] = ()
    reclassified: tuple[Reclassified, ...] = ()

    @property
    def total(self) -> Interval:
        """Heads in the account; below zero where more went out than came in."""
        return total(each.total for each in self.into).minus(total(each.total for each in self.out_of))

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes in which anybody in it was counted."""
        used = {scheme for each in (*self.into, *self.out_of) for scheme in each.breakdowns}
        used |= {each.scheme for each in self.reclassified}
        return tuple(scheme for scheme in Scheme if scheme in used)

    def counted_as(self, scheme: Scheme, name: str) -> Interval:
        """Heads of a class by those counts alone that tell it apart; whoever was not told apart may be of it, too."""
        return self._sum(scheme, name).plus(self._moved(scheme, name))

    def of_class(self, scheme: Scheme, name: str) -> Interval:
        """Heads of a class, between the fewest and the most that there can be."""
        possible = self.possible(scheme, name)
        here = self.total.at_least(0)
        others = [self.possible(scheme, other) for other in CLASSES[scheme] if other not in (name, UNKNOWN)]
        if name == UNKNOWN:
            return here.minus(total(each.at_least(0) for each in others)).at_least(0)
        return Interval(max(0, min(possible.low, here.high)), max(0, min(possible.high, here.high)))

    def possible(self, scheme: Scheme, name: str) -> Interval:
        """Heads of a class as the counts have it: those not told apart may all have been of it, coming or going."""
        into = total(each.of_class(scheme, UNKNOWN) for each in self.into).at_least(0)
        out_of = total(each.of_class(scheme, UNKNOWN) for each in self.out_of).at_least(0)
        known = self.counted_as(scheme, name)
        return Interval(known.low - out_of.high, known.high + into.high)

    def differs(self, scheme: Scheme) -> dict[str, Interval]:
        """Classes that do not agree with the total, and what of them is missing (above zero) or too much (below)."""
        here = self.total
        found = {}
        for name in CLASSES[scheme]:
            if name == UNKNOWN:
                continue
            possible = self.possible(scheme, name)
            # Of heads that are missing or too many as it is, some are of this class; beyond those it is the class that differs.
            most, least = max(here.high, 0), min(here.low, 0)
            if possible.low > most:
                found[name] = Interval(possible.low - most, possible.high - most)
            elif possible.high < least:
                found[name] = Interval(possible.low - least, possible.high - least)
        return found

    def _sum(self, scheme: Scheme, name: str) -> Interval:
        into = total(each.of_class(scheme, name) for each in self.into)
        return into.minus(total(each.of_class(scheme, name) for each in self.out_of))

    def _moved(self, scheme: Scheme, name: str) -> Interval:
        moved = NOBODY
        for each in self.reclassified:
            if each.scheme is scheme and each.now == name:
                moved = moved.plus(interval_of(each.heads))
            if each.scheme is scheme and each.was == name:
                moved = moved.minus(interval_of(each.heads))
        return moved


def balances_of(
    postings: Iterable[Posting], reclassified: Iterable[tuple[str, Reclassified]] = ()
) -> dict[str, Balance]:
    """Return the balance of every account that anything was posted to, by name."""
    into, out_of, moved = defaultdict(list), defaultdict(list), defaultdict(list)
    for posting in postings:
        into[posting.target].append(posting.heads)
        out_of[posting.source].append(posting.heads)
    for account, fact in reclassified:
        moved[account].append(fact)
    return {
        name: Balance(tuple(into[name]), tuple(out_of[name]), tuple(moved[name]))
        for name in sorted({*into, *out_of, *moved})
    }


def class_rows(balance: Balance) -> Iterator[tuple[Scheme, str, Interval]]:
    """Yield heads by scheme and class, of an account that cannot be below zero."""
    if balance.total.low < 0:
        return
    for scheme in balance.schemes:
        for name in CLASSES[scheme]:
            yield scheme, name, balance.of_class(scheme, name)
