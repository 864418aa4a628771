"""A lap less; all after it come up sooner."""

from korridor.clockwork.copied import copy
from korridor.clockwork.tables import Ints
from korridor.compiled import inner


@inner
def leave_out(laps: Ints, i: int) -> None:
    """Take a lap out of the list; the last one then stands there twice."""
    for lap in range(i, len(laps) - 1):
        copy(laps[lap], laps[lap + 1])
