"""What a numeral counts, and which words say so."""

from dataclasses import dataclass

from korridor.claims.bounds import Number
from korridor.claims.claim import Quantity
from korridor.claims.grammar import Noun

MEASURES = (Quantity.DISTANCE_KM, Quantity.AREA_KM2, Quantity.DURATION_S)


@dataclass(frozen=True)
class Counted:
    """What is counted, and the words that say so.

    Attributes
    ----------
    begin, end : int
        The noun; both the end of the numeral where there is none.
    bare, them : bool
        No noun, or a pronoun in its place.
    """

    quantity: Quantity
    category: str
    begin: int
    end: int
    factor: Number = 1
    bare: bool = False
    them: bool = False


def counted_as(noun: Noun, begin: int, end: int) -> Counted:
    """What a noun of the table says, standing at the words ``begin`` up to ``end``."""
    return Counted(Quantity(noun[0]), noun[1], begin, end, factor=noun[2])
