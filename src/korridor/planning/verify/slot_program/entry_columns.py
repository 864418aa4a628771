"""Columns of one type's trips over a road with a headway: least seconds, by how many of them are in one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.planning.verify.seconds import pass_s
from korridor.planning.verify.slot_program.kinds import Trips
from korridor.planning.verify.slot_program.slots import Span, spans

EVER_S = 1 << 60
"""After all that can happen."""

Needs = Callable[[int, int], int]
"""The soonest x of a column, by trips before it and trips in it."""


@dataclass(frozen=True)
class Turn:
    """One kind of trip in columns that are held for no longer than they take: least seconds by how many are in one.

    Attributes
    ----------
    gathers_s, marshal_s : int
    to_s, on_s, behind_s : tuple of int
        Departure to x, x to the first one's end, and how much later the one at a place ends.
    """

    gathers_s: int
    marshal_s: int
    to_s: tuple[int, ...]
    on_s: tuple[int, ...]
    behind_s: tuple[int, ...]


class Columns:
    """Columns of trips of some kinds over one reference; where kinds differ, the least time stands."""

    def __init__(self, operation: Operation, kinds: Sequence[Trips], size: int, *, may_be_one: bool) -> None:
        shortest = [
            each for each in kinds if each.column_class is not None and each.column_class.begins_s == 0
        ]
        turns = [_turn(operation, each, size) for each in shortest]
        reference = shortest[0].reference
        assert reference is not None
        headway_s = operation.roads[reference[0]].headway_s
        assert headway_s is not None
        self.headway_s, self.may_be_one = headway_s, may_be_one
        self.marshal_s = operation.convoy.marshalling_s if operation.convoy.most > 1 else 0
        self.gathers_s = min(turn.gathers_s for turn in turns)
        self.to_s = [min(turn.to_s[s] for turn in turns) for s in range(size)]
        self.on_s = [min(turn.on_s[s] for turn in turns) for s in range(size)]
        self.behind_s = [min(turn.behind_s[s] for turn in turns) for s in range(size)]
        self.spans: set[Span] = {span for each in shortest for span in spans(operation, each, EVER_S)}

    def ready_s(self, size: int) -> int:
        """From when all that must have begun have, until x: none but who goes singly need not form up."""
        formed_s = self.gathers_s + self.marshal_s + self.to_s[size - 1]
        if not self.may_be_one:
            return formed_s
        singly_s = self.gathers_s + self.to_s[0]
        return singly_s if size == 1 else min(formed_s, singly_s + self.headway_s)

    def loads_s(self, size: int, waves: int) -> int:
        """As :meth:`ready_s`, for all but those who load in the column's last waves."""
        own_s = self.marshal_s + self.to_s[size - 1] + (1 + waves) * self.gathers_s
        others_s = self.headway_s + self.gathers_s + self.to_s[0]
        return min(own_s, others_s if self.may_be_one else others_s + self.marshal_s)

    def x_s(self, moment_s: int) -> int:
        """Return the first moment from this one on at which a head may enter."""
        return min(
            (max(moment_s, span.soonest_s) for span in self.spans if moment_s <= span.latest_s),
            default=EVER_S,
        )

    def passed(self, trips: int, needs_s: Needs) -> tuple[list[int], list[int]]:
        """Return, by number of trips, the soonest x after which so many have entered, and the soonest so many have ended."""
        entered_s, ended_s = [EVER_S] * (trips + 1), [EVER_S] * (trips + 1)
        for before in range(trips):
            clear_s = max(0, entered_s[before] + self.headway_s) if before else 0
            first_s = ended = EVER_S
            for size in range(min(len(self.to_s), trips - before), 0, -1):
                last = before + size
                x_s = self.x_s(max(clear_s, needs_s(before, size)))
                entered_s[last] = min(entered_s[last], x_s)
                # of columns with so many or more: the one at this place in it, or one in a later column
                first_s, ended = min(first_s, x_s), min(ended, x_s + self.on_s[size - 1])
                behind_s = min(ended + self.behind_s[size - 1], first_s + self.headway_s + self.on_s[0])
                ended_s[last] = min(ended_s[last], behind_s)
        return entered_s, ended_s


def _turn(operation: Operation, trips: Trips, size: int) -> Turn:
    """Time one kind of trip in columns of one to ``size`` of them."""
    walk, column_class = trips.walk, trips.column_class
    assert walk is not None
    assert column_class is not None
    fastest, spacing_m = operation.fleet[trips.vehicle_type].speed_m_per_h, operation.convoy.spacing_m

    def after_head_s(step: int) -> list[int]:
        index, forth = walk.column.steps[step]
        return [pass_s(operation.roads[index], forth, n * spacing_m, fastest) for n in range(size)]

    longer_s, queue = [0] * size, walk.queue
    if queue is not None:
        lanes = operation.places[walk.ends[queue]].lanes
        assert lanes is not None
        lane = max(lanes.outward, lanes.inward)
        longer_s = [
            served_s - walk.own_s[queue]
            for served_s in _served_s(after_head_s(queue), lane, walk.own_s[queue])
        ]
    early = queue is not None and queue < walk.reference
    at_end = queue == len(walk.ends) - 1
    return Turn(
        gathers_s=trips.to_part_s - column_class.marshal_s,
        marshal_s=column_class.marshal_s,
        to_s=tuple(walk.to_reference_s + (each if early else 0) for each in longer_s),
        on_s=tuple(trips.beyond_s + (0 if early else each) for each in longer_s),
        behind_s=(0,) * size if at_end else tuple(after_head_s(len(walk.ends) - 1)),
    )


def _served_s(arrives_s: list[int], lanes: int, service_s: int) -> Iterator[int]:
    """Yield by how many come when the last is served: so many of the last share the lanes."""
    for last in range(len(arrives_s)):
        yield max(
            arrives_s[first] + ((last - first) // lanes + 1) * service_s for first in range(last, -1, -lanes)
        )
