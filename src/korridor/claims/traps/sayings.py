"""Numbers that are a way of speaking: idioms, and shares in words."""

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words


def idiom(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """One of the, on the one hand, 24 hours a day."""
    table = grammar.phrases("traps", "idioms")
    of = grammar.phrases("nouns", "partitive").after(words.low, n.end)
    if of and words.at(of[0]) in grammar.words("nouns", "them"):
        return False  # one of them was badly hurt
    low = words.low
    for i in range(max(0, n.begin - 3), n.begin + 1):
        if low[i] in table.first and (hit := table.after(low, i)) and hit[0] > n.begin:
            return True
    return False


def ratio(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Two in three, seks av ti: a share, and neither number counts anybody."""
    small = grammar.data["numbers"]["small"]
    if not n.in_words or n.exact is None or n.exact > 10:
        return False
    joined = ("in", "of", "av")
    if (words.at(n.end), words.at(n.end + 1)) == ("out", "of") and words.at(n.end + 2) in small:
        return True
    if (words.at(n.begin - 2), words.at(n.begin - 1)) == ("out", "of") and words.at(n.begin - 3) in small:
        return True
    return (words.at(n.end) in joined and words.at(n.end + 1) in small) or (
        words.at(n.begin - 1) in joined
        and (words.at(n.begin - 2) in small or words.at(n.begin - 2) in grammar.words("numbers", "articles"))
    )
