"""Names that an entity recogniser found: whose figure it is and where, only where the grammar found nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Layout, Sentence
from korridor.claims.words import Words

_FAR = 25
"""A place further off than so many words is another figure's, as in ``places``."""


class Sort(StrEnum):
    """What a name is of."""

    SPEAKER = "speaker"
    PLACE = "place"


SORTS = {
    **dict.fromkeys(("PERSON", "PER", "ORG", "GPE_ORG"), Sort.SPEAKER),
    **dict.fromkeys(("GPE", "LOC", "GPE_LOC", "FAC"), Sort.PLACE),
}
"""The labels of spaCy's English and Norwegian pipelines."""


@dataclass(frozen=True)
class Name:
    """Words ``begin`` up to ``end`` are a name."""

    begin: int
    end: int
    sort: Sort


def names_in(words: Words, entities: Iterable[tuple[int, int, str]]) -> list[Name]:
    """Return names as words of ours, out of an entity recogniser's characters and labels."""
    found = []
    for begin, end, label in entities:
        first, last = words.index_at(begin), words.index_at(end)
        if label in SORTS and first < last and words.start[first] == begin:
            found.append(Name(first, last, SORTS[label]))
    return found


def name_the_rest(
    words: Words, grammar: Grammar, layout: Layout, figures: Sequence[Figure], names: Sequence[Name]
) -> None:
    """Give figures without a source, or without a place, one of the names that stand where a speaker or a place stands.

    A name alone says nothing: a speaker stands beside a verb of saying or behind *according to*, a place behind *from*, *in*
    or *left*, in the figure's own sentence.
    """
    if not names:
        return
    for figure in figures:
        sentence = layout.sentences[layout.sentence_of(figure.numeral.begin)]
        own = [name for name in names if sentence.begin <= name.begin and name.end <= sentence.end]
        if not figure.sources:
            figure.sources = _speaker(words, grammar, layout, sentence, figure, own)
        if figure.place is None:
            figure.place = _place(words, grammar, figure, own)


def _speaker(
    words: Words,
    grammar: Grammar,
    layout: Layout,
    sentence: Sentence,
    figure: Figure,
    names: Sequence[Name],
) -> tuple[str, ...]:
    quoted = layout.quote_of(figure.numeral.begin)
    speaking = [
        name
        for name in names
        if name.sort is Sort.SPEAKER
        and (layout.quote_of(name.begin) is None or layout.quote_of(name.begin) == quoted)
        and _speaks(words, grammar, sentence, name)
    ]
    nearest = min(speaking, key=lambda name: abs(name.begin - figure.numeral.begin), default=None)
    return () if nearest is None else (words.said(nearest.begin, nearest.end),)


def _speaks(words: Words, grammar: Grammar, sentence: Sentence, name: Name) -> bool:
    """Whether a verb of saying stands behind a name, a strong one before it, or *according to*."""
    say, weak = grammar.words("sources", "say"), grammar.words("sources", "weak")
    if name.end < sentence.end and words.low[name.end] in say:
        return True
    if name.begin > sentence.begin and words.low[name.begin - 1] in say - weak:
        return True
    return _stands_behind(words, grammar, ("sources", "according"), sentence.begin, name)


def _place(words: Words, grammar: Grammar, figure: Figure, names: Sequence[Name]) -> str | None:
    behind = ("times", "place_before")
    far = {
        name: name.begin - figure.end if name.begin >= figure.end else 2 * (figure.begin - name.begin)
        for name in names
        if name.sort is Sort.PLACE and _stands_behind(words, grammar, behind, max(0, name.begin - 4), name)
    }
    nearest = min(far, key=lambda name: far[name], default=None)
    if nearest is None or far[nearest] > _FAR:
        return None
    return words.said(nearest.begin, nearest.end)


def _stands_behind(words: Words, grammar: Grammar, table: tuple[str, str], earliest: int, name: Name) -> bool:
    return any(name.begin == end for end in _ends(words, grammar, table, earliest, name.begin))


def _ends(
    words: Words, grammar: Grammar, table: tuple[str, str], earliest: int, latest: int
) -> Iterator[int]:
    phrases = grammar.phrases(*table)
    for at in range(max(earliest, latest - 4), latest):
        hit = phrases.after(words.low, at) if words.low[at] in phrases.first else None
        if hit is not None:
            yield hit[0]
            if words.at(hit[0]) == "the":
                yield hit[0] + 1
