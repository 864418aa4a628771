"""People are carried on from where they change vehicle."""

from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.onward import with_onward


def test_more_vehicles_may_carry_on_than_brought_them() -> None:
    """One bus of twelve arrives where four cars of three wait: they leave together, all twelve aboard."""
    operation = Operation.model_validate(
        {
            "name": "change",
            "places": {"A": {"kind": "assembly"}, "T": {"kind": "transfer"}, "R": {"kind": "reception"}},
            "roads": [{"between": ["A", "T"], "time": "5 min"}, {"between": ["T", "R"], "time": "5 min"}],
            "people": {"g": {"at": "A", "class": "well", "count": 12}},
            "fleet": {
                "bus": {"depots": {"A": 1}, "layouts": [{"seats": 12}], "serves": ["A", "T"]},
                "car": {"depots": {"T": 4}, "layouts": [{"seats": 3}], "serves": ["T", "R"]},
            },
        }
    )
    trip = TripOrder(vehicle_type="bus", comes_from="A", destination="T")
    first, then = with_onward(operation, (Order(origin="A", loaded=True, trips=(trip,)),))
    assert (first.origin, then.origin) == ("A", "T")
    assert [load.persons for each in then.trips for load in each.loads] == [3, 3, 3, 3]
