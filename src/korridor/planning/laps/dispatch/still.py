"""What is known of a departure, and whether it still holds once another movement has been posted.

The clockwork need not be asked again about a movement that the posted one does not meet: not on a road, not at a
bay or lane, not over a vehicle. Loaded movements and empty ones seldom meet.
"""

from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.tables import C, R, Tables
from korridor.compiled import inner


@inner
def still_holds(tables: Tables, asked: Sheet, posted: Sheet) -> bool:
    """Whether what ``asked`` says, of a movement that the clockwork was asked about, holds after ``posted`` as it did before.

    One of them is loaded and the other empty: empty ones take no bays, escorts or people, and have lanes of their own.
    """
    if _meet(tables, asked.order[O.COLUMN], posted.order[O.COLUMN]):
        return False
    if asked.head[H.DEPARTS] < posted.head[H.DEPARTS]:  # rank is the order of departure (C1)
        return False
    for j in range(asked.order[O.TRIPS]):
        for k in range(posted.order[O.TRIPS]):
            if asked.asked[j, A.TYPE] != posted.asked[k, A.TYPE]:
                continue
            if asked.trips[j, W.VEHICLE] == posted.trips[k, W.VEHICLE]:
                return False
            # Of a type at a place those go that are free first (O6): one that is free now may be taken instead.
            comes_there = asked.asked[j, A.FROM] == posted.asked[k, A.TO]
            if comes_there and posted.trips[k, W.FREE] <= asked.trips[j, W.LEAVES]:
                return False
    return True


@inner
def _meet(tables: Tables, one: int, other: int) -> bool:
    """Whether two column parts have a road in one direction, or an alternate road, in common."""
    first, then = tables.columns[one, C.STEP], tables.columns[other, C.STEP]
    for i in range(first, first + tables.columns[one, C.STEPS]):
        for j in range(then, then + tables.columns[other, C.STEPS]):
            road = tables.steps[i, 0]
            same_way = tables.steps[i, 1] == tables.steps[j, 1]
            if road == tables.steps[j, 0] and (same_way or tables.roads[road, R.ALTERNATE]):
                return True
    return False
