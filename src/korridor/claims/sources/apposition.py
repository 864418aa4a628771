"""The name beside a speaker: its envoy, Staffan de Mistura; a fighter who gave his name as Abu Yassin."""

from korridor.claims.grammar import Grammar
from korridor.claims.sources.speaker import Span
from korridor.claims.words import Words

_SMALL = frozenset(("de", "al", "von", "van", "-", "el", "bin", "der", "."))
_ENDS = frozenset((",", ".", ":", ";", "”", "»", '"', "–", "—", "("))


def proper_name(words: Words, grammar: Grammar, begin: int, end: int) -> Span | None:
    """A name between commas is the speaker: its envoy, Staffan de Mistura, says; the spokesman, Colonel X, said."""
    roles = grammar.words("sources", "roles")
    while begin < end - 1 and words.low[begin] in roles:
        begin += 1
    forms = words.form[begin:end]
    if len(forms) == 1 and forms[0].isupper() and len(forms[0]) > 1:
        return begin, end
    if len(forms) == 1 and forms[0].istitle() and forms[0].isalpha() and words.low[begin] not in roles:
        return begin, end  # one driver, Hassan, said
    capitals = sum(form[0].isupper() for form in forms)
    small = [form for form in forms if not form[0].isupper() and form not in _SMALL]
    return (begin, end) if 2 <= capitals <= 4 and not small and forms[0][0].isupper() else None


def name_beside(words: Words, grammar: Grammar, span: Span, end: int) -> Span:
    """The name that stands between commas behind a described speaker, or that he gave; else the phrase itself."""
    given = name_given(words, grammar, span[1], min(end, span[1] + 12))
    if given is not None:
        return given
    described = words.form[span[1] - 1][0].islower() or words.low[span[0]] in grammar.words(
        "sources", "determiners"
    )
    if words.at(span[1]) != "," or span[1] >= end or not described:
        return span
    begin = j = span[1] + 1
    while (
        j < end
        and j - begin < 6
        and (words.form[j][0].isupper() or words.low[j] in _SMALL)
        and words.form[j] != "."
    ):
        j += 1
    closed = j < len(words) and (
        words.form[j] in _ENDS or words.low[j] in grammar.words("sources", "relative")
    )
    name = proper_name(words, grammar, begin, j) if closed and j - begin >= 2 else None
    return name if name is not None else span


def name_given(words: Words, grammar: Grammar, begin: int, end: int) -> Span | None:
    """Who gave his name as Abu Yassin, som kaller seg Abu Yassin."""
    table = grammar.phrases("sources", "named_as")
    for k in range(begin, end):
        hit = table.after(words.low, k) if words.low[k] in table else None
        if hit is not None:
            j = hit[0]
            while j < len(words) and j - hit[0] < 4 and words.form[j][0].isupper():
                j += 1
            return (hit[0], j) if j > hit[0] else None
        if words.form[k] in ".;:":
            return None
    return None
