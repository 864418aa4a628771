"""What has been dispatched, as orders."""

from korridor.clockwork.sheet import A
from korridor.clockwork.tables import C, Index, Ints
from korridor.events.order import Order, TripOrder
from korridor.planning.laps.dispatch.desk import SERVICE, Desk, N
from korridor.planning.laps.services import Services


def orders_of(index: Index, services: Services, desk: Desk, laps: Ints) -> list[tuple[int, Order]]:
    """Return the orders that a desk has posted, of the list that it has dispatched, each with its lap."""
    posted = desk.posted[: desk.counts[N.ORDERS]].tolist()
    return [
        (lap, _order(index, services, desk, laps, lap, bool(loaded), not_before_s))
        for lap, loaded, not_before_s in posted
    ]


def _order(
    index: Index, services: Services, desk: Desk, laps: Ints, lap: int, loaded: bool, not_before_s: int
) -> Order:
    names, service = index.place_names, int(laps[lap, SERVICE])
    home = names[int(services.origin[service])]
    number = desk.vehicles[lap] if loaded else desk.arrived[lap]
    rows = desk.trips[lap, :number].tolist()
    came = desk.came[lap, :number].tolist()
    trips = tuple(
        TripOrder(
            vehicle_type=index.type_names[row[A.TYPE]],
            layout=row[A.LAYOUT] if loaded else 0,
            comes_from=names[row[A.FROM] if loaded else place],
            destination=names[row[A.TO]] if loaded else home,
        )
        for row, place in zip(rows, came, strict=True)
    )
    column = int(services.column[service] if loaded else desk.ways[lap])
    return Order(
        origin=names[int(index.tables.columns[column, C.ORIGIN])],
        loaded=loaded,
        trips=trips,
        not_before_s=not_before_s,
    )
