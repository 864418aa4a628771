"""What stands before a bare number and says what it counts: Wounded: 130; trucks 17, pick-ups 6; killed 23."""

from korridor.claims.claim import Quantity
from korridor.claims.counted import Counted, counted_as
from korridor.claims.grammar import Grammar
from korridor.claims.noun_phrase import compound
from korridor.claims.words import Words

_COUNTS = (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES)
_FAR = 6
_ENDS = ("", ".", ",", ";", ")", "(", "|")


def listed(words: Words, grammar: Grammar, begin: int, end: int) -> Counted | None:
    """The noun before a colon, or just before the number where a list's item is nothing else."""
    if words.at(end) not in _ENDS and "\n" not in words.gap(end) and words.gap(end).strip(" "):
        return None
    if words.at(begin - 1) == ":":
        for k in range(begin - 2, max(-1, begin - 2 - _FAR), -1):
            if words.form[k] in ".;:!?" or "\n" in words.gap(k + 1):
                return None
            found = _noun_before(words, grammar, k + 1, end)
            if found is not None:
                return found
        return None
    if words.at(end) not in _ENDS:
        return None
    found = _noun_before(words, grammar, begin, end)
    if found is None:
        return None
    hit = grammar.nouns.before(words.low, begin)
    opens = hit[0] if hit else begin - 1
    item = opens == 0 or words.form[opens - 1] in ".,;:•*-–" or "\n" in words.gap(opens)
    plural = not words.low[begin - 1].endswith(("bus", "buss")) and words.low[begin - 1].endswith(
        ("s", "er", "ene", "e", "men", "people", "children", "dead", "wounded", "injured", "missing")
    )
    return found if item and plural else None


def _noun_before(words: Words, grammar: Grammar, stop: int, end: int) -> Counted | None:
    hit = grammar.nouns.before(words.low, stop)
    noun = hit[1] if hit else compound(words.at(stop - 1), grammar)
    if noun is None or Quantity(noun[0]) not in _COUNTS:
        return None
    return counted_as(noun, end, end)


def object_of(words: Words, grammar: Grammar, begin: int, end: int) -> Counted | None:
    """Killed 23, evacuated 3,400: the verb before a number says that persons are counted, and which."""
    for category, verbs in grammar.data["nouns"]["object_verbs"].items():
        if words.at(begin - 1) in verbs:
            return Counted(Quantity.PERSONS, category, end, end)
    return None
