"""The changes that make sense for an operation: one more of each thing that it has a number of."""

from collections.abc import Iterator

from korridor.operation.changes.change import AnyChange
from korridor.operation.changes.columns import LargerColumns, ShorterHeadway
from korridor.operation.changes.more import MoreBays, MoreEscorts, MoreLanes, MoreVehicles, Way
from korridor.operation.changes.time import EarlierOpening, LaterClosing, LaterHorizon, ShorterMargin
from korridor.operation.fleet import MOST_VEHICLES
from korridor.operation.operation import Operation

HOUR_S, MARGIN_S, HEADWAY_S = 3600, 600, 60
"""One truce hour more, ten minutes of margin less, a minute of headway less: what can be asked for at a table."""

FEW_WINDOWS = 2
"""More windows than these are asked for an hour each, all at once: that is how daily hours are agreed."""


def changes_for(operation: Operation) -> tuple[AnyChange, ...]:
    """List one more of each: vehicles by type, lanes by checkpoint and way, bays by place, escorts, truce hours.

    And columns a vehicle larger, headways a minute shorter, the margin ten minutes shorter. What an operation has no
    number of (a place with bays without end, columns without escorts, no truce) is not among them.
    """
    return (
        *_vehicles(operation),
        *_lanes(operation),
        *_bays(operation),
        *(() if operation.convoy.escorts is None else (MoreEscorts(),)),
        *_columns(operation),
        *_time(operation),
    )


def _vehicles(operation: Operation) -> Iterator[AnyChange]:
    """One of each type, at the depot where most stand."""
    for name, vehicles in operation.fleet.items():
        if vehicles.number < MOST_VEHICLES:
            depot = max(vehicles.depots, key=lambda depot: vehicles.depots[depot])
            yield MoreVehicles(vehicle_type=name, depot=depot)


def _lanes(operation: Operation) -> Iterator[AnyChange]:
    for name, place in operation.places.items():
        if place.lanes is not None and (place.per_vehicle_s or any(place.per_person_s.values())):
            yield MoreLanes(checkpoint=name, way=Way.OUTWARD)
            if place.per_vehicle_s:  # an empty vehicle takes no other time
                yield MoreLanes(checkpoint=name, way=Way.INWARD)


def _bays(operation: Operation) -> Iterator[AnyChange]:
    for name, place in operation.places.items():
        if place.bays is not None:
            yield MoreBays(place=name)


def _columns(operation: Operation) -> Iterator[AnyChange]:
    vehicles = sum(kind.number for kind in operation.fleet.values())
    if any(road.controlled for road in operation.roads) and operation.convoy.most < vehicles:
        yield LargerColumns()
    longest_s = max((road.headway_s or 0 for road in operation.roads), default=0)
    if longest_s:
        yield ShorterHeadway(less_s=min(HEADWAY_S, longest_s))


def _time(operation: Operation) -> Iterator[AnyChange]:
    until_s, truce = operation.until_s, operation.truce
    windows = [
        (index, window)
        for index, window in enumerate(truce.windows if truce else ())
        if until_s is None or window.opens_s < until_s
    ]
    cut = [index for index, window in windows if until_s is not None and window.closes_s > until_s]
    if len(windows) > FEW_WINDOWS:
        yield LaterClosing(window=None, later_s=HOUR_S)
        yield EarlierOpening(window=None, sooner_s=HOUR_S)
    else:
        for index, window in windows:
            if index not in cut:
                yield LaterClosing(window=index, later_s=HOUR_S)
            if window.opens_s:
                yield EarlierOpening(window=index, sooner_s=min(HOUR_S, window.opens_s))
    if truce is not None and truce.margin_s:
        yield ShorterMargin(less_s=min(MARGIN_S, truce.margin_s))
    if until_s is not None and (cut or truce is None):
        yield LaterHorizon(later_s=HOUR_S)
