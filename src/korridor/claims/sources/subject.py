"""The subject of a verb of saying: the phrase before it, past commas, clauses and what stands beside a name."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.apposition import name_given, proper_name
from korridor.claims.sources.speaker import Span, speaker_before, speaker_from
from korridor.claims.sources.speaks import begins_speaker, is_speaker, is_titled
from korridor.claims.words import Words

_QUOTES = frozenset('“”"«»„')
_OWN = frozenset(("its", "their", "his", "her", "hans", "hennes", "deres"))


def subject_before(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """The phrase before a verb of saying; what stands between commas after it is left out."""
    adverbs = grammar.words("sources", "adverbs")
    j = i
    while j > sentence.begin and words.low[j - 1] in adverbs and i - j < 4:
        j -= 1
    if j > sentence.begin and words.form[j - 1] in (",", ")", "–", "—"):
        return _past_marks(words, grammar, sentence, j)
    span = speaker_before(words, grammar, j, sentence.begin)
    if span is None or not begins_speaker(words, grammar, span[0]):
        for k in range(j - 1, max(sentence.begin, j - 12), -1):
            if words.form[k] in ",;:" or words.form[k] in _QUOTES:
                break
            if words.low[k] in grammar.words("sources", "relative"):
                # a commander who did not want to be named told
                own = speaker_before(words, grammar, k, sentence.begin)
                return name_given(words, grammar, k, j) or own or span
        return first_of_clause(words, grammar, sentence, j) or span
    beside = span[0] > sentence.begin and words.low[span[0] - 1] in grammar.words("sources", "beside")
    if beside and not is_titled(words, grammar, span):
        return first_of_clause(words, grammar, sentence, j) or span
    return span


def _past_marks(words: Words, grammar: Grammar, sentence: Sentence, j: int) -> Span | None:
    """X, who is Y, said: back over what stands between two marks."""
    mark = {",": ",", ")": "(", "–": "–", "—": "—"}[words.form[j - 1]]
    for k in range(j - 2, max(sentence.begin, j - 26), -1):
        if words.form[k] in _QUOTES:
            return None
        if words.form[k] == mark and mark == "(":
            span = speaker_before(words, grammar, k, sentence.begin)
            return (span[0], j) if span is not None and j - k <= 3 else span
        if words.form[k] == mark:
            span = speaker_before(words, grammar, k, sentence.begin)
            proper = proper_name(words, grammar, k + 1, j - 1)
            if proper is not None:
                # the UN's humanitarian office, OCHA, says; its envoy, Staffan de Mistura, says
                own = span is None or words.low[span[0]] in _OWN or words.low[span[1]] == ","
                titled = span is not None and grammar.words("sources", "roles").isdisjoint(
                    words.low[span[0] : span[1]]
                )
                span = proper if own or span is None or not titled else (span[0], proper[1])
            ok = span is not None and is_speaker(words, grammar, span, weak=True)
            return span if ok else None
    if mark == ",":  # two officials who asked not to be named, said
        span = first_of_clause(words, grammar, sentence, j - 1)
        follows = span is not None and words.at(span[1]) in grammar.words("sources", "relative")
        return span if follows else None
    return None


def first_of_clause(words: Words, grammar: Grammar, sentence: Sentence, end: int) -> Span | None:
    """The phrase that the clause begins with: a witness reached by phone spoke, officials on both sides said."""
    begin = sentence.begin
    for k in range(end - 1, max(sentence.begin, end - 14) - 1, -1):
        if (
            words.form[k] in ",;:–—"
            or words.form[k] in _QUOTES
            or words.low[k] in ("that", "at", "and", "og")
        ):
            begin = k + 1
            break
    else:
        if end - 14 > sentence.begin:
            return None
    if begin >= end - 1 or not begins_speaker(words, grammar, begin):
        return None
    span = speaker_from(words, grammar, begin, end)
    if span is None or not is_speaker(words, grammar, span, weak=True):
        return None
    between = words.low[span[1] : end]
    related = bool(between) and between[0] in grammar.words("sources", "relative")
    return span if related or grammar.words("states", "finite").isdisjoint(between) else None


def clause_subject(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """Whoever a sentence is about, where its end says: claiming that."""
    begin = sentence.begin
    while begin < i and not words.form[begin][0].isalnum():
        begin += 1
    if begin >= i or not begins_speaker(words, grammar, begin):
        return None
    span = speaker_from(words, grammar, begin, i)
    return span if span is not None and is_speaker(words, grammar, span, weak=True) else None
