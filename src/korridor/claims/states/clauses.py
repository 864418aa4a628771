"""Clauses: where the words that can govern a figure end."""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.states.cues import Cue
from korridor.claims.words import Words

_HARD_MARKS = frozenset(";:()–—")


class Border(Enum):
    """What parts two clauses: a mark or ``while``, ``who`` or ``when``, a comma, ``and`` before a verb."""

    HARD = "hard"
    UNDER = "subordinate"
    COMMA = "comma"
    AND = "and"


@dataclass(frozen=True)
class Borders:
    """The borders of a sentence from word ``begin`` up to ``end``, in its order."""

    begin: int
    end: int
    at: tuple[tuple[int, Border], ...]

    def left_of(self, word: int, *kinds: Border) -> int:
        """Where the clause that a word stands in begins, counting borders of some kinds (all if none is named)."""
        for k, kind in reversed(self.at):
            if k < word and (not kinds or kind in kinds):
                return k + 1
        return self.begin

    def right_of(self, word: int, *kinds: Border) -> int:
        """Where the clause that a word stands in ends."""
        for k, kind in self.at:
            if k >= word and (not kinds or kind in kinds):
                return k
        return self.end

    def kind_at(self, word: int) -> Border | None:
        """The border at a word."""
        return next((kind for k, kind in self.at if k == word), None)


def borders_of(
    words: Words, grammar: Grammar, begin: int, end: int, cues: list[Cue], groups: list[list[Figure]]
) -> Borders:
    """Find the borders of a sentence; ``groups`` are its figures, those that are listed together."""
    starts = {cue.begin for cue in cues} | _subjects(groups, cues)
    hard, under = grammar.words("sources", "breaks"), grammar.words("states", "subordinate")
    joins, inside = grammar.words("states", "joins"), grammar.words("states", "in_group")
    found: list[tuple[int, Border]] = []
    for k in range(begin, end):
        word = words.low[k]
        if word in _HARD_MARKS or word in hard:
            found.append((k, Border.HARD))
        elif word in under:
            found.append((k, Border.UNDER))
        elif word == ",":
            found.append((k, Border.COMMA))
        elif word in joins:
            j = k + 1
            while j < end and words.low[j] in inside:
                j += 1
            if j in starts:
                found.append((k, Border.AND))
    return Borders(begin, end, tuple(found))


def _subjects(groups: list[list[Figure]], cues: list[Cue]) -> set[int]:
    """Where figures begin that have a verb of their own behind them: 29 drove off and 25 others *are* being readied."""
    found: set[int] = set()
    for before, group in pairwise(groups):
        behind = next((cue for cue in cues if cue.begin >= group[-1].end), None)
        between = any(before[-1].end <= cue.begin < group[0].begin for cue in cues)
        if between and behind is not None and behind.finite and behind.begin - group[-1].end <= 4:
            found.add(group[0].begin)
    return found


def coordinated(words: Words, grammar: Grammar, figures: list[Figure], cues: list[Cue]) -> list[list[Figure]]:
    """The figures of a sentence, those together that are listed: 200 fighters, 40 children and 3 doctors."""
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups and _listed(words, grammar, groups[-1][-1], figure, cues):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _listed(words: Words, grammar: Grammar, one: Figure, other: Figure, cues: list[Cue]) -> bool:
    """Whether two figures stand in one list: only a comma or ``and`` between, no verb, no clause."""
    low, high = max(one.end, one.noun_end), other.begin
    if high - low > 10 or any(low <= cue.begin < high for cue in cues):
        return False
    between = words.low[low:high]
    stop = grammar.words("sources", "breaks") | grammar.words("states", "subordinate") | _HARD_MARKS
    joined = not between or "," in between or not grammar.words("states", "joins").isdisjoint(between)
    return joined and stop.isdisjoint(between)
