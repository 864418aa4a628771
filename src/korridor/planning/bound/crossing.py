"""What trips of one type need where they enter a road with a headway, by how many of them go in one column."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from korridor.planning.bound.clocks import Ints
from korridor.planning.bound.columns import spans
from korridor.planning.bound.hops import NEVER
from korridor.planning.bound.trip import TripKind
from korridor.planning.bound.walk import Screened, Walk

if TYPE_CHECKING:
    from korridor.planning.bound.kinds import Kinds


@dataclass(frozen=True)
class Crossing:
    """Least seconds of trips of one type that enter one road with a headway in columns (docs/bounds.md, Entries).

    Arrays are by how many of these trips a column has, or by the place among them, from 1 to ``size``; entry 0 is the first.

    Attributes
    ----------
    headway_s : int
    gathers_s : int
        From when a vehicle begins, in its bay or by leaving, to when its column could form up.
    marshal_s : int
        Forming up, of two vehicles or more.
    singly : bool
        Whether one vehicle may go as a column, and need not form up.
    to_s : array of int
        From departure until the head enters the road.
    on_s : array of int
        From then to the end of the first of these trips.
    behind_s : array of int
        How much later the one at a place ends than the first.
    spans_s : array of int, (spans, 2)
        When the head may enter: from, to.
    """

    headway_s: int
    gathers_s: int
    marshal_s: int
    singly: bool
    to_s: Ints
    on_s: Ints
    behind_s: Ints
    spans_s: Ints

    @property
    def size(self) -> int:
        """The most of these trips that a column can have."""
        return len(self.to_s)

    @property
    def before_s(self) -> Ints:
        """From when all but their exceptions have begun, at the latest, until the head enters, by how many a column has.

        Whoever went singly did not form up; but they went in a column before this one, a headway sooner.
        """
        found = self.gathers_s + self.marshal_s + self.to_s
        if self.singly:
            found = np.minimum(found, self.gathers_s + self.headway_s + self.to_s[0])
            found[0] = self.gathers_s + self.to_s[0]
        return np.asarray(found)

    def fitted(self, moments_s: Ints) -> Ints:
        """Return the first moments, not before those given, at which a head may enter; ``NEVER`` where there is none."""
        found = np.full(moments_s.shape, NEVER)
        for from_s, to_s in self.spans_s:
            there = moments_s <= to_s
            found[there] = np.minimum(found[there], np.maximum(moments_s[there], from_s))
        return found


def crossing_of(kinds: "Kinds", trips: Iterable[TripKind], size: int, *, singly: bool) -> Crossing:
    """Return what trips need that enter one reference with a headway; where kinds differ, the least.

    Parameters
    ----------
    kinds : Kinds
    trips : iterable of TripKind
        All of one type and one reference with a headway.
    size : int
        The most of them in a column.
    singly : bool
        Whether one of them may go as a column by itself.
    """
    convoy = kinds.operation.convoy
    shortest = [kind for kind in trips if kind.column_class is not None and kind.column_class.held_s == 0]
    needs = [_Needs(kinds, kind, size) for kind in shortest]
    reference = shortest[0].reference
    assert reference is not None  # they have one
    found = {(span.from_s, span.to_s) for kind in shortest for span in spans(kinds, kind, NEVER)}
    return Crossing(
        headway_s=kinds.operation.roads[reference[0]].headway_s or 0,
        gathers_s=min(gathers_s(kind) for kind in shortest),
        marshal_s=convoy.marshalling_s if convoy.most >= 2 else 0,
        singly=singly,
        to_s=np.min([each.to_s for each in needs], axis=0),
        on_s=np.min([each.on_s for each in needs], axis=0),
        behind_s=np.min([each.behind_s for each in needs], axis=0),
        spans_s=np.array(sorted(found), dtype=np.int64).reshape(-1, 2),
    )


def gathers_s(kind: TripKind) -> int:
    """From when a vehicle begins to when its column could form up: the bay, or the way to where it forms up."""
    assert kind.column_class is not None  # its reference has a headway
    return kind.a_s - kind.h_s - kind.column_class.marshal_s


class _Needs:
    """The arrays of a :class:`Crossing`, of one kind."""

    def __init__(self, kinds: "Kinds", kind: TripKind, size: int) -> None:
        assert kind.part is not None  # it has a reference
        self._kinds, self._kind = kinds, kind
        self._speed = kinds.operation.fleet[kind.vehicle_type].speed_m_per_h
        walk = Walk(kinds.ways, kind.part, self._speed)
        held_s, nothing = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        if walk.queue is not None:
            held_s = self._held_s(walk, walk.queue, size) - kind.service_s
        before = walk.queue is not None and walk.queue.step < walk.reference
        self.to_s = kind.h_s + (held_s if before else nothing)
        self.on_s = kind.b_s + (nothing if before else held_s)
        last = len(kind.part.steps) - 1
        together = (
            walk.queue is not None and walk.queue.step == last
        )  # all go on at once when the last is served
        self.behind_s = nothing if together else self._spaced_s(last, size)

    def _spaced_s(self, step: int, size: int) -> Ints:
        """C5: how much later than the first the vehicle at a place comes to the end of a road."""
        assert self._kind.part is not None
        index, forth = self._kind.part.steps[step]
        road, spacing_m = self._kinds.operation.roads[index], self._kinds.operation.convoy.spacing_m
        return np.array([road.pass_s(place * spacing_m, forth, self._speed) for place in range(size)])

    def _held_s(self, walk: Walk, queue: Screened, size: int) -> Ints:
        """C6: how long a column with so many of these trips is held: the last of them come one by one, and find lanes taken."""
        lanes, service_s = walk.place_of(queue).lanes, self._kind.service_s
        assert lanes is not None  # a checkpoint has lanes
        abreast = max(lanes.outward, lanes.inward)
        comes_s = self._spaced_s(queue.step, size)
        return np.array(
            [
                max(
                    int(comes_s[last - waves * abreast]) + (waves + 1) * service_s
                    for waves in range(last // abreast + 1)
                )
                for last in range(size)
            ]
        )
