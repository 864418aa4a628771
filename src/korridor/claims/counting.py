"""From a numeral to what it counts: the noun after it, its unit, or what the words around a bare number say."""

from dataclasses import replace

from korridor.claims.bare_number import bare_number, predicate
from korridor.claims.claim import Quantity
from korridor.claims.counted import Counted, counted_as
from korridor.claims.grammar import Grammar
from korridor.claims.noun_phrase import noun_after
from korridor.claims.numeral import Numeral
from korridor.claims.share import share_of
from korridor.claims.words import Words


def counted_by(words: Words, grammar: Grammar, numeral: Numeral) -> Counted | None:
    """Find what a numeral counts; None if it counts nothing that is known."""
    low, i = words.low, numeral.end
    if numeral.unit_at is not None:  # a mile and a half
        unit = grammar.nouns.after(low, numeral.unit_at)
        return counted_as(unit[1], numeral.unit_at, numeral.end) if unit else None
    percent = grammar.percent.after(low, i)
    if percent or numeral.fraction:
        return share_of(words, grammar, numeral, percent[0] if percent else i)
    hedged = grammar.after.after(low, i)
    if hedged and (found := noun_after(words, grammar, numeral, hedged[0])) is not None:
        return found  # two dozen or so cars
    j = i
    if low[j : j + 1] == ["-"] and words.glued(j) and words.glued(j + 1):
        j += 1  # 48-hour, 60-bus
    first = grammar.nouns.after(low, j)
    if first and j > i:
        return counted_as(first[1], j, first[0])
    if j > i and words.at(j) in grammar.words("nouns", "strong"):
        return Counted(Quantity.PERSONS, "people", j, j + 1)  # a 35-strong team
    partitive = grammar.phrases("nouns", "partitive").after(low, i)
    them = False
    if partitive:
        j = partitive[0]
        if low[j : j + 1] and low[j] in grammar.words("nouns", "them"):
            them, j = True, j + 1
    if them:
        return _of_them(words, grammar, numeral, i, j)
    found = noun_after(words, grammar, numeral, j)
    return found if found is not None else bare_number(words, grammar, numeral)


def _of_them(words: Words, grammar: Grammar, numeral: Numeral, i: int, j: int) -> Counted:
    """200 of them fighters, 200 of them were fighters, 7 of them died."""
    nothing = Counted(Quantity.PERSONS, "people", i, j, bare=True, them=True)
    if words.at(j) in grammar.words("nouns", "after_noun"):
        return nothing
    if words.at(j) in ("who", "that", "som"):  # av dem som kom ut, er krigere
        for k in range(j + 1, min(j + 10, len(words))):
            if words.low[k] == "," and (said := predicate(words, grammar, k + 1)) is not None:
                return replace(said, them=True)
    found = noun_after(words, grammar, numeral, j) if words.at(j)[:1].isalpha() else None
    if found is None or found.quantity not in (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES):
        found = predicate(words, grammar, j)
    return replace(found, them=True) if found is not None else nothing
