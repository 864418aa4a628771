"""Authors with no verb of saying: a name before a colon, whose count it is, where a figure comes from."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.speaker import Span, speaker_before, speaker_from
from korridor.claims.sources.speaks import begins_speaker, is_speaker, is_titled
from korridor.claims.words import Words

_LONGEST_ACRONYM = 7
_FIRST = 6
"""A figure word that opens a sentence stands within so many words."""


def label_before(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """The ministry: 4,500 people out. The label is the whole of the sentence so far, and a body or a title."""
    if words.form[i] != ":" or not 0 < i - sentence.begin <= _FIRST + 2 or i + 1 >= sentence.end:
        return None
    if words.form[i + 1] in '“”"«»':
        return None
    span = speaker_from(words, grammar, sentence.begin, i)
    if span is None or span[1] != i or not begins_speaker(words, grammar, span[0]):
        return None
    if words.low[i - 1] in grammar.nouns or words.low[i - 1] in grammar.words("sources", "figure_words"):
        return None
    endings = grammar.endings("sources", "definite_endings")
    definite = words.low[span[0]] in grammar.words("states", "articles") or (
        bool(endings) and words.low[i - 1].endswith(endings)
    )
    form = words.form[span[0]]
    acronym = i - span[0] == 1 and form.isupper() and 1 < len(form) <= _LONGEST_ACRONYM
    return span if acronym or (definite and is_titled(words, grammar, span)) else None


def owner_of(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """OCHA's count is, by the governor's tally; FNs tall viser: whose count it is."""
    if words.low[i] not in grammar.words("sources", "own_documents"):
        return None
    endings = grammar.endings("sources", "genitive_endings")
    j = i
    while j > sentence.begin + 1 and i - j < 2 and words.form[j - 1].islower() and words.low[j - 1] != "'s":
        if endings and words.low[j - 1].endswith(endings):
            break
        j -= 1  # the ministry's latest figures
    genitive = words.low[j - 1] == "'s" or (
        bool(endings) and words.low[j - 1].endswith(endings) and j - 1 >= sentence.begin
    )
    if not genitive:
        return None
    span = speaker_before(words, grammar, j, sentence.begin)
    if span is None or not begins_speaker(words, grammar, span[0]):
        return None
    return span if is_speaker(words, grammar, span, weak=True) else None


def origin_of(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """Meldingen om 35 skadde kommer fra X; the estimate of 900 dead comes from X."""
    hit = grammar.phrases("sources", "come_from").after(words.low, i)
    told = grammar.words("sources", "figure_words") | grammar.words("sources", "reports_of")
    if not hit or hit[0] < i + 2 or told.isdisjoint(words.low[sentence.begin : sentence.begin + _FIRST]):
        return None
    span = speaker_from(words, grammar, hit[0], sentence.end)
    return span if span is not None and is_speaker(words, grammar, span, weak=True) else None


def in_brackets(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Span | None:
    """945,000 displaced (UNRWA); 40 dead (source: the ministry). An abbreviation behind its own name is none."""
    if words.form[i] != "(":
        return None
    if words.at(i + 2) == ":" and words.at(i + 1) in grammar.words("sources", "source_words"):
        return speaker_from(words, grammar, i + 3, sentence.end)
    form = words.form[i + 1] if i + 1 < sentence.end else ""
    acronym = form.isupper() and form.isalpha() and 1 < len(form) <= _LONGEST_ACRONYM
    before = words.form[i - 1]
    told = before[0].islower() or before[0].isdecimal() or before.lower() in grammar.data["traps"]["months"]
    counted = any(word[0].isdecimal() for word in words.form[sentence.begin : i])
    return (i + 1, i + 2) if acronym and told and counted and words.at(i + 2) == ")" else None
