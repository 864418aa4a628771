"""The comparison model in SimPy: a process a vehicle, a resource for the lanes."""

from collections.abc import Iterator
from random import Random
from typing import Any

import simpy

from benchmarks.rehearsal.apart.model import NUMBER, TRIPS, leg_s, service_s


def day(seed: int, lanes: int = 4) -> float:
    """One run; vehicles go as soon as they are back, and overtake."""
    chance, env = Random(seed), simpy.Environment()
    gate = simpy.Resource(env, capacity=lanes)
    left, last = dict(TRIPS), [0.0]

    def vehicle(persons: int) -> Iterator[Any]:
        while left[persons]:
            left[persons] -= 1
            yield env.timeout(leg_s(chance, 0))
            with gate.request() as lane:
                yield lane
                yield env.timeout(service_s(chance, persons))
            yield env.timeout(leg_s(chance, 1))
            last[0] = env.now
            yield env.timeout(leg_s(chance, 2))

    for persons, number in NUMBER.items():
        for _ in range(number):
            env.process(vehicle(persons))
    env.run()
    return last[0]
