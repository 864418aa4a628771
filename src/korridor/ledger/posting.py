"""A1: what an event does to the books: heads go from one account to another, never from nowhere and never to nowhere."""

from dataclasses import dataclass
from datetime import datetime

from korridor.ledger.heads import Heads


@dataclass(frozen=True)
class Posting:
    """Heads that go from one account to another.

    Attributes
    ----------
    what : str
        The kind of event.
    source, target : str
        Accounts: ``place:AMIRIYA``, ``aboard:M1/B7/1``, ``source:born``, ``unexplained:reception:ATAREB`` …
    heads : Heads
        The range of what is said of it; its low may be below zero where a total says less than the parts.
    at : datetime
        When; of versions at odds, the earliest.
    posts, events : tuple of str
        Who says so, and the events that it stands on.
    """

    what: str
    source: str
    target: str
    heads: Heads
    at: datetime
    posts: tuple[str, ...]
    events: tuple[str, ...]


UNEXPLAINED = "unexplained:"
SURPLUS = "surplus:"


def deficit_of(account: str) -> str:
    """Where who is missing from an account stands: still aboard, or, where people were recounted, by itself."""
    return account if account.startswith("aboard:") else UNEXPLAINED + account


def surplus_of(account: str) -> str:
    """Where who is too many in an account stands."""
    return account if account.startswith("aboard:") else SURPLUS + account
