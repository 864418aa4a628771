"""The grammar as components of a spaCy pipeline; each adds what it knows to the figures of a document.

``korridor_figures`` → ``korridor_hedges`` → ``korridor_subsets`` → ``korridor_states`` → ``korridor_sources`` →
``korridor_places`` → ``korridor_times`` → ``korridor_names``. They stand on :class:`korridor.claims.words.Words`, which is
made of the text and not of spaCy's tokens, so that they can be added to any pipeline, a trained one too; what was read is
in ``doc._.korridor``, and its wordings in ``doc.spans["korridor"]``. The last one takes the names of the pipeline's entity
recogniser, where it has one, for what the grammar left open.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.vocab import Vocab

from korridor.claims.figure import Figure
from korridor.claims.figures import figures_of
from korridor.claims.grammar import Grammar, grammar_of
from korridor.claims.hedging import hedge
from korridor.claims.length import MOST_CHARACTERS
from korridor.claims.named import name_the_rest, names_in
from korridor.claims.number_words import NumberWords
from korridor.claims.places import assign_places
from korridor.claims.sentences import Layout, layout_of
from korridor.claims.sources.assign import assign_sources
from korridor.claims.states.assign import assign_states
from korridor.claims.subsets import assign_antecedents, assign_subsets
from korridor.claims.times import Dispatched, assign_times
from korridor.claims.trained import recogniser
from korridor.claims.words import Words, words_of


@dataclass
class Reading:
    """What the components know of one document."""

    words: Words
    layout: Layout
    figures: list[Figure] = field(default_factory=list)
    sent: Dispatched | None = None


Doc.set_extension("korridor", default=None, force=True)
Component = Callable[[Doc], Doc]


class WordsTokeniser:
    """A tokeniser of our own words, in linear time.

    spaCy's own takes quadratic time for a long run of brackets or quotes: docs/decisions/0028 has the numbers.
    """

    def __init__(self, vocab: Vocab, glued: frozenset[str]) -> None:
        self._vocab, self._glued = vocab, glued

    def __call__(self, text: str) -> Doc:
        """Cut a text; white space other than one blank becomes a token, as spaCy has it."""
        words = words_of(text, self._glued)
        forms: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in zip(words.start, words.end, strict=True):
            if start == at + 1 and forms and text[at] == " ":
                spaces[-1] = True
            elif start > at:
                _fill(text[at:start], forms, spaces)
            forms.append(text[start:end])
            spaces.append(False)
            at = end
        _fill(text[at:], forms, spaces)
        doc = Doc(self._vocab, words=forms, spaces=spaces)
        doc.user_data["korridor_words"] = words
        return doc


def _fill(gap: str, forms: list[str], spaces: list[bool]) -> None:
    if gap.startswith(" ") and forms:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        forms.append(gap)
        spaces.append(False)


@lru_cache(maxsize=8)
def _number_words(grammar: Grammar) -> NumberWords:
    return NumberWords(grammar.data["numbers"])


def _grammar(lang: str | None, folder: str) -> Grammar:
    return grammar_of(lang or "en", Path(folder) if folder else None)


@Language.factory("korridor_figures", default_config={"lang": "", "folder": ""})
def korridor_figures(nlp: Language, name: str, lang: str, folder: str) -> Component:
    """Find the figures of a document, and its sentences."""
    grammar = _grammar(lang or nlp.lang, folder)
    number_words = _number_words(grammar)

    def find(doc: Doc) -> Doc:
        words = doc.user_data.pop("korridor_words", None) or words_of(doc.text, grammar.glued)
        figures = figures_of(words, grammar, number_words)
        layout = layout_of(words, grammar) if figures else Layout()
        doc._.korridor = Reading(words, layout, figures, doc.user_data.get("korridor_sent"))
        return doc

    return find


def _component(name: str, does: Callable[[Reading, Grammar], None]) -> None:
    def factory(nlp: Language, name: str, lang: str, folder: str) -> Component:
        grammar = _grammar(lang or nlp.lang, folder)

        def run(doc: Doc) -> Doc:
            reading: Reading = doc._.korridor
            if reading.figures:
                does(reading, grammar)
            return doc

        return run

    Language.factory(name, default_config={"lang": "", "folder": ""}, func=factory)


def _hedges(reading: Reading, grammar: Grammar) -> None:
    for figure in reading.figures:
        hedge(reading.words, grammar, figure)


def _subsets(reading: Reading, grammar: Grammar) -> None:
    assign_antecedents(reading.words, grammar, reading.layout, reading.figures)
    assign_subsets(reading.words, grammar, reading.layout, reading.figures)


_component("korridor_hedges", _hedges)
_component(
    "korridor_states",
    lambda r, g: assign_states(r.words, g, r.layout, r.figures, r.sent.year if r.sent else None),
)
_component("korridor_subsets", _subsets)
_component("korridor_sources", lambda r, g: assign_sources(r.words, g, r.layout, r.figures))
_component("korridor_places", lambda r, g: assign_places(r.words, g, r.layout, r.figures))
_component("korridor_times", lambda r, g: assign_times(r.words, g, r.layout, r.figures, r.sent))


@Language.factory("korridor_names", default_config={"lang": "", "folder": ""})
def korridor_names(nlp: Language, name: str, lang: str, folder: str) -> Component:
    """Take names that an entity recogniser found for figures whose author or place the grammar did not find."""
    grammar = _grammar(lang or nlp.lang, folder)

    def run(doc: Doc) -> Doc:
        reading: Reading = doc._.korridor
        if reading.figures and doc.ents:
            named = names_in(reading.words, ((e.start_char, e.end_char, e.label_) for e in doc.ents))
            name_the_rest(reading.words, grammar, reading.layout, reading.figures, named)
        return doc

    return run


@Language.component("korridor_spans")
def korridor_spans(doc: Doc) -> Doc:
    """Show the figures as spans of the document, labelled with what they count."""
    words = doc._.korridor.words
    spans = (
        doc.char_span(
            words.start[f.begin], words.end[f.end - 1], label=f.quantity.value, alignment_mode="expand"
        )
        for f in doc._.korridor.figures
    )
    doc.spans["korridor"] = SpanGroup(doc, spans=[span for span in spans if span is not None])
    return doc


COMPONENTS = (
    "korridor_figures",
    "korridor_hedges",
    "korridor_subsets",
    "korridor_states",
    "korridor_sources",
    "korridor_places",
    "korridor_times",
    "korridor_names",
)


def add_components(nlp: Language, lang: str = "", folder: Path | None = None, spans: bool = True) -> Language:
    """Add our components to a pipeline, in their order; ``lang`` where the pipeline's own language is not the text's."""
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"lang": lang, "folder": str(folder or "")})
    if spans:
        nlp.add_pipe("korridor_spans")
    return nlp


@lru_cache(maxsize=8)
def pipeline_for(lang: str, folder: Path | None = None, trained: str | None = None) -> Language:
    """A pipeline of one language with our components and our tokeniser: blank, or behind a trained entity recogniser."""
    nlp = spacy.blank(lang) if trained is None else recogniser(trained)
    nlp.max_length = MOST_CHARACTERS
    nlp.tokenizer = WordsTokeniser(nlp.vocab, grammar_of(lang, folder).glued)
    return add_components(nlp, lang, folder, spans=False)
