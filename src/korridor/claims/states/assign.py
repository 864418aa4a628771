"""Give each figure its state: by the verb that governs it, by what it measures, by the figures beside it."""

from dataclasses import dataclass

from korridor.claims.claim import Quantity, State
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Layout, Sentence
from korridor.claims.states.clauses import borders_of, coordinated
from korridor.claims.states.cues import Cue, cues_of
from korridor.claims.states.govern import governing
from korridor.claims.states.measure import LENGTHS, state_of_measure
from korridor.claims.states.past import long_ago_at, tells_of_today
from korridor.claims.states.sense import Clause, state_of
from korridor.claims.words import Words


@dataclass
class _Told:
    """What was told so far: the last figure, the last that counts something, and a paragraph about the past."""

    last: Figure | None = None
    counted: Figure | None = None
    past_in: int = -1


def assign_states(
    words: Words, grammar: Grammar, layout: Layout, figures: list[Figure], year: int | None = None
) -> None:
    """Give each figure the state that its verbs say; ``year`` is the dispatch's own."""
    told = _Told()
    for number, here in _by_sentence(layout, figures):
        sentence = layout.sentences[number]
        cues = cues_of(words, grammar, sentence.begin, sentence.end)
        long_ago = long_ago_at(words, grammar, sentence, year)
        groups = coordinated(words, grammar, here, cues)
        borders = borders_of(words, grammar, sentence.begin, sentence.end, cues, groups)
        for group in groups:
            for figure in group:
                cue, own = governing(words, figure, group, cues, borders)
                clause = Clause.of(words, grammar, figure, cues, borders, _just_told(layout, sentence, told))
                figure.state = _state(words, grammar, layout, number, figure, cue, own, clause, told)
                earlier = any(clause.left <= k < clause.right for k in long_ago)
                figure.state = _in_the_past(words, grammar, sentence, figure, cue, earlier, told)
                if figure.category == "dead" and figure.state is State.ONGOING:
                    figure.state = State.DONE
                told.last = figure
                if figure.quantity not in (*LENGTHS, Quantity.DURATION_S, Quantity.OTHER):
                    told.counted = figure


def _by_sentence(layout: Layout, figures: list[Figure]) -> list[tuple[int, list[Figure]]]:
    found: list[tuple[int, list[Figure]]] = []
    for figure in figures:
        number = layout.sentence_of(figure.numeral.begin)
        if found and found[-1][0] == number:
            found[-1][1].append(figure)
        else:
            found.append((number, [figure]))
    return found


def _state(
    words: Words,
    grammar: Grammar,
    layout: Layout,
    number: int,
    figure: Figure,
    cue: Cue | None,
    own: bool,
    clause: Clause,
    told: _Told,
) -> State:
    if cue is None or (figure.parent is not None and not own):
        inherited = _inherited(layout, layout.sentences[number], figure, told)
        return inherited or _topic(words, grammar, layout, number, State.DONE)
    if words.at(cue.begin) in grammar.words("states", "neutral"):
        return _topic(words, grammar, layout, number, State.ONGOING)
    measured = state_of_measure(words, grammar, figure, cue, clause)
    return measured if measured is not None else state_of(words, grammar, figure, cue, clause)


def _inherited(layout: Layout, sentence: Sentence, figure: Figure, told: _Told) -> State | None:
    """Without a verb in its sentence a figure stands as its whole, or as the figure before it in the paragraph."""
    if figure.quantity in LENGTHS or "household" in figure.notes:
        return State.BACKGROUND
    if figure.parent is not None:
        return figure.parent.state
    if told.last is not None:
        before = layout.sentences[layout.sentence_of(told.last.numeral.begin)]
        said = told.last.state
        if before.paragraph == sentence.paragraph and said is not State.BACKGROUND:
            return said if told.last.quantity not in LENGTHS else None
    return None


def _topic(words: Words, grammar: Grammar, layout: Layout, number: int, default: State) -> State:
    """It is a matter of 5,000 fighters: planned where the sentence before speaks of what shall be."""
    here = layout.sentences[number]
    if number and layout.sentences[number - 1].paragraph == here.paragraph:
        before = layout.sentences[number - 1]
        said = [cue.state for cue in cues_of(words, grammar, before.begin, before.end)]
        if said and said[-1] in (State.PLANNED, State.REMAINING):
            return said[-1]
    return default


def _just_told(layout: Layout, sentence: Sentence, told: _Told) -> State | None:
    """The state of the last figure that counts something, where it stands in the same paragraph."""
    if told.counted is None:
        return None
    before = layout.sentences[layout.sentence_of(told.counted.numeral.begin)]
    return told.counted.state if before.paragraph == sentence.paragraph else None


def _in_the_past(
    words: Words,
    grammar: Grammar,
    sentence: Sentence,
    figure: Figure,
    cue: Cue | None,
    long_ago: bool,
    told: _Told,
) -> State:
    """What happened in an earlier year is background, and so is what its paragraph goes on to tell in the past tense."""
    if figure.state is State.BACKGROUND or cue is None:
        return figure.state
    past = not cue.perfect and (
        figure.state is State.DONE or words.at(cue.begin) in grammar.words("states", "had_to")
    )
    if past and long_ago:
        told.past_in = sentence.paragraph
        return State.BACKGROUND
    goes_on = told.past_in == sentence.paragraph and not tells_of_today(words, grammar, sentence)
    if past and goes_on:
        return State.BACKGROUND
    told.past_in = -1
    return figure.state
