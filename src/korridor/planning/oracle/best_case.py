"""What vehicles could still do at best: on the shortest roads, without rules, nobody in the way."""

from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind

NEVER = 1 << 60


@dataclass(frozen=True)
class Lap:
    """Least seconds of a type: to a place of boarding from each place, there, out, and back again."""

    near_s: dict[str, int]
    turn_round_s: int
    out_s: int
    back_s: int
    persons: int

    def trips(self, place: str, free_s: int, departs_s: int, moment_s: int, most: int) -> int:
        """Return how many loaded trips a vehicle can end by a moment, none leaving before ``departs_s``."""
        ends_s = max(free_s + self.near_s[place] + self.turn_round_s, departs_s) + self.out_s
        if ends_s > moment_s:
            return 0
        lap_s = self.turn_round_s + self.out_s + self.back_s
        return most if lap_s == 0 else min(most, 1 + (moment_s - ends_s) // lap_s)


def laps(operation: Operation) -> dict[str, Lap]:
    """Find the least laps of every type."""
    rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
    boards = {group.place for group in operation.people.values()}
    boards |= {name for name in rooms if operation.places[name].kind is Kind.TRANSFER}
    found = {}
    for kind, vehicle in operation.fleet.items():
        least = _shortest_s(operation, vehicle.speed_m_per_h)
        near_s = {name: min((least[name, a] for a in boards), default=NEVER) for name in operation.places}
        found[kind] = Lap(
            near_s=near_s,
            turn_round_s=vehicle.turn_round_s,
            out_s=min((least[a, d] for a in boards for d in rooms if a != d), default=NEVER),
            back_s=min((near_s[d] for d in rooms), default=NEVER),
            persons=max(layout.persons for layout in vehicle.layouts),
        )
    return found


def _shortest_s(operation: Operation, fastest_m_per_h: int | None) -> dict[tuple[str, str], int]:
    """Least seconds over the roads, by Floyd and Warshall."""
    names = tuple(operation.places)
    least = {(here, there): 0 if here == there else NEVER for here in names for there in names}
    for road in operation.roads:
        here, there = road.between
        least[here, there] = min(least[here, there], road.travel_s(True, fastest_m_per_h))
        if not road.one_way:
            least[there, here] = min(least[there, here], road.travel_s(False, fastest_m_per_h))
    for by in names:
        for here in names:
            for there in names:
                least[here, there] = min(least[here, there], least[here, by] + least[by, there])
    return least
