"""A few vehicles go with another lap: λ-interchange, Osman 1993, doi 10.1007/BF02023004."""

from korridor.chance import stream
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.moves.within import within
from korridor.planning.laps.services import Services


@inner
def hand_over(
    tables: Tables, services: Services, laps: Ints, i: int, j: int, kind: int, rng: stream.State
) -> None:
    """Let up to four vehicles of a type pass from one of two laps to the other."""
    n = 1 + pick(rng, 4)
    a, b = (i, j) if pick(rng, 2) else (j, i)
    n = min(n, laps[a, 1 + 3 * kind])
    laps[a, 1 + 3 * kind] -= n
    laps[b, 1 + 3 * kind] += n
    within(tables, services, laps, b)
