"""A noun of no table behind a numeral: persons by its ending or its capital, or something else in the plural."""

from korridor.claims.claim import Quantity
from korridor.claims.counted import Counted
from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words

_WITHIN = 3
"""So many words, adjectives before it, such a noun may stand from its number."""


def unknown_noun(words: Words, grammar: Grammar, numeral: Numeral, start: int) -> Counted | None:
    """The first word behind a number that looks like a noun in the plural; None if there is none."""
    exact = numeral.exact
    if exact is not None and (exact < 2 or exact.denominator > 1):
        return None
    if words.at(start) == "-":
        return None
    stops = grammar.words("nouns", "modifiers_stop")
    left, j = _WITHIN, start
    while left and j < len(words):
        word = words.low[j]
        if word == "-" and words.glued(j) and words.glued(j + 1):
            j += 1  # low-loaders
            continue
        if not word.isalpha() or word in stops or word in grammar.data["numbers"]["small"]:
            return None
        if looks_plural(words, grammar, j):
            return _as(words, grammar, j)
        left, j = left - 1, j + 1
    return None


def looks_plural(words: Words, grammar: Grammar, j: int) -> bool:
    """Whether a word has a plural's ending, and no adjective's or verb's."""
    word = words.at(j)
    if len(word) < 4 or not word.isalpha() or word in grammar.words("nouns", "modifiers_stop"):
        return False
    if word in grammar.words("nouns", "not_plural"):
        return False
    if not word.endswith(
        grammar.endings("nouns", "plural_suffix") + grammar.endings("nouns", "persons_suffix")
    ):
        return False
    return not word.endswith(grammar.endings("nouns", "no_plural_suffix")) and not (
        words.at(j + 1) in ("-", "'", "’") and words.glued(j + 1)
    )


def _as(words: Words, grammar: Grammar, j: int) -> Counted:
    word = words.low[j]
    people = word.endswith(grammar.endings("nouns", "persons_suffix")) and len(word) > 5
    people = people and word not in grammar.words("nouns", "things")
    capital = words.form[j][0].isupper() and word.endswith(grammar.endings("nouns", "nationality_suffix"))
    if people or capital:
        # the category is an English noun, or people
        category = (words.form[j] if capital else word) if grammar.lang == "en" else "people"
        return Counted(Quantity.PERSONS, category, j, j + 1)
    return Counted(Quantity.OTHER, word, j, j + 1)
