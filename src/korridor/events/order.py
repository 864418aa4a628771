"""C1: what is decided of a movement before the clockwork gives it its times."""

from typing import Annotated

from pydantic import Field

from korridor.operation.frozen import Frozen


class TripOrder(Frozen):
    """One vehicle of a column.

    Attributes
    ----------
    vehicle_type : str
    comes_from : str
        The place where the vehicle stands; of those standing there the one that is free first is taken (O6).
    destination : str
        Where it goes singly beyond the release point.
    layout : int
        Index of the layout among the type's.
    """

    vehicle_type: str
    comes_from: str
    destination: str
    layout: int = 0


class Order(Frozen):
    """One movement, in rank order among others.

    Attributes
    ----------
    origin : str
        Where people board (loaded), or where an empty column forms up.
    loaded : bool
        Whether people board; who boards follows from the order of urgency (O5).
    trips : tuple of TripOrder
        In column order.
    not_before_s : int
        The planned departure.
    """

    origin: str
    loaded: bool
    trips: Annotated[tuple[TripOrder, ...], Field(min_length=1)]
    not_before_s: int = 0
