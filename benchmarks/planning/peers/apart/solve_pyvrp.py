"""PyVRP on buses that shuttle one by one.

A client is a load taken to one reception, in a group of which one must be visited; an edge is the way there from the last
reception. PyVRP minimises costs and not the longest route, so it is asked again and again for routes no longer than a shift,
and the shift is halved between what it found and what it did not find. It has no word for room that buses share: where a
reception has not room for everybody, who goes where is settled beforehand, whoever would lose most by it choosing first.
"""

import time
from typing import Any

from pyvrp import Model
from pyvrp.stop import FirstFeasible, MaxRuntime, MultipleCriteria

from benchmarks.planning.peers.apart.answers import Answers, statement

SHARE = 0.15
"""The part of the time that it may spend on one length of shift."""


def main() -> None:
    """Read a statement, print answers."""
    said = statement()
    answers = Answers()
    ends_s = time.perf_counter() + said["seconds"]
    options = _options(said)
    low_s, high_s = 0, None
    shift_s = (
        4
        * (max(map(max, said["in_s"])) + max(map(max, said["out_s"])))
        * -(-sum(said["loads"]) // sum(said["at"]))
    )
    share = SHARE
    while time.perf_counter() < ends_s:
        if (
            high_s is not None and low_s + 1 >= high_s
        ):  # not to have found one proves nothing: once more, for longer
            low_s, share = high_s * 4 // 5, 2 * share
            shift_s = high_s - 1
        within_s = min(ends_s - time.perf_counter(), said["seconds"] * share)
        tours = _routed(said, options, shift_s, max(0.05, within_s))
        if tours is None:
            low_s = shift_s
            shift_s = 2 * shift_s if high_s is None else (low_s + high_s) // 2
            continue
        high_s = max(_length_s(said, tour) for tour in tours)
        answers.say(high_s, None, tours)
        low_s = min(low_s, high_s - 1)
        shift_s = (low_s + high_s) // 2


def _options(said: dict[str, Any]) -> list[list[tuple[int, int]]]:
    """Return, for every load, where it may be taken; one place where rooms are limited."""
    loads = [load for load, number in enumerate(said["loads"]) for _ in range(number)]
    rooms = range(len(said["room"]))
    if all(room >= len(loads) for room in said["room"]):
        return [[(load, room) for room in rooms] for load in loads]
    left, found = list(said["room"]), []
    waiting = list(loads)
    while waiting:

        def regret(load: int) -> int:
            out_s = sorted(said["out_s"][load][room] for room in rooms if left[room])
            return out_s[1] - out_s[0] if len(out_s) > 1 else 0

        load = max(waiting, key=regret)
        room = min((room for room in rooms if left[room]), key=lambda room: said["out_s"][load][room])
        left[room] -= 1
        waiting.remove(load)
        found.append([(load, room)])
    return found


def _routed(
    said: dict[str, Any], options: list[list[tuple[int, int]]], shift_s: int, seconds: float
) -> list[dict[str, Any]] | None:
    model = Model()
    yards = {stand: number for stand, number in enumerate(said["at"]) if number}
    places = {stand: model.add_location(stand, 0) for stand in yards}
    end = model.add_location(-1, 0)
    ends = model.add_depot(end)
    for stand, number in yards.items():
        depot = model.add_depot(places[stand])
        model.add_vehicle_type(
            number,
            start_depot=depot,
            end_depot=ends,
            shift_duration=shift_s,
            unit_distance_cost=0,
            unit_duration_cost=1,
        )
    visits = []
    for choices in options:
        group = model.add_client_group() if len(choices) > 1 else None
        for load, room in choices:
            here = model.add_location(load, 1 + room)
            model.add_client(here, required=group is None, group=group)
            visits.append((here, load, room))
    for there, load, room in visits:
        out_s = said["out_s"][load][room]
        for stand, place in places.items():
            model.add_edge(place, there, distance=0, duration=said["in_s"][stand][load] + out_s)
        for here, _, before in visits:
            if here is not there:
                model.add_edge(here, there, distance=0, duration=said["in_s"][before][load] + out_s)
        model.add_edge(there, end, distance=0, duration=0)
    for place in places.values():
        model.add_edge(place, end, distance=0, duration=0)
    result = model.solve(
        MultipleCriteria([MaxRuntime(seconds), FirstFeasible()]), display=False, collect_stats=False
    )
    if not result.is_feasible():
        return None
    stands = [stand for stand in yards]
    tours = []
    for route in result.best.routes():
        clients = [activity.idx for activity in route if activity.is_client()]
        tours.append(
            {"stand": stands[route.vehicle_type()], "trips": [list(visits[each][1:]) for each in clients]}
        )
    return tours


def _length_s(said: dict[str, Any], tour: dict[str, Any]) -> int:
    stand, length_s = tour["stand"], 0
    for load, room in tour["trips"]:
        length_s += said["in_s"][stand][load] + said["out_s"][load][room]
        stand = room
    return length_s


if __name__ == "__main__":
    main()
