"""The state of what is measured: lengths, areas, durations, rates, and what a place has."""

from korridor.claims.claim import Quantity, State
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.states.cues import Cue
from korridor.claims.states.sense import Clause, worded
from korridor.claims.words import Words

LENGTHS = (Quantity.DISTANCE_KM, Quantity.AREA_KM2)


def state_of_measure(
    words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause
) -> State | None:
    """The state of a measure; None where its verb says it as it does of people."""
    if "household" in figure.notes:
        return State.BACKGROUND
    if figure.quantity in LENGTHS:
        return _length(words, grammar, figure, cue, clause)
    if figure.quantity is Quantity.DURATION_S:
        return _duration(words, grammar, figure, cue, clause)
    if "rate" in figure.notes:
        return _rate(words, grammar, figure, cue)
    has = cue.weak or cue.state is State.BACKGROUND or words.at(cue.begin) in grammar.words("states", "has")
    static = figure.category in grammar.words("states", "static")
    return State.BACKGROUND if figure.quantity is Quantity.OTHER and static and has else None


def _length(words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause) -> State | None:
    """How far and how wide is background; but they walked ten kilometres, and a fire covers what it covers now."""
    if figure.quantity is Quantity.AREA_KM2:
        spreads = grammar.words("states", "spreading")
        if not spreads.isdisjoint(words.low[clause.left : figure.begin]):
            return None if cue.state is State.DONE else State.ONGOING
    elif grammar.phrases("states", "far").after(words.low, figure.end) or words.at(figure.begin - 1) in (
        grammar.words("states", "of")
    ):
        return State.BACKGROUND
    if cue.weak or cue.state in (State.BACKGROUND, State.REMAINING):
        return State.ONGOING if cue.state is State.REMAINING else State.BACKGROUND
    if cue.state is State.ONGOING and cue.end - cue.begin == 1:
        return State.BACKGROUND  # shrunk to, is down to are news
    return None


def _duration(words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause) -> State | None:
    """How long a thing takes is background; what has lasted so long, lasts; regner med at det går to uker: planned."""
    if _goes_on(words, grammar, cue):
        return State.ONGOING
    if cue.state is State.REMAINING:
        past = words.low[max(0, cue.begin - 2) : cue.end]
        over = words.at(cue.end - 1).endswith(("ed", "et")) or not grammar.words("states", "past").isdisjoint(
            past
        )
        return State.DONE if over else State.REMAINING
    if cue.state is State.ONGOING:
        planned = clause.expected or worded(words, grammar, figure, cue, clause) is State.PLANNED
        return State.PLANNED if planned else State.BACKGROUND
    return None


def _goes_on(words: Words, grammar: Grammar, cue: Cue) -> bool:
    """They have been waiting, de har sittet: what has lasted so long lasts."""
    staying = grammar.words("states", "stays")
    return cue.perfect and not staying.isdisjoint(words.low[cue.begin + 1 : cue.begin + 5])


def _rate(words: Words, grammar: Grammar, figure: Figure, cue: Cue) -> State | None:
    """What a bus holds and a desk can do is background; what a kitchen serves a day goes on."""
    holds = words.at(cue.begin) in grammar.words("states", "holds") or cue.state is State.BACKGROUND
    if holds and cue.state is not State.DONE:
        return State.BACKGROUND
    return State.ONGOING if cue.state is State.ONGOING else None
