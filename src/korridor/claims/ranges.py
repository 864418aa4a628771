"""Two numerals that name the ends of one range: between 200 and 300, 5–10 000."""

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words


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
