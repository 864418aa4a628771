"""``corridor.gpx``: the corridor for a phone or a navigator, as GPX 1.1 (topografix.com/GPX/1/1).

One route for each way that loaded columns drive, and a waypoint for each place on them, and at each end of a controlled
road, that has coordinates.
"""

import re
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from korridor.operation.operation import Operation
from korridor.papers.geojson import EDITION, EDITION_NOTE
from korridor.papers.word import without_the_word
from korridor.pictures.course import SCHEMATIC, along
from korridor.pictures.driven import Drive, drives
from korridor.pictures.frame import At
from korridor.planning.plan import Plan

NAMESPACE = "http://www.topografix.com/GPX/1/1"

# What XML 1.0 has no way to write; a name of a file may hold it all the same.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def corridor_gpx(plan: Plan) -> str:
    """Return the text of ``corridor.gpx``; without coordinates, a file that says so and shows nothing."""
    operation = plan.operation
    routes = _routes(plan)
    places = _places(operation, routes)
    gpx = Element("gpx", {"xmlns": NAMESPACE, "version": "1.1", "creator": "Korridor"})
    metadata = SubElement(gpx, "metadata")
    _text(metadata, "name", f"{operation.name}: corridor")
    _text(metadata, "desc", f"{EDITION_NOTE} Planned, not done. {SCHEMATIC}{_nothing(places)}")
    _text(metadata, "keywords", f"{EDITION} edition")
    for name in places:
        place = operation.places[name]
        assert place.at is not None
        waypoint = _at(gpx, "wpt", place.at)
        _text(waypoint, "name", name)
        _text(waypoint, "desc", _ends(operation, name))
        _text(waypoint, "type", place.kind.value)
    for number, (drive, persons) in enumerate(routes, 1):
        points = along(operation, drive.places, drive.steps)
        if len(points) > 1:
            _route(gpx, operation, drive, persons, number, points)
    indent(gpx)
    return without_the_word(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(gpx, encoding="unicode") + "\n"
    )


def _routes(plan: Plan) -> list[tuple[Drive, int]]:
    """Return the ways of loaded columns with the people on them, the most people first."""
    first: dict[tuple[object, ...], Drive] = {}
    persons: Counter[tuple[object, ...]] = Counter()
    for drive in drives(plan.operation, plan.movements):
        if drive.in_column and drive.movement.loaded:
            first.setdefault(drive.steps, drive)
            persons[drive.steps] += drive.persons
    return [(first[steps], number) for steps, number in persons.most_common()]


def _places(operation: Operation, routes: list[tuple[Drive, int]]) -> list[str]:
    """Return the places on the corridor that have coordinates, in the order of the file."""
    ends = {end for road in operation.roads if road.controlled for end in road.between}
    ends |= {place for drive, _ in routes for place in drive.places}
    return [name for name, place in operation.places.items() if name in ends and place.at is not None]


def _nothing(places: list[str]) -> str:
    return "" if places else " No place of the corridor has coordinates, so there is nothing to show."


def _ends(operation: Operation, name: str) -> str:
    """Return what a place is, and which controlled roads end there."""
    place = operation.places[name]
    roads = [road for road in operation.roads if name in road.between and road.controlled]
    said = [f"{place.kind}, {place.side}"]
    for road in roads:
        other = road.between[0] if road.between[1] == name else road.between[1]
        said.append(f"{'truce' if road.truce else 'controlled'} road to {other}")
    return "; ".join(said)


def _route(
    gpx: Element, operation: Operation, drive: Drive, persons: int, number: int, points: tuple[At, ...]
) -> None:
    route = SubElement(gpx, "rte")
    _text(route, "name", f"{drive.places[0]} – {drive.places[-1]}")
    missing = [place for place in drive.places if operation.places[place].at is None]
    passes = f" It passes {', '.join(missing)}, without coordinates." if missing else ""
    _text(route, "desc", f"Column part; planned for {persons:,} people. {SCHEMATIC}{passes}")
    _text(route, "number", str(number))
    names = {operation.places[place].at: place for place in reversed(drive.places)}
    for at in points:
        point = _at(route, "rtept", at)
        if at in names:
            _text(point, "name", names[at])


def _at(parent: Element, tag: str, at: At) -> Element:
    # 180° is -180° here: the schema's longitudes end before it.
    lon = -180.0 if at[1] == 180 else at[1]
    return SubElement(parent, tag, {"lat": f"{at[0]:.6f}", "lon": f"{lon:.6f}"})


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NOT_XML.sub("\ufffd", text)
