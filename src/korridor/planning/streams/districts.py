"""Which places are taken together: such as lie alike by the same corridor; any partition is valid (docs/bounds-streams.md)."""

from collections.abc import Iterable

from korridor.planning.streams.member import Member


def districts_of(members: Iterable[Member], parts: int) -> dict[str, int]:
    """Part places by the corridor of their quickest trip, and each corridor's by how long that is, in so many parts."""
    origins: dict[str, tuple[int, str]] = {}
    ends: dict[str, tuple[int, str]] = {}
    for member in members:
        for found, place, time_s in (
            (origins, member.origin, member.a_s),
            (ends, member.destination, member.b_s),
        ):
            key = time_s, "" if member.reference is None else f"{member.reference[0]}{member.reference[1]}"
            if place not in found or key < found[place]:
                found[place] = key
    districts: dict[str, int] = {}
    number = 0
    for found in (origins, {end: key for end, key in ends.items() if end not in origins}):
        by_road: dict[str, list[tuple[int, str]]] = {}
        for place, (time_s, road) in found.items():
            by_road.setdefault(road, []).append((time_s, place))
        for road in sorted(by_road):
            places = sorted(by_road[road])
            for i in range(parts):
                mine = places[i * len(places) // parts : (i + 1) * len(places) // parts]
                districts.update({place: number for _, place in mine})
                number += bool(mine)
    return districts
