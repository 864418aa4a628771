"""The door: a size in, an operation out."""

from typing import Any

from korridor.exercise.country import Country, country_of
from korridor.exercise.fleet import SEATS, fleet_of, groups_of
from korridor.exercise.size import Size
from korridor.exercise.town import STREET_KM_H, Town, bays_for, town_of
from korridor.operation.operation import Operation

START = "2030-05-01T06:00+00:00"
OPENS_H, CLOSES_H = 8, 20
"""The hours of every day in which the corridors may be used."""
LEAST, MARSHALLING, SPACING = 2, "10 min", "50 m"
"""No vehicle goes alone; the interval is that of towns (FM 11-43, section II)."""
LAP_H = 4
SPARE_PERCENT = 150


def exercise(size: Size) -> Operation:
    """Make an operation up; equal sizes and seeds give equal ones, on every machine.

    Parameters
    ----------
    size : Size

    Examples
    --------
    >>> from korridor.exercise.size import read_size
    >>> exercise(read_size("people=1000")).persons
    1000
    """
    town = town_of(size)
    country = country_of(size, town)
    groups = {k: v for name, n in town.people.items() for k, v in groups_of(name, n).items()}
    tree: dict[str, Any] = {
        "korridor": 1,
        "name": f"Exercise of {size.people:,} people, seed {size.seed}",
        "summary": _summary(size),
        "start": START,
        "scheme": "care",
        "places": {**_inside(town), **country.places},
        "roads": [*_streets(town), *country.roads],
        "people": groups,
        "fleet": fleet_of(size, country.depots, _needs(groups)),
        "convoy": _convoy(size),
    }
    if size.truce:
        tree["truce"] = {"announced": _windows(size, country), "margin": "20 min"}
    return Operation.model_validate(tree, context={"file": True, "start": START})


def _summary(size: Size) -> str:
    return (
        f"Made up by korridor new --exercise: {size.people:,} people at {size.assemblies} places of a town, {size.corridors} "
        f"corridors, {size.receptions} receptions, {size.vehicles:,} vehicles. No such place exists (docs/exercises.md)."
    )


def _inside(town: Town) -> dict[str, dict[str, Any]]:
    return {
        name: {"kind": "assembly", "bays": bays_for(town.people[name])}
        if name in town.people
        else {"kind": "junction", "side": "inside"}
        for name in town.crossings
    }


def _streets(town: Town) -> list[dict[str, Any]]:
    return [
        {"between": [here, there], "length": f"{length_m} m", "speed": f"{STREET_KM_H} km/h"}
        for here, there, length_m in town.streets
    ]


def _needs(groups: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Persons by the place that they take."""
    found = {"seat": 0, "stretcher": 0, "wheelchair": 0}
    for group in groups.values():
        need = group.get("need", "stretcher" if group["class"] == "lying" else "seat")
        found[need] += group["count"]
    return found


def _convoy(size: Size) -> dict[str, Any]:
    if size.column == 1:
        return {"least": 1, "most": 1, "spacing": SPACING}
    least = min(LEAST, size.column)
    return {"least": least, "most": size.column, "spacing": SPACING, "marshalling": MARSHALLING}


def _windows(size: Size, country: Country) -> list[dict[str, str]]:
    """A window a day: half as many again as a lap of four hours would need, and one at least."""
    loads = -(-size.people // SEATS)
    laps = -(-loads // size.vehicles)
    days = -(-laps * LAP_H * SPARE_PERCENT // (100 * (CLOSES_H - OPENS_H)))
    first_h = 6
    return [
        {
            "opens": f"+{24 * day + OPENS_H - first_h} h",
            "closes": f"+{24 * day + CLOSES_H - first_h} h",
        }
        for day in range(days)
    ]
