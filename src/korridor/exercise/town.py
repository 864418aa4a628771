"""The town inside: streets in a grid, people at its crossings."""

from dataclasses import dataclass
from math import isqrt

from korridor.exercise.draws import Draws, Key, rank_size
from korridor.exercise.size import Size

STREET_M, STREET_STEP_M = (400, 1000), 50
"""From crossing to crossing."""
STREET_KM_H = 24
"""In built-up areas: FM 11-43, section II."""

PEOPLE_TO_A_BAY, BAYS = 600, (8, 40)
"""How many people a bay of an assembly place serves, and how many bays such a place has; eight as in our example of Aleppo."""


@dataclass(frozen=True)
class Town:
    """Crossings by name, with how many stand there; the streets between them; and where the corridors begin."""

    people: dict[str, int]
    streets: list[tuple[str, str, int]]
    gates: list[str]

    @property
    def crossings(self) -> list[str]:
        """All crossings, each once, in the order of the grid."""
        return list(dict.fromkeys(end for street in self.streets for end in street[:2]))


def town_of(size: Size) -> Town:
    """Draw a town: as square a grid as has room, people by rank-size at crossings drawn for it."""
    side = max(2, isqrt(size.assemblies + size.corridors - 1) + 1)
    streets = Draws(size.seed, Key.STREETS)
    gates = [_name(x, y, side) for x, y in _around(side, size.corridors)]
    inside = [_name(x, y, side) for x in range(side) for y in range(side)]
    inside = [name for name in inside if name not in gates]
    order = Draws(size.seed, Key.RANKS).shuffled(len(inside))[: size.assemblies]
    counts = rank_size(size.people, size.assemblies)
    found = []
    for x in range(side):
        for y in range(side):
            ahead = ((x + 1, y), (x, y + 1))
            for there in ahead:
                if max(there) < side:
                    length_m = streets.between(*STREET_M, STREET_STEP_M)
                    found.append((_name(x, y, side), _name(*there, side), length_m))
    return Town({inside[place]: count for place, count in zip(order, counts, strict=True)}, found, gates)


def bays_for(people: int) -> int:
    """How many vehicles can load at once where so many people stand."""
    least, most = BAYS
    return max(least, min(most, people // PEOPLE_TO_A_BAY))


def _name(x: int, y: int, side: int) -> str:
    return f"crossing {x * side + y + 1}"


def _around(side: int, number: int) -> list[tuple[int, int]]:
    """Crossings on the edge of the grid, as evenly as can be all the way round."""
    edge = [(x, 0) for x in range(side - 1)] + [(side - 1, y) for y in range(side - 1)]
    edge += [(x, side - 1) for x in range(side - 1, 0, -1)] + [(0, y) for y in range(side - 1, 0, -1)]
    return [edge[(2 * i + 1) * len(edge) // (2 * number)] for i in range(number)]
