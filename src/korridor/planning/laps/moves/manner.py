"""A lap leaves in another manner, or is parted in two that come in apart and leave together."""

from korridor.chance import stream
from korridor.clockwork.copied import copy
from korridor.clockwork.tables import Ints
from korridor.compiled import inner
from korridor.planning.laps.manners import JOINS, LETS_OUT, MANNER
from korridor.planning.laps.moves.pick import pick


@inner
def leave_otherwise(laps: Ints, i: int, kind: int, rng: stream.State) -> None:
    """Draw how a lap leaves; or let some of its vehicles of a type come in before the others."""
    number = laps[i, 1 + 3 * kind]
    if pick(rng, 2) == 0 or number < 2 or i + 1 == len(laps):
        laps[i, MANNER] = pick(rng, LETS_OUT + 1)
        return
    for lap in range(len(laps) - 1, i, -1):
        copy(laps[lap], laps[lap - 1])
    first = 1 + pick(rng, number - 1)
    for column in range(1, laps.shape[1] - 1, 3):
        laps[i, column] = 0
    laps[i, 1 + 3 * kind] = first
    laps[i, MANNER] = JOINS
    laps[i + 1, 1 + 3 * kind] -= first
