"""A lap goes later: an insertion, as in Taillard, "Some efficient heuristic methods", 1990, doi 10.1016/0377-2217(90)90090-X."""

from korridor.clockwork.tables import Ints
from korridor.compiled import inner
from korridor.planning.laps.moves.exchange import exchange


@inner
def go_later(laps: Ints, i: int, j: int) -> None:
    """Move a lap from place ``i`` of the list to place ``j`` behind it."""
    for lap in range(i, j):
        exchange(laps, lap, lap + 1)
