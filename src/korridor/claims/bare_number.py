"""A number without a noun: only where the words around it say that something is counted."""

from dataclasses import replace

from korridor.claims.claim import Quantity
from korridor.claims.counted import Counted, counted_as
from korridor.claims.grammar import Grammar
from korridor.claims.listed import listed, object_of
from korridor.claims.noun_phrase import noun_after
from korridor.claims.numeral import Numeral
from korridor.claims.tally import tallied
from korridor.claims.words import Words

_JOINS = frozenset((",", "and", "but", "og", "men", "mens", "while"))
_CLOSED = "\"'”’»“"


def bare_number(words: Words, grammar: Grammar, numeral: Numeral) -> Counted | None:
    """What a bare number counts, people where nothing else is said; None if it counts nothing."""
    low, i, exact = words.low, numeral.end, numeral.exact
    begin = hedged_from(words, grammar, numeral.begin)
    if numeral.needs_noun or (_may_be_year(numeral) and begin == numeral.begin):
        return None
    if (exact is not None and exact.denominator > 1) or (words.at(i) == "-" and words.glued(i)):
        return None
    nothing = Counted(Quantity.PERSONS, "people", i, i, bare=True)
    if numeral.collective or grammar.phrases("nouns", "household_other").before(low, begin):
        return nothing
    if (exact is not None and exact < 2) or numeral.scale >= 10**9:
        return None  # 3.4 billion: money
    if numeral.scale >= 10**6 and not grammar.words("traps", "money_verbs").isdisjoint(
        low[max(0, begin - 4) : begin]
    ):
        return None  # cost 57 million
    counted = (
        tallied(words, grammar, begin, i)
        or listed(words, grammar, begin, i)
        or object_of(words, grammar, begin, i)
    )
    if counted is not None:
        return counted
    if (
        _is_part(words, grammar, begin)
        or _of_earlier(words, begin, i)
        or _stands_alone(words, grammar, numeral, begin)
    ):
        return predicate(words, grammar, i) or nothing
    said_after = grammar.phrases("nouns", "as_number_of").after(low, i)
    if said_after:
        return noun_after(words, grammar, numeral, said_after[0]) or nothing
    if grammar.phrases("nouns", "number_nouns").before(low, begin) or _is_followed(words, grammar, i):
        return nothing
    if _of_people(words, grammar, numeral, begin):
        return predicate(words, grammar, i) or nothing
    return _before_verb(words, grammar, numeral, nothing)


def _may_be_year(numeral: Numeral) -> bool:
    return numeral.bare_year and numeral.exact is not None and 1900 <= numeral.exact < 2100


def _is_followed(words: Words, grammar: Grammar, i: int) -> bool:
    """4,000 in all; 50 per bus."""
    for table in ("bare_after", "per_each"):
        if grammar.phrases("nouns", table).after(words.low, i):
            return True
    units = grammar.words("nouns", "per_units")
    each = grammar.phrases("nouns", "each_of").after(words.low, i)
    if each and words.at(each[0]) in units:
        return True
    return words.at(i) in grammar.words("nouns", "per") and words.at(i + 1) in units


def _of_people(words: Words, grammar: Grammar, numeral: Numeral, begin: int) -> bool:
    """We were 2,500; they let out 400; to get all 4,500 off; 40,000 in five days: only people are counted so."""
    low = words.low
    if grammar.phrases("nouns", "object_phrases").before(low, begin):
        return True
    following = words.at(numeral.end)
    free = following not in grammar.nouns and not following[:1].isdecimal()
    if free and grammar.phrases("nouns", "we_are").before(low, begin) and (numeral.high or 9) >= 4:
        return True
    all_of = grammar.phrases("nouns", "all").before(low, numeral.begin) is not None
    stops = following in grammar.words("nouns", "modifiers_stop") or not following[:1].isalpha()
    large = numeral.low is not None and numeral.low >= 1000 and not numeral.bare_year
    if not stops or (numeral.high or 0) < 10:
        return False
    if numeral.scale >= 10**6 and begin == numeral.begin:
        return False  # built for 19 million
    return all_of or (
        large and (begin == 0 or words.at(begin - 1) not in grammar.words("nouns", "no_number_after"))
    )


def _before_verb(words: Words, grammar: Grammar, numeral: Numeral, nothing: Counted) -> Counted | None:
    """951 left, 1300 hentet ut: a verb stands behind the number."""
    i = numeral.end
    if words.at(i) in _CLOSED and words.at(i):
        i += 1
    following = words.at(i)
    participle = len(following) > 4 and following.endswith(grammar.endings("nouns", "participle_suffix"))
    verb = following in grammar.words("nouns", "bare_verbs") or participle
    opens = (words.form[numeral.begin][0].isupper() and verb) or (
        words.at(numeral.begin - 1) in _JOINS and following in grammar.words("states", "finite")
    )
    if not verb or (numeral.in_words and (numeral.exact or 9) < 3 and not opens):
        return None
    said = predicate(words, grammar, i)
    if said is not None:
        return said
    dead = any(words.at(j)[:3] in ("kil", "dea", "dre", "omk") for j in (i, i + 1))
    people = grammar.words("nouns", "people_verbs")
    if dead and (following in people or words.at(i + 1) in people):
        return replace(nothing, category="dead")
    return nothing


def hedged_from(words: Words, grammar: Grammar, begin: int) -> int:
    """Where the hedges before a numeral begin."""
    while hedged := grammar.before.before(words.low, begin):
        begin = hedged[0]
    return begin


def _is_part(words: Words, grammar: Grammar, begin: int) -> bool:
    """Of whom two; deriblant 40: what is counted was named before."""
    if words.at(begin - 1) == ",":
        begin -= 1
    return grammar.phrases("times", "subset_words").before(words.low, begin) is not None


def _of_earlier(words: Words, begin: int, end: int) -> bool:
    """Av de 45 bussene snudde 12: the sentence begins with the whole, and the number ends its clause."""
    if words.at(end) not in ("", ".", ",", ";"):
        return False
    for k in range(begin - 1, max(-1, begin - 20), -1):
        if words.form[k] in ".;!?":
            break
        first = k == 0 or words.form[k - 1] in ".;!?"
        if first and words.low[k] in ("of", "av"):
            return any(form[0].isdecimal() for form in words.form[k + 1 : k + 5])
    return False


def _stands_alone(words: Words, grammar: Grammar, numeral: Numeral, begin: int) -> bool:
    """Whether a number ends its clause behind a verb: state television says 4,000; raised to six; it was only 160."""
    after = words.form[numeral.end] if numeral.end < len(words) else "."
    ends = after in ".,;!?)–—:" or words.at(numeral.end) in grammar.words("nouns", "go_on")
    if not ends or (numeral.exact is not None and numeral.in_words and numeral.exact < 3):
        return False
    before = words.at(begin - 1)
    if before in grammar.words("nouns", "no_number_after"):
        return False
    large = numeral.low is not None and numeral.low >= 1000 and not numeral.bare_year
    small_letter = begin > 0 and words.form[begin - 1][0].islower()
    if (large or numeral.range_) and (numeral.low or 0) >= 100 and after in ".,;)" and small_letter:
        return True
    raised = grammar.words("nouns", "raised")
    if before in ("to", "til", "at", "på"):
        near = words.low[max(0, begin - 9) : begin]
        return not raised.isdisjoint(near) or not grammar.words("nouns", "counted_before_colon").isdisjoint(
            near
        )
    if begin < numeral.begin and (numeral.high is None or numeral.high >= 10):
        return True
    if before == ":":
        return not raised.isdisjoint(words.low[max(0, begin - 9) : begin])
    says = before in grammar.words("sources", "say")
    if says and (numeral.low or 0) >= 100:
        return True
    says = says or before in grammar.words("nouns", "seen_verbs")
    return says and after in ".,;" and not (numeral.in_words and (numeral.exact or 9) < 4)


def predicate(words: Words, grammar: Grammar, i: int) -> Counted | None:
    """Of whom 200 were fighters: the noun behind the verb says what they are."""
    if words.at(i) not in grammar.words("states", "be"):
        return None
    hit = grammar.nouns.after(words.low, i + 1) or grammar.nouns.after(words.low, i + 2)
    if hit and hit[1][0] in (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES):
        return counted_as(hit[1], i, hit[0])
    return None
