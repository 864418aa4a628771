"""What a figure is of: claims about one thing are held against each other (S4)."""

from typing import Final

from korridor.claims.claim import Claim, Quantity, State
from korridor.operation.frozen import Frozen

PEOPLE: Final = "people"

_ALSO_PEOPLE: Final = frozenset(("persons", "individuals", "evacuees"))
"""Words for everybody: 7,500 evacuees and 9,500 people who left are two figures of one thing."""


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
        when = f" {self.basis} {' or '.join(self.dates)}" if self.dates else ""
        where = f", {self.place}" if self.place else ""
        return f"{self.category} {self.state}{where}{when}"


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
