"""How a word was passed on: told Y, til Y, quoted by Y, citing Z."""

from collections.abc import Callable
from functools import lru_cache

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.speaker import Span, speaker_from
from korridor.claims.sources.speaks import is_speaker
from korridor.claims.words import Words

Chain = tuple[Span, ...]


def passed_on(
    words: Words, grammar: Grammar, sentence: Sentence, speakers: tuple[Span, ...], i: int, told: bool = False
) -> tuple[tuple[Span, ...], int]:
    """Follow a chain: told Y, til Y, quoted by Y, citing Z."""
    low, end, hops = words.low, i, _hops(grammar)
    if told:
        listener = speaker_from(words, grammar, i, sentence.end)
        if listener is not None and publishes(words, grammar, listener):
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
            hop = _hop(words, grammar, sentence, j) if low[j] in hops else None
            if hop is not None:
                span, first = hop
                speakers = (span, *speakers) if first else (*speakers, span)
                end = span[1]
                break
        else:
            break
    return speakers, end


@lru_cache(maxsize=8)
def _hops(grammar: Grammar) -> frozenset[str]:
    """The words that one more link of a chain can begin with."""
    names = ("passer_passive", "citing", "tell_to", "according")
    return grammar.words("sources", "say").union(*(grammar.phrases("sources", name).first for name in names))


def _hop(words: Words, grammar: Grammar, sentence: Sentence, j: int) -> tuple[Span, bool] | None:
    """One more link of a chain at word ``j``, and whether it goes in front."""
    low = words.low
    passer = grammar.phrases("sources", "passer_passive").after(low, j)
    if passer:
        span = speaker_from(words, grammar, passer[0], sentence.end)
        return (span, False) if span is not None and publishes(words, grammar, span) else None
    citing = grammar.phrases("sources", "citing").after(low, j)
    if citing:
        span = speaker_from(words, grammar, citing[0], sentence.end)
        return (span, True) if span is not None and is_speaker(words, grammar, span, weak=True) else None
    to = grammar.phrases("sources", "tell_to").after(low, j)
    if to:
        span = speaker_from(words, grammar, to[0], sentence.end)
        return (span, False) if span is not None and publishes(words, grammar, span) else None
    tail = grammar.phrases("sources", "according").after(low, j)
    if tail and j > 0 and (words.form[j - 1] == "," or low[j] in grammar.words("sources", "passes_at_once")):
        span = speaker_from(words, grammar, tail[0], sentence.end)
        return (span, False) if span is not None and is_speaker(words, grammar, span, weak=True) else None
    if words.form[j - 1] == "," and low[j] in grammar.words("sources", "say") and grammar.lang == "nb":
        span = speaker_from(words, grammar, j + 1, sentence.end)  # …, skriver NTB
        return (span, False) if span is not None and publishes(words, grammar, span) else None
    return None


def cited(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """AFP quoted a source as saying, NTB siterer en kilde på at: the source is who speaks."""
    hit = grammar.phrases("sources", "citing").after(words.low, i)
    if not hit:
        return None
    return speaker_from(words, grammar, hit[0], sentence.end)


def between(words: Words, grammar: Grammar, span: Span, i: int) -> Callable[[Chain], Chain] | None:
    """What a parenthesis between a speaker and the verb adds: X, quoted by Y, said; Y, citing X, said."""
    if i - span[1] < 3:
        return None
    j = span[1] + 1
    passer = grammar.phrases("sources", "passer_passive").after(words.low, j)
    if passer:
        passed = speaker_from(words, grammar, passer[0], i)
        if passed is not None:
            link: Span = passed
            return lambda chain: (*chain[:1], link, *(each for each in chain[1:] if each != link))
    citing = grammar.phrases("sources", "citing").after(words.low, j)
    if citing:
        name = speaker_from(words, grammar, citing[0], i)
        if name is not None:
            return lambda chain: (name, *chain)
    return None


def publishes(words: Words, grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names who can pass a word on: a name, or a medium."""
    begin, end = span
    hears = not grammar.words("sources", "audience").isdisjoint(words.low[begin:end])
    if hears and {"from", "of", "for", "fra", "i"}.isdisjoint(words.low[begin:end]) | (
        words.low[begin] in grammar.words("sources", "audience")
    ):
        return False
    media = grammar.words("sources", "media")
    return any(words.form[k][0].isupper() for k in range(begin, end)) or any(
        w in media for w in words.low[begin:end]
    )


def cited_late(words: Words, grammar: Grammar, sentence: Sentence, begin: int) -> Span | None:
    """Tass said that 4,000 had left, citing the ministry: whom the end of the sentence names."""
    table, joins = grammar.phrases("sources", "citing"), grammar.words("sources", "and")
    for k in range(begin + 1, sentence.end):
        if words.low[k] in table and (words.form[k - 1] == "," or words.low[k - 1] in joins):
            hit = table.after(words.low, k)
            span = speaker_from(words, grammar, hit[0], sentence.end) if hit else None
            return span if span is not None and is_speaker(words, grammar, span, weak=True) else None
    return None


def cited_first(words: Words, grammar: Grammar, sentence: Sentence, end: int) -> Span | None:
    """Citing partners on the ground, he added; med henvisning til politiet opplyser NTB: who opens the sentence."""
    hit = grammar.phrases("sources", "citing").after(words.low, sentence.begin)
    if hit is None or not hit[0] < end <= hit[0] + 12:
        return None
    return speaker_from(words, grammar, hit[0], end)
