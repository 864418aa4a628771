"""Whether prices are small enough that no sum of them overflows, and that a certificate may have them."""

import numpy as np

from korridor.planning.certificate import MOST_PRICE
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.prices import NOTHING, Prices


def in_range(lots: Lots, seconds: int, prices: Prices) -> bool:
    """Whether a certificate may have such prices; a trip takes at least a second."""
    load_price, room_price, case_price = (int(np.abs(each).max(initial=0)) for each in prices)
    case_price *= len(prices.cases)
    trips = seconds + 1 + int(lots.loads.sum())
    persons = int(lots.room_persons.sum()) + int(lots.persons.max())
    small = trips * (load_price + 2 * case_price) + persons * room_price < -NOTHING // 2
    return small and max(load_price, room_price, case_price) <= MOST_PRICE
