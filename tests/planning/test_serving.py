"""Empty columns that serve nobody are left out."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.serving import serving
from tests.strategies import operations, orders

ROAD = Operation.model_validate(
    {
        "name": "road",
        "places": {"D": {"kind": "depot"}, "A": {"kind": "assembly"}, "R": {"kind": "reception"}},
        "roads": [
            {"between": ["D", "A"], "time": "5 min", "headway": "1 min"},
            {"between": ["A", "R"], "time": "10 min", "headway": "1 min"},
        ],
        "people": {"g": {"at": "A", "class": "well", "count": 10}},
        "fleet": {"bus": {"depots": {"D": 2}, "layouts": [{"seats": 10}]}},
    }
)


def empty(comes_from: str, destination: str) -> Order:
    """One bus, empty."""
    trip = TripOrder(vehicle_type="bus", comes_from=comes_from, destination=destination)
    return Order(origin=comes_from, loaded=False, trips=(trip,))


LOADED = Order(
    origin="A",
    loaded=True,
    trips=(TripOrder(vehicle_type="bus", comes_from="A", destination="R"),),
)


def test_who_is_not_boarded_afterwards_stays() -> None:
    """Of two buses sent in, the one that is free later boards nobody; it is left out, and so is a way back."""
    orders = (empty("D", "A"), empty("D", "A"), LOADED, empty("R", "A"))
    assert serving(ROAD, orders) == (empty("D", "A"), LOADED)


def test_who_is_boarded_goes() -> None:
    """Where every vehicle is used, nothing is left out."""
    assert serving(ROAD, (empty("D", "A"), LOADED)) == (empty("D", "A"), LOADED)


@given(data=st.data(), operation=operations())
def test_nobody_is_out_later_for_it(data: st.DataObject, operation: Operation) -> None:
    """The loaded movements are the same, carry the same people, and none of their vehicles is free any later."""
    given_orders = data.draw(orders(operation))
    whole = run(operation, given_orders)
    kept = serving(operation, given_orders)
    assert set(kept) <= set(given_orders)
    after = [movement for movement in run(operation, kept) if movement.loaded]
    for now, then in zip(after, (movement for movement in whole if movement.loaded), strict=True):
        assert [trip.loads for trip in now.trips] == [trip.loads for trip in then.trips]
        assert all(a.free_s <= b.free_s for a, b in zip(now.trips, then.trips, strict=True))
