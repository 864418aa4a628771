"""The comparison model in Ciw: customers of two classes go round four nodes until there is nobody left to be fetched."""

from random import Random
from typing import Any

import ciw

from benchmarks.rehearsal.apart.model import LEGS_S, NUMBER, TRIPS, leg_s, service_s

_PERSONS = {"bus": 50, "ambulance": 4}


class _Leg(ciw.dists.Distribution):
    def __init__(self, chance: Random, leg: int) -> None:
        self.chance, self.leg = chance, leg

    def sample(self, t: Any = None, ind: Any = None) -> float:
        return leg_s(self.chance, self.leg)


class _Service(ciw.dists.Distribution):
    def __init__(self, chance: Random, persons: int) -> None:
        self.chance, self.persons = chance, persons

    def sample(self, t: Any = None, ind: Any = None) -> float:
        return service_s(self.chance, self.persons)


class _Back(ciw.routing.NodeRouting):
    """From the way back into the enclave again, as long as somebody is there."""

    def __init__(self, left: dict[int, int]) -> None:
        self.left = left

    def next_node(self, ind: Any) -> Any:
        persons = _PERSONS[ind.customer_class]
        if not self.left[persons]:
            return self.simulation.nodes[-1]
        self.left[persons] -= 1
        return self.simulation.nodes[1]


def day(seed: int, lanes: int = 4) -> float:
    """One run; vehicles go as soon as they are back, and overtake."""
    ciw.seed(seed)  # it lets those who come at one moment in by lot
    chance = Random(seed)
    left = {persons: trips - NUMBER[persons] for persons, trips in TRIPS.items()}
    never = float("inf")
    begin = {name: ciw.dists.Sequential([0.0, never]) for name in _PERSONS}
    network = ciw.create_network(
        arrival_distributions={name: [begin[name], None, None, None] for name in _PERSONS},
        batching_distributions={
            name: [ciw.dists.Deterministic(NUMBER[persons])] + [ciw.dists.Deterministic(1)] * 3
            for name, persons in _PERSONS.items()
        },
        service_distributions={
            name: [_Leg(chance, 0), _Service(chance, persons), _Leg(chance, 1), _Leg(chance, 2)]
            for name, persons in _PERSONS.items()
        },
        number_of_servers=[never, lanes, never, never],
        routing={
            name: ciw.routing.NetworkRouting(
                routers=[
                    ciw.routing.Direct(to=2),
                    ciw.routing.Direct(to=3),
                    ciw.routing.Direct(to=4),
                    _Back(left),
                ]
            )
            for name in _PERSONS
        },
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(100 * sum(LEGS_S))
    return max(record.exit_date for record in simulation.get_all_records() if record.node == 3)
