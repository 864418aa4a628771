"""What ties events to one case: neither can be posted without looking at the other."""

from typing import NamedTuple

from korridor.events.bookkeeping import Assigned, Chosen, SameAs
from korridor.events.event import Event
from korridor.events.facts import Corrected, Fact
from korridor.events.journeys import Alighted, Arrived, Boarded, Departed, Merged
from korridor.events.keeping import Counted, Estimated, Reclassified
from korridor.ledger.carried import ARRIVED, DEPARTED
from korridor.ledger.recounts import COUNTED

MERGED, ASSIGNED = "merged", "assigned"
"""The keys of all mergers, and of all assignments."""


class Key(NamedTuple):
    """What a case is of, and whose task it may be to count it."""

    key: str
    about: str | None = None


def key_of(fact: Fact | None) -> Key | None:
    """Return what a fact is about, where others may be about the same: one departure, one account that is counted.

    Examples
    --------
    >>> from korridor.events.head_count import HeadCount
    >>> key_of(Departed(on="M1/B7", at="AMIRIYA", count=HeadCount.exactly(48)))
    Key(key='departed|M1|place:AMIRIYA', about='departed:AMIRIYA')
    """
    match fact:
        case Boarded() | Departed():
            return _carried(DEPARTED, fact.on, fact.at)
        case Alighted() | Arrived():
            return _carried(ARRIVED, fact.on, fact.at)
        case Estimated():
            return stated(fact.at)
        case Counted() if not fact.of.startswith("aboard:"):
            return stated(fact.of)
        case Reclassified():
            return reclassified(fact.of)
        case Merged():
            return Key(MERGED)
        case Assigned():
            return Key(ASSIGNED)
    return None


def stated(account: str) -> Key:
    """Return the key of what is counted or estimated in an account."""
    return Key(f"stated|{account}", about(COUNTED, account.partition(":")[2]))


def reclassified(account: str) -> Key:
    """Return the key of who turned out to be of another class in an account."""
    return Key(f"reclassified|{account}")


def about(what: str, place: str) -> str:
    """Return how a task is written: what is to be counted, and where."""
    return f"{what}:{place}"


def names_in(event: Event) -> tuple[str, ...]:
    """Return the ids of the events that an event is about."""
    found: list[str] = list(event.what.replaces) if isinstance(event.what, Corrected) else []
    match event.fact:
        case SameAs() as fact:
            found += [fact.one, fact.other]
        case Chosen() as fact:
            found.append(fact.event)
    return tuple(found)


def _carried(way: str, on: str, at: str) -> Key:
    return Key(f"{way}|{on.partition('/')[0]}|{at}", about(way, at.partition(":")[2]))
