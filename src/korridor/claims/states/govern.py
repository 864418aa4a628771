"""Which cue governs a figure: the verb of its own clause first, then those of the clauses around it."""

from korridor.claims.claim import State
from korridor.claims.figure import Figure
from korridor.claims.states.clauses import Border, Borders
from korridor.claims.states.cues import Cue
from korridor.claims.words import Words

_PLAIN = (State.DONE, State.ONGOING)
_JOINS = frozenset(("and", "or", "og", "eller"))
_IN_GROUP = 3
"""A verb group may have so many words between two of its cues."""


def governing(
    words: Words, figure: Figure, group: list[Figure], cues: list[Cue], borders: Borders
) -> tuple[Cue | None, bool]:
    """The cue that governs a figure of a list ``group``, and whether it stands in the figure's own clause."""
    inside = [cue for cue in cues if cue.finite and figure.numeral.end <= cue.begin < figure.end]
    if inside:  # 108 were wounded
        return _group(words, inside + [cue for cue in cues if cue.begin >= figure.end]), True
    begin, end = group[0].begin, max(group[-1].end, group[-1].noun_end)
    cues = [cue for cue in cues if not begin <= cue.begin < end]
    left, right = borders.left_of(begin), borders.right_of(end)
    before = [cue for cue in cues if left <= cue.begin < begin]
    after = [cue for cue in cues if end <= cue.begin < right]
    if before:
        verb = _leading(before)
        if not after:
            return (_related(words, verb, cues, borders, right) or verb), True
        if figure is not group[-1] and not _opens(words, verb, group[0]):
            return verb, True
        return _object_or_subject(words, group[-1], verb, after, len(group) > 1), True
    if after:
        chosen = _subject(words, end, after)
        return (_related(words, chosen, cues, borders, right) or chosen), True
    return _outside(words, begin, right, cues, borders), False


def _object_or_subject(words: Words, figure: Figure, verb: Cue, after: list[Cue], listed: bool) -> Cue:
    """With a verb on both sides: there are 75 *waiting*; skal 1500 byttes; freed 14 and six *are* missing."""
    own = _group(words, after)
    near = after[0].begin - max(figure.noun_end, figure.end) <= 1
    if verb.weak or (verb.state is State.BACKGROUND and verb.finite and own.state is State.REMAINING):
        return verb if own.weak else own  # kan være flere tusen igjen
    passive = after[0].state is State.ONGOING and not after[0].finite and after[0].end - after[0].begin == 1
    if _opens(words, verb, figure) and (
        verb.state not in _PLAIN or (passive and not verb.weak and not verb.perfect)
    ):
        return verb  # kunne 62 hentes
    if near and after[0].finite and not _opens(words, verb, figure):
        return own
    if (
        near
        and verb.state in _PLAIN
        and _opens(words, verb, figure)
        and own.state in (State.REMAINING, State.ONGOING)
    ):
        return own  # har 200 sittet fast, er 45 familier innkvartert
    if near and listed and own.state in (State.REMAINING, State.PLANNED):
        return own  # had taken 1,400 to the hall, with 350 more expected
    return verb


def _related(words: Words, verb: Cue, cues: list[Cue], borders: Borders, right: int) -> Cue | None:
    """What a clause behind says more than *be* or *have*: det er 75 som *venter*; are parked, *ready to* leave."""
    kind = borders.kind_at(right)
    if kind is Border.COMMA and borders.kind_at(right + 1) is Border.UNDER:
        kind, right = Border.UNDER, right + 1  # 18 buses, which shall run all night
    behind = [cue for cue in cues if right < cue.begin < borders.right_of(right + 1)]
    if not behind or verb.state not in _PLAIN:
        return None
    if kind is Border.UNDER and verb.weak:
        return _group(words, behind)
    ready = kind is Border.COMMA and verb.state is State.ONGOING and behind[0].begin == right + 1
    return behind[0] if ready and behind[0].state is State.PLANNED else None


def _opens(words: Words, verb: Cue, figure: Figure) -> bool:
    """Whether a verb stands just before its subject: skal ytterligere 1500 byttes."""
    if verb.state in _PLAIN and verb.end - verb.begin > 1:
        return False  # had taken 1,400: its object
    gap = words.low[verb.end : figure.begin]
    return verb.finite and len(gap) <= 1 and all(word.isalpha() and word not in _JOINS for word in gap)


def _subject(words: Words, end: int, after: list[Cue]) -> Cue:
    """The verb behind its subject; a participle between the two gives way: people trapped there *were* freed."""
    chosen = _group(words, after)
    if after[0].finite or after[0].begin - end > 2:
        return chosen
    later = [cue for cue in after[1:] if cue.finite and (not cue.weak or cue.state is State.DONE)]
    return _group(words, later) if later else chosen


def _outside(words: Words, begin: int, right: int, cues: list[Cue], borders: Borders) -> Cue | None:
    """No verb in the figure's own clause: the main verb behind a relative clause or an apposition, else what is near."""
    stop = borders.right_of(right, Border.HARD)
    first = borders.left_of(begin, Border.HARD)
    semicolons = (first > borders.begin and words.form[first - 1] == ";") or (
        stop < borders.end and words.form[stop] == ";"
    )
    if semicolons and not any(first <= cue.begin < stop for cue in cues):
        return None
    behind = [cue for cue in cues if right <= cue.begin < stop]
    earlier = [cue for cue in cues if cue.begin < begin]
    if borders.kind_at(right) is Border.UNDER and behind:
        return _past_relative(words, right, behind, borders)
    same = [cue for cue in earlier if cue.begin >= borders.left_of(begin, Border.HARD)]
    if behind and borders.kind_at(right) is Border.COMMA:
        main = [cue for cue in behind if not _under(cue, borders)]
        first = next((k for k, cue in enumerate(main) if cue.finite), 0)
        if main and not same:
            return _group(words, main[first:])
    if same:
        return _leading(same)
    if behind:
        return _group(words, behind)
    if earlier:
        return earlier[-1]
    return next((cue for cue in cues if cue.begin > begin), None)


def _past_relative(words: Words, right: int, behind: list[Cue], borders: Borders) -> Cue:
    """The 90 who are left *will be fetched*; de 200 som satt fast, *er hentet*; else the relative clause's own verb."""
    own = _group(words, behind)
    closes = borders.right_of(right + 1, Border.COMMA, Border.HARD, Border.UNDER)
    for cue in behind:
        if cue.begin <= own.begin or cue.end <= own.end:
            continue
        after_comma = closes < cue.begin <= closes + 2 and borders.kind_at(closes) is Border.COMMA
        same_clause = cue.finite and cue.begin < closes and borders.left_of(cue.begin) <= right + 1
        if after_comma or same_clause:
            return _group(words, [each for each in behind if each.begin >= cue.begin])
        if cue.begin > closes:
            break
    return own


def _under(cue: Cue, borders: Borders) -> bool:
    """Whether a cue stands in a subordinate clause."""
    left = borders.left_of(cue.begin)
    return borders.kind_at(left - 1) is Border.UNDER


def _leading(before: list[Cue]) -> Cue:
    """A verb behind a mood keeps the mood: will have left, skal ha forlatt."""
    last = before[-1]
    if last.state is State.BACKGROUND and len(before) > 1 and last.begin - before[-2].end <= 1:
        return before[-2] if before[-2].state is State.REMAINING else last  # still holds
    if last.state not in _PLAIN:
        return last
    moods = [cue for cue in before[:-1] if cue.finite and cue.state is State.PLANNED]
    if moods and last.state is State.ONGOING and not last.finite:
        return moods[-1]  # skal 30 000 flyttes over 60 dager
    chosen = last
    for cue in reversed(before[:-1]):
        if last.begin - cue.end > _IN_GROUP - 1:
            break
        if cue.state not in _PLAIN:
            return cue
        last = cue
    return chosen


def _group(words: Words, after: list[Cue]) -> Cue:
    """The cue of a verb group that says most: were left → left behind; are still waiting → waiting."""
    chosen = after[0]
    for cue in after[1:]:
        if cue.begin - chosen.end > _IN_GROUP or any(
            words.form[k] in ",;" for k in range(chosen.end, cue.begin)
        ):
            break
        near = cue.begin - chosen.end <= 1
        if cue.state in (State.REMAINING, State.PLANNED) and (
            (chosen.state is State.DONE and near) or chosen.state in (State.ONGOING, State.BACKGROUND)
        ):
            return cue
        if chosen.state is State.PLANNED and cue.state is State.REMAINING:
            return cue
    return chosen
