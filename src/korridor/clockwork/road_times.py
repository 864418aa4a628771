"""O3, C5: how long a road takes."""

from korridor.clockwork.tables import NONE, R, Tables
from korridor.compiled import inner


@inner
def road_s(tables: Tables, road: int, back: int, slowest: int) -> int:
    """O3: the time that a column needs."""
    lasts_s: int = tables.roads[road, R.FORTH + back]
    if lasts_s == NONE:
        lasts_s = -(-tables.roads[road, R.LENGTH] * 3600 // min(tables.roads[road, R.SPEED], slowest))
    return lasts_s


@inner
def pass_s(tables: Tables, road: int, back: int, slowest: int, column_m: int) -> int:
    """C5: the pass time; a stated time stands for a speed too."""
    length, stated = tables.roads[road, R.LENGTH], tables.roads[road, R.FORTH + back]
    lasts_s = 0
    if length > 0 and stated != NONE:
        lasts_s = -(-column_m * stated // length)
    elif length > 0:
        lasts_s = -(-column_m * 3600 // min(tables.roads[road, R.SPEED], slowest))
    return lasts_s


@inner
def spread(head_s: int, tail_s: int, j: int, n: int) -> int:
    """C5: when vehicle ``j`` of ``n`` passes a point between head and tail, rounded up."""
    return head_s if n == 1 else head_s - -(tail_s - head_s) * j // (n - 1)
