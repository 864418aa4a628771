"""What a verb says of the people or vehicles that it governs, with the words around both."""

from dataclasses import dataclass

from korridor.claims.claim import Quantity, State
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.states.clauses import Border, Borders
from korridor.claims.states.cues import Cue
from korridor.claims.words import Words

_PLAIN = (State.DONE, State.ONGOING)
_PEOPLE = (Quantity.PERSONS, Quantity.FAMILIES)
_COUNTED = (*_PEOPLE, Quantity.VEHICLES)


@dataclass(frozen=True)
class Clause:
    """The words around a figure: from ``left`` up to ``right`` between hard marks, with the cues there.

    Attributes
    ----------
    told : State or None
        The state of the last figure that counts something in the paragraph.
    expected : bool
        It stands behind ``expects that``.
    """

    left: int
    right: int
    cues: tuple[Cue, ...]
    told: State | None
    expected: bool

    @classmethod
    def of(
        cls,
        words: Words,
        grammar: Grammar,
        figure: Figure,
        cues: list[Cue],
        borders: Borders,
        told: State | None,
    ) -> "Clause":
        """The clause of a figure."""
        left, right = borders.left_of(figure.begin, Border.HARD), borders.right_of(figure.end, Border.HARD)
        here = tuple(c for c in cues if left <= c.begin < right and not figure.begin <= c.begin < figure.end)
        that = borders.left_of(figure.begin) - 1
        expected = borders.kind_at(that) is Border.UNDER and any(
            c.state is State.PLANNED and that <= c.end <= that + 1 for c in cues
        )
        return cls(left, right, here, told, expected)


def worded(words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause) -> State:
    """What a cue says of this kind of figure."""
    state, low = cue.state, words.low
    word = words.at(cue.begin)
    if (
        state is State.PLANNED
        and words.at(cue.end - 1) == "skal"
        and "ha" in low[figure.end : figure.end + 4]
    ):
        return State.DONE  # skal 200 ha forlatt: so it is told
    if (
        state is State.REMAINING
        and word in grammar.words("states", "expects")
        and "å" in low[cue.end : cue.end + 3]
    ):
        return State.PLANNED  # ventet kommandantene å finne
    if figure.quantity is Quantity.VEHICLES and word in grammar.words("states", "wants"):
        return State.PLANNED  # we need another 50 buses
    holds = word in grammar.words("states", "holds")
    if state in (State.ONGOING, State.BACKGROUND) and holds and figure.quantity in _COUNTED:
        carriers = grammar.words("states", "carriers")
        return State.BACKGROUND if not carriers.isdisjoint(low[clause.left : cue.begin]) else state
    if state is State.BACKGROUND and word in grammar.words("states", "measure_verbs"):
        return state if "rate" in figure.notes else State.ONGOING
    if state is State.REMAINING and figure.quantity is Quantity.VEHICLES:
        vehicles = grammar.phrases("states", "planned_vehicles")
        if vehicles.after(low, cue.begin) or vehicles.after(low, cue.begin + 1):
            return State.PLANNED
    return _mood(words, grammar, figure, cue) or state


def _mood(words: Words, grammar: Grammar, figure: Figure, cue: Cue) -> State | None:
    """A present tense that tells of what shall be: får bo på hotell, blir på om lag 1200."""
    word, following = words.at(cue.begin), words.at(cue.end)
    if cue.state is not State.ONGOING:
        return None
    infinitive = following.endswith("e") or following in grammar.words("states", "infinitives")
    if word in grammar.words("states", "allows") and infinitive:
        return State.PLANNED
    becomes = word in grammar.words("states", "becomes") and cue.end == cue.begin + 1
    return State.PLANNED if becomes and 0 <= figure.begin - cue.end <= 1 else None


def state_of(words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause) -> State:
    """The state of persons, families, vehicles, and of shares and things told of like them."""
    state = worded(words, grammar, figure, cue, clause)
    related = _of_those_who(words, grammar, figure, cue, clause)
    if related is not None:
        return related
    if figure.quantity is Quantity.VEHICLES and grammar.phrases("states", "ready").after(
        words.low, figure.end
    ):
        return State.PLANNED
    if state in (State.ONGOING, State.BACKGROUND) and _of_a_plan(words, grammar, figure, clause.left):
        return State.PLANNED
    if state is State.BACKGROUND:
        return _capacity(words, grammar, figure, cue, clause)
    if state not in _PLAIN:
        return state
    if grammar.phrases("states", "former").before(words.low, figure.begin):
        return State.BACKGROUND
    if _negated(words, grammar, figure, cue) and figure.quantity in _PEOPLE:
        return State.REMAINING
    if any(c.state is State.BACKGROUND and _same_part(words, grammar, c, figure) for c in clause.cues):
        return State.BACKGROUND
    if state is State.ONGOING and _comes(words, grammar, clause):
        return State.PLANNED
    if state is State.ONGOING and (figure.category == "dead" or _since(words, grammar, figure, cue)):
        return State.DONE
    if figure.category == "missing" or (state is State.ONGOING and _left_over(words, grammar, figure)):
        return State.REMAINING
    return state


def _of_those_who(words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause) -> State | None:
    """What is said of a part by *are* is said of what it is part of: dozens of those who came out are fighters."""
    if not cue.weak or cue.state not in _PLAIN:
        return None
    if figure.them and words.at(figure.end) in grammar.words("states", "subordinate"):
        own = next((c for c in clause.cues if figure.end < c.begin < cue.begin), None)
        if own is not None:
            return own.state
    if figure.category in ("sick", "wounded") or words.at(cue.end) in grammar.words("states", "unwell"):
        return None
    if figure.parent is not None:
        return figure.parent.state
    part = figure.quantity is Quantity.PERCENT or figure.them
    is_ = words.at(cue.begin) in grammar.words("states", "be")
    return clause.told if part and is_ else None


def _capacity(words: Words, grammar: Grammar, figure: Figure, cue: Cue, clause: Clause) -> State:
    """The camp now houses 47,000 is news; 200 more can go is a plan; the rest is how things are."""
    if figure.quantity not in _COUNTED:
        return State.BACKGROUND
    now = grammar.words("states", "now")
    near = words.low[max(clause.left, min(cue.begin, figure.begin) - 2) : max(cue.end, figure.end) + 2]
    houses = words.at(cue.begin) in grammar.words("states", "houses")
    if houses and not now.isdisjoint(near):
        return State.ONGOING
    if figure.quantity in _PEOPLE and words.at(cue.begin) in grammar.words("states", "may"):
        holds = grammar.words("states", "holds")
        if holds.isdisjoint(words.low[cue.end : cue.end + 12]):
            return State.PLANNED
    return State.BACKGROUND


def _of_a_plan(words: Words, grammar: Grammar, figure: Figure, left: int) -> bool:
    """The deal for the town covers 8,000 fighters: what a plan holds is planned."""
    plans, low = grammar.words("states", "plans"), words.low
    return figure.quantity in _COUNTED and any(
        low[k] in plans and low[k + 1] not in ("to", "å") for k in range(left, figure.begin)
    )


def _negated(words: Words, grammar: Grammar, figure: Figure, cue: Cue) -> bool:
    """Did not leave, er ikke evakuert, none of the 58 had come up."""
    near = words.low[max(0, cue.begin - 2) : cue.end + 1]
    if not grammar.words("states", "negation").isdisjoint(near):
        return True
    return grammar.phrases("states", "none_of").before(words.low, figure.begin) is not None


def _since(words: Words, grammar: Grammar, figure: Figure, cue: Cue) -> bool:
    """The count is 2 million since February: so many have come."""
    behind = words.low[figure.end : figure.end + 2]
    return cue.weak and not grammar.words("times", "since_only").isdisjoint(behind)


def _comes(words: Words, grammar: Grammar, clause: Clause) -> bool:
    """Whether a clause in the present tense says when it will be: leave tomorrow."""
    future = grammar.phrases("states", "future")
    return any(
        words.low[k] in future and future.after(words.low, k) for k in range(clause.left, clause.right)
    )


def _left_over(words: Words, grammar: Grammar, figure: Figure) -> bool:
    """The remaining 33, de gjenværende 33."""
    left = grammar.words("states", "left_over")
    return not left.isdisjoint(words.low[max(0, figure.begin - 1) : figure.end])


def _same_part(words: Words, grammar: Grammar, cue: Cue, figure: Figure) -> bool:
    """No comma between a cue and the figure, and no clause begins between them."""
    low, high = sorted((cue.begin, figure.begin))
    return "," not in words.form[low:high] and grammar.words("states", "subordinate").isdisjoint(
        words.low[low:high]
    )
