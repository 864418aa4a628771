"""The search's door: an operation in, the orders of the best plan found so far out."""

from itertools import product

import numpy as np

from korridor.chance import stream
from korridor.clockwork.state import T
from korridor.clockwork.tables import NEVER, C, G, Index, Ints, X
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.mass.allotment import allot
from korridor.planning.mass.dispatch import Dispatch, Rule, Sent
from korridor.planning.mass.legs import legs_of
from korridor.planning.mass.services import services_of
from korridor.planning.plan import Objective

MANY_COLUMNS, MANY_GROUPS = 100, 60
"""With more full columns than this, or more groups, an operation is a large one."""

ENOUGH, PARTS = (75, 50, 100), (10, 8, 6)
"""What is tried first: with so many in a hundred a column leaves; so many tenths of the most it is to have."""

FEW_SENT = 3_000
"""Movements of all plans that the first rules are tried on."""


def is_large(operation: Operation) -> bool:
    """Whether an operation has so many columns to send that it takes the search for large ones."""
    layouts = [layout.persons for kind in operation.fleet.values() for layout in kind.layouts]
    columns = operation.persons // max(1, max(layouts, default=1) * operation.convoy.most)
    return (operation.convoy.most > 1 and columns > MANY_COLUMNS) or len(operation.people) > MANY_GROUPS


class MassSearch:
    """Try rules, then other orders of the places and other figures at random; the best so far can be asked for at any time.

    Parameters
    ----------
    operation : Operation
    objective : Objective
    seed : int
    """

    def __init__(self, operation: Operation, objective: Objective, seed: int) -> None:
        self.operation, self.objective = operation, objective
        self.iterations = 0
        self._rng = stream.new(seed, 0)
        self._index = Index(operation, onward=False)
        self._legs = legs_of(self._index)
        self._services = services_of(self._index, self._legs)
        self._best: tuple[tuple[float, ...], Rule, list[Sent]] | None = None

    def begin(self) -> None:
        """Take the best of some plain rules."""
        if not len(self._services.column):
            return
        self._share = allot(self._index, self._legs)
        most = int(self._index.tables.rule[X.MOST])
        sent = 0
        for enough, part, keys in product(ENOUGH, PARTS, self._keys()):
            rule = Rule(_order(keys), enough, max(1, most * part // 10))
            sent += self._try(rule)
            if sent > FEW_SENT and self._best is not None:
                return

    def round(self) -> bool:
        """Change the best rule a little; returns whether that is better."""
        if self._best is None:
            return False
        before = self._best[0]
        self._try(self._changed(self._best[1]))
        return self._best[0] < before

    def orders(self) -> tuple[Order, ...]:
        """Return the orders of the best plan so far."""
        return () if self._best is None else tuple(map(self._order, self._best[2]))

    def _keys(self) -> tuple[Ints, ...]:
        """Orders in which services are served: by how long their laps take, or how many are to go by them."""
        persons = np.array(
            [
                self._share[origin, np.unique(self._legs.destination[legs])].sum()
                for origin, legs in zip(self._services.origin, self._services.legs, strict=True)
            ]
        )
        return self._services.lap_s, -persons, -self._services.lap_s, persons

    def _try(self, rule: Rule) -> int:
        """Dispatch by a rule and keep it if it is the best; returns how many movements there are."""
        dispatch = Dispatch(self._index, self._legs, self._services, self._share, rule)
        dispatch.run()
        self.iterations += 1
        value = self._value(dispatch)
        if dispatch.sent and (self._best is None or value < self._best[0]):
            self._best = value, rule, dispatch.sent
        return len(dispatch.sent)

    def _changed(self, rule: Rule) -> Rule:
        """Move a few services in the order, or change a figure."""
        what = int(stream.below(self._rng, 8))
        if what == 0:
            return Rule(
                rule.order, 40 + 5 * int(stream.below(self._rng, 13)), rule.size, rule.crowded, rule.ahead
            )
        if what == 1:
            most = int(self._index.tables.rule[X.MOST])
            size = max(1, most * (4 + int(stream.below(self._rng, 7))) // 10)
            return Rule(rule.order, rule.enough, size, rule.crowded, rule.ahead)
        if what == 2:
            return Rule(rule.order, rule.enough, rule.size, 2 + int(stream.below(self._rng, 6)), rule.ahead)
        if what == 3:
            return Rule(
                rule.order, rule.enough, rule.size, rule.crowded, 1 + int(stream.below(self._rng, 12))
            )
        order = rule.order.copy()
        for _ in range(1 + int(stream.below(self._rng, 1 + len(order) // 8))):
            one, other = (int(stream.below(self._rng, len(order))) for _ in range(2))
            order[one], order[other] = order[other], order[one]
        return Rule(order, rule.enough, rule.size, rule.crowded, rule.ahead)

    def _value(self, dispatch: Dispatch) -> tuple[float, ...]:
        """What of a plan counts, level by level; the less the better (P2)."""
        tally = dispatch.state.tally
        weight = float(tally[T.OUT_WEIGHT])
        last_s, waiting = float(self.operation.usable_s(int(tally[T.LAST_OUT]))), float(tally[T.WAITING])
        if self.objective in (Objective.MOST_OUT, Objective.EXPOSURE):
            return -weight, float(tally[T.RISK]), last_s
        left = float(self.operation.persons - int(tally[T.OUT_PERSONS]))
        if self.objective is Objective.PRIORITY:
            end_s = self.operation.horizon_s or NEVER // 1000
            groups = self._index.tables.groups
            everybody = float((groups[:, G.PARTIES] * groups[:, G.WEIGHT]).sum())
            return (waiting + (everybody - weight) * end_s,)
        return left, last_s, waiting

    def _order(self, sent: Sent) -> Order:
        names, tables = self._index.place_names, self._index.tables
        trips = tuple(
            TripOrder(
                vehicle_type=self._index.type_names[kind],
                layout=layout if sent.loaded else 0,
                comes_from=names[here],
                destination=names[there],
            )
            for kind, layout, here, there in sent.asked.tolist()
        )
        return Order(
            origin=names[int(tables.columns[sent.column, C.ORIGIN])],
            loaded=sent.loaded,
            trips=trips,
            not_before_s=sent.not_before_s,
        )


def _order(keys: Ints) -> Ints:
    """Each one's place when they are sorted."""
    return np.argsort(np.argsort(keys, kind="stable"), kind="stable")
