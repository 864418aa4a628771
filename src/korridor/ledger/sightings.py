"""A4: counts taken on the way: they move nobody, and are held against who is aboard at that moment."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from korridor.events.journeys import Passed, Screened
from korridor.events.keeping import Counted
from korridor.ledger.doubt import Count, Doubt
from korridor.ledger.interval import interval_of, total
from korridor.ledger.merged import Movements, leg_of
from korridor.ledger.posting import Posting
from korridor.ledger.standing import Version


def sightings(
    versions: Collection[Version], postings: Collection[Posting], movements: Movements
) -> Iterator[Doubt]:
    """Yield counts on the way that cannot be who was aboard in the books by then."""
    by_leg: dict[str | None, list[Posting]] = defaultdict(list)
    for posting in postings:
        for leg in {leg_of(posting.source), leg_of(posting.target)}:
            by_leg[leg].append(posting)
    for version in versions:
        match version.fact:
            case Passed(count=count, on=on, at=at) | Screened(count=count, on=on, at=at) if count is not None:
                account, what = movements.account(f"aboard:{on}"), f"{version.fact.kind} {at}"
            case Counted(of=of, count=count) if of.startswith("aboard:"):
                account, what = movements.account(of), "counted aboard"
            case _:
                continue
        within = (account, account + "/") if account.count("/") == 0 else (account,)
        by_then = [p for p in by_leg[leg_of(account)] if p.at <= version.occurred_at]
        touched = [p for p in by_then if _in(p.source, within) or _in(p.target, within)]
        into = total(p.heads.total for p in touched if _in(p.target, within))
        aboard = into.minus(total(p.heads.total for p in touched if _in(p.source, within)))
        seen = interval_of(count)
        if touched and (seen.low > aboard.high or seen.high < aboard.low):
            events = tuple(sorted({event for p in touched for event in p.events}))
            yield Doubt(
                what,
                account,
                (
                    Count(seen, (version.post,), (version.event.id,)),
                    Count(aboard, ("the books",), events),
                ),
                version.occurred_at,
            )


def _in(name: str, within: tuple[str, ...]) -> bool:
    return name == within[0] or (len(within) > 1 and name.startswith(within[1]))
