"""Operations in which nothing is uncertain."""

from korridor.operation.operation import Operation
from korridor.operation.uncertainty import Uncertainty

CALMLY = {
    "road_time": "100 %",
    "closure_per_day": "0 %",
    "mobilisation": "0 s",
    "late_departure": "0 s",
    "boarding": "100 %",
    "alighting": "100 %",
    "driving": "100 %",
    "screening_person": "100 %",
    "screening_vehicle": "100 %",
    "breakdown_per_1000_km": 0,
    "breakdown_per_leg": "0 %",
    "count_around": "100 %",
    "count_between": "49.9999 %",  # the middle, rounded down (O4)
    "count_at_least": "0 %",
    "count_up_to": "100 %",
    "no_shows": "0 %",
    "unexpected": "0 %",
    "on_their_own": "0 %",
    "truce_break": "0 %",
    "gate_late": "0 s",
    "gate_break": "0 %",
}
"""Every quantity is what was planned, as a file says it."""


def calmed(operation: Operation) -> Operation:
    """The operation with nothing uncertain."""
    fleet = {
        name: kind.model_copy(update={"breakdown_per_1000_km": None})
        for name, kind in operation.fleet.items()
    }
    return operation.model_copy(update={"uncertainty": Uncertainty.model_validate(CALMLY), "fleet": fleet})
