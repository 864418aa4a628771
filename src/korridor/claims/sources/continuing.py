"""Sentences with no author of their own that go on with what somebody said in the one before."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Layout
from korridor.claims.sources.attributed import Attribution
from korridor.claims.words import Words

Chain = tuple[str, ...]
Spoken = list[tuple[Attribution, Chain]]


def continued(words: Words, grammar: Grammar, layout: Layout, spoken: list[Spoken], number: int) -> Chain:
    """The chain of the sentence before where this one goes on with it: of these, in addition; he, the organisation."""
    if number == 0 or not spoken[number - 1]:
        return ()
    here, before = layout.sentences[number], layout.sentences[number - 1]
    if before.paragraph != here.paragraph or before.dashed or layout.quote_of(before.end - 1) is not None:
        return ()
    begin = here.begin
    while begin < here.end and not words.form[begin][0].isalnum():
        begin += 1
    opens = grammar.phrases("sources", "goes_on").after(words.low, begin)
    return spoken[number - 1][-1][1] if opens or _is_speaker_again(words, grammar, begin) else ()


def _is_speaker_again(words: Words, grammar: Grammar, begin: int) -> bool:
    """Whether a sentence begins with a pronoun or a title for one person or body."""
    low, titles = words.low, grammar.data["sources"]["titles"]
    if words.at(begin) in grammar.words("sources", "personal"):
        return True
    bodies = grammar.words("sources", "bodies")
    first = words.at(begin)
    if isinstance(titles, dict):
        return first in bodies or (first in titles and words.at(begin + 1).isalpha())
    return first == "the" and low[begin + 1 : begin + 2] != [] and low[begin + 1] in (*titles, *bodies)
