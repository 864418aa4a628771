"""The figures of a text: numerals that count or measure something, and no others."""

from dataclasses import replace
from itertools import pairwise

from korridor.claims.claim import Quantity
from korridor.claims.counted import Counted
from korridor.claims.counting import counted_by
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.number_words import NumberWords
from korridor.claims.numeral import Numeral
from korridor.claims.numerals import numerals_of
from korridor.claims.traps import is_label, is_trap
from korridor.claims.words import Words

COUNTS = (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES)


def figures_of(words: Words, grammar: Grammar, number_words: NumberWords) -> list[Figure]:
    """Find the figures of a text, in its order; bounds come later."""
    found: list[Figure] = []
    numerals = numerals_of(words, grammar, number_words)
    for at, numeral in enumerate(numerals):
        if is_trap(words, grammar, numeral):
            continue
        counted = counted_by(words, grammar, numeral)
        if counted is None:
            counted = _shared(words, grammar, numerals, at)
        if counted is None or _impossible(words, grammar, numeral, counted):
            continue
        found.append(_figure(words, grammar, numeral, counted))
    for figure, following in pairwise(found):
        if figure.end > following.begin:  # nearly 6,000 of the 10,300 people: each has its own wording
            figure.end = figure.numeral.end
    return found


def _impossible(words: Words, grammar: Grammar, numeral: Numeral, counted: Counted) -> bool:
    if is_label(words, grammar, numeral, counted.end <= numeral.end or counted.bare):
        return True
    every, following = grammar.words("traps", "every"), words.at(counted.end + 1)
    if words.at(counted.end) in every and (
        following[:1].isdecimal() or following in grammar.data["numbers"]["small"]
    ):
        return True  # a plane every 39 minutes
    exact = numeral.exact
    hyphen = words.at(numeral.end) == "-" and words.glued(numeral.end)
    if hyphen and counted.begin > numeral.end + 1 and not grammar.after.after(words.low, numeral.end):
        return True  # four-wheel drives
    if exact is None:
        return numeral.needs_noun and counted.bare and not counted.them
    if counted.quantity in COUNTS and (exact.denominator > 1 or exact == 0):
        return True
    if exact == 0:
        return True
    if exact == 1 and numeral.in_words:
        return _mere_one(words, grammar, numeral, counted)
    definite = words.at(numeral.begin - 1) in grammar.words("traps", "definite")
    return definite and numeral.in_words and exact < 10 and counted.quantity is Quantity.OTHER


def _mere_one(words: Words, grammar: Grammar, numeral: Numeral, counted: Counted) -> bool:
    """One as an article or pronoun: a figure only with a hedge (at least one) or as a part (one of them a child)."""
    if counted.them:
        return words.at(counted.end) in grammar.words("sources", "say")  # one of them said
    return grammar.before.before(words.low, numeral.begin) is None or counted.bare


def _shared(words: Words, grammar: Grammar, numerals: list[Numeral], at: int) -> Counted | None:
    """200 civilian and 50 military vehicles: the noun stands behind the second number."""
    if at + 1 == len(numerals):
        return None
    one, two = numerals[at], numerals[at + 1]
    between = words.low[one.end : two.begin]
    if not _join(between, grammar):
        return None
    if one.bare_year or is_trap(words, grammar, two):
        return None
    counted = counted_by(words, grammar, two)
    if counted is None or counted.bare or (counted.quantity is Quantity.DURATION_S and len(between) > 1):
        return None
    return replace(counted, begin=one.end, end=one.end)


def _join(between: list[str], grammar: Grammar) -> bool:
    """Two and possibly four people, 200 civilian and 50 military vehicles, 10, perhaps 12, buses."""
    joins, maybe = ("and", "or", "og", "eller"), grammar.words("nouns", "maybe")
    while between and between[-1] in maybe:
        between = between[:-1]
        if between and between[-1] == ",":
            return len(between) == 1
    return 1 <= len(between) <= 3 and between[-1] in joins and "," not in between


def _figure(words: Words, grammar: Grammar, numeral: Numeral, counted: Counted) -> Figure:
    begin, end = numeral.begin, max(counted.end, numeral.end)
    noun = words.said(counted.begin, counted.end) if counted.end > counted.begin else ""
    figure = Figure(
        numeral=numeral,
        begin=begin,
        end=end,
        quantity=counted.quantity,
        category=counted.category,
        unit=noun,
        noun_end=end,
        factor=counted.factor,
        bare=counted.bare,
        them=counted.them,
    )
    if figure.quantity is Quantity.PERCENT:
        figure.unit = words.said(numeral.end, counted.begin) if counted.begin > numeral.end else "%"
    elif not figure.category:
        figure.category = _UNIT_CATEGORY.get(figure.quantity, "people")
    if household(words, grammar, begin):
        figure.quantity, figure.notes["household"] = Quantity.OTHER, True
    elif (rate_end := rate(words, grammar, figure)) is not None:
        figure.quantity, figure.end, figure.notes["rate"] = Quantity.OTHER, rate_end, True
        figure.noun_end = max(figure.noun_end, rate_end)
    return figure


_UNIT_CATEGORY = {
    Quantity.DISTANCE_KM: "distance",
    Quantity.AREA_KM2: "area",
    Quantity.DURATION_S: "duration",
}


def household(words: Words, grammar: Grammar, begin: int) -> bool:
    """Families of five: the size of a household."""
    while hedged := grammar.before.before(words.low, begin):
        begin = hedged[0]
    return grammar.phrases("nouns", "household_other").before(words.low, begin) is not None


def rate(words: Words, grammar: Grammar, figure: Figure) -> int | None:
    """Where a rate ends (30 an hour, 50 per bus, two patients each); None if the figure is none."""
    low, i = words.low, figure.end
    if figure.quantity in (Quantity.PERCENT, Quantity.AREA_KM2):
        return None
    begin = figure.numeral.begin
    while hedged := grammar.before.before(low, begin):
        begin = hedged[0]
    if grammar.phrases("nouns", "each_before").before(low, begin):
        return i
    if words.at(i) == "/" and words.at(i + 1)[:1].isalpha():
        return i + 2
    not_after = grammar.words("nouns", "not_after")
    found = grammar.phrases("nouns", "per_each").after(low, i)
    if found and words.at(found[0]) not in not_after:
        return found[0]
    if words.at(i) in grammar.words("nouns", "per"):
        dot = words.at(i + 1) == "."
        unit = words.at(i + 1 + dot)
        if unit in grammar.words("nouns", "per_units") and words.at(i + 2 + dot) not in not_after:
            return i + 2 + dot
    of = grammar.phrases("nouns", "each_of").after(low, i)
    if of and words.at(of[0]) in grammar.words("nouns", "per_units"):
        return of[0] + 1
    if _on_average(words, grammar, figure, begin):
        return i
    last = words.at(i) in grammar.words("nouns", "each") and not words.at(i + 1)[:1].isalpha()
    return i + 1 if last and grammar.lang else None


def _on_average(words: Words, grammar: Grammar, figure: Figure, begin: int) -> bool:
    """Each ambulance carried two wounded: the subject of the clause says that it is a load."""
    if figure.quantity not in (Quantity.PERSONS, Quantity.FAMILIES):
        return False
    table = grammar.phrases("nouns", "average")
    for k in range(begin - 1, max(-1, begin - 9), -1):
        if words.form[k] in ".,;:!?":
            return False
        if table.after(words.low, k):
            return True
    return False
