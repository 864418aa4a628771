"""A numeral: where a number stands in a text, and what is written there, before anything is made of it."""

from dataclasses import dataclass
from fractions import Fraction

from korridor.claims.bounds import Number
from korridor.claims.digits import digits_at
from korridor.claims.grammar import Grammar
from korridor.claims.number_words import NumberWords
from korridor.claims.words import Words


@dataclass
class Numeral:
    """A number as written: words ``begin`` up to ``end``.

    Attributes
    ----------
    low, high : int, Fraction or None
        What is written; both the same for a plain number, None for an open side of a collective.
    collective : bool
        ``dozens``, ``several hundred``: bounds of its own, and a person's word for persons where no noun follows.
    needs_noun : bool
        It is a figure only before a noun (``several buses``).
    bare_year : bool
        Four digits without a mark.
    in_words : bool
        Written in letters.
    fraction : bool
        A fraction or percent.
    range_ : bool
        The ends of a range.
    scale : int
        The last hundred, thousand or million that it is written with: 1.5 million has 1,000,000, 1500 has 1.
    unit_at : int or None
        The unit, where it stands inside: a mile and a half.
    """

    begin: int
    end: int
    low: Number | None
    high: Number | None
    collective: bool = False
    needs_noun: bool = False
    bare_year: bool = False
    in_words: bool = False
    fraction: bool = False
    range_: bool = False
    scale: int = 1
    unit_at: int | None = None

    @property
    def exact(self) -> Number | None:
        """The one number that is written, if it is one."""
        return self.low if self.low is not None and self.low == self.high else None


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
            numeral = _and_a_half(words, numeral, grammar, number_words)
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


def _and_a_half(words: Words, numeral: Numeral, grammar: Grammar, number_words: NumberWords) -> Numeral:
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


def _in_words(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
    low = words.low
    fraction = _fraction(words, i, grammar, number_words)
    read = number_words.read(words, i)
    found = grammar.collective.after(low, i)
    if found and (read is None or found[0] >= read[0]) and (fraction is None or found[0] >= fraction.end):
        j, (bounds, needs_noun) = found
        least, most = bounds.of(None, None)
        return Numeral(i, j, least, most, collective=True, needs_noun=needs_noun, in_words=True)
    if fraction is not None and (read is None or fraction.end > read[0]):
        return fraction
    if read is None:
        return _one_and_a_half(words, i, grammar, number_words)
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


def _one_and_a_half(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
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
        halved_after = _and_a_half(words, whole, grammar, number_words)
        if halved_after is not whole:
            return halved_after
        hedged = grammar.before.before(words.low, i)
        return whole if hedged and hedged[1].low != hedged[1].high else None  # nearly an hour
    if value is not None and words.at(end) in number_words.scales:
        value, end = value * number_words.scales[words.at(end)], end + 1
    elif value is not None and words.at(end) in number_words.hundred:
        value, end = value * 100, end + 1
    return None if value is None else Numeral(i, end, value, value, in_words=True)


def _is_measure(words: Words, grammar: Grammar, i: int) -> bool:
    hit = grammar.nouns.after(words.low, i)
    return hit is not None and hit[1][0] in ("distance_km", "area_km2", "duration_s")


def _fraction(words: Words, i: int, grammar: Grammar, number_words: NumberWords) -> Numeral | None:
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


def ranges_of(words: Words, grammar: Grammar, found: list[Numeral]) -> list[Numeral]:
    """Join two numerals that name the ends of one range: ``5–10 000``, ``between 200 and 300``."""
    hedges = grammar.data["hedges"]["range"]
    joins = {str(join) for join in hedges["joins"]}
    joined: list[Numeral] = []
    for numeral in found:
        before = joined[-1] if joined else None
        if before is not None and _is_range(words, hedges["between"], joins, before, numeral):
            joined[-1] = _ranged(before, numeral)
        else:
            joined.append(numeral)
    return joined


def _is_range(words: Words, between: list[list[str]], joins: set[str], a: Numeral, b: Numeral) -> bool:
    if (
        a.range_
        or a.fraction != b.fraction
        or a.needs_noun
        or b.needs_noun
        or b.begin - a.end > 4
        or a.end == b.begin
    ):
        return False
    if a.low is None or b.high is None or a.low >= b.high * (1000 if a.low < 1000 else 1):
        return False
    middle = " ".join(words.low[a.end : b.begin])
    if middle == "- to":
        return True  # five- to six-hundred
    if any(words.at(a.begin - 1) == begin.split()[-1] and middle == end for begin, end in between):
        return True
    if middle not in joins:
        return False
    return not (middle in "–-—‑" and words.gap(b.begin) and not words.gap(a.end))


def _ranged(a: Numeral, b: Numeral) -> Numeral:
    """Give the low end the thousands that only the high end is written with."""
    low, high = a.low, b.high
    if low is not None and a.scale < b.scale and b.high is not None and low * b.scale < b.high:
        low *= b.scale  # 1.2 to 1.5 million, fem-seks hundre
    elif low is not None and high is not None and a.exact is not None and b.exact is not None and low < 1000:
        for scale in (10**9, 10**6, 10**3):
            # 5–10 000, two to three thousand; but 200–3000 stays as it is
            if (
                high >= scale
                and low * scale < high
                and high % scale == 0
                and low < 100
                and (low * 100 < high)
            ):
                low *= scale
                break
    if low is not None and high is not None and low > high:
        return b
    return Numeral(
        a.begin,
        b.end,
        low,
        high,
        bare_year=a.bare_year and b.bare_year,
        in_words=a.in_words and b.in_words,
        fraction=a.fraction,
        range_=True,
    )
