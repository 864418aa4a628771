"""OR-Tools' routing library on buses that shuttle one by one.

A visit is a load taken to one reception; of the visits of a load one is made. So pick-up, delivery and the choice of where to
end are one node, and driving to it is the way there from the last reception. Room at a reception is a sum of visits made, added
by hand to the solver below. A dummy node ends every route. The cost is the longest route (a span of the time dimension).
It starts from a greedy plan: its own first solutions are worse, or take longer than there is.
"""

from typing import Any

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from benchmarks.planning.peers.apart.answers import Answers, statement
from benchmarks.planning.peers.apart.greedy import greedy


class Visits:
    """Loads, each with the visits that would bring it out: numbers of nodes, after those of the buses' stands and the end."""

    def __init__(self, said: dict[str, Any]) -> None:
        self.said = said
        self.stands = [stand for stand, number in enumerate(said["at"]) for _ in range(number)]
        self.yards = list(dict.fromkeys(self.stands))
        self.first = len(self.yards) + 1
        self.loads = [load for load, number in enumerate(said["loads"]) for _ in range(number)]
        self.of = [(load, room) for load in self.loads for room in range(len(said["room"]))]

    def seconds(self, here: int, there: int) -> int:
        """Return the seconds from being free at a node to being free at another."""
        if there < self.first or here == self.first - 1:
            return 0
        stand = self.yards[here] if here < self.first - 1 else self.of[here - self.first][1]
        load, room = self.of[there - self.first]
        return int(self.said["in_s"][stand][load] + self.said["out_s"][load][room])


def main() -> None:
    """Read a statement, print answers."""
    said = statement()
    answers, visits = Answers(), Visits(said)
    end = visits.first - 1
    starts = [visits.yards.index(stand) for stand in visits.stands]
    nodes = visits.first + len(visits.of)
    manager = pywrapcp.RoutingIndexManager(nodes, len(starts), starts, [end] * len(starts))
    routing = pywrapcp.RoutingModel(manager)
    table = [[visits.seconds(here, there) for there in range(nodes)] for here in range(nodes)]
    transit = routing.RegisterTransitMatrix(table)
    routing.SetArcCostEvaluatorOfAllVehicles(transit)
    longest_s = max(map(max, table)) * len(visits.loads)
    routing.AddDimension(transit, 0, longest_s, True, "time")
    # The span first; of equal spans the one with less driving, which keeps the other buses from wandering.
    routing.GetDimensionOrDie("time").SetGlobalSpanCostCoefficient(1000)
    rooms = len(said["room"])
    for load in range(len(visits.loads)):
        options = [manager.NodeToIndex(visits.first + load * rooms + room) for room in range(rooms)]
        routing.AddDisjunction(options)
    for room, most in enumerate(said["room"]):
        made = [
            routing.ActiveVar(manager.NodeToIndex(visits.first + load * rooms + room))
            for load in range(len(visits.loads))
        ]
        routing.solver().Add(routing.solver().Sum(made) <= most)
    best = [longest_s + 1]

    def told() -> None:
        tours = _tours(routing, manager, visits)
        length_s = max(_length_s(visits, tour) for tour in tours)
        if length_s < best[0]:
            best[0] = length_s
            answers.say(length_s, None, tours)

    routing.AddAtSolutionCallback(told)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(int(1000 * said["seconds"]))
    routing.CloseModelWithParameters(parameters)
    routes = [[manager.NodeToIndex(node) for node in route] for route in begun(visits)]
    start = routing.ReadAssignmentFromRoutes(routes, True)
    routing.SolveFromAssignmentWithParameters(start, parameters)


def begun(visits: Visits) -> list[list[int]]:
    """Write the greedy plan as nodes: loads of one place are alike, so each trip takes the next of them."""
    rooms = len(visits.said["room"])
    waiting = {
        load: [n for n, other in enumerate(visits.loads) if other == load] for load in set(visits.loads)
    }
    return [
        [visits.first + waiting[load].pop() * rooms + room for load, room in trips]
        for trips in greedy(visits.said)
    ]


def _tours(routing: Any, manager: Any, visits: Visits) -> list[dict[str, Any]]:
    found = []
    for bus, stand in enumerate(visits.stands):
        trips, index = [], routing.NextVar(routing.Start(bus)).Value()
        while not routing.IsEnd(index):
            trips.append(list(visits.of[manager.IndexToNode(index) - visits.first]))
            index = routing.NextVar(index).Value()
        found.append({"stand": stand, "trips": trips})
    return found


def _length_s(visits: Visits, tour: dict[str, Any]) -> int:
    stand, length_s = tour["stand"], 0
    for load, room in tour["trips"]:
        length_s += visits.said["in_s"][stand][load] + visits.said["out_s"][load][room]
        stand = room
    return length_s


if __name__ == "__main__":
    main()
