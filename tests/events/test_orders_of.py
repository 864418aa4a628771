"""From movements back to orders."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.events.orders_of import orders_of
from tests.strategies import operations, orders


@given(operation=operations(), data=st.data())
def test_the_orders_of_movements_are_those_that_were_given(operation, data):
    """Timed and taken back, orders are what they were; only an order that boarded nobody says less."""
    given_orders = data.draw(orders(operation))
    again = orders_of(run(operation, given_orders))
    assert again == given_orders
    assert run(operation, again) == run(operation, given_orders)
