"""Numbers that measure money, nature and weapons, and scores."""

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words

_CLAUSE = 12


def money(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """$5m, 5 million dollars, 20 kroner."""
    before = words.at(n.begin - 1)
    if before in grammar.words("traps", "money_before") and (not before.isalpha() or before != "us"):
        return True
    j = n.end
    if words.at(j) in ("us", "syrian", "norske", "syriske", "amerikanske", "canadian", "australian"):
        j += 1
    return grammar.phrases("traps", "money_after").after(words.low, j) is not None


def measure(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Degrees of cold and the calibre of a weapon."""
    low = words.low
    if grammar.phrases("traps", "degrees").after(low, n.end) or grammar.phrases("traps", "calibre").after(
        low, n.end
    ):
        return True
    unit = grammar.nouns.after(low, n.end)
    if unit and unit[1][0] == "distance_km" and grammar.phrases("traps", "height_after").after(low, unit[0]):
        return True
    before = words.at(n.begin - 1)
    if before == "minus":
        return True
    if before in ("-", "−") and words.glued(n.begin) and not words.glued(n.begin - 1) and not n.range_:
        return (n.high or 999) < 60 and grammar.nouns.after(low, n.end) is None
    return False


def score(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Won 3–0; voted 14 to 1."""
    low = words.low
    a, b = n.begin, n.end
    written = (n.range_ and (n.high or 99) <= 30) or any(
        words.at(j) in ("-", "–", ":") and words.at(k)[:1].isdecimal() and words.glued(j)
        for j, k in ((b, b + 1), (a - 1, a - 2))
    )
    if not written or n.in_words:
        return False
    if grammar.nouns.after(low, b) and not words.at(b).startswith(("votes", "stemmer", "mål", "goals")):
        return False
    return not n.range_ or not grammar.words("traps", "score_words").isdisjoint(
        low[max(0, a - _CLAUSE) : b + 5]
    )
