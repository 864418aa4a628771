"""A plan to start from, where a solver is slow to find its first: the farthest loads first, each by the bus that is soonest."""

from typing import Any


def greedy(said: dict[str, Any]) -> list[list[tuple[int, int]]]:
    """Return each bus's trips, from a load to a room, by bus in the order of their stands."""
    rooms, left = range(len(said["room"])), list(said["room"])
    at = [(0, stand) for stand, number in enumerate(said["at"]) for _ in range(number)]
    trips: list[list[tuple[int, int]]] = [[] for _ in at]
    waiting = [load for load, number in enumerate(said["loads"]) for _ in range(number)]
    for load in sorted(waiting, key=lambda load: -min(said["out_s"][load])):
        done_s, bus, room = min(
            (free_s + said["in_s"][stand][load] + said["out_s"][load][room], bus, room)
            for bus, (free_s, stand) in enumerate(at)
            for room in rooms
            if left[room]
        )
        at[bus], left[room] = (done_s, room), left[room] - 1
        trips[bus].append((load, room))
    return trips
