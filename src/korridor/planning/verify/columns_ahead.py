"""C4: what the columns of lower rank allow on each road; gone through once, however many there are."""

from bisect import bisect_left
from dataclasses import dataclass, field

from korridor.events.movement import Movement, Passage
from korridor.planning.plan import Plan
from korridor.planning.verify.from_state import columns_then


@dataclass
class _Road:
    """One road in one direction: ranks, and up to each the latest of the times that columns behind must keep to."""

    ranks: list[int] = field(default_factory=list)
    enters_s: list[int] = field(default_factory=list)
    leaves_s: list[int] = field(default_factory=list)
    clear_s: list[int] = field(default_factory=list)

    def add(self, rank: int, enters_s: int, leaves_s: int, clear_s: int) -> None:
        self.ranks.append(rank)
        for latest, moment_s in (
            (self.enters_s, enters_s),
            (self.leaves_s, leaves_s),
            (self.clear_s, clear_s),
        ):
            latest.append(max(moment_s, latest[-1] if latest else 0))

    def before(self, latest: list[int], rank: int) -> int:
        """The latest moment among columns of lower rank; 0 where there are none."""
        ahead = bisect_left(self.ranks, rank)
        return latest[ahead - 1] if ahead else 0


class ColumnsAhead:
    """The columns of a plan whose movements are listed in rank order; before them those on the road as it begins (P5)."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._roads: dict[tuple[int, bool], _Road] = {}
        for then in columns_then(plan):
            self._add(-1, then)
        for movement in plan.movements:
            for passage in movement.passages:
                self._add(movement.rank, passage)

    def _add(self, rank: int, passage: Passage) -> None:
        headway_s = self._plan.operation.roads[passage.road].headway_s or 0
        self._roads.setdefault((passage.road, passage.forth), _Road()).add(
            rank,
            max(passage.head_in_s + headway_s, passage.tail_in_s),
            max(passage.head_out_s + headway_s, passage.tail_out_s),
            passage.tail_out_s,
        )

    def entry_s(self, movement: Movement, passage: Passage) -> int:
        """C4: the soonest that columns of lower rank let a head enter a road, behind them or opposing them."""
        road = self._roads[passage.road, passage.forth]
        soonest_s = road.before(road.enters_s, movement.rank)
        opposing = self._roads.get((passage.road, not passage.forth))
        if opposing is not None and self._plan.operation.roads[passage.road].alternate:
            soonest_s = max(soonest_s, opposing.before(opposing.clear_s, movement.rank))
        return soonest_s

    def exit_s(self, movement: Movement, passage: Passage) -> int:
        """C4: the soonest that columns of lower rank let a head leave a road."""
        road = self._roads[passage.road, passage.forth]
        return road.before(road.leaves_s, movement.rank)
