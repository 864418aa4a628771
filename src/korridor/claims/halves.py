"""Parts of a number or of a unit in words: two thirds, two hours and a half, halvannen."""

from fractions import Fraction

from korridor.claims.grammar import Grammar
from korridor.claims.number_words import NumberWords
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words


def and_a_half(words: Words, numeral: Numeral, grammar: Grammar, number_words: NumberWords) -> Numeral:
    """Two hours and a half: the half stands behind the unit."""
    at = numeral.end
    if numeral.exact is None or numeral.fraction or not _is_measure(words, grammar, at):
        return numeral
    unit = grammar.nouns.after(words.low, at)
    halved = grammar.phrases("numbers", "and_a_half").after(words.low, unit[0]) if unit else None
    if halved is None:
        return numeral
    value = numeral.exact + Fraction(1, 2)
    return Numeral(numeral.begin, halved[0], value, value, in_words=numeral.in_words, unit_at=at)


def one_and_a_half(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
    """Halvannen, en og en halv; one and a half is read as one with its half."""
    value = number_words.whole_and_half.get(words.low[i])
    end = i + 1
    if value is None and words.low[i] in number_words.articles:
        halved = grammar.phrases("numbers", "and_a_half").after(words.low, i + 1)
        if halved:
            end, value = halved[0], Fraction(3, 2)
    halved_unit = (
        value is None and words.low[i] in number_words.articles and words.at(i + 1) in number_words.half
    )
    if halved_unit and _is_measure(words, grammar, i + 2):
        end, value = i + 2, Fraction(1, 2)
    article = value is None and words.low[i] in number_words.articles and _is_measure(words, grammar, i + 1)
    if article:
        whole = Numeral(i, i + 1, 1, 1, in_words=True)
        halved_after = and_a_half(words, whole, grammar, number_words)
        if halved_after is not whole:
            return halved_after
        hedged = grammar.before.before(words.low, i)
        return whole if hedged and hedged[1].low != hedged[1].high else None  # nearly an hour
    if value is not None and words.at(end) in number_words.scales:
        value, end = value * number_words.scales[words.at(end)], end + 1
    elif value is not None and words.at(end) in number_words.hundred:
        value, end = value * 100, end + 1
    return None if value is None else Numeral(i, end, value, value, in_words=True)


def fraction_at(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
    """Two thirds, en tredjedel, halvparten: in percent."""
    low = words.low
    table = grammar.data["numbers"]["fractions"]
    if low[i] in grammar.words("numbers", "fraction_alone"):
        return Numeral(
            i, i + 1, Fraction(table[low[i]]), Fraction(table[low[i]]), in_words=True, fraction=True
        )
    nouns = grammar.words("numbers", "fraction_nouns")
    parts = number_words.parts(low[i])
    times = (
        parts[0]
        if parts and len(parts) == 1 and parts[0] < 10
        else (1 if low[i] in number_words.articles else 0)
    )
    j = i + 1
    if words.at(j) == "-" and words.glued(j):
        j += 1
    if not times or words.at(j) not in nouns:
        return None
    share = Fraction(str(table[low[j]])) * times
    k = j + 2 if words.at(j + 1) in ("of", "av") else j + 1
    k += words.at(k) in number_words.articles
    scale = number_words.scales.get(words.at(k), 1) if words.at(k) not in number_words.short_scales else 1
    if scale > 1:  # a quarter of a million
        part = round(share * scale / 100)
        return Numeral(i, k + 1, part, part, in_words=True, scale=scale)
    return Numeral(i, j + 1, share, share, in_words=True, fraction=True)


def _is_measure(words: Words, grammar: Grammar, i: int) -> bool:
    hit = grammar.nouns.after(words.low, i)
    return hit is not None and hit[1][0] in ("distance_km", "area_km2", "duration_s")
