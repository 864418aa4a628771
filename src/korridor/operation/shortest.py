"""The shortest times that any clockwork could give: what does not fit into them fits into nothing.

Each is a lower bound from the rules alone, with one party aboard and the smallest column that is allowed.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from korridor.operation.legs import Leg
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import Release
from korridor.operation.scheme import Need
from korridor.operation.ways import Step, Ways


class Shortest:
    """Lower bounds for one vehicle type in one operation.

    Attributes
    ----------
    vehicles : int
        The fewest vehicles in a loaded column with this type in it (O7).
    fastest_m_per_h : int or None
        The fastest that such a column drives; ``None`` is as fast as the roads.
    """

    def __init__(self, operation: Operation, ways: Ways, vehicle_type: str) -> None:
        self._operation, self._ways = operation, ways
        self._type = operation.fleet[vehicle_type]
        rule = operation.convoy
        self._halting_s: Counter[str] = Counter()
        for halt in rule.halts:
            self._halting_s[halt.place] += halt.lasts_s
        others = sum(rule.must_have.values()) + (vehicle_type not in rule.must_have)
        self.vehicles = max(rule.least, others)
        within = [self._type, *(operation.fleet[name] for name in rule.must_have)]
        speeds = [kind.speed_m_per_h for kind in within if kind.speed_m_per_h is not None]
        self.fastest_m_per_h = min(speeds, default=None)

    def passage_s(self, stretch: tuple[Step, ...]) -> int:
        """C4, C5: from the head's entry to the tail's exit, over roads that follow each other."""
        column_m = (self.vehicles - 1) * self._operation.convoy.spacing_m
        roads = self._operation.roads
        # The tail leaves each road no sooner than the pass time after the head, and drives on as long as it.
        passes_s = (roads[index].pass_s(column_m, forth, self.fastest_m_per_h) for index, forth in stretch)
        between = [self._ways.end(step) for step in stretch[:-1]]
        standing_s = sum(self._screened_s(name, 0) + self._halts_s(name) for name in between)
        return self._travel_s(stretch, self.fastest_m_per_h) + max(passes_s, default=0) + standing_s

    def aboard_s(self, leg: Leg, group: Group) -> int:
        """O5: from when boarding begins to when the last of one party has alighted."""
        need = self._operation.need(group)
        marshalling_s = self._operation.convoy.marshalling_s if leg.column.steps and self.vehicles > 1 else 0
        return _handling_s(self._type.boarding_s, need, group) + marshalling_s + self.moving_s(leg, group)

    def moving_s(self, leg: Leg, group: Group) -> int:
        """O6: from departure to when the vehicle is free again."""
        ends = [self._ways.end(step) for step in leg.column.steps]
        party_s = {
            name: group.party_persons * self._operation.places[name].screening_s(group.person_class)
            for name in ends
        }
        return (
            self._travel_s(leg.column.steps, self.fastest_m_per_h)
            + sum(self._screened_s(name, party_s[name]) for name in ends)
            + sum(self._halts_s(name) for name in ends[:-1])
            + self._travel_s(leg.alone, self._type.speed_m_per_h)
            + _handling_s(self._type.alighting_s, self._operation.need(group), group)
        )

    def _screened_s(self, name: str, party_s: int) -> int:
        """C6: until the vehicle goes on; a column goes on when the last of it is through."""
        place = self._operation.places[name]
        if place.lanes is None:
            return 0
        own_s = place.per_vehicle_s + party_s
        if place.release is Release.VEHICLE:
            return own_s
        return max(own_s, -(-self.vehicles // place.lanes.outward) * place.per_vehicle_s)

    def _travel_s(self, steps: tuple[Step, ...], fastest_m_per_h: int | None) -> int:
        """Seconds of the roads as this operation has them; the ways may be those of a stricter one."""
        roads = self._operation.roads
        return sum(roads[index].travel_s(forth, fastest_m_per_h) for index, forth in steps)

    def _halts_s(self, name: str) -> int:
        return self._halting_s[name]


def _handling_s(seconds: dict[Need, int], need: Need, group: Group) -> int:
    """Seconds to board or alight for one party: a companion takes a seat."""
    return group.party * seconds.get(need, 0) + group.companions * seconds.get(Need.SEAT, 0)


def truce_stretches(operation: Operation, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """C4: unbroken runs of truce roads."""
    for truce, run in groupby(steps, key=lambda step: operation.roads[step[0]].truce):
        if truce:
            yield tuple(run)
