"""Many laps in a row get a vehicle more, or one fewer."""

from korridor.chance import stream
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.moves.within import within
from korridor.planning.laps.services import Services


@inner
def resize_stretch(
    tables: Tables, services: Services, laps: Ints, i: int, used: int, kind: int, rng: stream.State
) -> None:
    """Change the number of a type's vehicles by one in a stretch of laps that have some."""
    more = 2 * pick(rng, 2) - 1
    for lap in range(i, min(len(laps), i + 2 + pick(rng, used + 1))):
        if laps[lap, 1 + 3 * kind] > 0:
            laps[lap, 1 + 3 * kind] += more
            within(tables, services, laps, lap)
