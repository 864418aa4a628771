"""Attributions: the places of a sentence that say whose words they are."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.apposition import name_beside
from korridor.claims.sources.attributed import Attribution
from korridor.claims.sources.labels import in_brackets, label_before, origin_of, owner_of
from korridor.claims.sources.passing import passed_on
from korridor.claims.sources.relaying import cited_by, gives_figure, learned_from
from korridor.claims.sources.saying import said
from korridor.claims.sources.speaker import Span, speaker_from
from korridor.claims.sources.speaks import is_speaker
from korridor.claims.words import Words

Finder = Callable[[Words, Grammar, Sentence, int], Attribution | None]


def attributions_of(words: Words, grammar: Grammar, sentence: Sentence) -> list[Attribution]:
    """Find the attributions of a sentence, in its order."""
    found: list[Attribution] = []
    finders, low = _finders(grammar), words.low
    for i in range(sentence.begin, sentence.end):
        for find in finders.get(low[i], ()):
            one = find(words, grammar, sentence, i)
            if one is not None:
                if not found or one.begin >= found[-1].end:
                    found.append(one)
                break
    return found


@lru_cache(maxsize=8)
def _finders(grammar: Grammar) -> dict[str, tuple[Finder, ...]]:
    """By which words an attribution is found, and how; what is more certain comes first."""
    say = grammar.words("sources", "say")
    tables: tuple[tuple[Iterable[str], Finder], ...] = (
        (grammar.phrases("sources", "according").first, _according),
        (grammar.phrases("sources", "passive").first, _passive),
        (grammar.words("sources", "cited_by"), cited_by),
        (grammar.phrases("sources", "learned_from").first, learned_from),
        (say, said),
        (grammar.words("sources", "gives_figures") - say, gives_figure),
        ((":",), _labelled(label_before, before=True)),
        (grammar.words("sources", "own_documents") - say, _labelled(owner_of, before=True)),
        (set(grammar.phrases("sources", "come_from").first) - say, _labelled(origin_of, before=False)),
        (("(",), _labelled(in_brackets, before=False)),
    )
    found: dict[str, tuple[Finder, ...]] = {}
    for table, find in tables:
        for word in table:
            found[word] = (*found.get(word, ()), find)
    return found


def _labelled(find: Callable[[Words, Grammar, Sentence, int], Span | None], *, before: bool) -> Finder:
    """The finder of a speaker's name without a verb."""

    def labelled(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
        span = find(words, grammar, sentence, i)
        return None if span is None else Attribution(span[0], max(i, span[1]), (span,), before, span)

    return labelled


def _according(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    hit = grammar.phrases("sources", "according").after(words.low, i)
    return _behind(words, grammar, sentence, i, hit[0]) if hit else None


def _passive(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    hit = grammar.phrases("sources", "passive").after(words.low, i)
    return _behind(words, grammar, sentence, i, hit[0]) if hit else None


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
