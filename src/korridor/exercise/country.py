"""The country outside: a corridor from each gate of the town, a road around, receptions along it."""

from dataclasses import dataclass
from typing import Any

from korridor.exercise.draws import Draws, Key, rank_size
from korridor.exercise.size import Size
from korridor.exercise.town import Town

CORRIDOR_M, CORRIDOR_KM_H = (8_000, 16_000), 30
"""The way of eastern Aleppo had 21 km from the quarters on (TASS, General Staff); speed as in ST 100-3."""
HEADWAY_MIN = (10, 20)
"""Head to head. No source has a figure; our prototypes took 20."""
AROUND_M, AROUND_KM_H = (8_000, 20_000), 66
"""An expressway: FM 11-43, section II."""
COUNTRY_M, COUNTRY_KM_H = (3_000, 30_000), 40
"""A two-lane road: FM 11-43, section II."""
PER_VEHICLE_S, PER_PERSON_S = 20, 3
A_FULL_BUS_S = PER_VEHICLE_S + 50 * PER_PERSON_S
ROOM_PERCENT = 130
"""Room in all receptions together, of the people."""


@dataclass(frozen=True)
class Country:
    """Places and roads outside the town, as a file has them."""

    places: dict[str, dict[str, Any]]
    roads: list[dict[str, Any]]
    depots: list[str]


def country_of(size: Size, town: Town) -> Country:
    """Draw the corridors, the road around and the receptions."""
    country = Country({}, [], [])
    corridors, around = Draws(size.seed, Key.CORRIDORS), Draws(size.seed, Key.COUNTRY)
    for number, gate in enumerate(town.gates, 1):
        _add_corridor(country, size, number, gate, corridors)
    ends = [f"junction {number}" for number in range(1, size.corridors + 1)]
    closing = [ends[0]] if len(ends) > 2 else []
    for here, there in zip(ends, [*ends[1:], *closing], strict=False):
        country.roads.append(_road(here, there, around.between(*AROUND_M, 500), AROUND_KM_H))
    _add_receptions(country, size, ends)
    return country


def _add_corridor(country: Country, size: Size, number: int, gate: str, draws: Draws) -> None:
    """A gate, the road that only columns use, a checkpoint that screens a full column within the headway, a depot."""
    checkpoint, end, depot = (f"{name} {number}" for name in ("checkpoint", "junction", "bus park"))
    headway_min = draws.between(*HEADWAY_MIN, 5)
    lanes = -(-size.column * A_FULL_BUS_S // (headway_min * 60))
    corridor = _road(gate, checkpoint, draws.between(*CORRIDOR_M, 500), CORRIDOR_KM_H)
    corridor |= {"risk": 1}
    corridor |= {"headway": f"{headway_min} min"} if size.column > 1 else {}
    corridor |= {"truce": True} if size.truce else {}
    country.roads.append(corridor)
    country.roads.append(_road(checkpoint, end, draws.between(1_000, 3_000, 500), COUNTRY_KM_H))
    country.roads.append(_road(end, depot, draws.between(500, 2_000, 500), COUNTRY_KM_H))
    country.places[checkpoint] = {
        "kind": "checkpoint",
        "lanes": lanes,
        "per_vehicle": f"{PER_VEHICLE_S} s",
        "per_person": f"{PER_PERSON_S} s",
        "release": "vehicle",
    }
    country.places[end] = {"kind": "junction", "side": "safe"}
    country.places[depot] = {"kind": "depot"}
    country.depots.append(depot)


def _add_receptions(country: Country, size: Size, ends: list[str]) -> None:
    """Receptions in turn at the corridors' ends, at distances drawn; room by rank-size in an order drawn."""
    draws = Draws(size.seed, Key.RECEPTIONS)
    room = rank_size(size.people * ROOM_PERCENT // 100, size.receptions)
    for number, rank in enumerate(draws.shuffled(size.receptions)):
        name = f"reception {number + 1}"
        length_m = draws.between(*COUNTRY_M, 500)
        country.places[name] = {"kind": "reception", "capacity": room[rank], "bays": draws.between(10, 30)}
        country.roads.append(_road(ends[number % len(ends)], name, length_m, COUNTRY_KM_H))


def _road(here: str, there: str, length_m: int, speed_km_h: int) -> dict[str, Any]:
    return {"between": [here, there], "length": f"{length_m} m", "speed": f"{speed_km_h} km/h"}
