"""Find the numerals of a text: in digits, in words, as a fraction, as a word for dozens."""

from fractions import Fraction

from korridor.claims.digits import digits_at
from korridor.claims.grammar import Grammar
from korridor.claims.halves import and_a_half, fraction_at, one_and_a_half
from korridor.claims.number_words import NumberWords
from korridor.claims.numeral import Numeral
from korridor.claims.ranges import ranges_of
from korridor.claims.words import Words


def numerals_of(words: Words, grammar: Grammar, number_words: NumberWords) -> list[Numeral]:
    """All numerals of a text, in its order; ranges are one numeral each."""
    low = words.low
    found: list[Numeral] = []
    parts = number_words.parts
    articles, half, collective = number_words.articles, number_words.half, grammar.collective
    halves = number_words.whole_and_half
    alone = grammar.words("numbers", "fraction_alone")
    i, n = 0, len(words)
    while i < n:
        word = low[i]
        numeral = None
        if word[0].isdecimal():
            numeral = _digits(words, i, grammar, number_words)
        elif (
            word in collective
            or word in articles
            or word in half
            or word in halves
            or word in alone
            or parts(word)
        ):
            numeral = _in_words(words, i, grammar, number_words)
        if numeral is None:
            i += 1
        else:
            numeral = and_a_half(words, numeral, grammar, number_words)
            found.append(numeral)
            hedged = grammar.after.after(low, numeral.end)
            i = hedged[0] if hedged else numeral.end  # a thousand or more: the hedge is no number of its own
    return ranges_of(words, grammar, found)


def _digits(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
    read = digits_at(words, i)
    if read is None:
        return None
    j, value, bare = read
    scale = 1
    while (factor := _scale_at(words, j, grammar, number_words)) > 1:
        value, scale = value * factor, factor
        bare, j = False, j + 1
    if words.at(j) in number_words.hundred:
        return Numeral(i, j + 1, value * 100, value * 100, scale=100)
    return Numeral(i, j, value, value, bare_year=bare, scale=scale)


def _scale_at(words: Words, j: int, grammar: Grammar, number_words: NumberWords) -> int:
    """Thousand, million, 300k: what digits are multiplied by; 1.5m people are millions, 700m of road are metres."""
    word = words.at(j)
    if word not in number_words.scales:
        return 1
    if word in number_words.short_scales and not words.glued(j):
        return 1
    if word == "m":
        counted = grammar.nouns.after(words.low, j + 1)
        if counted is None or counted[1][0] not in ("persons", "families"):
            return 1
    return number_words.scales[word]


def _in_words(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
    low = words.low
    fraction = fraction_at(words, i, grammar, number_words)
    read = number_words.read(words, i)
    found = grammar.collective.after(low, i)
    if found and (read is None or found[0] >= read[0]) and (fraction is None or found[0] >= fraction.end):
        j, (bounds, needs_noun) = found
        least, most = bounds.of(None, None)
        return Numeral(i, j, least, most, collective=True, needs_noun=needs_noun, in_words=True)
    if fraction is not None and (read is None or fraction.end > read[0]):
        return fraction
    if read is None:
        return _one_of_them(words, i, grammar) or one_and_a_half(words, i, grammar, number_words)
    j, value, scale = read
    halved = grammar.phrases("numbers", "and_a_half").after(low, j)
    if halved:
        j, value = halved[0], value + Fraction(1, 2)
        if words.at(j) in number_words.scales:
            scale = number_words.scales[words.at(j)]
            value *= scale
            j += 1
        elif words.at(j) in number_words.hundred:
            value, j = value * 100, j + 1
    return Numeral(i, j, value, value, in_words=True, scale=scale)


def _one_of_them(words: Words, i: int, grammar: Grammar) -> Numeral | None:
    """En av dem: an article that counts."""
    partitive = grammar.phrases("nouns", "partitive").after(words.low, i + 1)
    j = partitive[0] if partitive else i + 2
    of = words.at(i + 1) in ("of", "av")
    if not of or words.at(j) not in grammar.words("nouns", "them"):
        return None
    return Numeral(i, i + 1, 1, 1, in_words=True)
