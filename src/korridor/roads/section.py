"""The answer as YAML: the roads, and the junctions that they need among the places, each value with its source."""

import json
from collections.abc import Iterator

from korridor.operation.fault import one_line
from korridor.operation.units import duration_text
from korridor.roads.found import FoundRoads
from korridor.roads.found_road import FoundRoad
from korridor.roads.request import MADE


def section(found: FoundRoads) -> str:
    """The junctions to add to an operation's ``places:``, and its ``roads:``."""
    lines = []
    if found.junctions:
        lines += ["# Add these to the places of your operation: routes part there.", "places:"]
        lines += [*junction_lines(found, "  "), "# Take these for its roads."]
    return "\n".join([*lines, *roads_lines(found), ""])


class _Sources:
    """Each source written out where it stands first, and referred to after that, so that a person can read on."""

    def __init__(self, name: str) -> None:
        self._name, self._anchors = name, dict[str, str]()

    def of(self, source: str) -> str:
        """The source as YAML."""
        if source in self._anchors:
            return f"*{self._anchors[source]}"
        self._anchors[source] = f"{self._name}_{len(self._anchors) + 1}"
        return f"&{self._anchors[source]} {quoted(source)}"


def junction_lines(found: FoundRoads, indent: str) -> Iterator[str]:
    """The junctions, as entries of ``places:``."""
    sources = _Sources("junctions_from")
    for name, place in found.junctions.items():
        assert place.at is not None
        at = _value(f"[{place.at[0]}, {place.at[1]}]", sources.of(found.source), MADE)
        yield f"{indent}{quoted(name)}: {{kind: junction, side: {place.side}, at: {at}}}"


def roads_lines(found: FoundRoads) -> Iterator[str]:
    """The ``roads:`` section."""
    sources = _Sources("roads_from")
    yield "roads:" if found.roads else "roads: []"
    for each in found.roads:
        yield from _road(found, each, sources)


def _road(found: FoundRoads, each: FoundRoad, sources: _Sources) -> Iterator[str]:
    road = each.road
    yield f"  - between: [{quoted(road.between[0])}, {quoted(road.between[1])}]"
    yield f"    length: {_value(f'{road.length_m} m', sources.of(found.source), _where(found, each))}"
    speeds = f"{found.source}; speeds by road class: {each.speed_source}"
    said = sources.of(speeds)
    if road.speed_m_per_h is not None:
        yield f"    speed: {_value(speed_text(road.speed_m_per_h), said, _times(each, each.forth_s))}"
    else:
        yield f"    time: {_value(f'{road.time_s} s', said, _times(each, each.forth_s))}"
        said = sources.of(speeds)
        yield f"    back: {_value(f'{road.back_s} s', said, _times(each, each.back_s))}"
    if road.one_way:
        yield f"    one_way: {_value('true', sources.of(found.source), 'no quickest route leads back this way')}"
    if road.truce:
        assert found.request.corridor_file is not None
        yield f"    truce: true  # the line in {one_line(found.request.corridor_file.name)}"


def _where(found: FoundRoads, each: FoundRoad) -> str:
    """Which roads of the map, and how far from them the places at its ends stand."""
    ends = [(name, found.met[name].off_m) for name in each.road.between if name in found.request.at]
    off = [f"{name} stands {off_m} m from it" for name, off_m in ends if off_m]
    return "; ".join([each.ways, *off])


def _times(each: FoundRoad, by_type: dict[str, int]) -> str:
    classes = ", ".join(f"{name} {metres / 1000:.1f} km" for name, metres in each.classes_m.items())
    times = ", ".join(f"{name} {duration_text(by_type[name])}" for name in by_type)
    return f"{classes}; on the map: {times}"


def speed_text(m_per_h: int) -> str:
    """``38.2 km/h``.

    Examples
    --------
    >>> speed_text(38200), speed_text(40000)
    ('38.2 km/h', '40 km/h')
    """
    return f"{m_per_h / 1000:.1f}".removesuffix(".0") + " km/h"


def _value(value: str, source: str, note: str) -> str:
    return f"{{value: {value}, source: {source}, note: {quoted(note)}}}"


def quoted(text: str) -> str:
    """Text as YAML in double quotes, on one line; what JSON escapes, YAML reads alike."""
    return json.dumps(one_line(text), ensure_ascii=False)
