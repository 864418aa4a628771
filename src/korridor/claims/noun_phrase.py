"""The head of the noun phrase behind a numeral: 4000 innesperrede sivile, 26 Red Crescent workers."""

from dataclasses import replace
from functools import lru_cache

from korridor.claims.claim import Quantity
from korridor.claims.counted import MEASURES, Counted, counted_as
from korridor.claims.grammar import Grammar, Noun
from korridor.claims.numeral import Numeral
from korridor.claims.unknown_noun import looks_plural, unknown_noun
from korridor.claims.words import Words

_FAR = 9
"""So many words a noun may stand from its number."""


def noun_after(words: Words, grammar: Grammar, numeral: Numeral, j: int) -> Counted | None:
    """The head of the noun phrase that begins at word ``j``; None if there is none."""
    head = _head(words, grammar, numeral, j)
    if head == "nothing":
        return None
    if isinstance(head, Counted):
        return _mixed(words, grammar, _possessed(words, grammar, head))
    return unknown_noun(words, grammar, numeral, j)


def _head(words: Words, grammar: Grammar, numeral: Numeral, start: int) -> Counted | str | None:
    """The last noun of the phrase that a table knows; ``nothing`` where the noun is one that counts nothing."""
    low = words.low
    stops = grammar.words("nouns", "modifiers_stop")
    best: Counted | None = None
    j, limit = start, min(start + _FAR, len(words))
    while j < limit:
        word = low[j]
        if best is None and _is_no_count(word, grammar, numeral):
            return "nothing"
        hit = _known(words, grammar, numeral, j)
        if hit is not None:
            noun, end = hit
            if best is not None and _begins_anew(words, grammar, best, noun, j, end):
                break
            if Quantity(noun[0]) in MEASURES and not _close_by(words, grammar, numeral, j):
                break  # it promised 4,000 last week
            best = counted_as(noun, start if best is None else best.begin, end)
            if best.quantity in MEASURES:
                break
            j = end
            continue
        if best is None and _named_pair(words, j):
            j += 1  # 17 ICRC and UN vehicles
            continue
        if best is not None or word in stops or ("\n\n" in words.gap(j) and j > start):
            break
        if word in grammar.data["numbers"]["small"] and words.at(numeral.end) not in ("of", "av"):
            break  # exactly 301 four days earlier
        if not word[0].isalpha() and not (word == "-" and j > start and words.glued(j)):
            # ten of the promised 60 trucks
            if not (word[0].isdecimal() and j > numeral.end and words.at(numeral.end) in ("of", "av")):
                break
        elif looks_plural(words, grammar, j) and _known(words, grammar, numeral, j + 1) is None:
            break  # the head is a noun of no table
        j += 1
    return best


def _close_by(words: Words, grammar: Grammar, numeral: Numeral, j: int) -> bool:
    """Whether nothing, or only *full* or *more*, stands between a number and its unit."""
    between = (word for word in words.low[numeral.end : j] if word[0].isalpha())
    allowed = grammar.words("nouns", "before_measure")
    return grammar.after.after(words.low, numeral.end) is not None or all(word in allowed for word in between)


def _named_pair(words: Words, j: int) -> bool:
    """Whether *and* joins two names before one noun: ICRC and UN vehicles."""
    return (
        words.low[j] in ("and", "og")
        and words.form[j - 1][0].isupper()
        and words.form[j + 1 : j + 2] != []
        and words.form[j + 1][0].isupper()
    )


def _known(words: Words, grammar: Grammar, numeral: Numeral, j: int) -> tuple[Noun, int] | None:
    """A noun of the table at word ``j``, by itself or as the last part of a compound."""
    hit = grammar.nouns.after(words.low, j)
    if hit:
        short = hit[0] - j == 1 and words.low[j] in grammar.short_units
        if not short or (not numeral.in_words and j == numeral.end):
            return hit[1], hit[0]
    word = words.at(j)
    if word in grammar.words("nouns", "modifiers_stop"):
        return None
    hidden = compound(word, grammar)
    return (hidden, j + 1) if hidden is not None else None


def _begins_anew(words: Words, grammar: Grammar, best: Counted, noun: Noun, j: int, end: int) -> bool:
    """Whether a second noun is no part of the first one's phrase."""
    if words.low[j] in grammar.words("nouns", "after_noun"):
        return True
    if Quantity(noun[0]) in MEASURES or best.quantity in MEASURES:
        return True
    if grammar.data["numbers"][
        "compounds"
    ]:  # nouns are written as one word: only an adjective stands before one
        return not words.low[best.end - 1].endswith("e")
    return _is_plural(words.low[best.end - 1]) and not _is_plural(words.low[end - 1])


def _is_plural(word: str) -> bool:
    return word.endswith(("s", "men", "people", "children", "wounded", "injured", "dead", "sick", "elderly"))


def _is_no_count(word: str, grammar: Grammar, numeral: Numeral) -> bool:
    """Sides, parties, times: nouns that say nothing of an operation; two goals, but 3500 decares (``mål``)."""
    uncounted = grammar.words("nouns", "not_counted")
    few = grammar.data["nouns"]["not_counted_below"].get(word)
    if few is not None:
        return bool((numeral.low or 0) < few)
    if not word.isalpha():
        return False
    return word in uncounted or any(form in uncounted for form in indefinite(word, grammar))


@lru_cache(maxsize=1 << 16)
def compound(word: str, grammar: Grammar) -> Noun | None:
    """A compound counts what its last part counts: barnefamilier, turbusser, schoolchildren."""
    if not 5 <= len(word) <= 40:
        return None
    heads, short = grammar.words("nouns", "heads"), grammar.words("nouns", "short_heads")
    if grammar.lang == "en" and not word.endswith(tuple(heads)):
        return None
    for form in (word, *indefinite(word, grammar)):
        for cut in range(len(form) - 2):
            head = form[cut:]
            if cut == 1 or head not in grammar.nouns or (len(head) == 3 and head not in short):
                continue
            if heads and cut and head not in heads:
                continue
            hit = grammar.nouns.after([head], 0)
            if hit:
                return hit[1] if Quantity(hit[1][0]) not in MEASURES else None
    return None


@lru_cache(maxsize=1 << 16)
def indefinite(word: str, grammar: Grammar) -> tuple[str, ...]:
    """What a word may be without its definite ending: gjestene, husene, krigerne; none in English."""
    endings = grammar.data["nouns"]["definite_endings"]
    return tuple(word[: -len(end)] + plural for end, plural in endings if word.endswith(end))


def _possessed(words: Words, grammar: Grammar, noun: Counted) -> Counted:
    """Foreign fighters' wives: who is counted stands behind the apostrophe."""
    if words.at(noun.end) not in ("'", "’") or not words.glued(noun.end):
        return noun
    hit = grammar.nouns.after(words.low, noun.end + 1)
    if hit is None or Quantity(hit[1][0]) in MEASURES:
        return noun
    return counted_as(hit[1], noun.begin, hit[0])


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
    other = words.at(i)
    if (
        other in grammar.words("sources", "determiners")
        or not other.isalpha()
        or other in grammar.words("nouns", "modifiers_stop")
        or other in grammar.data["numbers"]["small"]
    ):
        return noun
    second = grammar.nouns.after(words.low, i) or grammar.nouns.after(words.low, i + 1)
    if second is None:
        hidden = compound(other, grammar)
        second = (i + 1, hidden) if hidden is not None else None
    if second is None:
        return noun
    quantity = Quantity(second[1][0])
    if noun.quantity is Quantity.PERSONS and quantity is Quantity.PERSONS:
        return replace(noun, category="people", end=second[0])
    if noun.quantity is Quantity.VEHICLES and quantity is Quantity.VEHICLES:
        return replace(noun, category="vehicles", end=second[0])
    return noun
