"""Who needs what, and the vehicles for it."""

from typing import Any

from korridor.exercise.draws import shared_out
from korridor.exercise.size import Size

LYING, SITTING, IN_CHAIRS = 10, 50, 10
"""Of a thousand people; in eastern Aleppo some 6 lay and 16 more were patients (OCHA-10, WHO-EU)."""

SEATS, FEW_SEATS, STRETCHERS, CHAIRS, SEATS_BESIDE = 50, 20, 4, 8, 16
"""Up to 50 a bus (ICRC, Aleppo); 4 litters an ambulance (M997: FM 8-10-6); the others are assumed."""
MINIBUSES = 15
"""In a hundred of those who carry people on seats."""

TYPES = ("bus", "minibus", "ambulance", "lift bus")


def groups_of(name: str, people: int) -> dict[str, dict[str, Any]]:
    """The groups of a place: by need, as whole persons; nobody makes no group."""
    lying, sitting, chairs = (people * each // 1000 for each in (LYING, SITTING, IN_CHAIRS))
    groups: dict[str, dict[str, Any]] = {
        "lying": {"class": "lying", "count": lying},
        "in wheelchairs": {"class": "sitting", "count": chairs, "need": "wheelchair"},
        "sitting": {"class": "sitting", "count": sitting},
        "well": {"class": "well", "count": people - lying - sitting - chairs},
    }
    return {f"{name}, {what}": {"at": name, **group} for what, group in groups.items() if group["count"]}


def fleet_of(size: Size, depots: list[str], counts: dict[str, int]) -> dict[str, dict[str, Any]]:
    """Share the vehicles out by the loads that there are for each type, and each type over the depots."""
    on_seats = 100 * (counts["seat"] - counts["wheelchair"] * SEATS_BESIDE // CHAIRS)
    each = SEATS * (100 - MINIBUSES) + FEW_SEATS * MINIBUSES
    trips = max(100, on_seats * 100 // each)
    loads = [
        trips * (100 - MINIBUSES) // 100,
        trips * MINIBUSES // 100,
        100 * counts["stretcher"] // STRETCHERS,
        100 * counts["wheelchair"] // CHAIRS,
    ]
    numbers = [1 + more for more in shared_out(size.vehicles - len(TYPES), loads)]
    fleet = {}
    for name, number in zip(TYPES, numbers, strict=True):
        share = shared_out(number, [1] * len(depots))
        fleet[name] = _type(name, {depot: n for depot, n in zip(depots, share, strict=True) if n})
    return fleet


def _type(name: str, depots: dict[str, int]) -> dict[str, Any]:
    """Boarding of the encumbered: dwell of 28 to 137 s (Kostyniuk and D'Souza 2020, PMC7985969); alighting in half the time."""
    layout, boarding_s, alighting_s = {
        "bus": ({"seats": SEATS}, {"seat": 6}, {"seat": 3}),
        "minibus": ({"seats": FEW_SEATS}, {"seat": 6}, {"seat": 3}),
        "ambulance": ({"stretchers": STRETCHERS}, {"stretcher": 90}, {"stretcher": 45}),
        "lift bus": (
            {"wheelchairs": CHAIRS, "seats": SEATS_BESIDE},
            {"wheelchair": 60, "seat": 6},
            {"wheelchair": 30, "seat": 3},
        ),
    }[name]
    return {
        "depots": depots,
        "layouts": [layout],
        "boarding": {need: f"{seconds} s" for need, seconds in boarding_s.items()},
        "alighting": {need: f"{seconds} s" for need, seconds in alighting_s.items()},
        "turn_round": "5 min",
    }
