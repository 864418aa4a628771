"""Attributions: the places of a sentence that say whose words they are."""

from dataclasses import dataclass
from functools import lru_cache

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.labels import label_before, origin_of, owner_of
from korridor.claims.sources.passing import between, cited, cited_late, passed_on, publishes
from korridor.claims.sources.speaker import Span, begins_speaker, is_speaker, is_titled, speaker_from
from korridor.claims.sources.subject import subject_before
from korridor.claims.words import Words


@dataclass
class Attribution:
    """Who speaks, in words ``begin`` up to ``end``, with those who passed it on.

    Attributes
    ----------
    speakers : tuple of Span
        The first speaker first.
    before : bool
        It stands before what is said (``The army said that …``), not behind.
    described : Span
        The speaker with all that is said of it, for later titles (``the spokesman``).
    """

    begin: int
    end: int
    speakers: tuple[Span, ...]
    before: bool
    described: Span


def attributions_of(words: Words, grammar: Grammar, sentence: Sentence) -> list[Attribution]:
    """Find the attributions of a sentence, in its order."""
    found: list[Attribution] = []
    starts = _starts(grammar)
    for i in range(sentence.begin, sentence.end):
        if words.low[i] not in starts:
            continue
        one = _at(words, grammar, sentence, i)
        if one is None:
            continue
        if not found or one.begin >= found[-1].end:
            found.append(one)
    return found


def _at(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """The attribution that a word tells of, if any."""
    for name in ("according", "passive"):
        table = grammar.phrases("sources", name)
        hit = table.after(words.low, i) if words.low[i] in table.first else None
        if hit and (one := _behind(words, grammar, sentence, i, hit[0])) is not None:
            return one
    if words.low[i] in grammar.words("sources", "say"):
        return _said(words, grammar, sentence, i)
    for find in (label_before, owner_of, origin_of):
        span = find(words, grammar, sentence, i)
        if span is not None:
            return Attribution(span[0], max(i, span[1]), (span,), find is not origin_of, span)
    return None


@lru_cache(maxsize=8)
def _starts(grammar: Grammar) -> frozenset[str]:
    """The words that an attribution is found by."""
    tables = (grammar.phrases("sources", name).first for name in ("according", "passive", "come_from"))
    owned = grammar.words("sources", "own_documents") | {":"}
    return grammar.words("sources", "say").union(owned, *tables)


def _behind(words: Words, grammar: Grammar, sentence: Sentence, i: int, j: int) -> Attribution | None:
    """According to X, said by X."""
    span = speaker_from(words, grammar, j, sentence.end)
    if span is None or not is_speaker(words, grammar, span, weak=False):
        return None
    speakers, end = passed_on(words, grammar, sentence, (span,), span[1])
    first = all(not words.form[k][0].isalpha() for k in range(sentence.begin, i)) or i - sentence.begin < 2
    return Attribution(i, end, speakers, first, span)


def _said(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """X said, said X, X told Y, X quoted Y as saying."""
    low, word = words.low, words.low[i]
    if words.at(i - 1) in ("to", "å", "not", "be", "been"):
        return None
    fixed = word in grammar.words("sources", "needs_that")
    if fixed and "at" not in low[i + 1 : i + 4]:
        return None
    weak = word in grammar.words("sources", "weak")
    subject = subject_before(words, grammar, sentence, i)
    if subject is not None and _says_nothing(words, grammar, subject):
        subject = None  # it is said; det melder NTB
    inverted = None if fixed else _inverted(words, grammar, sentence, i, subject, weak)
    told = word in grammar.words("sources", "tell")
    if inverted is not None and not (told and subject is not None):
        fronted = subject is not None and _fronted(words, grammar, sentence, subject)
        if subject is None or fronted or words.form[i - 1] in ',”"»?!':
            hearer = subject if fronted and subject is not None and _hears(words, grammar, subject) else None
            return _with_verb_first(words, grammar, sentence, i, inverted, hearer)
    if subject is None and low[i - 1] in grammar.words("sources", "and"):
        subject = speaker_from(words, grammar, sentence.begin, i)  # He gives no total, but says that …
    if subject is None or not is_speaker(words, grammar, subject, weak):
        return None
    if not begins_speaker(words, grammar, subject[0]) or not _sees(words, grammar, subject, word):
        return None
    return _with_subject_first(words, grammar, sentence, i, subject, told)


def _says_nothing(words: Words, grammar: Grammar, span: Span) -> bool:
    """It, that, det: no speaker."""
    if span[1] - span[0] != 1 or words.form[span[0]].isupper():  # WHO
        return False
    return words.low[span[0]] in grammar.words("sources", "not_speaker")


def _sees(words: Words, grammar: Grammar, span: Span, word: str) -> bool:
    """Only a reporter's seeing is a report."""
    if word not in grammar.words("sources", "eyes"):
        return True
    return not grammar.words("sources", "reporters").isdisjoint(words.low[span[0] : span[1]])


def _inverted(
    words: Words, grammar: Grammar, sentence: Sentence, i: int, subject: Span | None, weak: bool
) -> Span | None:
    """The speaker behind the verb: said X, opplyser selskapet."""
    behind_mark = words.form[i - 1] in ',”"»–—:?!' or i == sentence.begin
    fronted = subject is not None and _fronted(words, grammar, sentence, subject)
    begin = i + 1
    ahead = words.at(begin)
    if not (behind_mark or subject is None or fronted) or not ahead[:1].isalpha():
        return None
    if ahead in grammar.words("sources", "that"):
        return None
    if ahead in grammar.words("sources", "adverbs") and ahead not in grammar.words("sources", "np_inner"):
        begin += 1
    span = speaker_from(words, grammar, begin, sentence.end)
    if span is None:
        return None
    starts = begins_speaker(words, grammar, begin) or (behind_mark and is_titled(words, grammar, span))
    return span if starts and is_speaker(words, grammar, span, weak) else None


def _fronted(words: Words, grammar: Grammar, sentence: Sentence, subject: Span) -> bool:
    """Bokmål: what stands before the verb is not its subject when a preposition opens it: i en melding sier X."""
    before = subject[0] - 1
    return before >= sentence.begin and words.low[before] in grammar.words("sources", "fronts")


def _hears(words: Words, grammar: Grammar, span: Span) -> bool:
    """Overfor NTB bekrefter X: the one who is told passes it on."""
    return words.low[span[0] - 1] in grammar.words("sources", "hearers") and publishes(words, grammar, span)


def _with_verb_first(
    words: Words, grammar: Grammar, sentence: Sentence, i: int, span: Span, hearer: Span | None
) -> Attribution:
    speakers, end = passed_on(words, grammar, sentence, (span,), span[1])
    if hearer is not None:
        speakers = (*speakers, hearer)
    goes_on = words.at(end) in ("that", "at", ":") or (
        end < sentence.end
        and words.form[i - 1] == ","
        and (words.form[end][0].isdecimal() or grammar.before.after(words.low, end) is not None)
    )
    return Attribution(min(i, span[0]), end, speakers, i == sentence.begin or goes_on, span)


def _with_subject_first(
    words: Words, grammar: Grammar, sentence: Sentence, i: int, span: Span, told: bool
) -> Attribution:
    quoted = cited(words, grammar, sentence, i)
    if quoted is not None:
        return Attribution(span[0], quoted[1], (quoted, span), True, quoted)
    speakers, end = passed_on(words, grammar, sentence, (span,), i + 1, told=told)
    early = between(words, grammar, span, i)
    if early:
        speakers = early(speakers)
    if len(speakers) == 1 and (late := cited_late(words, grammar, sentence, end)) is not None:
        speakers = (late, *speakers)
    comma = words.form[span[0] - 1] in ',”"»' and span[0] > sentence.begin
    that = words.at(end) in ("that", "at", ":") or words.at(i + 1) in ("that", "at", ":")
    tail = comma and not that and (end >= sentence.end - 1 or words.form[end] in '.,”"»')
    return Attribution(span[0], end, speakers, not tail, (span[0], i))
