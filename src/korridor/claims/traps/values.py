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


def nature(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Waves of 12 metres, the river rose by four metres: what is measured is nature, named in the same clause."""
    unit = grammar.nouns.after(words.low, n.end)
    metres = unit is not None and unit[1][0] == "distance_km" and unit[1][2] < 1
    if not metres and not (unit is None and n.exact is not None and n.exact < 20):
        return False
    named = _before(words, grammar.words("traps", "nature"), n.begin, 6)
    if metres and unit is not None:
        return named is not None and words.at(unit[0]) not in grammar.words("traps", "apart")
    decimal = n.exact is not None and n.exact.denominator > 1
    return named is not None and (decimal or named in ("magnitude", "styrke"))


def price(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Bread prices rose by 40 percent, 30 percent of the wheat: no share of people or vehicles."""
    percent = grammar.percent.after(words.low, n.end)
    if percent is None:
        return False
    prices = grammar.words("traps", "prices")
    suffix = grammar.endings("traps", "price_suffix")
    if _before(words, prices, n.begin, 7, suffix) is not None:
        return True
    if words.at(percent[0]) in prices:
        return True
    partitive = grammar.phrases("nouns", "partitive").after(words.low, percent[0])
    if partitive is None and words.at(percent[0]) not in ("of", "av"):
        return False
    begin = partitive[0] if partitive else percent[0] + 1
    near = words.low[begin : begin + 4]
    stops = grammar.words("nouns", "modifiers_stop")
    for word in near:
        if word in grammar.words("traps", "goods"):
            return True
        if word in stops or word in grammar.nouns:
            return False
    return False


def _before(
    words: Words, table: frozenset[str], begin: int, far: int, suffix: str | tuple[str, ...] = "\0"
) -> str | None:
    """The nearest word of a table in the same clause before a number."""
    for k in range(begin - 1, max(-1, begin - 1 - far), -1):
        word = words.low[k]
        if word in table or word.endswith(suffix):
            return word
        if words.form[k] in ".,;:!?":
            return None
    return None


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
