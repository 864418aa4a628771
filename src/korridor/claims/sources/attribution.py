"""Attributions: the places of a sentence that say whose words they are."""

from functools import lru_cache

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.apposition import name_beside
from korridor.claims.sources.attributed import Attribution
from korridor.claims.sources.labels import in_brackets, label_before, origin_of, owner_of
from korridor.claims.sources.passing import passed_on
from korridor.claims.sources.saying import cited_by, gives_figure, learned_from, said
from korridor.claims.sources.speaker import speaker_from
from korridor.claims.sources.speaks import is_speaker
from korridor.claims.words import Words


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
    for one in (cited_by(words, grammar, sentence, i), learned_from(words, grammar, sentence, i)):
        if one is not None:
            return one
    if words.low[i] in grammar.words("sources", "say"):
        return said(words, grammar, sentence, i)
    if words.low[i] in grammar.words("sources", "gives_figures"):
        return gives_figure(words, grammar, sentence, i)
    for find in (label_before, owner_of, origin_of, in_brackets):
        span = find(words, grammar, sentence, i)
        if span is not None:
            first = find in (label_before, owner_of)
            return Attribution(span[0], max(i, span[1]), (span,), first, span)
    return None


@lru_cache(maxsize=8)
def _starts(grammar: Grammar) -> frozenset[str]:
    """The words that an attribution is found by."""
    names = ("according", "passive", "come_from", "learned_from")
    tables = (grammar.phrases("sources", name).first for name in names)
    owned = grammar.words("sources", "own_documents") | {":", "("}
    lists = (grammar.words("sources", name) for name in ("gives_figures", "cited_by"))
    return grammar.words("sources", "say").union(owned, *tables, *lists)


def _behind(words: Words, grammar: Grammar, sentence: Sentence, i: int, j: int) -> Attribution | None:
    """According to X, said by X."""
    if words.at(j) in grammar.words("sources", "means"):
        return None  # said by telephone
    span = speaker_from(words, grammar, j, sentence.end)
    if span is None or not is_speaker(words, grammar, span, weak=False):
        return None
    described, span = span, name_beside(words, grammar, span, sentence.end)
    speakers, end = passed_on(words, grammar, sentence, (span,), span[1])
    first = all(not words.form[k][0].isalpha() for k in range(sentence.begin, i)) or i - sentence.begin < 2
    return Attribution(i, end, speakers, first, (described[0], span[1]))
