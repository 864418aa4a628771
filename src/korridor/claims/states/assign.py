"""Give each figure its state: by the verb that governs it, by what it measures, by the figures beside it."""

from korridor.claims.claim import Quantity, State
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Layout, Sentence
from korridor.claims.states.clauses import Border, Borders, borders_of, coordinated
from korridor.claims.states.cues import Cue, cues_of
from korridor.claims.states.govern import governing
from korridor.claims.words import Words

_MEASURES = (Quantity.DISTANCE_KM, Quantity.AREA_KM2)
_PLAIN = (State.DONE, State.ONGOING)


def assign_states(
    words: Words, grammar: Grammar, layout: Layout, figures: list[Figure], year: int | None = None
) -> None:
    """Give each figure the state that its verbs say; ``year`` is the dispatch's own."""
    last: Figure | None = None
    for number, here in _by_sentence(layout, figures):
        sentence = layout.sentences[number]
        cues = cues_of(words, grammar, sentence.begin, sentence.end)
        borders = borders_of(words, grammar, sentence.begin, sentence.end, cues)
        for group in coordinated(words, grammar, here, cues):
            for figure in group:
                told_of = _just_told(layout, sentence, last)
                cue, own = governing(words, figure, group, cues, borders)
                if cue is None or (figure.parent is not None and not own):
                    inherited = _inherited(layout, sentence, figure, last)
                    figure.state = inherited or _topic(words, grammar, layout, number, State.DONE)
                elif words.at(cue.begin) in grammar.words("states", "neutral"):
                    figure.state = _topic(words, grammar, layout, number, State.ONGOING)
                else:
                    figure.state = _state(words, grammar, figure, cue, cues, borders, year, told_of)
                last = figure


def _by_sentence(layout: Layout, figures: list[Figure]) -> list[tuple[int, list[Figure]]]:
    found: list[tuple[int, list[Figure]]] = []
    for figure in figures:
        number = layout.sentence_of(figure.numeral.begin)
        if found and found[-1][0] == number:
            found[-1][1].append(figure)
        else:
            found.append((number, [figure]))
    return found


def _inherited(layout: Layout, sentence: Sentence, figure: Figure, last: Figure | None) -> State | None:
    """Without a verb in its sentence a figure stands as its whole, or as the figure before it in the paragraph."""
    if figure.quantity in _MEASURES:
        return State.BACKGROUND
    if figure.parent is not None:
        return figure.parent.state
    if last is not None:
        before = layout.sentences[layout.sentence_of(last.numeral.begin)]
        if before.paragraph == sentence.paragraph and last.quantity not in _MEASURES:
            return last.state
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


def _just_told(layout: Layout, sentence: Sentence, last: Figure | None) -> State | None:
    """The state of the figure before, where it stands in the same paragraph and counts something."""
    if last is None or last.quantity in (*_MEASURES, Quantity.DURATION_S, Quantity.OTHER):
        return None
    before = layout.sentences[layout.sentence_of(last.numeral.begin)]
    return last.state if before.paragraph == sentence.paragraph else None


def _state(
    words: Words,
    grammar: Grammar,
    figure: Figure,
    chosen: Cue,
    cues: list[Cue],
    borders: Borders,
    year: int | None,
    told_of: State | None,
) -> State:
    state = _worded(words, grammar, figure, chosen)
    if state is not chosen.state and figure.quantity in (*_MEASURES, Quantity.DURATION_S):
        return state
    if grammar.phrases("states", "former").before(words.low, figure.begin):
        return State.BACKGROUND
    left, right = borders.left_of(figure.begin, Border.HARD), borders.right_of(figure.end, Border.HARD)
    if figure.them and chosen.weak and state in _PLAIN and figure.parent is not None:
        return figure.parent.state
    part = figure.quantity is Quantity.PERCENT or figure.them
    if state is State.ONGOING and chosen.weak and told_of is not None and part:
        return told_of  # a quarter of them are foreigners
    if state in (State.ONGOING, State.BACKGROUND) and _of_a_plan(words, grammar, figure, left):
        return State.PLANNED
    if state not in _PLAIN:
        return state
    if _negated(words, grammar, chosen) and figure.quantity in (Quantity.PERSONS, Quantity.FAMILIES):
        return State.REMAINING
    here = [c for c in cues if left <= c.begin < right and not figure.begin <= c.begin < figure.end]
    if any(c.state is State.BACKGROUND and _same_part(words, c, figure) for c in here):
        return State.BACKGROUND
    if state is State.ONGOING and _said_in_general(figure, chosen):
        return State.BACKGROUND
    future = grammar.phrases("states", "future")
    if state is State.ONGOING and any(future.after(words.low, k) for k in range(left, right)):
        return State.PLANNED
    if figure.category == "missing" or (state is State.ONGOING and _left_over(words, grammar, figure)):
        return State.REMAINING
    if state is State.DONE and _long_ago(words, left, right, year):
        return State.BACKGROUND
    return state


def _worded(words: Words, grammar: Grammar, figure: Figure, chosen: Cue) -> State:
    """What a cue says of this kind of figure."""
    state = chosen.state
    if figure.quantity is Quantity.DURATION_S and _goes_on(words, grammar, chosen):
        return State.ONGOING
    if state is State.PLANNED and words.at(chosen.end - 1) == "skal":
        reported = "ha" in words.low[figure.end : figure.end + 4]
        return State.DONE if reported else state  # skal 200 ha forlatt: so it is told
    if state is State.BACKGROUND and words.at(chosen.begin) in grammar.words("states", "measure_verbs"):
        measured = figure.quantity in (*_MEASURES, Quantity.DURATION_S)
        return state if measured or "rate" in figure.notes else State.ONGOING
    if figure.quantity is Quantity.VEHICLES and words.at(chosen.begin) in grammar.words("states", "wants"):
        return State.PLANNED  # we need another 50 buses
    if state is not State.REMAINING:
        return state
    if figure.quantity is Quantity.VEHICLES:
        vehicles = grammar.phrases("states", "planned_vehicles")
        if vehicles.after(words.low, chosen.begin) or vehicles.after(words.low, chosen.begin + 1):
            return State.PLANNED
    if figure.quantity is Quantity.DURATION_S:
        past = words.low[chosen.begin - 2 : chosen.end]
        if words.at(chosen.end - 1).endswith(("ed", "et")) or not grammar.words("states", "past").isdisjoint(
            past
        ):
            return State.DONE  # they had been waiting for ten hours
    if figure.quantity in _MEASURES:
        return State.ONGOING  # the group still holds two square kilometres
    return state


def _goes_on(words: Words, grammar: Grammar, chosen: Cue) -> bool:
    """They have been waiting, de har sittet: what has lasted so long lasts."""
    perfect = words.at(chosen.begin) in grammar.words("states", "perfect")
    staying = grammar.words("states", "stays")
    return perfect and not staying.isdisjoint(words.low[chosen.begin + 1 : chosen.begin + 5])


def _said_in_general(figure: Figure, chosen: Cue) -> bool:
    """A length or a rate in the present tense is how things are, not what is going on."""
    if figure.quantity in _MEASURES or figure.quantity is Quantity.DURATION_S:
        return chosen.weak or chosen.end - chosen.begin == 1  # shrunk to, is down to are news
    on_load = figure.quantity is Quantity.OTHER and figure.noun_end == figure.numeral.end
    return "rate" in figure.notes and not on_load


def _of_a_plan(words: Words, grammar: Grammar, figure: Figure, left: int) -> bool:
    """The deal for the town covers 8,000 fighters: what a plan holds is planned."""
    counted = figure.quantity in (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES)
    plans, low = grammar.words("states", "plans"), words.low
    return counted and any(
        low[k] in plans and low[k + 1] not in ("to", "å") for k in range(left, figure.begin)
    )


def _negated(words: Words, grammar: Grammar, cue: Cue) -> bool:
    """Did not leave, er ikke evakuert, ingen har hentet."""
    near = words.low[max(0, cue.begin - 2) : cue.end + 1]
    return not grammar.words("states", "negation").isdisjoint(near)


def _left_over(words: Words, grammar: Grammar, figure: Figure) -> bool:
    """The remaining 33, de gjenværende 33."""
    left = grammar.words("states", "left_over")
    return not left.isdisjoint(words.low[max(0, figure.begin - 1) : figure.end])


def _same_part(words: Words, cue: Cue, figure: Figure) -> bool:
    """No comma between a cue and the figure."""
    low, high = sorted((cue.begin, figure.begin))
    return "," not in words.form[low:high]


def _long_ago(words: Words, begin: int, end: int, year: int | None) -> bool:
    """Whether a clause names a year before the dispatch's own."""
    if year is None:
        return False
    return any(
        len(form) == 4 and form.isdecimal() and 1900 <= int(form) < year for form in words.form[begin:end]
    )
