"""What a figure is of: claims about one thing are held against each other (S4)."""

from collections.abc import Sequence
from typing import Final

from korridor.claims.claim import Claim, Quantity, State
from korridor.operation.frozen import Frozen

PEOPLE: Final = "people"

_ALSO_PEOPLE: Final = frozenset(("persons", "individuals", "evacuees"))
"""Words for everybody: 7,500 evacuees and 9,500 people who left are two figures of one thing."""


_FEW_DAYS: Final = 5
"""As many weekdays of one name as a month can have."""


class Thing(Frozen):
    """One number that somebody could have counted.

    Attributes
    ----------
    quantity : Quantity
    category : str
        What is counted, an English plural noun.
    state : State
    place : str or None
        Folded to lower case; ``None`` where the texts do not say.
    basis : str or None
        ``at``, ``during``, ``since`` or ``until`` of ``dates``.
    dates : tuple of str
        ISO dates that the figure may hold for.
    apart : str or None
        Set where the words are those of another figure, and it is not, or may not be, the same: the text that alone
        it belongs to, or the place in the text where it stands alone.
    """

    quantity: Quantity
    category: str
    state: State
    place: str | None = None
    basis: str | None = None
    dates: tuple[str, ...] = ()
    apart: str | None = None

    @property
    def is_located(self) -> bool:
        """Whether a place or a date ties the figure to something outside its own text."""
        return self.place is not None or bool(self.dates)

    def __str__(self) -> str:
        when = f" {self.basis} {days_text(self.dates)}" if self.dates else ""
        where = f", {self.place}" if self.place else ""
        return f"{self.category} {self.state}{where}{when}"


def days_text(dates: Sequence[str]) -> str:
    """Return days that a figure may hold for in words: a few one by one, a month of them by the first and the last.

    Examples
    --------
    >>> days_text(["2016-12-15", "2016-12-22"]), days_text([f"2017-01-{day:02d}" for day in range(1, 32)])
    ('2016-12-15 or 2016-12-22', 'a day of 2017-01-01 to 2017-01-31')
    """
    if len(dates) <= _FEW_DAYS:
        return " or ".join(dates)
    return f"a day of {min(dates)} to {max(dates)}"


def thing_of(claim: Claim) -> Thing:
    """Return what a claim's own words say that its figure is of."""
    time, category = claim.time, claim.category.casefold()
    return Thing(
        quantity=claim.quantity,
        category=PEOPLE if category in _ALSO_PEOPLE else category,
        state=claim.state,
        place=claim.place.casefold() if claim.place else None,
        basis=time.basis if time and time.dates else None,
        dates=time.dates if time else (),
    )
