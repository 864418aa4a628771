"""What a numeral counts: the noun after it, its unit, or what the words around a bare number say."""

from dataclasses import dataclass, replace
from fractions import Fraction

from korridor.claims.bounds import Number
from korridor.claims.claim import Quantity
from korridor.claims.grammar import Grammar, Noun
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words

_FAR = 9
"""So many words a noun may stand from its number."""


@dataclass(frozen=True)
class Counted:
    """What is counted, and the words that say so.

    Attributes
    ----------
    begin, end : int
        The noun; both the end of the numeral where there is none.
    bare, them : bool
        No noun, or a pronoun in its place.
    """

    quantity: Quantity
    category: str
    begin: int
    end: int
    factor: Number = 1
    bare: bool = False
    them: bool = False


def counted_by(words: Words, grammar: Grammar, numeral: Numeral) -> Counted | None:
    """Find what a numeral counts; None if it counts nothing that is known."""
    low, i = words.low, numeral.end
    percent = grammar.percent.after(low, i)
    if percent or numeral.fraction:
        return _share(words, grammar, numeral, percent[0] if percent else i)
    j = i
    if low[j : j + 1] == ["-"] and words.glued(j) and words.glued(j + 1):
        j += 1  # 48-hour, 60-bus
    first = grammar.nouns.after(low, j)
    if first and j > i and Quantity(first[1][0]) in _MEASURES:
        return _of(first[1], j, first[0])
    partitive = grammar.phrases("nouns", "partitive").after(low, i)
    them = False
    if partitive:
        j = partitive[0]
        if low[j : j + 1] and low[j] in grammar.words("nouns", "them"):
            them, j = True, j + 1
    if them:
        return _of_them(words, grammar, numeral, i, j)
    found = _noun(words, grammar, numeral, j)
    if found is not None:
        return found
    return _bare(words, grammar, numeral)


def _of_them(words: Words, grammar: Grammar, numeral: Numeral, i: int, j: int) -> Counted:
    """200 of them fighters, 200 of them were fighters, 7 of them died."""
    nothing = Counted(Quantity.PERSONS, "people", i, j, bare=True, them=True)
    if words.at(j) in grammar.words("nouns", "after_noun"):
        return nothing
    found = _noun(words, grammar, numeral, j) if words.at(j)[:1].isalpha() else None
    if found is None or found.quantity not in (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES):
        found = _predicate(words, grammar, j)
    return replace(found, them=True) if found is not None else nothing


_MEASURES = (Quantity.DISTANCE_KM, Quantity.AREA_KM2, Quantity.DURATION_S)


def _of(noun: Noun, begin: int, end: int) -> Counted:
    return Counted(Quantity(noun[0]), noun[1], begin, end, factor=noun[2])


def _share(words: Words, grammar: Grammar, numeral: Numeral, end: int) -> Counted | None:
    """A percentage or fraction: of whom stands after ``of``; half an hour is a time."""
    low = words.low
    if numeral.fraction:
        j = (
            end + 1
            if words.at(end) in ("of", "a", "an", "en", "et", "time") and words.at(end) != "time"
            else end
        )
        if words.at(j) in ("a", "an"):
            j += 1
        unit = grammar.nouns.after(low, j)
        if unit and Quantity(unit[1][0]) in _MEASURES and numeral.low is not None:
            share = Fraction(numeral.low) / 100
            return Counted(Quantity(unit[1][0]), "", j, unit[0], factor=share * unit[1][2] / numeral.low)
    partitive = grammar.phrases("nouns", "partitive").after(low, end)
    noun = _noun(words, grammar, numeral, partitive[0]) if partitive else None
    category = noun.category if noun is not None and noun.category else "people"
    return Counted(Quantity.PERCENT, category, end, noun.end if noun else end)


def _noun(words: Words, grammar: Grammar, numeral: Numeral, j: int) -> Counted | None:
    """The head of the noun phrase that begins at word ``j``."""
    low, nouns = words.low, grammar.nouns
    stops, late = grammar.words("nouns", "modifiers_stop"), grammar.words("nouns", "after_noun")
    short, uncounted = grammar.short_units, grammar.words("nouns", "not_counted")
    plain_digits = not numeral.in_words
    best: Counted | None = None
    start, limit, first = j, min(j + _FAR, len(words)), j
    while j < limit:
        word = low[j]
        if best is None and word in uncounted:
            return None
        hit = nouns.after(low, j)
        if hit and (hit[0] - j > 1 or word not in short or (plain_digits and j == numeral.end)):
            if (
                best is not None
                and _plural(low[best.end - 1])
                and not _plural(low[hit[0] - 1])
                and grammar.lang == "en"
            ):
                break
            if best is not None and (
                word in late or Quantity(hit[1][0]) in _MEASURES or best.quantity in _MEASURES
            ):
                break
            best = _of(hit[1], first if best is None else best.begin, hit[0])
            if best.quantity in _MEASURES:
                break
            j = hit[0]
            continue
        if best is None and not word[0].isalpha() and not (word == "-" and j > start and words.glued(j)):
            if word[0].isdecimal() and j > numeral.end and words.at(numeral.end) in ("of", "av"):
                j += 1  # ten of the promised 60 trucks
                continue
            break
        hidden = _compound(word, grammar) if word not in stops else None
        if hidden is not None:
            best = _of(hidden, first if best is None else best.begin, j + 1)
            j += 1
            continue
        if (
            best is not None
            or word in stops
            or ("\n" in words.gap(j) and j > start and "\n\n" in words.gap(j))
        ):
            break
        j += 1
    if best is not None:
        return _mixed(words, grammar, best)
    return _unknown(words, grammar, numeral, start, stops)


def _plural(word: str) -> bool:
    return word.endswith(("s", "men", "people", "children", "wounded", "injured", "dead", "sick", "elderly"))


def _compound(word: str, grammar: Grammar) -> Noun | None:
    """A compound counts what its last part counts: barnefamilier, turbusser."""
    if not grammar.data["numbers"]["compounds"] or len(word) < 5 or len(word) > 40:
        return None
    for form in (word, *(word[: -len(end)] + plural for end, plural in _DEFINITE if word.endswith(end))):
        for cut in range(0, len(form) - 3):
            hit = grammar.nouns.after([form[cut:]], 0) if form[cut:] in grammar.nouns and cut != 1 else None
            if hit:
                return hit[1] if Quantity(hit[1][0]) not in _MEASURES else None
    return None


_DEFINITE = (("ene", "er"), ("ene", ""), ("erne", "ere"), ("ne", ""), ("a", ""))
"""Bokmål's definite plural, back to the indefinite: gjestene, husene, krigerne."""


def _unknown(
    words: Words, grammar: Grammar, numeral: Numeral, start: int, stops: frozenset[str]
) -> Counted | None:
    """A noun of no table: persons by its ending, or something else in the plural."""
    data = grammar.data["nouns"]
    exact = numeral.exact
    if exact is not None and (exact < 2 or exact.denominator > 1):
        return None
    if words.at(start) == "-":
        return None
    for j in range(start, min(start + 3, len(words))):
        word = words.low[j]
        if not word.isalpha() or word in stops:
            return None
        following = words.at(j + 1)
        if following[:1].isalpha() and following not in stops and j + 1 < min(start + 3, len(words)):
            continue  # the last word of the run is its head
        if len(word) > 5 and word.endswith(tuple(data["persons_suffix"])):
            return Counted(Quantity.PERSONS, word, j, j + 1)
        if len(word) > 3 and word.endswith(tuple(data["plural_suffix"])) and not word.endswith("ss"):
            return Counted(Quantity.OTHER, word, j, j + 1)
        return None
    return None


def _mixed(words: Words, grammar: Grammar, noun: Counted) -> Counted:
    """Fighters and their families, buses and ambulances: a group of several kinds has no kind but its own."""
    end = noun.end
    for _ in range(3):  # men, women and children
        listed = grammar.nouns.after(words.low, end + 1) if words.at(end) == "," else None
        if listed is None or listed[1][0] != noun.quantity:
            break
        end = listed[0]
    joins = grammar.phrases("nouns", "mixed_joins").after(words.low, end)
    if not joins:
        return noun
    i = joins[0]
    if (
        words.at(i) in grammar.words("sources", "determiners")
        or not words.at(i).isalpha()
        or words.at(i) in grammar.words("nouns", "modifiers_stop")
    ):
        return noun
    if words.at(i) in grammar.data["numbers"]["small"]:
        return noun
    second = grammar.nouns.after(words.low, i) or grammar.nouns.after(words.low, i + 1)
    if second is None:
        return noun
    quantity = Quantity(second[1][0])
    if noun.quantity is Quantity.PERSONS and quantity is Quantity.PERSONS:
        return replace(noun, category="people", end=second[0])
    if noun.quantity is Quantity.VEHICLES and quantity is Quantity.VEHICLES:
        return replace(noun, category="vehicles", end=second[0])
    return noun


def _bare(words: Words, grammar: Grammar, numeral: Numeral) -> Counted | None:
    """A number with no noun: only where the words around it say that something is counted."""
    low, i = words.low, numeral.end
    if numeral.needs_noun or (
        numeral.bare_year and numeral.exact is not None and 1900 <= numeral.exact < 2100
    ):
        return None
    exact = numeral.exact
    if (exact is not None and exact.denominator > 1) or (words.at(i) == "-" and words.glued(i)):
        return None
    nothing = Counted(Quantity.PERSONS, "people", i, i, bare=True)
    begin = _hedged_from(words, grammar, numeral.begin)
    if numeral.collective or grammar.phrases("nouns", "household_other").before(low, begin):
        return nothing
    if exact is not None and exact < 2:
        return None
    if _is_part(words, grammar, begin) or _stands_alone(words, grammar, numeral, begin):
        return _predicate(words, grammar, i) or nothing
    said_after = grammar.phrases("nouns", "as_number_of").after(low, i)
    if said_after:
        return _noun(words, grammar, numeral, said_after[0]) or nothing
    of = _number_of(words, grammar, numeral.begin)
    if of is not None:
        return of if of.category else nothing
    if grammar.phrases("nouns", "bare_after").after(low, i) or grammar.phrases("nouns", "per_each").after(
        low, i
    ):
        return nothing
    if words.at(i) in grammar.words("nouns", "per") and words.at(i + 1) in grammar.words(
        "nouns", "per_units"
    ):
        return nothing
    following = words.at(i)
    verb = following in grammar.words("nouns", "bare_verbs") or (
        len(following) > 4 and following.endswith(("ed",) if grammar.lang == "en" else ("te", "es", "dde"))
    )
    if verb and not (numeral.in_words and (exact or 9) < 3):
        people = words.at(i) in grammar.words("nouns", "people_verbs") or (
            words.at(i + 1) in grammar.words("nouns", "people_verbs")
        )
        predicate = _predicate(words, grammar, i)
        if predicate is not None:
            return predicate
        return replace(
            nothing,
            category="dead" if people and words.at(i + 1)[:3] in ("kil", "dea", "dre", "omk") else "people",
        )
    return None


def _hedged_from(words: Words, grammar: Grammar, begin: int) -> int:
    """Where the hedges before a numeral begin."""
    while hedged := grammar.before.before(words.low, begin):
        begin = hedged[0]
    return begin


def _is_part(words: Words, grammar: Grammar, begin: int) -> bool:
    """Of whom two; deriblant 40: what is counted was named before."""
    if words.at(begin - 1) == ",":
        begin -= 1
    return grammar.phrases("times", "subset_words").before(words.low, begin) is not None


def _stands_alone(words: Words, grammar: Grammar, numeral: Numeral, begin: int) -> bool:
    """Whether a number ends its clause behind a verb: state television says 4,000; raised to six; it was only 160."""
    after = words.form[numeral.end] if numeral.end < len(words) else "."
    ends = after in ".,;!?)–—:" or words.at(numeral.end) in _GO_ON
    if not ends or (numeral.exact is not None and (numeral.in_words and numeral.exact < 3)):
        return False
    before = words.at(begin - 1)
    if before in (
        "at",
        "by",
        "until",
        "since",
        "from",
        "after",
        "before",
        "kl",
        "klokken",
        "klokka",
        "side",
        "page",
    ):
        return False
    large = numeral.low is not None and numeral.low >= 1000 and not numeral.bare_year
    if (
        (large or numeral.range_)
        and (numeral.low or 0) >= 100
        and after in ".,;)"
        and words.form[begin - 1][0].islower()
    ):
        return True
    if before in ("to", "til", "at", "på"):
        return not grammar.words("nouns", "raised").isdisjoint(words.low[max(0, begin - 9) : begin])
    hedged = begin < numeral.begin and (numeral.high is None or numeral.high >= 10)
    if hedged:
        return True
    if before == ":":
        return not grammar.words("nouns", "raised").isdisjoint(words.low[max(0, begin - 4) : begin])
    if before in grammar.words("sources", "say") and (numeral.low or 0) >= 100:
        return True
    says = before in grammar.words("sources", "say") or before in grammar.words("nouns", "seen_verbs")
    return says and after in ".,;" and not (numeral.in_words and (numeral.exact or 9) < 4)


_GO_ON = frozenset(
    (
        "by",
        "in",
        "on",
        "had",
        "have",
        "once",
        "as",
        "i",
        "på",
        "innen",
        "ifølge",
        "according",
        "so",
        "since",
        "during",
        "per",
    )
)


def _predicate(words: Words, grammar: Grammar, i: int) -> Counted | None:
    """Of whom 200 were fighters: the noun behind the verb says what they are."""
    be = grammar.words("states", "be")
    if words.at(i) not in be:
        return None
    j = i + 1
    hit = grammar.nouns.after(words.low, j) or grammar.nouns.after(words.low, j + 1)
    if hit and hit[1][0] in (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES):
        return Counted(Quantity(hit[1][0]), hit[1][1], i, hit[0])
    return None


def _number_of(words: Words, grammar: Grammar, begin: int) -> Counted | None:
    """The number of fighters at 1,200: the noun stands before."""
    hedge = grammar.before.before(words.low, begin)
    if hedge:
        begin = hedge[0]
    found = grammar.phrases("nouns", "number_nouns").before(words.low, begin)
    if not found:
        if words.at(begin - 1) not in ("at", "to", "til", "på", "as", "er", "var", "is", "was"):
            return None
        for k in range(max(0, begin - 9), begin):
            of = grammar.phrases("nouns", "number_of").after(words.low, k)
            hit = (
                grammar.nouns.after(words.low, of[0]) or grammar.nouns.after(words.low, of[0] + 1)
                if of
                else None
            )
            if hit:
                return Counted(Quantity(hit[1][0]), hit[1][1], begin, begin)
        return None
    return Counted(Quantity.PERSONS, "", begin, begin, bare=True)
