"""Plans with little work in them, bounded on long slots: quick to ask about, and all that is true of others is true of them."""

from threading import Event

from korridor.operation.operation import Operation
from korridor.planning.bounded import bounds_of
from korridor.planning.plan import Plan
from korridor.planning.planner import plan
from korridor.planning.why.carried import bounded_by
from korridor.planning.why.measure import bound_of, measure_of

SLOT_S = 300


def planned(operation: Operation, objective: str = "most-out", work: int = 1, slot_s: int = SLOT_S) -> Plan:
    """A plan with a bound of its first level."""
    made = plan(operation, objective=objective, work=work, bounded=False)
    if not made.movements:
        return made
    found = bounds_of(operation, made.objective, None, lambda: True, Event(), slot_s=slot_s)
    return bounded_by(made, bound_of(found, measure_of(made)), found.certificate)
