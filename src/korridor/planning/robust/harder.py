"""Operations a little harder than the one at hand: a plan made for one of them has slack where that one is harder."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from korridor.chance.quantiles import quantiles_of
from korridor.operation.belonging import names_of
from korridor.operation.distribution import Distribution, Fixed
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.operation.quantity import Of, Quantity
from korridor.operation.uncertainty import Uncertainty
from korridor.operation.units import duration_text
from korridor.planning.plan import Objective

SLOW_TAILS = (0.5, 0.25, 0.1)
"""Durations planned with are exceeded in so many of their draws."""

SHORTER = (60, 20)
"""A truce window's part by which its margin is longer."""

MOST_TYPES = 3
"""Of so many types of vehicle, the most apt to break down first, it is tried to do without."""

PPM = 1_000_000


class Harder(NamedTuple):
    """An operation to plan for instead, in words, and what that plan is to be best at."""

    said: str
    operation: Operation
    objective: Objective


def harder(operation: Operation, objective: Objective) -> Iterator[Harder]:
    """Yield the operation itself, and harder ones."""
    yield Harder("as the file says", operation, objective)
    if operation.horizon_s is not None and objective is not Objective.PRIORITY:
        yield Harder("so that people wait as little as can be", operation, Objective.PRIORITY)
    for tail in SLOW_TAILS:
        said = f"as if all took a time that is exceeded in one case of {round(1 / tail)}"
        yield Harder(said, slower(operation, tail), objective)
    for part in SHORTER if operation.windows else ():
        window = operation.windows[-1]
        more_s = -(-(window.closes_s - window.opens_s) // part)
        said = f"as if truce roads had to be clear {duration_text(more_s)} sooner"
        yield Harder(said, with_margin(operation, more_s), objective)
    rule = operation.convoy
    if rule.most > max(1, rule.least):
        most = max(rule.least, rule.most // 2, sum(rule.must_have.values()))
        smaller = operation.model_copy(update={"convoy": rule.model_copy(update={"most": most})})
        yield Harder(f"with columns of {most} vehicles at most", smaller, objective)
    for kind in _fragile(operation):
        fleet = {name: each for name, each in operation.fleet.items() if name != kind}
        yield Harder(f"without {kind}", operation.model_copy(update={"fleet": fleet}), objective)


def with_margin(operation: Operation, more_s: int) -> Operation:
    """Return it with truce roads clear so much sooner before the end of each window."""
    if operation.truce is None:
        return operation
    truce = operation.truce.model_copy(update={"margin_s": operation.truce.margin_s + more_s})
    return operation.model_copy(update={"truce": truce})


def slower(operation: Operation, tail: float) -> Operation:
    """Return it with every duration as long as it is exceeded in a share ``tail`` of its draws, and never shorter."""
    u = operation.uncertainty
    roads = []
    for road, name in zip(operation.roads, names_of(operation, Of.ROAD), strict=True):
        pace = _pace_ppm(u, Quantity.ROAD_TIME, name, tail)
        speed = road.speed_m_per_h
        roads.append(
            road.model_copy(
                update={
                    "speed_m_per_h": speed if speed is None else max(1, speed * PPM // pace),
                    "time_s": _longer_s(road.time_s, pace),
                    "back_s": _longer_s(road.back_s, pace),
                }
            )
        )
    late_s = _at(u.spread(Quantity.LATE_DEPARTURE), tail)
    fleet = {}
    for name, kind in operation.fleet.items():
        boards = _pace_ppm(u, Quantity.BOARDING, name, tail)
        alights = _pace_ppm(u, Quantity.ALIGHTING, name, tail)
        fleet[name] = kind.model_copy(
            update={
                "turn_round_s": kind.turn_round_s + late_s,
                "boarding_s": {need: _longer_s(s, boards) for need, s in kind.boarding_s.items()},
                "alighting_s": {need: _longer_s(s, alights) for need, s in kind.alighting_s.items()},
            }
        )
    places = {}
    for name, place in operation.places.items():
        if place.kind is Kind.CHECKPOINT:
            whole = _pace_ppm(u, Quantity.SCREENING_VEHICLE, name, tail)
            place = place.model_copy(update={"per_vehicle_s": _longer_s(place.per_vehicle_s, whole)})
        places[name] = place
    return operation.model_copy(update={"roads": tuple(roads), "fleet": fleet, "places": places})


def _pace_ppm(u: Uncertainty, quantity: Quantity, name: str, tail: float) -> int:
    return max(PPM, _at(u.spread(quantity, name), tail))


def _at(spread: Distribution, tail: float) -> int:
    if isinstance(spread, Fixed):
        return int(spread.value)
    return round(float(quantiles_of(spread, np.array([tail]))[1][0]))


def _longer_s(seconds: int | None, pace_ppm: int) -> int | None:
    return None if seconds is None else -(-seconds * pace_ppm // PPM)


def _fragile(operation: Operation) -> list[str]:
    """Return the types that break down more often than another, the most apt first."""
    u = operation.uncertainty

    def rate(name: str) -> tuple[float, int]:
        own = operation.fleet[name].breakdown_per_1000_km
        rate = u.breakdowns_per_1000_km if own is None else own
        return rate, u.chance_ppm(Quantity.BREAKDOWN_PER_LEG, name)

    rates = {name: rate(name) for name in operation.fleet}
    least = min(rates.values(), default=(0.0, 0))
    needed = operation.convoy.must_have
    found = [name for name in rates if rates[name] > least and name not in needed]
    return sorted(found, key=lambda name: rates[name], reverse=True)[:MOST_TYPES]
