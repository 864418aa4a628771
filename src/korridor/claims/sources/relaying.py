"""Those who relay: X was quoted by Y, NRK får opplyst fra X, the Red Cross came up with a figure."""

from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Sentence
from korridor.claims.sources.attributed import Attribution
from korridor.claims.sources.passing import between, publishes
from korridor.claims.sources.saying import is_fronted
from korridor.claims.sources.speaker import Span, speaker_from
from korridor.claims.sources.speaks import is_speaker
from korridor.claims.sources.subject import subject_before
from korridor.claims.words import Words


def _tells_more(words: Words, grammar: Grammar, i: int) -> bool:
    """Whether *with a figure* or *opplyst fra* stands behind a verb that says nothing alone."""
    behind = words.low[i + 1 : i + 12]
    if not grammar.words("sources", "figure_words").isdisjoint(behind):
        return True
    return not {"opplyst", "bekreftet", "vite", "beskjed"}.isdisjoint(behind) and grammar.lang == "nb"


def cited_by(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """X was quoted by Y as saying: Y passed it on."""
    if words.low[i] not in grammar.words("sources", "cited_by") or words.at(i + 1) not in ("by", "av"):
        return None
    carried = {words.at(i - 1), words.at(i - 2)} & set(grammar.words("states", "be"))
    subject = subject_before(words, grammar, sentence, i) if carried else None
    passer = speaker_from(words, grammar, i + 2, sentence.end) if subject is not None else None
    if subject is None or passer is None or not is_speaker(words, grammar, subject, weak=True):
        return None
    return Attribution(subject[0], passer[1], (subject, passer), True, (subject[0], i))


def learned_from(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """NRK får opplyst fra kommunen at …, får NTB opplyst fra X; Reuters was told by X: Y passes on what X says."""
    table = grammar.phrases("sources", "learned_from")
    hit = table.after(words.low, i)
    if hit is None:
        return None
    source = speaker_from(words, grammar, hit[0], sentence.end)
    hearer = subject_before(words, grammar, sentence, i)
    if source is None:
        return None
    if hearer is None or not publishes(words, grammar, hearer):
        return None
    return Attribution(
        min(i, hearer[0]), source[1], (source, hearer), words.at(source[1]) in ("at", "that"), source
    )


def gives_figure(words: Words, grammar: Grammar, sentence: Sentence, i: int) -> Attribution | None:
    """The Red Cross came up with a figure; kom Røde Kors med et tall; får NTB opplyst fra X."""
    if not _tells_more(words, grammar, i):
        return None
    subject = subject_before(words, grammar, sentence, i)
    fronted = subject is not None and is_fronted(words, grammar, sentence, subject)
    after = i + 1
    if subject is None or fronted or words.form[i - 1] == ",":
        subject = speaker_from(words, grammar, i + 1, sentence.end)
        after = subject[1] if subject is not None else after
    if subject is None or not is_speaker(words, grammar, subject, weak=True):
        return None
    told = grammar.phrases("sources", "told_from").after(words.low, after)
    if told:
        source = speaker_from(words, grammar, told[0], sentence.end)
        if source is not None and publishes(words, grammar, subject):
            return Attribution(i, source[1], (source, subject), False, source)
    hit = grammar.phrases("sources", "with_figure").after(words.low, after)
    figures = grammar.words("sources", "figure_words")
    speakers: tuple[Span, ...] = (subject,)
    if (early := between(words, grammar, subject, i)) is not None:
        speakers = early(speakers)
    if hit is None or figures.isdisjoint(words.low[hit[0] : hit[0] + 5]):
        return None
    return Attribution(min(subject[0], i), hit[0], speakers, True, subject)
