"""Verbs of saying: X said, said X, X told Y, X quoted Y as saying."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.apposition import name_beside
from korridor.claims.sources.attributed import Attribution
from korridor.claims.sources.passing import between, cited, cited_first, cited_late, passed_on, publishes
from korridor.claims.sources.speaker import Span, speaker_from
from korridor.claims.sources.speaks import begins_speaker, is_speaker, is_titled
from korridor.claims.sources.subject import clause_subject, subject_before
from korridor.claims.words import Words


def said(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """X said, said X, X told Y, X quoted Y as saying."""
    low, word = words.low, words.low[i]
    fixed = word in grammar.words("sources", "needs_that")
    if fixed and "at" not in low[i + 1 : i + 4]:
        return None
    if words.at(i - 1) in grammar.words("sources", "unsaid"):
        return None
    if word in grammar.words("sources", "saying"):
        if words.form[i - 1] != "," or words.at(i + 1) in grammar.words("sources", "pronouns"):
            return None
        subject = clause_subject(words, grammar, sentence, i)  # the centre went furthest, claiming that
        return None if subject is None else _with_subject_first(words, grammar, sentence, i, subject, False)
    if word in grammar.words("sources", "needs_at") and grammar.words("sources", "at").isdisjoint(
        low[i + 1 : i + 9]
    ):
        return None
    if _is_passive(words, grammar, i):
        return None
    weak = word in grammar.words("sources", "weak")
    subject = subject_before(words, grammar, sentence, i)
    if subject is not None and _says_nothing(words, grammar, subject):
        subject = None  # it is said; det melder NTB
    inverted = None if fixed else _inverted(words, grammar, sentence, i, subject, weak)
    told = word in grammar.words("sources", "tell")
    if inverted is not None and not (told and subject is not None):
        fronted = subject is not None and is_fronted(words, grammar, sentence, subject)
        if subject is None or fronted or words.form[i - 1] in ',”"»?!':
            hearer = subject if fronted and subject is not None and _hears(words, grammar, subject) else None
            return _with_verb_first(words, grammar, sentence, i, inverted, hearer)
    if subject is None and low[i - 1] in grammar.words("sources", "and"):
        subject = speaker_from(words, grammar, sentence.begin, i)  # He gives no total, but says that …
    if subject is None or not is_speaker(words, grammar, subject, weak):
        return None
    named = words.form[subject[1] - 1][0].isupper() and is_titled(words, grammar, subject)
    if not (named or begins_speaker(words, grammar, subject[0])) or not _sees(words, grammar, subject, word):
        return None
    return _with_subject_first(words, grammar, sentence, i, subject, told)


def _is_passive(words: Words, grammar: Grammar, i: int) -> bool:
    """A scheme was announced: nobody speaks."""
    if not grammar.data["states"]["progressive_endings"] or not words.low[i].endswith(("ed", "wn", "en")):
        return False
    adverbs = grammar.words("states", "in_group")
    j = i - 1
    while words.at(j) in adverbs or words.at(j).endswith("ly"):
        j -= 1
    return words.at(j) in grammar.words("states", "be")


def _says_nothing(words: Words, grammar: Grammar, span: Span) -> bool:
    """It, that, det, the same number: no speaker."""
    if words.low[span[1] - 1] in grammar.words("sources", "figure_words") or words.low[span[0] : span[1]] in (
        ["det", "samme"],
        ["samme"],
    ):
        return not words.form[span[0] : span[1]][-1].isupper() and grammar.lang == "nb"
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
    fronted = subject is not None and is_fronted(words, grammar, sentence, subject)
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


def is_fronted(words: Words, grammar: Grammar, sentence: Sentence, subject: Span) -> bool:
    """Bokmål: what stands before the verb is not its subject when a preposition opens it: i en melding sier X."""
    before = subject[0] - 1
    return before >= sentence.begin and words.low[before] in grammar.words("sources", "fronts")


def _hears(words: Words, grammar: Grammar, span: Span) -> bool:
    """Overfor NTB bekrefter X: the one who is told passes it on."""
    return words.low[span[0] - 1] in grammar.words("sources", "hearers") and publishes(words, grammar, span)


def _with_verb_first(
    words: Words, grammar: Grammar, sentence: Sentence, i: int, span: Span, hearer: Span | None
) -> Attribution:
    described = span[0]
    span = name_beside(words, grammar, span, sentence.end)
    speakers, end = passed_on(words, grammar, sentence, (span,), span[1])
    if hearer is not None:
        speakers = (*speakers, hearer)
    goes_on = words.at(end) in ("that", "at", ":") or (
        end < sentence.end
        and words.form[i - 1] == ","
        and (words.form[end][0].isdecimal() or grammar.before.after(words.low, end) is not None)
    )
    first = cited_first(words, grammar, sentence, i)
    if first is not None:
        speakers = (first, *speakers)
    return Attribution(min(i, described), end, speakers, i == sentence.begin or goes_on, (described, span[1]))


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
    first = cited_first(words, grammar, sentence, span[0])
    if first is not None:
        speakers = (first, *speakers)
    if len(speakers) == 1 and (late := cited_late(words, grammar, sentence, end)) is not None:
        speakers = (late, *speakers)
    comma = words.form[span[0] - 1] in ',”"»' and span[0] > sentence.begin
    that = words.at(end) in ("that", "at", ":") or words.at(i + 1) in ("that", "at", ":")
    tail = comma and not that and (end >= sentence.end - 1 or words.form[end] in '.,”"»')
    return Attribution(span[0], end, speakers, not tail, (span[0], i))
