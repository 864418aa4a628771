"""A4 to A8: the worklist, out of everything that does not agree or is due; the oldest and largest first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from korridor.ledger.balance import Balance
from korridor.ledger.carried import Tasks
from korridor.ledger.doubt import Doubt
from korridor.ledger.holdings import Held
from korridor.ledger.interval import Interval, total
from korridor.ledger.leg import Leg, Span
from korridor.ledger.posting import SURPLUS, UNEXPLAINED, Posting
from korridor.ledger.recounts import COUNTED
from korridor.ledger.task import Open, Task

STRICT = ("reception", "hospital", "custody", "dead")
"""Accounts that begin with nobody: whoever leaves them must have come."""


def from_legs(legs: Iterable[Leg], as_of: datetime) -> Iterator[Task]:
    """Yield who is unexplained on a leg, and who is too many."""
    for leg in legs:
        for what, span in ((Open.UNEXPLAINED, leg.unexplained), (Open.SURPLUS, leg.surplus)):
            if not span.nobody:
                yield Task(
                    what=what,
                    about=f"aboard:{leg.leg}",
                    heads=span,
                    red=bool(span.low),
                    since=leg.since or leg.last_seen_at or as_of,
                    post=leg.post,
                    last_seen=leg.last_seen,
                )


def from_accounts(
    balances: Mapping[str, Balance], postings: Iterable[Posting], counted: Iterable[str], tasks: Tasks
) -> Iterator[Task]:
    """Yield who is missing where people were recounted, who is too many, and what is below zero."""
    counted = frozenset(counted)
    first: dict[str, datetime] = {}
    posts: dict[str, str] = {}
    for posting in postings:
        for account in (posting.source, posting.target):
            first[account] = min(first.get(account, posting.at), posting.at)
            posts[account] = min(posts.get(account, posting.posts[0]), posting.posts[0])
    for name, balance in balances.items():
        kind, _, rest = name.partition(":")
        if f"{kind}:" in (UNEXPLAINED, SURPLUS) and not rest.startswith("aboard:"):
            here = balance.total if f"{kind}:" == UNEXPLAINED else balance.total.negative
            assigned = sorted(tasks.get((COUNTED, rest.partition(":")[2]), frozenset()))
            for span, what in (
                (here.at_least(0), Open.UNEXPLAINED if f"{kind}:" == UNEXPLAINED else Open.SURPLUS),
                (here.negative.at_least(0), Open.SURPLUS if f"{kind}:" == UNEXPLAINED else Open.UNEXPLAINED),
            ):
                if span.high > 0:
                    post = next(iter(assigned), posts[name])
                    yield _task(what, rest, span, first[name], post)
        elif (kind in STRICT or name in counted) and balance.total.low < 0:
            yield _task(Open.BELOW_ZERO, name, balance.total.negative.at_least(0), first[name], posts[name])


def from_classes(balances: Mapping[str, Balance], since: Mapping[str, datetime]) -> Iterator[Task]:
    """Yield classes that do not agree though the heads may: within a scheme they balance (A3)."""
    for name, balance in balances.items():
        if name.partition(":")[0] not in ("aboard", *STRICT):
            continue
        for scheme in balance.schemes:
            differences = balance.differs(scheme)
            if differences:
                says = tuple(
                    f"{each} {'missing' if heads.low > 0 else 'too many'}: {heads if heads.low > 0 else heads.negative}"
                    for each, heads in differences.items()
                )
                missing = total(each.at_least(0) for each in differences.values())
                too_many = total(each.negative.at_least(0) for each in differences.values())
                heads = missing if missing.high >= too_many.high else too_many
                yield _task(Open.CLASSES, name, heads, since[name], None, says)


def from_doubts(doubts: Iterable[Doubt]) -> Iterator[Task]:
    """Yield counts of one thing that differ, as long as none was chosen."""
    for doubt in doubts:
        if doubt.open:
            says = tuple(f"{doubt.what}: {count}" for count in doubt.counts)
            yield _task(Open.SECOND_COUNT, doubt.about, doubt.at_odds, doubt.since, None, says)


def from_held(held: Iterable[Held], as_of: datetime) -> Iterator[Task]:
    """Yield recounts and enquiries that are due."""
    for each in held:
        if each.next_enquiry is not None and each.next_enquiry <= as_of and each.heads.high != 0:
            holder = each.holders[0] if each.holders else None
            yield Task(
                what=Open.RECOUNT_DUE,
                about=each.account,
                heads=each.heads,
                red=False,
                since=each.next_enquiry,
                post=holder,
            )


def _task(
    what: Open, about: str, heads: Interval, since: datetime, post: str | None, says: tuple[str, ...] = ()
) -> Task:
    return Task(
        what=what, about=about, heads=Span.of(heads), red=heads.low > 0, since=since, post=post, says=says
    )
