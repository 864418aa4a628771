"""C1: from movements back to what was decided of them."""

from collections.abc import Iterable

from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder


def orders_of(movements: Iterable[Movement]) -> tuple[Order, ...]:
    """Return the orders of movements, without the times that the clockwork gave them.

    Parameters
    ----------
    movements : iterable of Movement
        In rank order.
    """
    return tuple(
        Order(
            origin=movement.origin,
            loaded=movement.loaded,
            trips=tuple(
                TripOrder(
                    vehicle_type=trip.vehicle_type,
                    comes_from=trip.comes_from,
                    destination=trip.destination,
                    layout=trip.layout,
                )
                for trip in movement.trips
            ),
            not_before_s=movement.not_before_s,
        )
        for movement in movements
    )
