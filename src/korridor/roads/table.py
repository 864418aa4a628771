"""The answer as lines to read: place to place, how far, how long, and what could not be reached."""

from collections.abc import Iterator

from korridor.operation.fault import one_line
from korridor.operation.place import ROOMS, Kind
from korridor.roads.found import FoundRoads
from korridor.roads.route import Route, route

_MUCH = 0.2


def roads_lines(found: FoundRoads) -> Iterator[str]:
    """Yield what was found."""
    yield one_line(f"{found.request.operation.name}: {found.source}")
    yield _size(found)
    yield ""
    yield from _routes(found)
    yield ""
    yield from _met(found)
    yield from map(one_line, _unreachable(found))
    yield from map(one_line, _alone(found))
    for warning in found.warnings:
        yield one_line(f"warning: {warning}")


def _alone(found: FoundRoads) -> Iterator[str]:
    """Say where a vehicle type would be much quicker by itself, or get through at all."""
    legs = {leg for pair in pairs(found) for leg in (pair, pair[::-1])}
    for each in found.alone:
        if (each.origin, each.destination) not in legs:
            continue
        way = route(found, each.origin, each.destination)
        saved_s = None if way is None else way.seconds[each.vehicle_type] - each.seconds
        if saved_s is None or (saved_s >= 60 and saved_s >= _MUCH * each.seconds):
            yield (
                f"{each.vehicle_type} alone: {each.origin} to {each.destination} {each.length_m / 1000:.1f} km, "
                f"{each.seconds / 60:.0f} min, over roads that not all the vehicles may use; they are left out here"
            )


def _unreachable(found: FoundRoads) -> Iterator[str]:
    """Say once of places that are cut off together what keeps them from others."""
    why = {(each.origin, each.destination): each.why for each in found.unreachable}
    group = _together(list(dict.fromkeys(name for pair in why for name in pair)), set(why))
    both: dict[str, dict[tuple[str, str], None]] = {}
    one: dict[str, None] = {}
    for (origin, destination), reason in why.items():
        here, there = group[origin], group[destination]
        if why.get((destination, origin)) == reason:
            both.setdefault(reason, {})[min(here, there), max(here, there)] = None
        else:
            one[f"unreachable: no way from {here} to {there}: {reason}"] = None
    for reason, between in both.items():
        groups = list(dict.fromkeys(name for pair in between for name in pair))
        if len(groups) > 2 and len(between) == len(groups) * (len(groups) - 1) // 2:
            yield f"unreachable: no way between any two of {'; '.join(groups)}: {reason}"
        else:
            yield from (
                f"unreachable: no way between {here} and {there}: {reason}" for here, there in between
            )
    yield from one


def _together(names: list[str], apart: set[tuple[str, str]]) -> dict[str, str]:
    """By place, the names of all that are cut off with it."""
    groups: list[list[str]] = []
    for name in names:
        for group in groups:
            if not any({(name, other), (other, name)} & apart for other in group):
                group.append(name)
                break
        else:
            groups.append([name])
    return {name: ", ".join(group) for group in groups for name in group}


def _size(found: FoundRoads) -> str:
    length_km = sum(each.road.length_m or 0 for each in found.roads) / 1000
    truce = sum(each.road.truce for each in found.roads)
    controlled = f", {truce} of them under the truce" if truce else ""
    junctions = f"; {len(found.junctions)} junctions" if found.junctions else ""
    kinds = ", ".join(f"{t.name} as {t.kind}" for t in found.travellers)
    return f"{len(found.roads)} roads, {length_km:,.1f} km{controlled}{junctions}; for {kinds}"


def pairs(found: FoundRoads) -> Iterator[tuple[str, str]]:
    """The legs that vehicles of this operation drive: to the people, and with them to where they may be taken."""
    places, operation = found.met, found.operation
    pick_ups = dict.fromkeys(group.place for group in operation.people.values())
    transfers = [name for name in places if operation.places[name].kind is Kind.TRANSFER]
    depots = dict.fromkeys(name for vehicles in operation.fleet.values() for name in vehicles.depots)
    rooms = [name for name in places if operation.places[name].kind in ROOMS]
    legs = [(here, there) for here in depots for there in pick_ups]
    legs += [(here, there) for here in (*pick_ups, *transfers) for there in rooms]
    yield from dict.fromkeys(leg for leg in legs if leg[0] != leg[1] and set(leg) <= set(places))


def _routes(found: FoundRoads) -> Iterator[str]:
    names = [traveller.name for traveller in found.travellers]
    head = [
        "from",
        "to",
        "km",
        *(f"{name}, min" for name in names),
        "km back",
        *(f"{n}, min back" for n in names),
    ]
    rows = [head]
    for here, there in pairs(found):
        out, back = route(found, here, there), route(found, there, here)
        alike = out is None if back is None else out is not None and not _differ(out, back)
        back_cells = [""] * (len(names) + 1) if alike else _cells(back, len(names))
        rows.append([here, there, *_cells(out, len(names)), *back_cells])
    if not any(any(row[3 + len(names) :]) for row in rows[1:]):
        rows = [row[: 3 + len(names)] for row in rows]
    yield from table(rows, text_columns=2)


def _differ(out: Route, back: Route) -> bool:
    return abs(out.length_m - back.length_m) >= 100 or any(
        abs(out.seconds[name] - back.seconds[name]) >= 60 for name in out.seconds
    )


def _cells(found: Route | None, types: int) -> list[str]:
    if found is None:
        return ["no way"] + ["-"] * types
    return [f"{found.length_m / 1000:,.1f}", *(f"{seconds / 60:,.0f}" for seconds in found.seconds.values())]


def _met(found: FoundRoads) -> Iterator[str]:
    rows = [["place", "from the road, m", "road"]]
    for name, place in found.met.items():
        if name in found.request.operation.places:
            rows.append([name, str(place.off_m), f"way {place.way} {place.road_name}".rstrip()])
    yield from table(rows, text_columns=1, last_is_text=True)


def table(rows: list[list[str]], text_columns: int, last_is_text: bool = False) -> Iterator[str]:
    """Align columns: text to the left, numbers to the right."""
    rows = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = []
        for column, cell in enumerate(row):
            left = column < text_columns or (last_is_text and column == len(row) - 1)
            cells.append(cell.ljust(widths[column]) if left else cell.rjust(widths[column]))
        yield "  ".join(cells).rstrip()
