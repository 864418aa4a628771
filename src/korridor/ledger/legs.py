"""A4: the legs, out of postings and of what is known of each voyage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from korridor.ledger.balance import Balance
from korridor.ledger.carried import ARRIVED, DEPARTED, Tasks
from korridor.ledger.interval import NOBODY, Interval, total
from korridor.ledger.left_over import Part, Whole, left_over
from korridor.ledger.leg import Also, Leg, Span, Tally
from korridor.ledger.merged import leg_of
from korridor.ledger.posting import UNEXPLAINED, Posting
from korridor.ledger.voyage import Voyage

ACCOUNT = "aboard:"
CUSTODY = "custody:"


def legs_of(
    postings: Iterable[Posting],
    balances: Mapping[str, Balance],
    voyages: Mapping[str, Voyage],
    tasks: Tasks,
    merged: Mapping[str, tuple[str, ...]],
    as_of: datetime,
) -> tuple[Leg, ...]:
    """Return every leg, by name."""
    by_leg: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings:
        for leg in {leg_of(posting.source), leg_of(posting.target)} - {None}:
            by_leg[str(leg)].append(posting)
    for account in voyages:
        by_leg.setdefault(str(leg_of(account)), [])
    return tuple(
        _Reckoning(leg, by_leg[leg], balances, voyages, tasks, as_of).leg(merged.get(leg, ()))
        for leg in sorted(by_leg)
    )


class _Reckoning:
    def __init__(
        self,
        leg: str,
        postings: list[Posting],
        balances: Mapping[str, Balance],
        voyages: Mapping[str, Voyage],
        tasks: Tasks,
        as_of: datetime,
    ) -> None:
        self._leg, self._postings, self._balances, self._as_of = leg, postings, balances, as_of
        self._tasks = tasks
        self._counted = {(p.what, p.target if p.what == DEPARTED else p.source) for p in postings}
        self._whole = ACCOUNT + leg
        prefix = self._whole + "/"
        self._trips = sorted(name for name in {*balances, *voyages} if name.startswith(prefix))
        self._voyages = {
            name: voyages.get(name, Voyage(whole=name == self._whole)) for name in (self._whole, *self._trips)
        }
        self._since = {name: self._over_since(name) for name in self._voyages}

    def leg(self, merged: tuple[str, ...]) -> Leg:
        parts = {name: self._part(name) for name in self._trips}
        whole = Whole(
            into=self._whole_in(lambda what: what == DEPARTED),
            out_of=self._whole_out(lambda what: what == ARRIVED),
            over=self._since[self._whole] is not None,
            joined=self._whole_in(lambda what: what != DEPARTED),
            gone=self._whole_out(lambda what: what != ARRIVED),
        )
        found = left_over(parts.values(), whole)
        unexplained = found.unexplained.plus(
            total(self._rest(UNEXPLAINED + name) for name in (self._whole, *self._trips))
        )
        missing = [n for n in self._voyages if self._since[n] is not None and self._rest(n).high > 0]
        late = [since for name in missing if (since := self._since[name]) is not None]
        voyages = [self._voyages[name] for name in (*(missing or self._voyages), self._whole)]
        seen = max((voyage.seen for voyage in voyages if voyage.seen is not None), default=None)
        open_ = unexplained.high > 0
        return Leg(
            leg=self._leg,
            departed=_tally(self._sum(lambda p: p.what == DEPARTED)),
            arrived=_tally(self._sum(lambda p: p.what == ARRIVED)),
            held=_tally(self._net_out(lambda name: name.startswith(CUSTODY))),
            unexplained=Span.of(unexplained),
            surplus=Span.of(found.surplus),
            since=min(late, default=None) if open_ else None,
            last_seen=seen[1] if seen is not None else None,
            post=self._post(voyages) if open_ else None,
            aboard=Span.of(found.aboard),
            also=tuple(self._also()),
            last_seen_at=seen[0] if seen is not None else None,
            merged=merged,
        )

    def _part(self, name: str) -> Part:
        return Part(
            self._rest(name),
            over=self._since[name] is not None,
            counted_in=(DEPARTED, name) in self._counted,
            counted_out=(ARRIVED, name) in self._counted,
        )

    def _over_since(self, name: str) -> datetime | None:
        """Since when a trip is over; when its whole movement was emptied, or is overdue, it is too."""
        own = self._voyages[name].over_since(self._as_of)
        if name == self._whole:
            trips = [self._voyages[trip].over_since(self._as_of) for trip in self._trips]
            if own is None and trips and all(since is not None for since in trips):
                return max(since for since in trips if since is not None)
            return own
        whole = self._voyages[self._whole]
        if whole.emptied_at is not None:
            return own if own is not None and own < whole.emptied_at else whole.emptied_at
        if self._voyages[name].departed_at is None and self._voyages[name].due_at is None and own is None:
            return whole.over_since(self._as_of)
        if whole.due_at is not None and self._voyages[name].due_at is None:
            late = whole.due_at <= self._as_of
            return self._voyages[name].emptied_at or (whole.due_at if late else None)
        return own

    def _rest(self, name: str) -> Interval:
        balance = self._balances.get(name)
        return NOBODY if balance is None else balance.total

    def _sum(self, wanted: Callable[[Posting], bool]) -> Interval:
        return total(posting.heads.total for posting in self._postings if wanted(posting))

    def _whole_in(self, wanted: Callable[[str], bool]) -> Interval:
        return self._sum(lambda posting: posting.target == self._whole and wanted(posting.what))

    def _whole_out(self, wanted: Callable[[str], bool]) -> Interval:
        return self._sum(lambda posting: posting.source == self._whole and wanted(posting.what))

    def _net_out(self, elsewhere: Callable[[str], bool]) -> Interval:
        out = total(p.heads.total for p in self._postings if elsewhere(p.target) and self._ours(p.source))
        back = total(p.heads.total for p in self._postings if elsewhere(p.source) and self._ours(p.target))
        return out.minus(back)

    def _ours(self, account: str) -> bool:
        return leg_of(account) == self._leg

    def _also(self) -> Iterable[Also]:
        into: dict[str, list[Interval]] = defaultdict(list)
        out_of: dict[str, list[Interval]] = defaultdict(list)
        for posting in self._postings:
            ours = self._ours(posting.source), self._ours(posting.target)
            if posting.what in (DEPARTED, ARRIVED) or all(ours) or self._held(posting):
                continue
            (into if ours[1] else out_of)[posting.what].append(posting.heads.total)
        for what in sorted({*into, *out_of}):
            yield Also(what=what, into=_tally(total(into[what])), out_of=_tally(total(out_of[what])))

    def _held(self, posting: Posting) -> bool:
        return posting.source.startswith(CUSTODY) or posting.target.startswith(CUSTODY)

    def _post(self, voyages: list[Voyage]) -> str | None:
        """Return whose task it is: who is to count where it goes, else who received it, else who saw it leave."""
        places = {place for voyage in voyages for place in voyage.to}
        assigned = sorted(post for place in places for post in self._tasks.get((ARRIVED, place), frozenset()))
        received = sorted(voyage.to_post for voyage in voyages if voyage.to_post is not None)
        left = sorted(voyage.from_post for voyage in voyages if voyage.from_post is not None)
        return next(iter((*assigned, *received, *left)), None)


def _tally(interval: Interval) -> Tally:
    span = Span.of(interval)
    return Tally(low=span.low, high=span.high)
