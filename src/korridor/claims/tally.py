"""The number of dead has risen to 64: what is counted stands before the number, behind a word for numbers."""

from korridor.claims.claim import Quantity
from korridor.claims.counted import Counted
from korridor.claims.grammar import Grammar
from korridor.claims.words import Words

_FAR = 12


def tallied(words: Words, grammar: Grammar, begin: int, end: int) -> Counted | None:
    """What a number counts whose clause has *number*, *toll* or *antallet* for its subject; None if it has not."""
    between = grammar.words("nouns", "tally_between")
    if words.at(begin - 1) not in between:
        return None
    least = max(-1, begin - _FAR)
    k = begin - 1
    while k > least and words.low[k] in between:
        k -= 1
    for at in range(k, max(least, k - 7), -1):  # the noun phrase of what is counted
        if words.form[at] in ".;:!?" or words.low[at][0].isdecimal():
            return None
        if words.low[at] in grammar.words("nouns", "tally"):
            return _named(words, grammar, at, begin, end)
    return None


def _named(words: Words, grammar: Grammar, at: int, begin: int, end: int) -> Counted:
    dead = grammar.phrases("nouns", "tally_of_dead").before(words.low, at + 1)
    if dead:
        return Counted(Quantity.PERSONS, "dead", end, end)
    j = at + 1
    found = None
    while j < begin:
        hit = grammar.nouns.after(words.low, j)
        if hit and hit[1][0] in ("persons", "families", "vehicles"):
            found = hit[1]
            j = hit[0]
        elif found is not None:
            break
        else:
            j += 1
    if found is not None:
        return Counted(Quantity(found[0]), found[1], end, end)
    return Counted(Quantity.PERSONS, "", end, end, bare=True)
