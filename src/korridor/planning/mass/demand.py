"""Who is still to be fetched, and what vehicles that takes."""

import numpy as np

from korridor.clockwork.tables import NEVER, NONE, G, Index, Ints, P, V
from korridor.planning.bound.certify import Floats
from korridor.planning.mass.legs import Legs

SOME = 1.0
"""Of a share what is less than a person is nobody."""


class Demand:
    """Parties that no lap has been promised, persons that are to go from place to place, and room for them.

    Parameters
    ----------
    index : Index
    legs : Legs
    share : array of float, [place, destination]
        Persons; see :func:`korridor.planning.mass.allotment.allot`.
    """

    def __init__(self, index: Index, legs: Legs, share: Floats) -> None:
        tables = index.tables
        self.tables, self.legs = tables, legs
        self.left = tables.groups[:, G.PARTIES].copy()
        self._share = share.copy()
        self._room = np.where(tables.places[:, P.CAPACITY] == NONE, NEVER, tables.places[:, P.CAPACITY])
        self.at = {p: np.flatnonzero(tables.groups[:, G.PLACE] == p) for p in set(legs.origin.tolist())}
        rank = np.zeros(len(tables.groups), dtype=np.int64)
        rank[tables.urgency] = np.arange(len(tables.groups))
        for place, groups in self.at.items():
            self.at[place] = groups[np.argsort(rank[groups])]
        self._places = np.array(
            [
                tables.layouts[row[V.LAYOUT] : row[V.LAYOUT] + row[V.LAYOUTS]].max(axis=0)
                for row in tables.types
            ]
        )
        self._fleet = (tables.types[:, V.NUMBER][:, None] * self._places).sum(axis=0)

    def to_go(self, origin: int, legs: Ints) -> float:
        """Persons that are to go by some legs from a place; at least one where nobody is to go by any others."""
        if not self.left[self.at[origin]].any():
            return 0.0
        found = float(self._share[origin, np.unique(self.legs.destination[legs])].sum())
        return found if found >= SOME else SOME if self._share[origin].max() < SOME else 0.0

    def close(self, origin: int, legs: Ints) -> bool:
        """Let nobody go by some legs any more; returns whether somebody was to."""
        ends = np.unique(self.legs.destination[legs])
        had = bool(self._share[origin, ends].sum() >= SOME)
        self._share[origin, ends] = 0.0
        return had

    def loads(self, origin: int) -> Floats:
        """Vehicles of each type that those who are left at a place need, if each type takes its part."""
        groups = self.at[origin]
        needed = (self.left[groups][:, None] * self.tables.groups[groups, G.SEATS :]).sum(axis=0)
        parts = needed / np.maximum(1, self._fleet)
        mine = np.where(self._places > 0, parts[None, :], 0.0).max(axis=1)
        return np.asarray(self.tables.types[:, V.NUMBER] * mine)

    def promise(self, origin: int, legs: Ints, kind: int) -> tuple[int, Ints] | None:
        """Give a vehicle of a type a leg, and whoever boards it (O5); ``None`` where nobody would."""
        best: tuple[tuple[float, ...], int, Ints, int] | None = None
        for leg in legs[self.legs.kind[legs] == kind].tolist():
            destination = int(self.legs.destination[leg])
            loads, persons = self._boarding(origin, leg)
            if persons and persons <= self._room[destination]:
                worth = (float(persons), float(self._share[origin, destination]), -float(leg))
                if best is None or worth > best[0]:
                    best = worth, leg, loads, persons
        if best is None:
            return None
        _, leg, loads, persons = best
        self._move(leg, loads, persons)
        return leg, loads

    def give_back(self, leg: int, loads: Ints) -> None:
        """Take a promise back."""
        groups = self.at[int(self.legs.origin[leg])]
        self._move(leg, -loads, -int((loads * self.tables.groups[groups, G.PERSONS]).sum()))

    def _move(self, leg: int, loads: Ints, persons: int) -> None:
        origin, destination = int(self.legs.origin[leg]), int(self.legs.destination[leg])
        self.left[self.at[origin]] -= loads
        self._share[origin, destination] -= persons
        self._room[destination] -= persons

    def _boarding(self, origin: int, leg: int) -> tuple[Ints, int]:
        """Parties by group of the place that would board, the most urgent first, and how many persons they are."""
        tables, groups = self.tables, self.at[origin]
        layout = tables.layouts[tables.types[self.legs.kind[leg], V.LAYOUT] + self.legs.layout[leg]].tolist()
        goes = tables.goes[groups, self.legs.destination[leg]].tolist()
        loads = np.zeros(len(groups), dtype=np.int64)
        persons = 0
        rows = tables.groups[groups].tolist()
        for at, (left, may, row) in enumerate(zip(self.left[groups].tolist(), goes, rows, strict=True)):
            if not left or not may:
                continue
            needs = row[G.SEATS :]
            parties = min(left, *(layout[i] // needs[i] for i in range(3) if needs[i]))
            for i in range(3):
                layout[i] -= parties * needs[i]
            loads[at] = parties
            persons += parties * row[G.PERSONS]
        return loads, persons
