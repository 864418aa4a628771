"""Whose each figure is: by its sentence, its quotation, or a neighbouring sentence that says so."""

import re
from bisect import bisect_left

from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.sentences import DASHES, Layout, Quote
from korridor.claims.sources.attributed import Attribution
from korridor.claims.sources.attribution import attributions_of
from korridor.claims.sources.continuing import Chain, Spoken, continued
from korridor.claims.sources.memory import Memory
from korridor.claims.sources.speaker import speaker_from
from korridor.claims.words import Words

_DATELINE = re.compile(r"\(©?\s*([A-ZÆØÅ][\w./ –-]{1,24}?)\)\s*(?:[-–—:]|(?=[A-ZÆØÅ]))")


def publication_of(text: str) -> frozenset[str]:
    """Who publishes a dispatch, where its dateline says so: ``OSLO (NTB) –``."""
    match = _DATELINE.search(text[:300].split("\n\n")[0] if "(" in text[:80] else "")
    found = re.split(r"[-/ ]", match[1]) if match and match.start() < 60 else []
    return frozenset(name for name in found if len(name) > 1)


def assign_sources(words: Words, grammar: Grammar, layout: Layout, figures: list[Figure]) -> None:
    """Give each figure its chain of sources."""
    memory = Memory(words, grammar, publication_of(words.text))
    spoken: list[Spoken] = []
    for sentence in layout.sentences:
        spoken.append([(a, memory.chain(a)) for a in attributions_of(words, grammar, sentence)])
    for figure in figures:
        number = layout.sentence_of(figure.numeral.begin)
        figure.sources = _chain_for(words, grammar, layout, spoken, figures, figure, number)
        if not figure.sources and figure.parent is not None and not spoken[number]:
            figure.sources = figure.parent.sources


def _chain_for(
    words: Words,
    grammar: Grammar,
    layout: Layout,
    spoken: list[Spoken],
    figures: list[Figure],
    figure: Figure,
    number: int,
) -> Chain:
    sentence = layout.sentences[number]
    at = figure.numeral.begin
    quote = layout.quote_of(at)
    own = spoken[number]
    if quote is not None:
        outside = [(a, c) for a, c in own if not quote.begin <= a.begin < quote.end]
        inside = [(a, c) for a, c in own if quote.begin <= a.begin < quote.end]
        own = (
            outside if outside and all(_pronoun(words, grammar, a) for a, _ in inside) else inside or outside
        )
    if own:
        return _nearest(words, grammar, sentence.begin, sentence.end, own, at)
    if quote is not None:
        return _of_quote(layout, spoken, quote)
    if sentence.dashed:
        return _of_dash(words, grammar, layout, spoken, number)
    return _neighbour(words, grammar, layout, spoken, figures, number)


def _pronoun(words: Words, grammar: Grammar, attribution: Attribution) -> bool:
    """Whether the first speaker is a pronoun: “they promised us 20” is not theirs to say."""
    begin, end = attribution.speakers[0]
    return end - begin == 1 and words.low[begin] in grammar.words("sources", "pronouns")


def _nearest(words: Words, grammar: Grammar, begin: int, end: int, own: Spoken, at: int) -> Chain:
    """Of several authors in one sentence the one whose clause the figure stands in."""
    if len(own) == 1:
        return own[0][1]
    breaks = grammar.words("sources", "breaks")
    cuts = [k for k in range(begin, end) if words.form[k] == ";" or words.low[k] in breaks]
    low = max((k for k in cuts if k <= at), default=begin)
    high = min((k for k in cuts if k > at), default=end)
    clause = [(a, c) for a, c in own if low <= a.begin < high] or own
    before = [(a, c) for a, c in clause if a.begin < at and a.before]
    after = [(a, c) for a, c in clause if a.begin > at and not a.before]
    if before:
        chosen = before[-1]
        if after and not cuts and after[0][0].end >= end - 3 and after[0][1] != chosen[1]:
            return tuple(dict.fromkeys((*chosen[1], *after[0][1])))
        return chosen[1]
    if after:
        return after[0][1]
    behind = [(a, c) for a, c in clause if a.begin < at]
    return (behind[-1] if behind else clause[0])[1]


def _of_quote(layout: Layout, spoken: list[Spoken], quote: Quote) -> Chain:
    """Who says a quotation of several sentences: named where it ends, where it begins, or at the one before."""
    last, first = layout.sentence_of(quote.end - 1), layout.sentence_of(quote.begin)
    for number in (last, first):
        outside = [c for a, c in spoken[number] if not quote.begin <= a.begin < quote.end]
        if outside:
            return outside[-1] if number == first and first != last else outside[0]
    paragraph = layout.sentences[first].paragraph
    if quote.open_ended and last + 1 < len(layout.sentences):
        for number in range(last + 1, min(last + 6, len(layout.sentences))):
            if spoken[number]:
                return spoken[number][0][1]
    for number in range(first - 1, max(first - 8, -1), -1):
        here = layout.sentences[number].paragraph
        if here < paragraph - 1:
            break
        if spoken[number]:
            return spoken[number][-1][1]
    nxt = last + 1
    if nxt < len(layout.sentences) and layout.sentences[nxt].paragraph == paragraph and spoken[nxt]:
        return spoken[nxt][0][1]
    return ()


def _of_dash(words: Words, grammar: Grammar, layout: Layout, spoken: list[Spoken], number: int) -> Chain:
    """Speech after a dash: its author stands behind one of the paragraph's sentences, or spoke in the one before."""
    paragraph = layout.sentences[number].paragraph
    for later in range(number + 1, min(number + 30, len(layout.sentences))):
        if layout.sentences[later].paragraph != paragraph:
            break
        if spoken[later]:
            return spoken[later][0][1]
    for earlier in range(number - 1, max(-1, number - 8), -1):
        same = layout.sentences[earlier].paragraph == paragraph
        if not same and layout.sentences[earlier].paragraph < paragraph - 1:
            break
        if spoken[earlier]:
            sentence = layout.sentences[number]
            first_person = not grammar.words("sources", "first_person").isdisjoint(
                words.low[sentence.begin : sentence.end]
            )
            opens = layout.sentences[number].begin == _paragraph_begin(layout, paragraph)
            dash = words.form[sentence.begin] in DASHES
            return spoken[earlier][-1][1] if first_person or opens or dash or not same else ()
    return ()


def _paragraph_begin(layout: Layout, paragraph: int) -> int:
    return layout.sentences[bisect_left(layout.sentences, paragraph, key=lambda s: s.paragraph)].begin


def _counts(layout: Layout, figures: list[Figure], number: int) -> bool:
    """Whether a sentence has a figure of its own."""
    sentence = layout.sentences[number]
    at = bisect_left(figures, sentence.begin, key=lambda f: f.numeral.begin)
    return at < len(figures) and figures[at].numeral.begin < sentence.end


def _neighbour(
    words: Words, grammar: Grammar, layout: Layout, spoken: list[Spoken], figures: list[Figure], number: int
) -> Chain:
    """The sentence behind names the author: the figures come from the UN; det melder NTB."""
    before = continued(words, grammar, layout, spoken, number)
    if before or number + 1 >= len(layout.sentences):
        return before
    sentence, after = layout.sentences[number], layout.sentences[number + 1]
    points = words.at(after.begin) in grammar.words("sources", "points_back")
    if points and after.paragraph == sentence.paragraph and spoken[number + 1]:
        first, chain = spoken[number + 1][0]
        if first.begin <= after.begin + 3 and not _counts(layout, figures, number + 1):
            return chain
    return _origin(words, grammar, layout, number)


def _origin(words: Words, grammar: Grammar, layout: Layout, number: int) -> Chain:
    """The figures come from the UN: said of the sentence before."""
    if number + 1 >= len(layout.sentences):
        return ()
    sentence = layout.sentences[number + 1]
    figures = grammar.words("sources", "figure_words")
    for k in range(sentence.begin, min(sentence.begin + 3, sentence.end)):
        if words.low[k] in figures:
            for j in range(k + 1, min(k + 4, sentence.end)):
                hit = grammar.phrases("sources", "come_from").after(words.low, j)
                span = speaker_from(words, grammar, hit[0], sentence.end) if hit else None
                if span is not None:
                    name = words.said(*span)
                    return (name[:-2] if name.endswith(("'s", "’s")) else name,)
    return ()
