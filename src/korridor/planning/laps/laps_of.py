"""From orders back to a list of laps, so that a search can go on from a plan."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from korridor.clockwork.tables import Index, Ints
from korridor.events.order import Order, TripOrder
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.lap_row import LapRows
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
    each lap stands where its vehicles come, or, where they come singly, where it leaves.

    Returns
    -------
    array of int
        [lap, (service, then number, destination, layout by type)]; empty laps at the end.
    """
    rows = LapRows(index, services)
    loaded: dict[str, list[int]] = {}
    empty: dict[str, list[int]] = {}
    for at, order in enumerate(orders):
        if order.loaded and rows.service(order) is not None:
            loaded.setdefault(order.origin, []).append(at)
        elif not order.loaded:
            empty.setdefault(order.trips[0].destination, []).append(at)
    when: dict[int, int] = {}
    for place, leaving in loaded.items():
        coming = empty.get(place, [])
        when |= dict(zip(leaving, coming if len(coming) == len(leaving) else leaving, strict=True))
    table = np.zeros((laps, rows.width), dtype=np.int64)
    for lap, at in enumerate(sorted(when, key=lambda at: when[at])[:laps]):
        service = rows.service(orders[at])
        assert service is not None  # or it would not be among them
        table[lap] = rows.row(service, orders[at])
    return table


def matched(laps: Ints, orders: Sequence[Order], dispatch: Dispatch, services: Services) -> tuple[Ints, bool]:
    """Change a list until its dispatch gives the orders, or nothing brings it nearer to them.

    An order says which vehicles went, and not for how many more a lap asked: while it asks in vain it waits for others.
    So where the dispatch first departs from the orders, the lap that goes too soon is let ask for more, or listed later.

    Returns
    -------
    array of int
        The list whose dispatch follows the orders longest.
    bool
        Whether anything of it can go.
    """
    posted = dispatch(laps)
    same = _same(posted, orders)
    for _ in range(MOST_REPAIRS):
        if same >= min(len(orders), len(posted)):
            break
        better = None
        for trial in _variants(laps, posted[same][0], services):
            found = dispatch(trial)
            if (longer := _same(found, orders)) > same:
                better = trial, found, longer
                break
        if better is None:
            break
        laps, posted, same = better
    return laps, bool(posted)


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
