"""What cases post at any moment, as known at any other: as changes, each of which counts from two moments on (A9).

The rules are asked, not repeated: what a unit posts as of T, known at K, is what the functions of the books make of its
events that were known by K, less what happened after T. That is a step function of the two moments, and so the sum of its mixed
differences at the corners of the steps.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from korridor.events.bookkeeping import Assigned
from korridor.events.event import Event
from korridor.ledger.carried import Tasks
from korridor.ledger.posted.sums import (
    Amount,
    Cell,
    Sums,
    amounts_of,
    microseconds,
    postings_of,
    tasks_of,
)
from korridor.ledger.posted.ties import about, key_of, names_in
from korridor.ledger.posted.units import units_of
from korridor.ledger.standing import Report, reports_of

_NOTHING: Mapping[Cell, Amount] = {}


class Assignments:
    """Who is to count what: at any moment, as known at any other.

    Parameters
    ----------
    events : collection of Event
        All assignments, and whatever corrects them.

    Attributes
    ----------
    abouts : frozenset of str
        What they are about.
    """

    def __init__(self, events: Collection[Event]) -> None:
        self.events = tuple(events)
        facts = [event.fact for event in self.events]
        self.abouts = frozenset(about(fact.counts, fact.at) for fact in facts if isinstance(fact, Assigned))
        self._at: dict[tuple[int, int], Tasks] = {}

    def at(self, happened: int, known: int) -> Tasks:
        """Return the tasks as of a moment, known at another, in microseconds."""
        if (happened, known) not in self._at:
            self._at[happened, known] = tasks_of(by_then(reports_of(known_by(self.events, known)), happened))
        return self._at[happened, known]


def add_changes(sums: Sums, events: Sequence[Event], assignments: Assignments, sign: int = 1) -> None:
    """Add what whole cases post, or take it away."""
    alone: list[Event] = []
    for unit in units_of(events):
        if len(unit) == 1:
            alone += unit
        else:
            _add_unit(sums, unit, assignments, sign)
    known = {event.id: microseconds(event.recorded_at) for event in alone}
    for posting in postings_of(
        reports_of(alone), {}
    ):  # of a single count it is nobody's matter whose task it is
        sums.add(amounts_of([posting]), microseconds(posting.at), known[posting.events[0]], sign)


def known_by(events: Iterable[Event], known: int | None) -> list[Event]:
    """Return what had been written down by a moment; everything if there is none."""
    return [event for event in events if known is None or microseconds(event.recorded_at) <= known]


def by_then(reports: Iterable[Report], happened: int | None) -> list[Report]:
    """Leave out what had not happened by a moment, if there is one."""
    found = []
    for report in reports:
        versions = tuple(
            v for v in report.versions if happened is None or microseconds(v.occurred_at) <= happened
        )
        if versions:
            found.append(
                report if len(versions) == len(report.versions) else replace(report, versions=versions)
            )
    return found


def _add_unit(sums: Sums, unit: Sequence[Event], assignments: Assignments, sign: int) -> None:
    by = _tasks_for(unit, assignments)
    steps = [*unit, *by.events]
    happened = sorted({microseconds(event.occurred_at) for event in steps})
    known = sorted({microseconds(event.recorded_at) for event in steps})
    posts = _Posts(unit, by)
    before: list[Mapping[Cell, Amount]] = [_NOTHING] * len(happened)
    for k in known:
        now = [posts.at(t, k) for t in happened]
        for n, t in enumerate(happened):
            terms = (now[n], before[n], now[n - 1] if n else _NOTHING, before[n - 1] if n else _NOTHING)
            if terms[0] is not terms[1] or terms[2] is not terms[3]:
                sums.add(_mixed(*terms), t, k, sign)
        before = now


def _mixed(
    here: Mapping[Cell, Amount],
    less_known: Mapping[Cell, Amount],
    sooner: Mapping[Cell, Amount],
    both: Mapping[Cell, Amount],
) -> dict[Cell, Amount]:
    """Return the mixed difference of four neighbours."""
    if here is sooner and less_known is both:
        return {}
    found: dict[Cell, Amount] = {}
    for cell in {**here, **less_known, **sooner, **both}:
        a, b, c, d = (each.get(cell, (0, 0, 0, 0, 0)) for each in (here, less_known, sooner, both))
        found[cell] = (
            a[0] - b[0] - c[0] + d[0],
            a[1] - b[1] - c[1] + d[1],
            a[2] - b[2] - c[2] + d[2],
            a[3] - b[3] - c[3] + d[3],
            a[4] - b[4] - c[4] + d[4],
        )
    return found


def _tasks_for(unit: Iterable[Event], assignments: Assignments) -> Assignments:
    """Return the assignments, if a unit's counts depend on any."""
    keys = [key_of(event.fact) for event in unit]
    wanted = any(key is not None and key.about in assignments.abouts for key in keys)
    return assignments if wanted else Assignments(())


class _Posts:
    """What a unit posts: asked once of each state of knowledge that it can be in."""

    def __init__(self, unit: Sequence[Event], assignments: Assignments) -> None:
        self._unit = [(microseconds(e.occurred_at), microseconds(e.recorded_at), e) for e in unit]
        self._assignments = assignments
        acts = {event.id for event in unit if names_in(event)}
        self._by_itself = not acts and len({event.id for event in unit}) == len(unit)
        self._found: dict[Hashable, Mapping[Cell, Amount]] = {}

    def at(self, happened: int, known: int) -> Mapping[Cell, Amount]:
        tasks = self._assignments.at(happened, known) if self._assignments.events else {}
        heard = [n for n, (_, k, _) in enumerate(self._unit) if k <= known]
        there = [n for n in heard if self._unit[n][0] <= happened]
        # Where no event is about another one, only those that are left matter.
        state = (() if self._by_itself else tuple(heard), tuple(there), tuple(sorted(tasks.items(), key=str)))
        if state not in self._found:
            events = [self._unit[n][2] for n in (there if self._by_itself else heard)]
            reports = by_then(reports_of(events), happened)
            self._found[state] = amounts_of(postings_of(reports, tasks)) if reports else _NOTHING
        return self._found[state]
