"""Planner and checker speak of the same kinds of trips, though they share no code."""

import pytest

from korridor.operation.operation import Operation
from korridor.planning.bound.kinds import Kinds as Planned
from korridor.planning.verify.slot_program.kinds import Kinds as Checked


@pytest.mark.parametrize("seats", [1, 2, 7, 10, 43, 46, 50, 55])
def test_both_part_a_load_alike(seats: int) -> None:
    """docs/bounds.md, Buckets: the tenths are rounded up, by the planner and by the checker, whatever a bus holds."""
    operation = Operation.model_validate(
        {
            "name": "corridor",
            "places": {"A": {"kind": "assembly"}, "R": {"kind": "reception"}},
            "roads": [{"between": ["A", "R"], "time": "20 min", "headway": "5 min"}],
            "people": {"g": {"at": "A", "class": "well", "count": 300}},
            "fleet": {"bus": {"depots": {"R": 3}, "layouts": [{"seats": seats}]}},
        }
    )
    planned = {(kind.few, kind.many) for kind in Planned(operation).loaded}
    assert planned == {(kind.few, kind.many) for kind in Checked(operation).loaded}
