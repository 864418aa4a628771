"""Earlier years: a clause that names one tells of no operation of today."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.words import Words

_AGO = frozenset(("ago", "siden"))
_YEARS = frozenset(("years", "decades", "år", "tiår"))


def long_ago_at(words: Words, grammar: Grammar, sentence: Sentence, year: int | None) -> list[int]:
    """Where a sentence names a year before the dispatch's own, or says that it was years ago."""
    found = []
    for k in range(sentence.begin, sentence.end):
        form = words.form[k]
        if len(form) == 4 and form.isdecimal() and year is not None and 1900 <= int(form) < year:
            if words.at(k - 1) in grammar.words("traps", "year_before"):
                found.append(k)
        elif form in _AGO and words.at(k - 1) in _YEARS:
            found.append(k)
    return found


def tells_of_today(words: Words, grammar: Grammar, sentence: Sentence) -> bool:
    """Whether a sentence names a weekday, or says *now* or *today*: the past is over."""
    today = grammar.words("sources", "weekdays") | grammar.words("states", "now")
    return not today.isdisjoint(words.low[sentence.begin : sentence.end])
