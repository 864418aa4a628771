"""Laps far apart swap the places where they load; cf. the segments swapped by Taillard et al., 1997, doi 10.1287/trsc.31.2.170.

While a gate is shut it costs nothing to load far away, and the near places are then there for the end, when every minute counts.
"""

from korridor.chance import stream
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.moves.within import within
from korridor.planning.laps.services import Services

LONGEST = 4
"""How many laps in a row swap at most."""


@inner
def swap_places(tables: Tables, services: Services, laps: Ints, i: int, used: int, rng: stream.State) -> int:
    """Swap the services of a few laps from ``i`` on with those of as many elsewhere; return the first lap that differs."""
    j = pick(rng, min(len(laps), used + 2))
    first, then = min(i, j), max(i, j)
    number = min(1 + pick(rng, LONGEST), then - first, len(laps) - then)
    for lap in range(number):
        a, b = first + lap, then + lap
        laps[a, SERVICE], laps[b, SERVICE] = laps[b, SERVICE], laps[a, SERVICE]
        within(tables, services, laps, a)
        within(tables, services, laps, b)
    return first
