"""Who is still to be fetched, and what vehicles that takes."""

import numpy as np

from korridor.clockwork.tables import NEVER, NONE, G, Index, Ints, P, V
from korridor.planning.bound.certify import Floats
from korridor.planning.mass.legs import Legs
from korridor.planning.mass.services import Services

SOME = 1.0
"""Of a share what is less than a person is nobody."""


class Demand:
    """Parties that no lap has been promised, persons that are to go from place to place, and room for them.

    Parameters
    ----------
    index : Index
    legs : Legs
    services : Services
    share : array of float, [place, destination]
        Persons; see :func:`korridor.planning.mass.allotment.allot`.
    """

    def __init__(self, index: Index, legs: Legs, services: Services, share: Floats) -> None:
        tables = index.tables
        self.tables, self.legs, self._services = tables, legs, services
        self.left = tables.groups[:, G.PARTIES].copy()
        self._share = share.copy()
        self._of_leg = np.zeros(len(legs.kind), dtype=np.int64)
        self._by: list[float] = []
        self._beside: dict[int, list[int]] = {}
        for service, mine in enumerate(services.legs):
            self._of_leg[mine] = service
            origin = int(services.origin[service])
            self._by.append(float(share[origin, np.unique(legs.destination[mine])].sum()))
            self._beside.setdefault(origin, []).append(service)
        self._room = np.where(tables.places[:, P.CAPACITY] == NONE, NEVER, tables.places[:, P.CAPACITY])
        self.at = {p: np.flatnonzero(tables.groups[:, G.PLACE] == p) for p in set(legs.origin.tolist())}
        rank = np.zeros(len(tables.groups), dtype=np.int64)
        rank[tables.urgency] = np.arange(len(tables.groups))
        for place, groups in self.at.items():
            self.at[place] = groups[np.argsort(rank[groups])]
        persons = tables.groups[:, G.PARTIES] * tables.groups[:, G.PERSONS]
        self._persons = {place: int(persons[groups].sum()) for place, groups in self.at.items()}
        self._places = np.array(
            [
                tables.layouts[row[V.LAYOUT] : row[V.LAYOUT] + row[V.LAYOUTS]].max(axis=0)
                for row in tables.types
            ]
        )
        self._fleet = (tables.types[:, V.NUMBER][:, None] * self._places).sum(axis=0)

    def to_go(self, service: int) -> bool:
        """Whether somebody is to go by a service; or by none of a place's, and somebody is left there."""
        origin = int(self._services.origin[service])
        if not self._persons[origin]:
            return False
        return self._by[service] >= SOME or all(self._by[each] < SOME for each in self._beside[origin])

    def close(self, service: int) -> bool:
        """Let nobody go by a service any more; returns whether somebody was to."""
        had, self._by[service] = self._by[service] >= SOME, 0.0
        return had

    def loads(self, origin: int) -> Floats:
        """Vehicles of each type that those who are left at a place need, if each type takes its part."""
        groups = self.at[origin]
        needed = (self.left[groups][:, None] * self.tables.groups[groups, G.SEATS :]).sum(axis=0)
        parts = needed / np.maximum(1, self._fleet)
        mine = np.where(self._places > 0, parts[None, :], 0.0).max(axis=1)
        return np.asarray(self.tables.types[:, V.NUMBER] * mine)

    def vehicles_for_rest(self, origin: int) -> int:
        """How many vehicles at least those need whom nobody has promised to fetch from a place; each need apart."""
        groups = self.at[origin]
        needed = (self.left[groups][:, None] * self.tables.groups[groups, G.SEATS :]).sum(axis=0)
        return int((-(-needed // np.maximum(1, self._places.max(axis=0)))).sum())

    def promise(self, origin: int, legs: Ints, kind: int) -> tuple[int, Ints] | None:
        """Give a vehicle of a type a leg, and whoever boards it (O5); ``None`` where nobody would."""
        best: tuple[int, int, Ints] | None = None
        mine = legs[self.legs.kind[legs] == kind]
        shares = self._share[origin, self.legs.destination[mine]]
        tried: set[int] = set()
        for leg in mine[np.argsort(-shares, kind="stable")].tolist():
            layout = int(self.legs.layout[leg])
            if layout in tried:
                continue
            loads, persons = self._boarding(origin, leg)
            if persons and persons <= self._room[self.legs.destination[leg]]:
                tried.add(layout)  # elsewhere as many would board, or fewer
                if best is None or persons > best[0]:
                    best = persons, leg, loads
        if best is None:
            return None
        persons, leg, loads = best
        self._move(leg, loads, persons)
        return leg, loads

    def give_back(self, leg: int, loads: Ints) -> None:
        """Take a promise back."""
        groups = self.at[int(self.legs.origin[leg])]
        self._move(leg, -loads, -int((loads * self.tables.groups[groups, G.PERSONS]).sum()))

    def _move(self, leg: int, loads: Ints, persons: int) -> None:
        origin, destination = int(self.legs.origin[leg]), int(self.legs.destination[leg])
        self.left[self.at[origin]] -= loads
        self._persons[origin] -= persons
        self._by[self._of_leg[leg]] -= persons
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
