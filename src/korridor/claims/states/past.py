"""Earlier years: a clause that names one tells of no operation of today."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.states.sense import Clause
from korridor.claims.words import Words

_YEARS = frozenset(("years", "decades", "år", "tiår"))


def is_long_ago(words: Words, grammar: Grammar, clause: Clause, year: int | None) -> bool:
    """Whether a clause names a year before the dispatch's own, or tells of what was years ago."""
    for k in range(clause.left, clause.right):
        form = words.form[k]
        if len(form) == 4 and form.isdecimal() and year is not None and 1900 <= int(form) < year:
            return words.at(k - 1) in grammar.words("traps", "year_before")
        if words.low[k] in ("ago", "siden") and words.at(k - 1) in _YEARS:
            return True
    return False


def tells_of_today(words: Words, grammar: Grammar, sentence: Sentence) -> bool:
    """Whether a sentence names a weekday, or says *now* or *today*: the past is over."""
    today = grammar.words("sources", "weekdays") | grammar.words("states", "now")
    return not today.isdisjoint(words.low[sentence.begin : sentence.end])
