"""Whether a shuttle's certificate holds; no search is trusted."""

from collections.abc import Iterator

from korridor.operation.operation import Operation
from korridor.planning.certificate import (
    MOST_FIGURES,
    MOST_PRICE,
    MOST_STEPS,
    Leaf,
    Node,
    ShuttleCertificate,
    Split,
    TourCertificate,
)
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.shuttle_tours.cases import Supposed, UnfoundedError, asked, extras, leaves
from korridor.planning.verify.shuttle_tours.earnings import Earnings
from korridor.planning.verify.shuttle_tours.lots import Lot, Trips, lots_of, room_of, trips_of
from korridor.planning.verify.shuttle_tours.plain import not_plain, places_aboard


def unproved(operation: Operation, certificate: ShuttleCertificate) -> str | None:
    """Return why a certificate proves nothing for an operation; ``None`` if it holds.

    Parameters
    ----------
    operation : Operation
    certificate : TourCertificate or TreeCertificate
        The first is a tree of one leaf.

    Notes
    -----
    The argument, and what is checked: ``docs/bounds-shuttle.md``.
    """
    binding = next(not_plain(operation), None)
    if binding is not None:
        return f"it is for plain shuttles; of this operation, {binding}"
    lots, room, aboard = lots_of(operation), room_of(operation), places_aboard(operation)
    nodes, seconds = _nodes(certificate), certificate.too_soon_s
    wrong = next(_out_of_range(operation, nodes, seconds, len(lots), tuple(room), len(aboard)), None)
    if wrong is not None:
        return wrong
    if not lots:
        return "there is nobody to bring out"
    search = RouteSearch(operation)
    types = {kind: trips_of(operation, search, lots, kind) for kind in aboard}
    for kind, trips in types.items():
        if any(_in_no_time(trips, number, tuple(room)) for number in range(len(lots))):
            return f"a trip of {kind} takes no time"
    try:
        for supposed, leaf in leaves(nodes):
            wrong = _too_much_is_earned(operation, seconds, supposed, leaf, lots, room, types)
            if wrong is not None:
                return wrong
    except UnfoundedError as fault:
        return str(fault)
    return None


def _nodes(certificate: ShuttleCertificate) -> tuple[Node, ...]:
    if isinstance(certificate, TourCertificate):
        return (Leaf(load_prices=certificate.load_prices, room_prices=certificate.room_prices),)
    return certificate.nodes


def _out_of_range(
    operation: Operation,
    nodes: tuple[Node, ...],
    seconds: int,
    lots: int,
    rooms: tuple[str, ...],
    types: int,
) -> Iterator[str]:
    if seconds < 0:
        yield f"too_soon_s is {seconds}; at least 0"
    for node in nodes:
        yield from (
            _wrong_split(operation, node, lots, rooms)
            if isinstance(node, Split)
            else _wrong_leaf(node, lots, rooms)
        )
    cases = sum(isinstance(node, Leaf) for node in nodes)
    steps, figures = (
        2 * types * (seconds + 1) * lots * len(rooms) * cases,
        (seconds + 1) * (lots + len(rooms)),
    )
    if steps > MOST_STEPS or figures > MOST_FIGURES:
        yield f"checking takes {steps} steps and {figures} figures; at most {MOST_STEPS} and {MOST_FIGURES}"


def _wrong_split(operation: Operation, split: Split, lots: int, rooms: tuple[str, ...]) -> Iterator[str]:
    if split.vehicle_type is not None and split.vehicle_type not in operation.fleet:
        yield f"a split names a type that there is not, {split.vehicle_type}"
    if split.lot is not None and not 0 <= split.lot < lots:
        yield f"a split names lot {split.lot}; there are lots 0 to {lots - 1}"
    if split.comes_from is not None and split.comes_from not in operation.places:
        yield f"a split names a place that there is not, {split.comes_from}"
    if split.goes_to is not None and split.goes_to not in rooms:
        yield f"a split names {split.goes_to}, which receives nobody"
    if split.comes_from is not None and split.goes_to is not None:
        yield "a split tells trips by where they come from and by where they go; one of the two"


def _wrong_leaf(leaf: Leaf, lots: int, rooms: tuple[str, ...]) -> Iterator[str]:
    for name, prices, number in (("load", leaf.load_prices, lots), ("room", leaf.room_prices, len(rooms))):
        if len(prices) != number:
            yield f"there are {len(prices)} {name}_prices; {number} are needed"
    for price in (*leaf.load_prices, *leaf.room_prices, *leaf.split_prices):
        if abs(price) > MOST_PRICE:
            yield f"a price of {price} is out of range; from -{MOST_PRICE} to {MOST_PRICE}"
    for room, price in zip(rooms, leaf.room_prices, strict=False):
        if price < 0:
            yield f"room at {room} has a negative price, {price}"
    for price in leaf.split_prices:
        if price < 0:
            yield f"a split has a negative price, {price}"


def _in_no_time(trips: Trips, number: int, rooms: tuple[str, ...]) -> bool:
    """Whether some trip with a load from a reception to a reception takes no time."""
    at_once = [room for room in rooms if trips.approach_s.get((room, number)) == 0]
    out_at_once = [room for room in rooms if trips.deliver_s.get((number, room)) == 0]
    return bool(at_once and out_at_once)


def _too_much_is_earned(
    operation: Operation,
    seconds: int,
    supposed: tuple[Supposed, ...],
    leaf: Leaf,
    lots: tuple[Lot, ...],
    room: dict[str, int],
    types: dict[str, Trips],
) -> str | None:
    """All loads must be worth more than vehicles can earn and all room costs, with what the cases are worth."""
    if len(leaf.split_prices) != len(supposed):
        return f"a leaf has {len(leaf.split_prices)} split_prices; {len(supposed)} splits are above it"
    room_prices = dict(zip(room, leaf.room_prices, strict=True))
    worth = sum(lot.loads * price for lot, price in zip(lots, leaf.load_prices, strict=True))
    worth += asked(supposed, leaf.split_prices)
    most = sum(persons * room_prices[name] for name, persons in room.items())
    besides = extras(supposed, leaf.split_prices)
    for kind, trips in types.items():
        earnings = Earnings(lots, trips, leaf.load_prices, room_prices, seconds, kind, besides)
        most += sum(number * earnings.most(depot) for depot, number in operation.fleet[kind].depots.items())
    if worth > most:
        return None
    where = f", in the case below {len(supposed)} splits" if supposed else ""
    return f"{seconds} s is not proved too soon{where}: all loads are worth {worth}, vehicles and room come to {most}"
