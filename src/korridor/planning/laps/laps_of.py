"""From orders back to a list of laps, so that a search can go on from a plan."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from korridor.clockwork.tables import Index, Ints
from korridor.events.order import Order, TripOrder
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.services import Services

MOST_REPAIRS = 200
"""Changes to a list, each the best of some, to make its dispatch follow a plan."""

MORE = (1, 3)
"""Vehicles asked for beyond those that came: a lap that asks for more waits longer."""

LATER = 3
"""Places by which a lap may be too early in the list."""

Dispatch = Callable[[Ints], list[tuple[int, Order]]]
"""From a list to the orders that its dispatch posts, each with its lap."""


def laps_of(index: Index, services: Services, orders: Sequence[Order], laps: int) -> Ints:
    """Return a list of ``laps`` laps that asks for what the orders do, as far as laps can say it.

    The laps of a place go out in the order in which they are listed, and their vehicles are sent in in that order; so
    each lap stands where its vehicles come, or, where they come singly, where it leaves. In a lap all vehicles of a
    type have one destination and one layout: those that most of them have.

    Returns
    -------
    array of int
        [lap, (service, then number, destination, layout by type)]; empty laps at the end.
    """
    named = {
        (index.place_names[int(origin)], int(column)): service
        for service, (origin, column) in enumerate(zip(services.origin, services.column, strict=True))
    }
    loaded: dict[str, list[int]] = {}
    empty: dict[str, list[int]] = {}
    for at, order in enumerate(orders):
        if order.loaded and _service(index, named, order) is not None:
            loaded.setdefault(order.origin, []).append(at)
        elif not order.loaded:
            empty.setdefault(order.trips[0].destination, []).append(at)
    when: dict[int, int] = {}
    for place, leaving in loaded.items():
        coming = empty.get(place, [])
        when |= dict(zip(leaving, coming if len(coming) == len(leaving) else leaving, strict=True))
    table = np.zeros((laps, 1 + 3 * len(index.type_names)), dtype=np.int64)
    for lap, at in enumerate(sorted(when, key=lambda at: when[at])[:laps]):
        service = _service(index, named, orders[at])
        assert service is not None  # or it would not be among them
        _write(index, services, table[lap], service, orders[at])
    return table


def _service(index: Index, named: dict[tuple[str, int], int], order: Order) -> int | None:
    """The service that an order is of; ``None`` for people who are carried on from where they were brought."""
    column = index.column(order.origin, order.trips[0].destination, True)
    return named.get((order.origin, column))


def _write(index: Index, services: Services, row: Ints, service: int, order: Order) -> None:
    row[SERVICE] = service
    for kind, name in enumerate(index.type_names):
        ends = services.destinations[service, kind, : services.choices[service, kind]].tolist()
        mine = [
            (ends.index(index.place[trip.destination]), trip.layout)
            for trip in order.trips
            if trip.vehicle_type == name and index.place[trip.destination] in ends
        ]
        if mine:
            (end, layout), _ = Counter(mine).most_common(1)[0]
            row[1 + 3 * kind : 4 + 3 * kind] = len(mine), end, layout


def matched(laps: Ints, orders: Sequence[Order], dispatch: Dispatch, services: Services) -> tuple[Ints, int]:
    """Change a list until its dispatch gives the orders, or nothing brings it nearer to them.

    An order says which vehicles went, and not for how many more a lap asked: while it asks in vain it waits for others.
    So where the dispatch first departs from the orders, the lap that goes too soon is let ask for more, or listed later.

    Returns
    -------
    array of int
        The list whose dispatch follows the orders longest.
    int
        How many lists were dispatched.
    """
    posted, tried = dispatch(laps), 1
    same = _same(posted, orders)
    for _ in range(MOST_REPAIRS):
        if same >= min(len(orders), len(posted)):
            break
        better = None
        for trial in _variants(laps, posted[same][0], services):
            found = dispatch(trial)
            tried += 1
            if (longer := _same(found, orders)) > same:
                better = trial, found, longer
                break
        if better is None:
            break
        laps, posted, same = better
    return laps, tried


def _same(posted: list[tuple[int, Order]], wanted: Sequence[Order]) -> int:
    """How many orders are posted as wanted, whenever they leave, before the first that is not."""
    pairs = enumerate(zip(posted, wanted, strict=False))
    return next(
        (at for at, ((_, one), other) in pairs if _what(one) != _what(other)), min(len(posted), len(wanted))
    )


def _what(order: Order) -> tuple[str, bool, tuple[TripOrder, ...]]:
    return order.origin, order.loaded, order.trips


def _variants(laps: Ints, lap: int, services: Services) -> Iterator[Ints]:
    """Yield lists in which a lap goes later."""
    service = laps[lap, SERVICE]
    for more in MORE:
        for kind in np.flatnonzero(services.choices[service]).tolist():
            trial = laps.copy()
            trial[lap, 1 + 3 * kind] += more
            yield trial
    for later in range(lap + 1, min(len(laps), lap + 1 + LATER)):
        trial = laps.copy()
        trial[lap:later] = laps[lap + 1 : later + 1]
        trial[later] = laps[lap]
        yield trial
