"""First prices for a bound: nothing counts but a load of the lot that takes longest to bring out."""

import numpy as np

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.prices import Prices

FAR_S = 1 << 40
"""Later than any moment; some of them can be added."""


def farthest_prices(lots: Lots) -> Prices:
    """A load of that lot has the price 1, all else none."""
    kinds, stands, count = lots.approach_s.shape
    receptions = len(lots.room_persons)
    free_s = np.full((kinds, stands), FAR_S)
    for kind, stand, _ in lots.fleets:
        free_s[kind, stand] = 0
    while True:
        departs_s = (free_s[:, :, None] + lots.approach_s).min(axis=1)
        out_s = (departs_s[:, :, None] + lots.deliver_s).min(axis=1)
        if (out_s >= free_s[:, :receptions]).all():
            break
        free_s[:, :receptions] = np.minimum(free_s[:, :receptions], out_s)
    longest = (departs_s + lots.deliver_s.min(axis=2)).min(axis=0).argmax()
    return Prices(
        (np.arange(count) == longest).astype(np.int64), np.zeros(receptions, np.int64), np.zeros(0, np.int64)
    )
