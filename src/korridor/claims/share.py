"""Shares of a whole, and half of a unit: 10 percent of the patients, two thirds of them, half an hour."""

from fractions import Fraction

from korridor.claims.claim import Quantity
from korridor.claims.counted import MEASURES, Counted
from korridor.claims.grammar import Grammar
from korridor.claims.noun_phrase import noun_after
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words

_BEFORE_UNIT = ("of", "a", "an", "en", "et")


def share_of(words: Words, grammar: Grammar, numeral: Numeral, end: int) -> Counted | None:
    """A percentage or fraction, whose sign ends at ``end``: of whom stands after ``of``; half an hour is a time."""
    low = words.low
    if numeral.fraction:
        j = end + 1 if words.at(end) in _BEFORE_UNIT else end
        if words.at(j) in ("a", "an"):
            j += 1
        unit = grammar.nouns.after(low, j)
        if unit and Quantity(unit[1][0]) in MEASURES and numeral.low is not None:
            share = Fraction(numeral.low) / 100
            return Counted(Quantity(unit[1][0]), "", j, unit[0], factor=share * unit[1][2] / numeral.low)
    partitive = grammar.phrases("nouns", "partitive").after(low, end)
    noun = noun_after(words, grammar, numeral, partitive[0]) if partitive else None
    category = noun.category if noun is not None and noun.category else "people"
    return Counted(Quantity.PERCENT, category, end, noun.end if noun else end)
