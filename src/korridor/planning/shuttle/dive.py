"""Diving: a plan from fractions of tours, by making the largest of them whole, and solving again for what is left.

Sadykov and others, "Primal heuristics for branch and price: the assets of diving methods", 2019,
doi 10.1287/ijoc.2018.0822.
"""

import numpy as np
from numpy.typing import NDArray

from korridor.chance import stream
from korridor.planning.shuttle.generate import NONE_LEFT, Spent, price
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.master import Master, fits
from korridor.planning.shuttle.tour import Tour
from korridor.planning.shuttle.trace import Left

AGAIN, TAKEN_BACK, FEW = 12, 10, 4
"""How often a dive goes down again at most, how many tours it takes back for that, and how many loads may then be left."""

KEY = 2
"""The stream of a seed by which tours are taken back."""

SURE = 1 - 1e-6
"""A tour that is made so many times is made once."""


class Diver:
    """Dives, each with the tours that those before it have found.

    Parameters
    ----------
    known : tuple of Tour
        To begin with.
    """

    def __init__(self, lots: Lots, known: tuple[Tour, ...]) -> None:
        self._lots, self._master = lots, Master(lots)
        for tour in known:
            self._master.add(tour)

    def dive(self, seconds: int, spent: Spent) -> tuple[tuple[Tour, ...], Left]:
        """Tours that end in time, a vehicle each, and what they leave.

        Where that is little, some tours are taken back, and the dive goes down again from there: large-neighbourhood search
        (Shaw 1998, doi 10.1007/3-540-49481-2_30).
        """
        lots = self._lots
        left = Left(lots.loads.copy(), lots.room_persons.copy())
        vehicles = np.array([number for _, _, number in lots.fleets], dtype=np.int64)
        self._master.allow(seconds)
        made = self._go_down(seconds, left, vehicles, spent)
        chance = stream.new(0, KEY)
        for _ in range(AGAIN):
            if not 0 < left.loads.sum() <= FEW or not spent.goes_on:
                break
            back = {int(stream.below(chance, len(made))) for _ in range(TAKEN_BACK)}
            fewer, vehicles_left = Left(left.loads.copy(), left.rooms.copy()), vehicles.copy()
            for place in back:
                _take(lots, made[place], fewer, vehicles_left, times=-1)
            others = self._go_down(seconds, fewer, vehicles_left, spent)
            if fewer.loads.sum() <= left.loads.sum():
                made = [tour for place, tour in enumerate(made) if place not in back] + others
                left, vehicles = fewer, vehicles_left
        return tuple(made), left

    def _go_down(self, seconds: int, left: Left, vehicles: NDArray[np.int64], spent: Spent) -> list[Tour]:
        """Make tours whole until nothing more fits; what is left is then less."""
        made: list[Tour] = []
        while left.loads.any() and vehicles.any() and spent.goes_on:
            self._master.leave(left, vehicles)
            fixed = self._fixed(self._settled(seconds, left, spent), left, vehicles)
            if not fixed:
                break
            made += fixed
        return made

    def _settled(self, seconds: int, left: Left, spent: Spent) -> dict[Tour, float]:
        """The best shares of tours for what is left, once none is missing that fits."""
        while True:
            solved = self._master.solve()
            if solved.left < NONE_LEFT or not spent.goes_on:
                return self._master.parts()
            found = price(self._lots, seconds, solved.prices, (), spent, solved, left)
            if not any([self._master.add(tour) for tour in found.tours]):
                return self._master.parts()

    def _fixed(self, parts: dict[Tour, float], left: Left, vehicles: NDArray[np.int64]) -> list[Tour]:
        """Tours that are made whole times, else the one that is nearest to it; what is left is then less."""
        fixed: list[Tour] = []
        for tour, times in sorted(parts.items(), key=lambda part: -part[1]):
            if times < SURE and fixed:
                break
            for _ in range(max(1, int(times + 1 - SURE))):
                if vehicles[tour.fleet] and fits(self._lots, tour, left):
                    fixed.append(tour)
                    _take(self._lots, tour, left, vehicles, times=1)
        return fixed


def _take(lots: Lots, tour: Tour, left: Left, vehicles: NDArray[np.int64], times: int) -> None:
    """A tour is made so many times more, or fewer: what is left changes."""
    vehicles[tour.fleet] -= times
    for lot, room in tour.trips:
        left.loads[lot] -= times
        left.rooms[room] -= times * lots.persons[lot]
