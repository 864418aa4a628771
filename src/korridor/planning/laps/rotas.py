"""Rotas: short lists of laps that come round again and again, and the heats by which the best of them is found.

Annealing a long list does not get from columns of one size to columns of several, since one column changed alone falls out
of step with the others. In a rota one change is made in every round at once. The most promising rotas, each of another
number of columns, are annealed a little; the better half goes on with twice the work: successive halving, Karnin, Koren and
Somekh, "Almost optimal exploration in multi-armed bandits", 2013.
"""

from collections.abc import Iterable
from typing import NamedTuple

from korridor.clockwork.tables import Ints

SIZES = (8, 4, 2)
"""How many rotas are in each heat."""

TEMPERATURES = (0.008, 0.004, 0.002)
"""Where each heat's annealing begins, as a share of what is made small."""


class Rota(NamedTuple):
    """A list of laps that repeats itself, and how good it is."""

    energy: float
    number: int  # in the order in which they entered; decides between equals
    laps: Ints
    period: int


class Heats:
    """Which rotas are still in, and what is to be done with them; those given begin, no more than the first heat has room for."""

    def __init__(self, rotas: Iterable[Rota] = ()) -> None:
        self.heat = 0
        self._waiting: list[Rota] = list(rotas)
        self._done: list[Rota] = []
        self._entered = 0

    def enter(self, energy: float, laps: Ints, period: int) -> None:
        """Let a rota take part in the first heat, if it is the best yet of its period."""
        self._entered += 1
        rota = Rota(energy, self._entered, laps, period)
        others = [each for each in self._waiting if each.period != period]
        same = [each for each in self._waiting if each.period == period]
        self._waiting = sorted([*others, min([rota, *same], key=_rank)], key=_rank)[: SIZES[0]]

    @property
    def open(self) -> bool:
        """Whether a rota is still to be improved."""
        return bool(self._waiting)

    @property
    def waiting(self) -> list[Rota]:
        """Those that are still to be improved, the best first."""
        return list(self._waiting)

    def take(self, number: int) -> list[Rota]:
        """Take up to so many rotas that are still to be improved in this heat."""
        taken, self._waiting = self._waiting[:number], self._waiting[number:]
        return taken

    def give_back(self, rotas: list[Rota]) -> None:
        """Give back improved rotas; once all of a heat are, the better ones go into the next."""
        self._done += rotas
        if not self._waiting:
            self.heat += 1
            size = SIZES[self.heat] if self.heat < len(SIZES) else 0
            self._waiting = sorted(self._done, key=_rank)[:size]
            self._done = []


def _rank(rota: Rota) -> tuple[float, int]:
    return rota.energy, rota.number
