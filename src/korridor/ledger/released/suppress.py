"""X3: which figures a release may have.

Counts under ten are not shown, nor what they could be worked out from (complementary suppression: L. H. Cox, "Suppression
methodology and statistical disclosure control", Journal of the American Statistical Association 75, 1980). Not by solving for the
least loss: the books' sums have the form of a network, and whole nodes of it are closed, which needs no solver and can be argued
in a paragraph. The tests attack it with one.

1. *Tender* is every number of the books under ten, and every one that changed by under ten since any earlier release.
2. A leg is closed if anything of it is tender, if somebody is still on the way, if another was merged into it, or if people
   came aboard or left it otherwise than by departure, arrival and custody. Of a closed leg it is only said whether
   anybody is unexplained or too many.
3. Accounts between which people went without a leg are a *web*. A web is closed if anything in it is tender, or a closed
   leg touches it. Nothing in a closed web is shown.
4. What all legs together brought into a closed web can be worked out. If that is tender, or leaves too little room for those
   of whom it is said that there are some, its legs are closed as well; from 3 again until nothing changes.

So each tender number stands in two sums at most, those of the two nodes that it joins, and each has at least one more term
that is not shown and has room.
"""

from collections.abc import Collection, Mapping

from korridor.ledger.account import Account
from korridor.ledger.leg import Leg, Span
from korridor.ledger.released.figure import NOT_SHOWN, Figure, never_nothing
from korridor.ledger.released.heads import (
    LEAST_SHOWN,
    NOBODY,
    Key,
    heads_in,
    published,
    tender,
    told_in,
    too_near,
)
from korridor.ledger.released.release import Release, ReleasedAccount, ReleasedLeg
from korridor.ledger.released.webs import webs_of

_ABOARD = "aboard:"
_OPEN = ("unexplained:", "surplus:")


def release_of(account: Account, earlier: Collection[Account] = (), before: Release | None = None) -> Release:
    """Return what may be given out.

    Parameters
    ----------
    account : Account
        The whole of the books, not a part.
    earlier : collection of Account
        The books as of each earlier release, by what was known at it.
    before : Release, optional
        The last release, with all before it.
    """
    now, then = heads_in(account), [heads_in(each) for each in earlier]
    told = [told_in(each) for each in before.chain] if before is not None else []
    not_known = tender(now, then, told)
    legs, closed = _closed(account, [now, *then], not_known)
    return Release(
        as_of=account.as_of,
        known_at=account.known_at,
        counts_agree=account.counts_agree,
        legs=tuple(_leg(leg, not_known, legs) for leg in account.legs),
        accounts=tuple(
            ReleasedAccount(account=row.account, heads=_heads(row.account, now, not_known, closed))
            for row in account.accounts
            if row.scheme is None and published(row.account)
        ),
        before=before,
    )


def _closed(
    account: Account, moments: list[dict[Key, Span]], not_known: set[Key]
) -> tuple[set[str], set[str]]:
    """Return the legs and the accounts that are closed."""
    keys = {key for moment in moments for key in moment}
    webs = webs_of(keys)
    legs = {_ABOARD + leg.leg for leg in account.legs if leg.also or leg.merged or not leg.aboard.nobody} | {
        name for key in not_known for name in key if name.startswith(_ABOARD)
    }
    while True:
        shut = [web for web in webs if _shut(web, keys, not_known, legs)]
        more = {
            name
            for web in shut
            if _tells(web, moments)
            for key in keys
            if web & set(key)
            for name in key
            if name.startswith(_ABOARD)
        }
        if more <= legs:
            return legs, {name for web in shut for name in web}
        legs |= more


def _shut(web: frozenset[str], keys: set[Key], not_known: set[Key], legs: set[str]) -> bool:
    touching = [key for key in keys if web & set(key)]
    return any(key in not_known or legs & set(key) for key in touching)


def _tells(web: frozenset[str], moments: list[dict[Key, Span]]) -> bool:
    """Whether what legs brought into a web, less what they took out of it, tells too much of what is in it."""
    brought = [_brought(web, moment) for moment in moments]
    some = sum(1 for name in web if name.startswith(_OPEN))
    room = LEAST_SHOWN * (1 + some)
    first, *others = brought
    small = first != NOBODY and (first.low is None or first.low < room)
    return small or any(too_near(first, other) for other in others)


def _brought(web: frozenset[str], moment: Mapping[Key, Span]) -> Span:
    low: int | None = 0
    high: int | None = 0
    for (source, target), heads in moment.items():
        if source.startswith(_ABOARD) and target in web:
            low = None if low is None or heads.low is None else low + heads.low
            high = None if high is None or heads.high is None else high + heads.high
        elif source in web and target.startswith(_ABOARD):
            low = None if low is None or heads.high is None else low - heads.high
            high = None if high is None or heads.low is None else high - heads.low
    return Span(low=low, high=high)


def _leg(leg: Leg, not_known: set[Key], closed: set[str]) -> ReleasedLeg:
    name = _ABOARD + leg.leg
    # Of legs that became one, each was told of before by itself.
    shut, known = name in closed, not leg.merged
    unexplained = never_nothing(leg.unexplained, exact=known and (name, "unexplained") not in not_known)
    surplus = never_nothing(leg.surplus, exact=known and (name, "surplus") not in not_known)
    return ReleasedLeg(
        leg=leg.leg,
        departed=NOT_SHOWN if shut else Figure.number(leg.departed),
        arrived=NOT_SHOWN if shut else Figure.number(leg.arrived),
        held=NOT_SHOWN if shut else Figure.number(leg.held),
        unexplained=unexplained,
        surplus=surplus,
    )


def _heads(name: str, now: Mapping[Key, Span], not_known: set[Key], closed: set[str]) -> Figure:
    exact = name not in closed
    if name.startswith(_OPEN):
        return never_nothing(now[name, ""], exact=exact)
    return Figure.number(now[name, ""]) if exact else NOT_SHOWN
