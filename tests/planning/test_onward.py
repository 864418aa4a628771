"""People are carried on from where they change vehicle."""

from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.onward import with_onward


def change(**reception: object) -> Operation:
    """One bus brings twelve to where four cars of three wait."""
    return Operation.model_validate(
        {
            "name": "change",
            "places": {
                "A": {"kind": "assembly"},
                "T": {"kind": "transfer"},
                "R": {"kind": "reception", **reception},
            },
            "roads": [{"between": ["A", "T"], "time": "5 min"}, {"between": ["T", "R"], "time": "5 min"}],
            "people": {"g": {"at": "A", "class": "well", "count": 12}},
            "fleet": {
                "bus": {"depots": {"A": 1}, "layouts": [{"seats": 12}], "serves": ["A", "T"]},
                "car": {"depots": {"T": 4}, "layouts": [{"seats": 3}], "serves": ["T", "R"]},
            },
        }
    )


BROUGHT = Order(
    origin="A",
    loaded=True,
    trips=(TripOrder(vehicle_type="bus", comes_from="A", destination="T"),),
)


def carried_on(operation: Operation) -> list[int]:
    """Persons in each vehicle that goes on."""
    first, *then = with_onward(operation, (BROUGHT,))
    assert first.origin == "A" and all(movement.origin == "T" for movement in then)
    return [load.persons for movement in then for trip in movement.trips for load in trip.loads]


def test_more_vehicles_may_carry_on_than_brought_them() -> None:
    """One bus of twelve arrives where four cars of three wait: all leave with them."""
    assert carried_on(change()) == [3, 3, 3, 3]


def test_only_as_many_go_on_as_there_is_room_for() -> None:
    """Where the next place takes seven, two cars of three go; who would stand before a full house stays."""
    assert carried_on(change(capacity=7)) == [3, 3]
    assert carried_on(change(capacity=0)) == []
