"""Whether a tour certificate holds; no search is trusted."""

from collections.abc import Iterator

from korridor.operation.operation import Operation
from korridor.planning.certificate import MOST_FIGURES, MOST_PRICE, MOST_STEPS, TourCertificate
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.shuttle_tours.earnings import Earnings
from korridor.planning.verify.shuttle_tours.lots import Lot, Trips, lots_of, room_of, trips_of
from korridor.planning.verify.shuttle_tours.plain import not_plain, places_aboard


def unproved(operation: Operation, certificate: TourCertificate) -> str | None:
    """Return why a certificate proves nothing for an operation; ``None`` if it holds.

    Parameters
    ----------
    operation : Operation
    certificate : TourCertificate

    Notes
    -----
    The argument, and what is checked: ``docs/bounds-shuttle.md``.
    """
    binding = next(not_plain(operation), None)
    if binding is not None:
        return f"it is for plain shuttles; of this operation, {binding}"
    lots, room, aboard = lots_of(operation), room_of(operation), places_aboard(operation)
    wrong = next(_out_of_range(certificate, len(lots), tuple(room), len(aboard)), None)
    if wrong is not None:
        return wrong
    if not lots:
        return "there is nobody to bring out"
    search = RouteSearch(operation)
    types = {kind: trips_of(operation, search, lots, kind) for kind in aboard}
    for kind, trips in types.items():
        if any(_in_no_time(trips, number, tuple(room)) for number in range(len(lots))):
            return f"a trip of {kind} takes no time"
    return _too_much_is_earned(operation, certificate, lots, room, types)


def _out_of_range(
    certificate: TourCertificate, lots: int, rooms: tuple[str, ...], types: int
) -> Iterator[str]:
    load_prices, room_prices = certificate.load_prices, certificate.room_prices
    seconds = certificate.too_soon_s
    if seconds < 0:
        yield f"too_soon_s is {seconds}; at least 0"
    for name, prices, number in (("load", load_prices, lots), ("room", room_prices, len(rooms))):
        if len(prices) != number:
            yield f"there are {len(prices)} {name}_prices; {number} are needed"
        for price in prices:
            if abs(price) > MOST_PRICE:
                yield f"a price of {price} is out of range; from -{MOST_PRICE} to {MOST_PRICE}"
    for room, price in zip(rooms, room_prices, strict=False):
        if price < 0:
            yield f"room at {room} has a negative price, {price}"
    steps, figures = 2 * types * (seconds + 1) * lots * len(rooms), (seconds + 1) * (lots + len(rooms))
    if steps > MOST_STEPS or figures > MOST_FIGURES:
        yield f"checking takes {steps} steps and {figures} figures; at most {MOST_STEPS} and {MOST_FIGURES}"


def _in_no_time(trips: Trips, number: int, rooms: tuple[str, ...]) -> bool:
    """Whether some trip with a load from a reception to a reception takes no time."""
    at_once = [room for room in rooms if trips.approach_s.get((room, number)) == 0]
    out_at_once = [room for room in rooms if trips.deliver_s.get((number, room)) == 0]
    return bool(at_once and out_at_once)


def _too_much_is_earned(
    operation: Operation,
    certificate: TourCertificate,
    lots: tuple[Lot, ...],
    room: dict[str, int],
    types: dict[str, Trips],
) -> str | None:
    """All loads must be worth more than vehicles can earn and all room costs."""
    load_prices = certificate.load_prices
    room_prices = dict(zip(room, certificate.room_prices, strict=True))
    worth = sum(lot.loads * price for lot, price in zip(lots, load_prices, strict=True))
    most = sum(persons * room_prices[name] for name, persons in room.items())
    for kind, trips in types.items():
        earnings = Earnings(lots, trips, load_prices, room_prices, certificate.too_soon_s)
        most += sum(number * earnings.most(depot) for depot, number in operation.fleet[kind].depots.items())
    if worth > most:
        return None
    return (
        f"{certificate.too_soon_s} s is not proved too soon: "
        f"all loads are worth {worth}, vehicles and room come to {most}"
    )
