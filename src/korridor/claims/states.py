"""Planned, ongoing, done, remaining or background: from the verbs that govern a figure."""

from dataclasses import dataclass
from functools import lru_cache

from korridor.claims.claim import Quantity, State
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.phrases import Phrases
from korridor.claims.sentences import Layout
from korridor.claims.words import Words

ORDER = (State.BACKGROUND, State.REMAINING, State.PLANNED, State.ONGOING, State.DONE)
_MEASURES = (Quantity.DISTANCE_KM, Quantity.AREA_KM2)
_CLAUSE_MARKS = frozenset(";:()")


@dataclass(frozen=True)
class Cue:
    """Words ``begin`` up to ``end`` that say a state."""

    begin: int
    end: int
    state: State


def assign_states(
    words: Words, grammar: Grammar, layout: Layout, figures: list[Figure], year: int | None = None
) -> None:
    """Give each figure the state that its verbs say; ``year`` is the dispatch's own."""
    cues: dict[int, list[Cue]] = {}
    for figure in figures:
        number = layout.sentence_of(figure.numeral.begin)
        if number not in cues:
            sentence = layout.sentences[number]
            cues[number] = list(_cues(words, grammar, sentence.begin, sentence.end))
        sentence = layout.sentences[number]
        figure.state = _state(words, grammar, figure, cues[number], sentence.begin, sentence.end, year)


def _cues(words: Words, grammar: Grammar, begin: int, end: int) -> list[Cue]:
    """The cues of a sentence, in its order; the longest at each word."""
    found: list[Cue] = []
    table = _table(grammar)
    say = grammar.words("sources", "say")
    present = grammar.words("states", "present") | grammar.words("states", "perfect")
    progressive = grammar.data["states"]["ongoing_ing"]
    low, first = words.low, table.first
    i = begin
    while i < end:
        word = low[i]
        best: Cue | None = None
        if word in first and (hit := table.after(low, i)) and hit[0] <= end:
            best = Cue(i, hit[0], hit[1])
            if best.state is State.DONE and hit[0] == i + 1 and word in say:
                best = None
        if best is None and word in present:
            best = _present(words, grammar, i, end)
        if best is not None and hit_is_modifier(words, best):
            best = None
        if progressive and word in ("is", "are", "was", "were") and (best is None or best.end == i + 1):
            nxt = words.at(i + 1)
            if nxt.endswith("ing") and len(nxt) > 5:
                best = Cue(i, i + 2, State.ONGOING)
        if best is None:
            i += 1
        else:
            found.append(best)
            i = best.end
    return found


def hit_is_modifier(words: Words, cue: Cue) -> bool:
    """The promised 60 trucks, de lovede 60: a participle before its noun says nothing of where they are."""
    before, after = words.at(cue.begin - 1), words.at(cue.end)
    return (
        cue.end - cue.begin == 1
        and before in ("the", "de", "den", "det", "all", "alle")
        and after[:1].isalnum()
        and (words.at(cue.begin).endswith(("ed", "ede", "ing", "te", "ende")))
    )


def _present(words: Words, grammar: Grammar, i: int, end: int) -> Cue:
    """A present tense is ongoing, a perfect is done: has left, er evakuert."""
    word = words.low[i]
    perfect = word in grammar.words("states", "perfect") or word in grammar.words("states", "passive_done")
    if perfect:
        for j in range(i + 1, min(i + 7, end)):
            if words.form[j] in ",;:.":
                break
            if words.low[j - 1] not in grammar.words("sources", "np_inner") and is_participle(
                words.low[j], grammar
            ):
                return Cue(i, i + 1, State.DONE)
    return Cue(i, i + 1, State.ONGOING)


def is_participle(word: str, grammar: Grammar) -> bool:
    """Whether a word looks like a participle: by its ending, or by the list."""
    if word in grammar.words("states", "part_words"):
        return True
    endings = tuple(grammar.data["states"]["part_endings"])
    return (
        len(word) > 3
        and word.endswith(endings)
        and word not in grammar.words("states", "not_participle")
        and word not in grammar.nouns
    )


@lru_cache(maxsize=8)
def _table(grammar: Grammar) -> Phrases[State]:
    """All cues of a language in one table; of two states for one wording the one first in :data:`ORDER`."""
    states = grammar.data["states"]
    pairs = {str(word): State.REMAINING for word in states["planned_vehicles"]}
    for state in reversed(ORDER):
        pairs.update({str(word): state for word in states[state.value]})
    return Phrases(pairs)


def _long_ago(words: Words, begin: int, end: int, year: int | None) -> bool:
    """Whether a clause names a year before the dispatch's own."""
    if year is None:
        return False
    return any(
        len(form) == 4 and form.isdecimal() and 1900 <= int(form) < year for form in words.form[begin:end]
    )


def _state(
    words: Words, grammar: Grammar, figure: Figure, cues: list[Cue], begin: int, end: int, year: int | None
) -> State:
    measure = figure.quantity in _MEASURES
    left, right = _clause(words, grammar, figure, begin, end)
    here = [cue for cue in cues if left <= cue.begin < right and not (figure.begin <= cue.begin < figure.end)]
    after = [cue for cue in here if cue.begin >= figure.numeral.end]
    before = [cue for cue in here if cue.end <= figure.begin]
    chosen = None
    if after and _governs(words, figure, after[0], before):
        chosen = after[0]
        chosen = _group(after, chosen, words)
        if chosen.state in (State.DONE, State.ONGOING) and before and _framed(before[-1], figure):
            chosen = before[-1]
    elif before:
        chosen = _leading(before)
    elif after:
        chosen = after[0]
    else:
        near = [c for c in cues if not (figure.begin <= c.begin < figure.end)]
        chosen = min(
            near,
            key=lambda c: abs(c.begin - figure.numeral.end) + (40 if c.begin > right else 0),
            default=None,
        )
    if chosen is None:
        return State.BACKGROUND if measure else State.DONE
    state = chosen.state
    if (
        state is State.PLANNED
        and words.at(chosen.end - 1) == "skal"
        and "ha" in words.low[figure.end : figure.end + 4]
    ):
        state = State.DONE  # skal 200 ha forlatt: so it is told
    if figure.quantity is Quantity.VEHICLES and state is State.REMAINING:
        vehicles = grammar.phrases("states", "planned_vehicles")
        if vehicles.after(words.low, chosen.begin) or vehicles.after(words.low, chosen.begin + 1):
            state = State.PLANNED
    if (
        figure.quantity is Quantity.DURATION_S
        and state is State.REMAINING
        and words.at(chosen.end - 1).endswith(("ed", "et"))
    ):
        state = State.DONE  # they waited for ten hours
    if state in (State.DONE, State.ONGOING):
        if any(c.state is State.BACKGROUND and _same_part(words, c, figure) for c in here):
            return State.BACKGROUND
        if state is State.ONGOING and (
            measure
            or figure.quantity is Quantity.DURATION_S
            or ("rate" in figure.notes and not _on_load(figure))
        ):
            return State.BACKGROUND
        future = grammar.phrases("states", "future")
        if state is State.ONGOING and any(future.after(words.low, k) for k in range(left, right)):
            return State.PLANNED
        if figure.category == "missing":
            return State.REMAINING
        if state is State.DONE and _long_ago(words, left, right, year):
            return State.BACKGROUND
    return state


def _on_load(figure: Figure) -> bool:
    """A load (14 people per car) is as it is told; what can be done an hour is background."""
    return figure.quantity is Quantity.OTHER and figure.noun_end == figure.numeral.end


def _same_part(words: Words, cue: Cue, figure: Figure) -> bool:
    """No comma between a cue and the figure."""
    low, high = sorted((cue.begin, figure.begin))
    return "," not in words.form[low:high]


def _framed(cue: Cue, figure: Figure) -> bool:
    """Skal ytterligere 1500 byttes: a mood stands just before its subject."""
    return cue.state in (State.PLANNED, State.REMAINING) and 0 <= figure.begin - cue.end <= 1


def _leading(before: list[Cue]) -> Cue:
    """A verb behind a mood keeps the mood: will have left, skal ha forlatt."""
    last = before[-1]
    if last.state not in (State.DONE, State.ONGOING):
        return last
    for cue in reversed(before[:-1]):
        if last.begin - cue.end > 2:
            break
        if cue.state not in (State.DONE, State.ONGOING):
            return cue
        last = cue
    return before[-1]


def _group(after: list[Cue], chosen: Cue, words: Words) -> Cue:
    """The cue of a verb group that says most: were left → left behind; are still waiting → waiting."""
    for cue in after[1:]:
        if cue.begin - chosen.end > 3 or any(words.form[k] in ",;" for k in range(chosen.end, cue.begin)):
            break
        if (
            chosen.state is State.DONE
            and cue.state in (State.REMAINING, State.PLANNED)
            and cue.begin - chosen.end <= 1
        ):
            return cue
        if chosen.state is State.PLANNED and cue.state is State.REMAINING:
            return cue
        if chosen.state in (State.ONGOING, State.BACKGROUND) and cue.state in (
            State.REMAINING,
            State.PLANNED,
        ):
            return cue
    return chosen


def _governs(words: Words, figure: Figure, cue: Cue, before: list[Cue]) -> bool:
    """Whether a verb behind a figure is its own: near, or nothing before it could be."""
    if not before:
        return True
    return cue.begin - figure.noun_end <= 3 and not any(
        words.form[k] == "," for k in range(figure.noun_end, cue.begin)
    )


def _clause(words: Words, grammar: Grammar, figure: Figure, begin: int, end: int) -> tuple[int, int]:
    """The clause of a figure: to the marks and joining words on both sides."""
    breaks = grammar.words("sources", "breaks")
    left, right = begin, end
    for k in range(figure.begin - 1, begin - 1, -1):
        if words.form[k] in _CLAUSE_MARKS or words.low[k] in breaks:
            left = k + 1
            break
    for k in range(figure.end, end):
        if words.form[k] in _CLAUSE_MARKS or words.low[k] in breaks:
            right = k
            break
    return left, right
