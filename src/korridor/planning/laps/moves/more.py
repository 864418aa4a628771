"""A lap more, like the one before it but at a place of its own; all after it come up later."""

from korridor.chance import stream
from korridor.clockwork.copied import copy
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.moves.elsewhere import serve_elsewhere
from korridor.planning.laps.services import Services


@inner
def put_in(tables: Tables, services: Services, laps: Ints, i: int, rng: stream.State) -> None:
    """Put a lap into the list; the last one falls out."""
    for lap in range(len(laps) - 1, i, -1):
        copy(laps[lap], laps[lap - 1])
    serve_elsewhere(tables, services, laps, i, rng)
