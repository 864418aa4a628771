"""P5: what changed and why, in sentences for people who have a plan in their hands; internal edition (X3)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from korridor.operation.truce import WhenBroken
from korridor.papers.fact_words import FactLine, counted_line, fact_line
from korridor.pictures.clock import Clock, lasting
from korridor.planning.plan import Objective
from korridor.planning.replan.broken import BrokenPromise, Reason
from korridor.planning.replan.changes import Changes
from korridor.planning.replan.columns import Column, Fate, ends_of
from korridor.planning.replan.exposed import Exposed
from korridor.planning.replan.promises import TOLERANCE_S

_WHEN_BROKEN = {
    WhenBroken.ON: "The file says that columns go on when the truce breaks; this plan counts on that.",
    WhenBroken.BACK: "The file says that columns turn back when the truce breaks. This plan takes it that these drive on: "
    "if they turn back, plan again from where they then are.",
    WhenBroken.SHELTER: "The file says that columns take shelter when the truce breaks. This plan takes it that these drive "
    "on: if they take shelter, plan again from where they then are.",
    None: "What columns do when the truce breaks is not established. This plan takes it that these drive on: if they do "
    "not, plan again from where they then are.",
}


@dataclass(frozen=True)
class ColumnLine:
    """One column that is not as it was planned."""

    fate: str
    origin: str
    then: str
    now: str
    aboard: str


@dataclass(frozen=True)
class BrokenLine:
    """One promise that is not kept."""

    group: str
    destination: str
    departs: str
    persons: str
    reason: str


@dataclass(frozen=True)
class OutLine:
    """How many more are out by a moment, then and now."""

    moment: str
    then: str
    now: str
    more: str


def now_words(changes: Changes) -> str:
    """Say from when on the plan is, and how people stood then."""
    state, clock = changes.state, Clock(changes.operation.start)
    waited = (
        sum(row.persons for row in changes.made.start.people if not row.counted_out)
        if changes.made.start
        else 0
    )
    aboard, out = (sum(row.persons for row in rows) for rows in (state.aboard, state.out))
    return (
        f"Planned on from {clock.full(state.at_s)}: {waited:,} people wait to be taken, {aboard:,} are aboard, "
        f"{out:,} are out already."
    )


def exposed_words(changes: Changes) -> tuple[str, ...]:
    """Say, first and loudly, who is on truce roads while there is no truce."""
    if not changes.exposed:
        return ()
    clock, persons = Clock(changes.operation.start), sum(each.persons for each in changes.exposed)
    person_min = sum(each.person_min for each in changes.exposed)
    columns = len(changes.exposed)
    noun = "1 column is" if columns == 1 else f"{columns} columns are"
    truce = changes.operation.truce
    return (
        f"WARNING: {noun} on truce roads while the truce is closed, with {persons:,} people aboard: "
        f"{person_min:,} person-minutes of exposure.",
        *(_exposed(clock, each) for each in changes.exposed),
        _WHEN_BROKEN[truce.when_broken if truce else None],
    )


def _exposed(clock: Clock, each: Exposed) -> str:
    vehicles = ", ".join(f"{number} {kind}" for kind, number in each.column.vehicles.items())
    aboard = f"{each.persons:,} people aboard" if each.persons else "empty"
    return (
        f"The column that left {each.column.start} at {clock.moment(each.column.departed_s)} ({vehicles}; "
        f"{aboard}) is outside the truce from {clock.moment(each.from_s)} until "
        f"{clock.moment(each.until_s, up=True)}."
    )


def fact_lines(changes: Changes) -> tuple[FactLine, ...]:
    """Say what is known otherwise now, field by field."""
    clock = Clock(changes.operation.start)
    return (
        *(fact_line(clock, fact) for fact in changes.facts),
        *(counted_line(counted) for counted in changes.counted),
    )


def promise_words(changes: Changes) -> tuple[str, ...]:
    """Say how many promises are kept and, by reason, why not the others."""
    kept, broken = len(changes.kept), len(changes.broken)
    if changes.earlier is None:
        return ("The state names no plan in force: nothing was promised.",)
    span = lasting(TOLERANCE_S)
    sentences = [
        f"Promises (a group, where it is taken, when it leaves, give or take {span}): {kept + broken:,} in the earlier "
        f"plan from then on; {kept:,} kept, {broken:,} broken."
    ]
    by_reason = Counter(each.reason for each in changes.broken)
    for reason, number in by_reason.most_common():
        gained = f": {choice_words(changes)}" if reason is Reason.CHOICE else ""
        sentences.append(f"{number:,} × {reason}{gained}.")
    return tuple(sentences)


def choice_words(changes: Changes) -> str:
    """Say what is gained by breaking promises that no rule forces to be broken."""
    more = changes.out_now - (changes.out_if_kept or 0)
    if more > 0 and changes.made.objective in (Objective.MOST_OUT, Objective.EXPOSURE):
        return f"the new plan gets {more:,} more people out than one that keeps all that can be kept"
    return "of the plans that were found and are within 1 % of the best, none keeps more promises"


def broken_lines(changes: Changes) -> tuple[BrokenLine, ...]:
    """Say each promise that is not kept."""
    clock = Clock(changes.operation.start)
    return tuple(
        BrokenLine(
            each.promise.group,
            each.promise.destination,
            clock.moment(each.promise.departs_s),
            f"{each.promise.persons:,}",
            _reason(clock, each),
        )
        for each in changes.broken
    )


def _reason(clock: Clock, each: BrokenPromise) -> str:
    later = (
        f"; it could leave at {clock.moment(each.soonest_s, up=True)} at the soonest"
        if each.soonest_s
        else ""
    )
    return f"{each.reason}{f': {each.detail}' if each.detail else ''}{later}"


def column_words(changes: Changes) -> str:
    """Say how many columns leave as planned, and how many do not."""
    if changes.earlier is None:
        return ""
    fates = Counter(column.fate for column in changes.columns)
    words = ", ".join(f"{fates[fate]:,} {fate}" for fate in Fate if fates[fate])
    return f"Columns with people aboard: {words or 'none'}."


def column_lines(changes: Changes) -> tuple[ColumnLine, ...]:
    """Say each column that is not as it was planned, in order of time."""
    clock = Clock(changes.operation.start)
    return tuple(_column(clock, each) for each in changes.columns if each.fate is not Fate.AS_PLANNED)


def _column(clock: Clock, column: Column) -> ColumnLine:
    then, now = (
        f"{clock.exact.moment(each.departs_s)} to {', '.join(ends_of(each))}" if each else ""
        for each in (column.then, column.now)
    )
    aboard = f"{column.one.persons:,}"
    if column.then and column.now and column.more_persons:
        aboard = f"{column.now.persons:,} ({column.more_persons:+,})"
    return ColumnLine(column.fate, column.one.origin, then, now, aboard)


def out_lines(changes: Changes) -> tuple[OutLine, ...]:
    """Say how many people more or fewer are out, and when."""
    clock = Clock(changes.operation.start)
    before = sum(row.persons for row in changes.state.out)
    return tuple(
        OutLine(
            clock.moment(each.moment_s, up=True),
            f"{before + each.then:,}",
            f"{before + each.now:,}",
            f"{each.now - each.then:+,}" if each.now != each.then else "0",
        )
        for each in changes.out
    )


MOST_LINES = 12
"""So many columns are said on the terminal; the page has all of them."""


def changes_lines(changes: Changes) -> Iterator[str]:
    """Yield the whole as lines for a terminal."""
    yield now_words(changes)
    yield from exposed_words(changes)
    facts = fact_lines(changes)
    yield (
        "What is known otherwise now:"
        if facts
        else "Nothing is known otherwise than when the earlier plan was made."
    )
    for fact in facts:
        yield f"  {fact.what}: {fact.then} → {fact.now} ({fact.path})"
    yield from promise_words(changes)
    if changes.earlier is None:
        return
    yield column_words(changes)
    lines = column_lines(changes)
    for line in lines[:MOST_LINES]:
        yield f"  {line.origin}: {_then_now(line)}; {line.aboard} people"
    if len(lines) > MOST_LINES:
        yield f"  … and {len(lines) - MOST_LINES:,} more; changes.html has them all"
    if changes.out:
        last = out_lines(changes)[-1]
        yield f"Out by {last.moment}: {last.then} by the earlier plan, {last.now} by this one ({last.more})."


def _then_now(line: ColumnLine) -> str:
    return " → ".join(each for each in (line.then, line.now) if each) + f" ({line.fate})"
