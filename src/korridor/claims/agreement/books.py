"""What the books say of a thing, for whoever keeps books: claims never know the ledger."""

from typing import Protocol

from korridor.claims.agreement.thing import Thing
from korridor.operation.frozen import Frozen


class Booked(Frozen):
    """What the books hold for one thing: an interval (A2), and what it stands on.

    Attributes
    ----------
    low, high : int or None
        Persons, vehicles or families as ``Thing`` says; ``None`` is unknown on that side.
    account : str
        The account or leg, in the books' own words.
    as_of : str
        The moment that it holds for, ISO, or the days, in words.
    """

    low: int | None
    high: int | None
    account: str
    as_of: str


class Bookkeeper(Protocol):
    """Whoever can be asked what the books hold."""

    def holds(self, thing: Thing) -> Booked | None:
        """Return what is booked of a thing, or ``None`` where the books have no account for it."""
        ...
