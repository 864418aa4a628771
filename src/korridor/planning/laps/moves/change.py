"""Draw a move."""

from korridor.chance import stream
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.moves.elsewhere import serve_elsewhere
from korridor.planning.laps.moves.exchange import exchange
from korridor.planning.laps.moves.hand_over import hand_over
from korridor.planning.laps.moves.later import go_later
from korridor.planning.laps.moves.less import leave_out
from korridor.planning.laps.moves.manner import leave_otherwise
from korridor.planning.laps.moves.more import put_in
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.moves.resize import resize
from korridor.planning.laps.moves.stretch import resize_stretch
from korridor.planning.laps.moves.swap_places import swap_places
from korridor.planning.laps.services import Services

MOVES = 13
NEAR = 6
"""How far apart in the list two laps may be that a move takes together."""
FEW = 16
"""Laps that go out up to which one may be let leave in another manner: in long lists other moves gain more for the same work."""


@inner
def change(tables: Tables, services: Services, laps: Ints, used: int, rng: stream.State) -> int:
    """Change a list at random; return the first lap that differs."""
    i = pick(rng, min(len(laps), used + 2))
    move = pick(rng, MOVES)
    j = min(len(laps) - 1, i + 1 + pick(rng, NEAR))
    kind = pick(rng, len(tables.types))
    if move <= 2:
        resize(tables, services, laps, i, rng)
    elif move <= 4 or j == i:
        exchange(laps, i, j)
    elif move == 5:
        serve_elsewhere(tables, services, laps, i, rng)
    elif move == 6:
        leave_out(laps, i)
    elif move == 7:
        put_in(tables, services, laps, i, rng)
    elif move == 8:
        go_later(laps, i, j)
    elif move == 9:
        resize_stretch(tables, services, laps, i, used, kind, rng)
    elif move == 10:
        hand_over(tables, services, laps, i, j, kind, rng)
    elif move == 11 and used <= FEW:
        leave_otherwise(laps, i, kind, rng)
    else:
        i = swap_places(tables, services, laps, i, used, rng)
    return i
