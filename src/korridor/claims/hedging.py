"""Hedges to bounds: what stands before and behind a numeral, by the published table (S2)."""

from korridor.claims.bounds import Bounds, Number
from korridor.claims.claim import Quantity
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.words import Words

_MOST_HEDGES = 4
_ARTICLES = frozenset(("a", "an", "the", "de", "en", "et", "its", "their", "sine"))


def hedge(words: Words, grammar: Grammar, figure: Figure) -> None:
    """Set a figure's bounds, and take its hedges into its wording."""
    low, numeral = words.low, figure.numeral
    bounds = (numeral.low, numeral.high)
    if numeral.range_:
        for begin, _ in grammar.data["hedges"]["range"]["between"]:
            cut = len(begin.split())
            if " ".join(low[max(0, figure.begin - cut) : figure.begin]) == begin:
                figure.begin -= cut
                break
    seen: list[Bounds] = []
    for _ in range(_MOST_HEDGES):
        found = grammar.before.before(low, figure.begin)
        if not found and words.at(figure.begin - 1) in _ARTICLES:
            found = grammar.before.before(low, figure.begin - 1)
        if figure.quantity is Quantity.DURATION_S and _during(words, grammar, figure.begin):
            break
        if not found or _split(words, found[0], figure.begin) or _raised(words, grammar, found):
            break
        figure.begin = found[0]
        seen.append(found[1])
    for end in (numeral.end, figure.end):
        found = grammar.after.after(low, end) or (
            grammar.after.after(low, end + 1)
            if words.at(end) == "," and words.at(end + 1) in ("give", "pluss")
            else None
        )
        if found:
            figure.end = max(figure.end, found[0])
            figure.noun_end = max(figure.noun_end, found[0])
            seen.append(found[1])
            break
    for row in seen:
        bounds = _narrowed(bounds, row)
    figure.low, figure.high = bounds


def _during(words: Words, grammar: Grammar, begin: int) -> bool:
    """Moved over 60 days: in their course; but it took over 60 days."""
    return words.at(begin - 1) == "over" and words.at(begin - 2) not in grammar.words("hedges", "over_time")


def _raised(words: Words, grammar: Grammar, found: tuple[int, Bounds]) -> bool:
    """Had crept up to 2,870: what a number rises to is no bound of it."""
    begin, bounds = found
    verb = words.at(begin - 1)
    return (
        bounds.low is None
        and words.at(begin) in ("up", "opp", "opptil")
        and verb in grammar.words("nouns", "raisers")
    )


def _split(words: Words, begin: int, end: int) -> bool:
    """Whether a line's end or a sentence's stands between hedge and number."""
    return any("\n\n" in words.gap(i) for i in range(begin + 1, end + 1))


def _narrowed(
    bounds: tuple[Number | None, Number | None], row: Bounds
) -> tuple[Number | None, Number | None]:
    low, high = bounds
    if row.low is None and row.high is not None:
        return None, row.of(high, high)[1]
    if row.high is None:
        return row.of(low, low)[0], None
    if low is None and high is None:
        return bounds
    return row.of(low, low)[0], row.of(high, high)[1]
