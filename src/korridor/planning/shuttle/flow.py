"""First prices for a bound: trips and approaches as flows, all of a type's time in one pot, by HiGHS.

Prices from here prove what the whole work divided by the fleet proves, and often somewhat more.
"""

from itertools import product

import highspy
import numpy as np

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.prices import Prices

SCALE = 1_000_000
"""The price of a second of the whole fleet."""


def flow_prices(lots: Lots) -> Prices:
    """Whole prices of loads and of persons' room.

    Minimised is the time in which vehicles, all of a type together, can do all approaches and trips; at each
    reception no more set out than came.
    """
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    highs.setOptionValue("threads", 1)
    kinds, stands, count = lots.approach_s.shape
    receptions = len(lots.room_persons)
    at_depot = {(kind, stand): number for kind, stand, number in lots.fleets}
    demand, room = 0, count
    join, stay, time = room + receptions, room + receptions + kinds * count, 0
    time = stay + kinds * stands
    for loads in lots.loads:
        highs.addRow(float(loads), float(loads), 0, [], [])
    for persons in lots.room_persons:
        highs.addRow(-highspy.kHighsInf, float(persons), 0, [], [])
    for _ in range(kinds * count):  # who has come to load departs
        highs.addRow(0.0, 0.0, 0, [], [])
    for kind, stand in product(range(kinds), range(stands)):
        highs.addRow(-highspy.kHighsInf, float(at_depot.get((kind, stand), 0)), 0, [], [])
    for _ in range(kinds):
        highs.addRow(-highspy.kHighsInf, 0.0, 0, [], [])
    fleet = [sum(number for its, _, number in lots.fleets if its == kind) for kind in range(kinds)]
    rows = [time + kind for kind in range(kinds)]
    highs.addCol(1.0, 0.0, highspy.kHighsInf, kinds, rows, [-float(number) for number in fleet])
    for kind, stand, lot in np.ndindex(lots.approach_s.shape):
        rows = [join + kind * count + lot, stay + kind * stands + stand, time + kind]
        values = [1.0, 1.0, float(lots.approach_s[kind, stand, lot])]
        highs.addCol(0.0, 0.0, highspy.kHighsInf, 3, rows, values)
    for kind, lot, to in np.ndindex(lots.deliver_s.shape):
        rows = [demand + lot, room + to, join + kind * count + lot, stay + kind * stands + to, time + kind]
        values = [1.0, float(lots.persons[lot]), -1.0, -1.0, float(lots.deliver_s[kind, lot, to])]
        highs.addCol(0.0, 0.0, highspy.kHighsInf, 5, rows, values)
    highs.run()
    prices = np.array(highs.getSolution().row_dual) * SCALE
    load_prices = np.rint(prices[:room]).astype(np.int64)
    room_prices = np.ceil(np.maximum(-prices[room:join] - 1e-3, 0)).astype(np.int64)
    return Prices(load_prices, room_prices, np.zeros(0, dtype=np.int64))
