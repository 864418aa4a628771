"""The comparison model once more, in SimPy: processes that wait for each other, and Python's own random numbers.

It knows the rules of the road as a person would tell them: vehicles leave in the order of the plan (C4), nobody overtakes
on the road to the checkpoint, and who waits before it stands on that road (C6). It shares no code with the clockwork.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log, sqrt
from random import Random
from typing import Any

import simpy

SEATS = {"bus": 50, "ambulance": 4}
SPREAD = 0.25
REPAIR_S = 1800
TO_CHECKPOINT_S, ON_S, BACK_S = 630, 1260, 1890  # 7, 14 and 21 km at 40 km/h


@dataclass
class Day:
    """One run, and what came of it.

    Attributes
    ----------
    out : list of (int, int)
        When a vehicle was unloaded, and how many persons.
    waited_s : list of int
        How long each vehicle stood before the checkpoint, from where it came to the one before it, or to the gate.
    until_looked_at_s : list of int
        From its departure until its people began to be looked at.
    """

    kinds: Sequence[str]
    seed: int
    number: dict[str, int]
    lanes: int = 4
    out: list[tuple[int, int]] = field(default_factory=list)
    waited_person_s: int = 0
    until_looked_at_s: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.env = simpy.Environment()
        self.gate = simpy.Resource(self.env, self.lanes)
        self.turn = [self.env.event() for _ in range(len(self.kinds) + 1)]
        self.turn[0].succeed()
        self.comes_s = self.begins_s = 0  # of whoever was on the road before
        self.ranks = {kind: deque(r for r, each in enumerate(self.kinds) if each == kind) for kind in SEATS}
        for kind, number in self.number.items():
            for _ in range(number):
                self.env.process(self.vehicle(kind))
        self.env.run()

    def leg_s(self, mean_s: int) -> int:
        """Lognormal, with this mean and spread."""
        sigma = sqrt(log(1 + SPREAD * SPREAD))
        return round(mean_s * self.chance.lognormvariate(-sigma * sigma / 2, sigma))

    def vehicle(self, kind: str) -> Iterator[Any]:
        """Take the next trip of its type as soon as it is free, as long as there is one."""
        back_s, legs = 0, 2
        while self.ranks[kind]:
            rank = self.ranks[kind].popleft()
            yield self.env.timeout(back_s)
            yield self.turn[rank]
            self.turn[rank + 1].succeed()
            yield from self.trip(kind, legs)
            back_s, legs = self.leg_s(BACK_S), 3

    def trip(self, kind: str, legs: int) -> Iterator[Any]:
        """From its departure until it is unloaded; who breaks down stands on the road, and all behind."""
        left_s, persons = self.env.now, SEATS[kind]
        takes_s = self.leg_s(TO_CHECKPOINT_S)
        if self.chance.random() >= 0.99**legs:
            takes_s += REPAIR_S
        self.comes_s = max(self.comes_s, left_s + takes_s)
        yield self.env.timeout(self.comes_s - left_s)
        with self.gate.request() as lane:
            came_s, before = self.env.now, self.begins_s
            yield lane
            self.waited_person_s += persons * (self.env.now - max(came_s, self.begins_s))
            self.begins_s = self.env.now
            self.until_looked_at_s.append(self.env.now - left_s)
            assert before <= self.begins_s
            yield self.env.timeout(round(sum(self.chance.expovariate(1 / 30) for _ in range(persons))))
        yield self.env.timeout(self.leg_s(ON_S))
        self.out.append((self.env.now, persons))

    @property
    def clearance_s(self) -> int:
        """When the last were out."""
        return max(at_s for at_s, _ in self.out)

    def out_by(self, moment_s: int) -> int:
        """How many persons were out before a moment."""
        return sum(persons for at_s, persons in self.out if at_s < moment_s)
