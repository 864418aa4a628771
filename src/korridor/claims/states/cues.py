"""Cues: the words of a sentence that say a state, by phrases of a table and by the forms of verbs."""

from dataclasses import dataclass, replace
from functools import lru_cache

from korridor.claims.claim import State
from korridor.claims.grammar import Grammar
from korridor.claims.phrases import Phrases
from korridor.claims.words import Words

ORDER = (State.BACKGROUND, State.REMAINING, State.PLANNED, State.ONGOING, State.DONE)
"""Of two states for one wording the first counts."""

_MOST_WORDS = 100_000
_BETWEEN = 6
"""A language whose participle stands within fewer words lets no subject stand between."""


@dataclass(frozen=True)
class Cue:
    """Words ``begin`` up to ``end`` that say a state.

    Attributes
    ----------
    finite : bool
        It begins with a verb that carries a clause: ``were``, ``will``, ``har``.
    weak : bool
        A bare form of *be* or *have*: what stands behind it says more.
    perfect : bool
        It says what has been, and not what was.
    """

    begin: int
    end: int
    state: State
    finite: bool = False
    weak: bool = False
    perfect: bool = False


def cues_of(words: Words, grammar: Grammar, begin: int, end: int) -> list[Cue]:
    """The cues among words ``begin`` up to ``end``, in their order; the longest at each word."""
    found: list[Cue] = []
    tells, low = _telling(grammar), words.low
    bare = grammar.words("states", "bare_participles")
    perfect = grammar.words("states", "perfect") | grammar.words("states", "passive_done")
    i = begin
    while i < end:
        if not tells[low[i]]:
            i += 1
            continue
        cue = _cue_at(words, grammar, i, end)
        if cue is not None and low[i] in perfect:
            cue = replace(cue, perfect=True)
        if cue is None or is_modifier(words, grammar, cue) or _of_none(words, grammar, cue):
            i += 1
        elif (
            (cue.state is State.ONGOING or low[i] in bare)
            and found
            and found[-1].end == i
            and found[-1].finite
            and not found[-1].weak
        ):
            i += 1  # had come: the participle that is written as a present tense
        else:
            found.append(cue)
            i = cue.end
    return found


def _cue_at(words: Words, grammar: Grammar, i: int, end: int) -> Cue | None:
    word = words.low[i]
    finite, weak = word in grammar.words("states", "finite"), word in grammar.words("states", "weak")
    table = _table(grammar)
    if word in table.first and (hit := table.after(words.low, i)) and hit[0] <= end:
        single = hit[0] == i + 1
        speech = word in grammar.words("sources", "say") and word not in grammar.words("sources", "weak")
        if not (single and hit[1] is State.DONE and speech) and not _is_name(words, i):
            if single and finite and (seen := _progressive(words, grammar, i, end)):
                return seen
            carries = single and weak and _carries(words, grammar, i, end)
            own = table.after(words.low, i + 1)
            if carries and own is not None and own[0] > i + 2:
                return Cue(i, own[0], own[1], finite)  # had managed to
            swallows = (
                carries
                and is_participle(words.at(i + 1), grammar)
                and (own or (0, State.DONE))[1] is State.DONE
            )
            return Cue(i, hit[0] + swallows, hit[1], finite, weak and single and not carries)
    if word in grammar.words("states", "perfect") or _is_present(words, grammar, i):
        return _progressive(words, grammar, i, end) or _present(words, grammar, i, end, True, weak)
    state = _state_by_form(grammar, word) if words.form[i].islower() else None
    return None if state is None else Cue(i, i + 1, state)


def _carries(words: Words, grammar: Grammar, i: int, end: int) -> bool:
    """Whether a form of *be* or *have* carries a participle: had taken, were later moved."""
    j = i + 1
    while j < end and words.low[j] in grammar.words("states", "in_group"):
        j += 1
    return j < end and is_participle(words.low[j], grammar)


def _is_present(words: Words, grammar: Grammar, i: int) -> bool:
    """A present tense of the list, and not the noun that is written alike: the run, 220 houses, Red Cross."""
    word = words.low[i]
    if word not in grammar.words("states", "present") and word not in grammar.words("states", "neutral"):
        return False
    definite = words.at(i - 1) in grammar.words("states", "articles")
    noun = word in grammar.nouns or (definite and word not in grammar.words("states", "finite"))
    return not noun and not _is_name(words, i)


def _is_name(words: Words, i: int) -> bool:
    """A capital inside a sentence."""
    return words.form[i][0].isupper() and i > 0 and words.form[i - 1][-1].isalnum()


def _progressive(words: Words, grammar: Grammar, i: int, end: int) -> Cue | None:
    """Is carrying, are now boarding: what is going on."""
    if not grammar.data["states"]["progressive_endings"] or words.low[i] not in grammar.words("states", "be"):
        return None
    j = i + 1
    while j < end and words.low[j] in grammar.words("states", "in_group"):
        j += 1
    following = words.at(j)
    endings = grammar.endings("states", "progressive_endings")
    if not (following.endswith(endings) and len(following) > 5) or following in grammar.nouns:
        return None
    if _table(grammar).after(words.low, j) is not None:
        return None  # are waiting: the table knows better
    return Cue(i, j + 1, State.ONGOING, finite=True)


def _present(words: Words, grammar: Grammar, i: int, end: int, finite: bool, weak: bool) -> Cue:
    """A present tense is ongoing, a perfect is done: has left, er evakuert."""
    word = words.low[i]
    if word in grammar.words("states", "perfect") or word in grammar.words("states", "passive_done"):
        far: int = grammar.data["states"]["perfect_within"]  # so far behind it the participle may stand
        for j in range(i + 1, min(i + 1 + far, end)):
            if words.form[j] in ",;:." or words.low[j] in grammar.words("states", "subordinate"):
                break
            if far < _BETWEEN and (words.form[j][0].isdecimal() or words.low[j] in grammar.nouns):
                break  # we have 1,300 wounded and no beds left
            if words.low[j] in grammar.words("states", "finite"):
                break
            if words.low[j - 1] not in grammar.words("sources", "np_inner") and is_participle(
                words.low[j], grammar
            ):
                return Cue(i, i + 1, State.DONE, finite)
    return Cue(i, i + 1, State.ONGOING, finite, weak)


@lru_cache(maxsize=8192)
def _state_by_form(grammar: Grammar, word: str) -> State | None:
    """The state of a verb of no table, by its ending: trudged, evakueres."""
    if len(word) < 4 or word in grammar.nouns:
        return None
    if word in grammar.words("states", "not_participle") or word in grammar.words("sources", "say"):
        return None
    if word.endswith(grammar.endings("states", "past_endings")) or word in grammar.words(
        "states", "bare_participles"
    ):
        return State.DONE
    present = word.endswith(grammar.endings("states", "present_endings")) and not word.endswith(
        grammar.endings("states", "not_present_endings")
    )
    return State.ONGOING if present else None


class _Telling(dict[str, bool]):
    """Whether a word can begin a cue at all, noted when it is first met; most cannot, and cost no more than this."""

    def __init__(self, grammar: Grammar) -> None:
        lists = (grammar.words("states", name) for name in ("present", "neutral", "perfect"))
        self._grammar, self._listed = grammar, frozenset(_table(grammar).first).union(*lists)

    def __missing__(self, word: str) -> bool:
        tells = word in self._listed or _state_by_form(self._grammar, word) is not None
        if len(self) < _MOST_WORDS:
            self[word] = tells
        return tells


@lru_cache(maxsize=8)
def _telling(grammar: Grammar) -> _Telling:
    return _Telling(grammar)


def _of_none(words: Words, grammar: Grammar, cue: Cue) -> bool:
    """No ambulances left, ingen ambulanser igjen: what is said of none is not said of the figure before."""
    none = grammar.words("states", "none")
    return cue.end - cue.begin == 1 and not none.isdisjoint(words.low[max(0, cue.begin - 3) : cue.begin])


def is_modifier(words: Words, grammar: Grammar, cue: Cue) -> bool:
    """The promised 60 trucks, de lovede 60: a participle before its noun says nothing of where they are."""
    before, after = words.at(cue.begin - 1), words.at(cue.end)
    named = cue.state is State.REMAINING and cue.end < len(words) and words.form[cue.end][0].isupper()
    if cue.end - cue.begin == 1 and named and words.at(cue.begin).endswith(("ed", "ede")):
        return True  # besieged Mariupol
    numbered = before[:1].isdecimal() or before in grammar.data["numbers"]["small"]
    return (
        cue.end - cue.begin == 1
        and (before in grammar.words("states", "articles") or (numbered and after in grammar.nouns))
        and after[:1].isalnum()
        and words.at(cue.begin).endswith(("ed", "ede", "ing", "te", "ende"))
    )


@lru_cache(maxsize=8192)
def is_participle(word: str, grammar: Grammar) -> bool:
    """Whether a word looks like a participle: by its ending, or by the list."""
    if word in grammar.words("states", "part_words"):
        return True
    endings = grammar.endings("states", "part_endings")
    return (
        len(word) > 3
        and word.endswith(endings)
        and word not in grammar.words("states", "not_participle")
        and word not in grammar.nouns
    )


@lru_cache(maxsize=8)
def _table(grammar: Grammar) -> Phrases[State]:
    """All phrases of a language in one table."""
    states = grammar.data["states"]
    pairs = {str(word): State.REMAINING for word in states["planned_vehicles"]}
    for state in reversed(ORDER):
        pairs.update({str(word): state for word in states[state.value]})
    return Phrases(pairs)
