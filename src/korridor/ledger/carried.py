"""A4, A5: who left on a trip, and who got out of it: parts add up, totals are held against each other.

*Parts* are what ``boarded`` and ``alighted`` say, *totals* what ``departed`` and ``arrived`` say, of one trip or of a whole
movement. The sum of the parts is one count, each total another; whose task it is to count decides, or who was chosen; else their
range stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from korridor.events.facts import Fact
from korridor.events.journeys import Alighted, Arrived, Boarded, Departed
from korridor.ledger.doubt import Count, Doubt, differ
from korridor.ledger.heads import Heads, added, ranged
from korridor.ledger.interval import NOBODY, Interval, one_of
from korridor.ledger.interval import total as sum_of
from korridor.ledger.merged import Movements
from korridor.ledger.posting import Posting
from korridor.ledger.standing import Report, Version

DEPARTED, ARRIVED = "departed", "arrived"

Tasks = Mapping[tuple[str, str], frozenset[str]]
"""The posts whose task it is to count what departs or arrives, by what and place."""


@dataclass(frozen=True)
class Said:
    """What one report says of one trip, or of a movement, at one place."""

    way: str
    on: str
    at: str
    is_total: bool
    heads: Heads
    posts: tuple[str, ...]
    events: tuple[str, ...]
    moment: datetime
    chosen: bool


def said_in(report: Report) -> Iterable[Said]:
    """Yield what a report says of who left, or got out."""
    found = defaultdict(list)
    for version in report.versions:
        if key := _key(version.fact):
            found[key].append(version)
    movements = {(way, on.partition("/")[0], at) for way, on, at, _ in found}
    if len(found) > 1 and len(movements) == 1 and sum(map(len, found.values())) == len(report.versions):
        # One thing under the names of two vehicles: so many are aboard the movement, in which vehicle is not known.
        [(way, movement, at)] = movements
        yield _said(way, movement, at, False, list(report.versions), all_of_it=True)
        return
    for (way, on, at, is_total), versions in found.items():
        yield _said(way, on, at, is_total, versions, all_of_it=len(versions) == len(report.versions))


def _said(way: str, on: str, at: str, is_total: bool, versions: list[Version], *, all_of_it: bool) -> Said:
    heads = ranged(_heads(version.fact) for version in versions)
    return Said(
        way=way,
        on=on,
        at=at,
        is_total=is_total,
        heads=heads if all_of_it else heads.perhaps,
        posts=tuple(sorted({version.post for version in versions})),
        events=tuple(sorted({version.event.id for version in versions})),
        moment=min(version.occurred_at for version in versions),
        chosen=any(version.chosen for version in versions),
    )


def _heads(fact: Fact | None) -> Heads:
    assert isinstance(fact, (Boarded, Departed, Alighted, Arrived))
    return Heads.of(fact.count)


def _key(fact: Fact | None) -> tuple[str, str, str, bool] | None:
    match fact:
        case Boarded() | Departed():
            return DEPARTED, fact.on, fact.at, isinstance(fact, Departed)
        case Alighted() | Arrived():
            return ARRIVED, fact.on, fact.at, isinstance(fact, Arrived)
    return None


def carried(said: Iterable[Said], tasks: Tasks, movements: Movements) -> tuple[list[Posting], list[Doubt]]:
    """Return who left and who got out, and where counts of it differ."""
    by_movement = defaultdict(list)
    for each in said:
        by_movement[each.way, each.on.partition("/")[0], each.at].append(each)
    postings: list[Posting] = []
    doubts: list[Doubt] = []
    for (way, movement, at), found in sorted(by_movement.items(), key=lambda item: item[0]):
        one = _OfOneMovement(
            way, movement, at, tasks.get((way, at.partition(":")[2]), frozenset()), movements
        )
        one.count(found)
        postings += one.postings
        doubts += one.doubts
    return postings, doubts


class _OfOneMovement:
    """What is said of one movement's departure from a place, or its arrival at one."""

    def __init__(self, way: str, movement: str, at: str, posts: frozenset[str], movements: Movements) -> None:
        self._way, self._movement, self._at, self._posts = way, movement, at, posts
        self._movements = movements
        self.postings: list[Posting] = []
        self.doubts: list[Doubt] = []

    def count(self, said: list[Said]) -> None:
        by_trip = defaultdict(list)
        for each in said:
            by_trip[each.on].append(each)
        whole = by_trip.pop(self._movement, [])
        for on, of_trip in sorted(by_trip.items()):
            candidates = _candidates(of_trip)
            self._post(on, candidates, ranged(c.heads for c in self._standing(on, candidates)))
        if whole:
            self._count_whole(whole, [p.heads.total for p in self.postings], by_trip)

    def _count_whole(
        self, whole: list[Said], trips: list[Interval], by_trip: Mapping[str, list[Said]]
    ) -> None:
        """Post what is said of the movement as a whole, beyond what is known by vehicle."""
        totals = [each for each in whole if each.is_total]
        parts = [each for each in whole if not each.is_total]
        apart = added(each.heads for each in parts)
        if not trips:
            candidates = _candidates(whole)
            self._post(
                self._movement,
                candidates,
                ranged(c.heads for c in self._standing(self._movement, candidates)),
            )
            return
        by_vehicle = sum_of(trips)
        beneath = [each for of_trip in by_trip.values() for each in of_trip] + parts
        summed = _together(beneath, Heads(by_vehicle.plus(apart.total)))
        standing = self._standing(
            self._movement, [summed, *(_together([each], each.heads) for each in totals)]
        )
        beyond = one_of(
            apart.total if each is summed else each.heads.total.minus(by_vehicle) for each in standing
        )
        if beyond != NOBODY or parts:
            self._post(self._movement, standing, Heads(beyond))

    def _standing(self, on: str, candidates: list[_Candidate]) -> list[_Candidate]:
        """Return the counts whose range stands: the chosen, else those of whose task it is, else all."""
        standing = [each for each in candidates if each.chosen] or [
            each for each in candidates if self._posts and set(each.posts) <= self._posts
        ]
        counts = tuple(Count(each.heads.total, each.posts, each.events) for each in candidates)
        if differ(counts):
            about = self._movements.account(f"aboard:{on}")
            since = min(each.moment for each in candidates)
            decided = bool(standing) and len({each.heads.total for each in standing}) == 1
            self.doubts.append(
                Doubt(f"{self._way} {self._at.partition(':')[2]}", about, counts, since, not decided)
            )
        return standing or candidates

    def _post(self, on: str, candidates: list[_Candidate], heads: Heads) -> None:
        aboard = self._movements.account(f"aboard:{on}")
        source, target = (self._at, aboard) if self._way == DEPARTED else (aboard, self._at)
        self.postings.append(
            Posting(
                what=self._way,
                source=source,
                target=target,
                heads=heads,
                at=min(each.moment for each in candidates),
                posts=tuple(sorted({post for each in candidates for post in each.posts})),
                events=tuple(sorted({event for each in candidates for event in each.events})),
            )
        )


@dataclass(frozen=True, eq=False)
class _Candidate:
    """One count of one thing: a total, or the sum of parts."""

    heads: Heads
    posts: tuple[str, ...]
    events: tuple[str, ...]
    moment: datetime
    chosen: bool


def _candidates(said: list[Said]) -> list[_Candidate]:
    parts = [each for each in said if not each.is_total]
    summed = [_together(parts, added(each.heads for each in parts))] if parts else []
    return [*summed, *(_together([each], each.heads) for each in said if each.is_total)]


def _together(said: list[Said], heads: Heads) -> _Candidate:
    return _Candidate(
        heads=heads,
        posts=tuple(sorted({post for each in said for post in each.posts})),
        events=tuple(sorted({event for each in said for event in each.events})),
        moment=min(each.moment for each in said),
        chosen=any(each.chosen for each in said),
    )
