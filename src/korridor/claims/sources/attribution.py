"""Attributions: the places of a sentence that say whose words they are."""

from dataclasses import dataclass
from functools import lru_cache

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.speaker import Span, begins_speaker, is_speaker, speaker_before, speaker_from
from korridor.claims.words import Words

_QUOTES = frozenset('“”"«»„')


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
    i = sentence.begin
    say = grammar.words("sources", "say")
    according = grammar.phrases("sources", "according")
    passive = grammar.phrases("sources", "passive")
    starts = _starts(grammar)
    while i < sentence.end:
        word = words.low[i]
        if word not in starts:
            i += 1
            continue
        one: Attribution | None = None
        if word in according and (hit := according.after(words.low, i)):
            one = _behind(words, grammar, sentence, i, hit[0])
        if one is None and word in passive and (hit := passive.after(words.low, i)):
            one = _behind(words, grammar, sentence, i, hit[0])
        if one is None and word in say:
            one = _said(words, grammar, sentence, i)
        if one is not None and not (found and one.begin < found[-1].end):
            found.append(one)
            i = max(i + 1, one.end)
        elif one is not None and one.end > found[-1].end:
            i += 1
        else:
            i += 1
    return found


@lru_cache(maxsize=8)
def _starts(grammar: Grammar) -> frozenset[str]:
    """The words that an attribution is found by."""
    tables = (grammar.phrases("sources", name).first for name in ("according", "passive"))
    return grammar.words("sources", "say").union(*tables)


def _behind(words: Words, grammar: Grammar, sentence: Sentence, i: int, j: int) -> Attribution | None:
    """According to X, said by X."""
    span = speaker_from(words, grammar, j, sentence.end)
    if span is None or not is_speaker(words, grammar, span, weak=False):
        return None
    speakers, end = _passed_on(words, grammar, sentence, (span,), span[1])
    first = all(not words.form[k][0].isalpha() for k in range(sentence.begin, i)) or i - sentence.begin < 2
    return Attribution(i, end, speakers, first, span)


def _said(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """X said, said X, X told Y, X quoted Y as saying."""
    low = words.low
    word = low[i]
    weak = word in grammar.words("sources", "weak")
    subject = _subject(words, grammar, sentence, i)
    after = i + 1
    inverted = None
    ahead = words.at(after)
    fixed = word in grammar.words("sources", "needs_that")
    if words.at(i - 1) in ("to", "å", "not", "be", "been"):
        return None
    fronted = words.form[i - 1] in ',”"»–—:?!' or i == sentence.begin or subject is None
    if fronted and not fixed and ahead[:1].isalpha() and ahead not in grammar.words("sources", "that"):
        begin = after
        if ahead in grammar.words("sources", "adverbs") and ahead not in grammar.words("sources", "np_inner"):
            begin += 1
        span = speaker_from(words, grammar, begin, sentence.end)
        if (
            span is not None
            and begins_speaker(words, grammar, begin)
            and is_speaker(words, grammar, span, weak)
        ):
            inverted = span
    quoted = words.form[i - 1] in ',”"»?!' and subject is not None and inverted is not None
    if word in grammar.words("sources", "tell") and subject is not None:
        quoted, inverted = False, None
    span = inverted if inverted is not None and (subject is None or quoted) else subject
    if span is None and low[i - 1] in grammar.words("sources", "and"):
        span = speaker_from(words, grammar, sentence.begin, i)  # He gives no total, but says that …
        span = span if span is not None and begins_speaker(words, grammar, span[0]) else None
    if (
        span is None
        or not is_speaker(words, grammar, span, weak)
        or not begins_speaker(words, grammar, span[0])
    ):
        return None
    if fixed and low[i + 1 : i + 2] != ["at"] and not any(w == "at" for w in low[i + 1 : i + 4]):
        return None
    if span is inverted:
        speakers, end = _passed_on(words, grammar, sentence, (span,), span[1])
        return Attribution(min(i, span[0]), end, speakers, i == sentence.begin, span)
    cited = _cited(words, grammar, sentence, i)
    if cited is not None:
        return Attribution(span[0], cited[1], (cited, span), True, cited)
    speakers, end = _passed_on(
        words, grammar, sentence, (span,), i + 1, told=word in grammar.words("sources", "tell")
    )
    early = _between(words, grammar, sentence, span, i)
    if early:
        speakers = early(speakers)
    comma = words.form[span[0] - 1] in ',”"»' and span[0] > sentence.begin
    that = words.at(end) in ("that", "at", ":") or words.at(i + 1) in ("that", "at", ":")
    tail = comma and not that and (end >= sentence.end - 1 or words.form[end] in '.,”"»')
    return Attribution(span[0], end, speakers, not tail, (span[0], i))


def _subject(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """The phrase before a verb of saying; what stands between commas after it is left out."""
    adverbs = grammar.words("sources", "adverbs")
    j = i
    while j > sentence.begin and words.low[j - 1] in adverbs and i - j < 4:
        j -= 1
    if j > sentence.begin and words.form[j - 1] in (",", ")", "–", "—"):
        mark = {",": ",", ")": "(", "–": "–", "—": "—"}[words.form[j - 1]]
        for k in range(j - 2, max(sentence.begin, j - 26), -1):
            if words.form[k] in _QUOTES:
                return None
            if words.form[k] == mark and mark == "(":
                span = speaker_before(words, grammar, k, sentence.begin)
                return (span[0], j) if span is not None and j - k <= 3 else span
            if words.form[k] == mark:
                span = speaker_before(words, grammar, k, sentence.begin)
                proper = _proper(words, k + 1, j - 1)
                if (
                    proper is not None
                ):  # the UN's humanitarian office, OCHA, says; its envoy, Staffan de Mistura, says
                    own = span is None or words.low[span[0]] in (
                        "its",
                        "their",
                        "his",
                        "her",
                        "hans",
                        "hennes",
                        "deres",
                    )
                    span = proper if own or span is None else (span[0], proper[1])
                ok = span is not None and is_speaker(words, grammar, span, weak=True)
                return span if ok else None
        return None
    span = speaker_before(words, grammar, j, sentence.begin)
    if span is None or not begins_speaker(words, grammar, span[0]):
        for k in range(j - 1, max(sentence.begin, j - 12), -1):
            if words.form[k] in ",;:" or words.form[k] in _QUOTES:
                break
            if words.low[k] in grammar.words(
                "sources", "relative"
            ):  # a commander who did not want to be named told
                return speaker_before(words, grammar, k, sentence.begin) or span
    return span


def _proper(words: Words, begin: int, end: int) -> Span | None:
    """A name between commas is the speaker: its envoy, Staffan de Mistura, says."""
    forms = words.form[begin:end]
    capitals = sum(form[0].isupper() for form in forms)
    if len(forms) == 1 and forms[0].isupper() and len(forms[0]) > 1:
        return begin, end
    small = [
        form
        for form in forms
        if not form[0].isupper() and form not in ("de", "al", "von", "van", "-", "el", "bin", "der", ".")
    ]
    return (begin, end) if 2 <= capitals <= 4 and not small and forms[0][0].isupper() else None


def _between(words: Words, grammar: Grammar, sentence: Sentence, span: Span, i: int):  # type: ignore[no-untyped-def]
    """What a parenthesis between a speaker and the verb adds: X, quoted by Y, said; Y, citing X, said."""
    if i - span[1] < 3:
        return None
    j = span[1] + 1
    passer = grammar.phrases("sources", "passer_passive").after(words.low, j)
    if passer:
        name = speaker_from(words, grammar, passer[0], i)
        if name is not None:
            return lambda chain: (*chain[:1], name, *(c for c in chain[1:] if c != name))
    citing = grammar.phrases("sources", "citing").after(words.low, j)
    if citing:
        name = speaker_from(words, grammar, citing[0], i)
        if name is not None:
            return lambda chain: (name, *chain)
    return None


def _cited(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """AFP quoted a source as saying, NTB siterer en kilde på at: the source is who speaks."""
    hit = grammar.phrases("sources", "citing").after(words.low, i)
    if not hit:
        return None
    span = speaker_from(words, grammar, hit[0], sentence.end)
    return span


def _passed_on(
    words: Words, grammar: Grammar, sentence: Sentence, speakers: tuple[Span, ...], i: int, told: bool = False
) -> tuple[tuple[Span, ...], int]:
    """Follow a chain: told Y, til Y, quoted by Y, citing Z."""
    low, end = words.low, i
    if told:
        listener = speaker_from(words, grammar, i, sentence.end)
        if listener is not None and _publishes(words, grammar, listener):
            speakers, end = (*speakers, listener), listener[1]
        elif listener is not None:
            end = listener[1]
    for _ in range(3):
        for j in range(end, min(end + 9, sentence.end)):
            form = words.form[j]
            if (
                form in '.;:”"»'
                or (j > end and form[0].isdecimal())
                or low[j] in ("that", "at")
                or (low[j] in grammar.words("sources", "breaks"))
            ):
                return speakers, end
            hop = _hop(words, grammar, sentence, j)
            if hop is not None:
                span, first = hop
                speakers = (span, *speakers) if first else (*speakers, span)
                end = span[1]
                break
        else:
            break
    return speakers, end


def _hop(words: Words, grammar: Grammar, sentence: Sentence, j: int) -> tuple[Span, bool] | None:
    """One more link of a chain at word ``j``, and whether it goes in front."""
    low = words.low
    passer = grammar.phrases("sources", "passer_passive").after(low, j)
    if passer:
        span = speaker_from(words, grammar, passer[0], sentence.end)
        return (span, False) if span is not None and _publishes(words, grammar, span) else None
    citing = grammar.phrases("sources", "citing").after(low, j)
    if citing:
        span = speaker_from(words, grammar, citing[0], sentence.end)
        return (span, True) if span is not None and is_speaker(words, grammar, span, weak=True) else None
    to = grammar.phrases("sources", "tell_to").after(low, j)
    if to:
        span = speaker_from(words, grammar, to[0], sentence.end)
        return (span, False) if span is not None and _publishes(words, grammar, span) else None
    tail = grammar.phrases("sources", "according").after(low, j)
    if tail and j > 0 and words.form[j - 1] == ",":
        span = speaker_from(words, grammar, tail[0], sentence.end)
        return (span, False) if span is not None and is_speaker(words, grammar, span, weak=True) else None
    if words.form[j - 1] == "," and low[j] in grammar.words("sources", "say") and grammar.lang == "nb":
        span = speaker_from(words, grammar, j + 1, sentence.end)  # …, skriver NTB
        return (span, False) if span is not None and _publishes(words, grammar, span) else None
    return None


def _publishes(words: Words, grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names who can pass a word on: a name, or a medium."""
    begin, end = span
    media = (
        "agency",
        "television",
        "tv",
        "radio",
        "newspaper",
        "media",
        "channel",
        "byrået",
        "nyhetsbyrået",
        "avisen",
        "fjernsynet",
        "network",
        "avisa",
        "kanalen",
        "statskanalen",
        "fjernsyn",
        "broadcaster",
        "kringkasteren",
        "bbc",
        "paper",
    )
    return any(words.form[k][0].isupper() for k in range(begin, end)) or any(
        w in media for w in words.low[begin:end]
    )
