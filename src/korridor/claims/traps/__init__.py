"""Numbers that count nobody: years, dates, clock times, ages, roads and resolutions, money, scores, idioms."""

from collections.abc import Callable

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.traps.calendar import age, ago, clock, date, every, slashed, year
from korridor.claims.traps.names import glued_to_letters, is_label, position, street, telephone
from korridor.claims.traps.sayings import idiom, ratio
from korridor.claims.traps.values import measure, money, nature, price, score
from korridor.claims.words import Words

__all__ = ["TRAPS", "is_label", "is_trap"]

Trap = Callable[[Words, Grammar, Numeral], bool]

TRAPS: tuple[Trap, ...] = (
    glued_to_letters,
    slashed,
    every,
    ago,
    date,
    year,
    clock,
    age,
    money,
    measure,
    nature,
    price,
    telephone,
    score,
    street,
    idiom,
    ratio,
    position,
)


def is_trap(words: Words, grammar: Grammar, numeral: Numeral) -> bool:
    """Whether a numeral is one of those that count nothing, whatever follows it."""
    for trap in TRAPS:  # noqa: SIM110 a loop costs half: this is asked of every number
        if trap(words, grammar, numeral):
            return True
    return False
