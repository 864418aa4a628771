"""The comparison model in salabim: a component a vehicle, a resource for the lanes; as generators, and without monitors."""

from collections.abc import Iterator
from random import Random
from typing import Any

import salabim

from benchmarks.rehearsal.apart.model import NUMBER, TRIPS, leg_s, service_s

salabim.yieldless(False)


class _Vehicle(salabim.Component):
    def setup(self, persons: int, today: "_Today") -> None:
        self.persons, self.today = persons, today

    def process(self) -> Iterator[Any]:
        today, persons = self.today, self.persons
        while today.left[persons]:
            today.left[persons] -= 1
            yield self.hold(leg_s(today.chance, 0))
            yield self.request(today.gate)
            yield self.hold(service_s(today.chance, persons))
            self.release()
            yield self.hold(leg_s(today.chance, 1))
            today.last_s = today.env.now()
            yield self.hold(leg_s(today.chance, 2))


class _Today:
    def __init__(self, seed: int, lanes: int) -> None:
        self.env = salabim.Environment(trace=False, do_reset=True, random_seed=seed)
        self.chance, self.left, self.last_s = Random(seed), dict(TRIPS), 0.0
        self.gate = salabim.Resource("gate", capacity=lanes, monitor=False, env=self.env)


def day(seed: int, lanes: int = 4) -> float:
    """One run; vehicles go as soon as they are back, and overtake."""
    today = _Today(seed, lanes)
    for persons, number in NUMBER.items():
        for _ in range(number):
            _Vehicle(env=today.env, persons=persons, today=today)
    today.env.run()
    return today.last_s
