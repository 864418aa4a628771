"""A lap loads at another place, or leaves it by another way."""

from korridor.chance import stream
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.moves.within import within
from korridor.planning.laps.services import Services


@inner
def serve_elsewhere(tables: Tables, services: Services, laps: Ints, i: int, rng: stream.State) -> None:
    """Draw another service for a lap."""
    laps[i, SERVICE] = pick(rng, len(services.column))
    within(tables, services, laps, i)
