"""A figure while it is read: each component of the pipeline adds what it knows."""

from dataclasses import dataclass, field

from korridor.claims.bounds import Number
from korridor.claims.claim import ClaimTime, Quantity, State
from korridor.claims.numeral import Numeral


@dataclass
class Figure:
    """A numeral that counts or measures something.

    Attributes
    ----------
    numeral : Numeral
        The number itself.
    begin, end : int
        The words of the whole wording: hedge, number and noun.
    quantity, category, unit
        What is counted, see :class:`korridor.claims.claim.Claim`.
    factor : float
        What one of the unit is in the quantity's own unit.
    noun_end : int
        Where the noun phrase ends; the verb is looked for from here.
    low, high : int, Fraction or None
        Bounds, in the quantity's own unit.
    bare : bool
        No noun of its own: what it counts is taken from the words around it.
    """

    numeral: Numeral
    begin: int
    end: int
    quantity: Quantity
    category: str
    unit: str
    noun_end: int
    factor: Number = 1
    low: Number | None = None
    high: Number | None = None
    bare: bool = False
    them: bool = False
    state: State = State.DONE
    sources: tuple[str, ...] = ()
    parent: "Figure | None" = None
    place: str | None = None
    time: ClaimTime | None = None
    notes: dict[str, bool] = field(default_factory=dict)
