"""``korridor roads``."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag, OperationFile, folder_at
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.roads.request import Request
    from korridor.roads.vehicle_kind import VehicleKind


def roads(
    extract: Annotated[Path, typer.Argument(metavar="EXTRACT", help="OpenStreetMap data, .osm.pbf.")],
    file: OperationFile,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="Write operation.yaml, roads.yaml, roads.geojson there."
        ),
    ] = None,
    closures: Annotated[
        list[Path] | None,
        typer.Option(metavar="GEOJSON", help="Areas and lines that nothing passes; may be given again."),
    ] = None,
    corridor: Annotated[
        Path | None,
        typer.Option(metavar="GEOJSON", help="One line: the only road from the inside to the safe side."),
    ] = None,
    speeds: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own speeds and sizes, over the packaged ones.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TYPE=KIND", help="What a vehicle type is: car, bus or truck; may be given again."
        ),
    ] = None,
    ferries: Annotated[bool, typer.Option("--ferries", help="Use ferries too.")] = False,
    within: Annotated[
        str, typer.Option(metavar="LENGTH", help="How far a place may stand from a road.")
    ] = "500 m",
    json: JsonFlag = False,
) -> None:
    """Find the roads between an operation's places on a map.

    Without -o the roads section is printed, ready to paste. Exit status 1: a place cannot be reached.

    Example: korridor roads syria.osm.pbf operation.yaml --corridor corridor.geojson -o build/with-roads
    """
    folder = folder_at(output) if output else None
    _installed()
    if extract.suffix.lower() in (".yaml", ".yml", ".xlsx"):
        raise typer.BadParameter(f"{extract} is no map; the extract comes first, then the operation")
    from korridor.roads.find import find_roads

    began = perf_counter()
    with wrong_input(json):
        request = _request(file, closures or [], corridor, speeds, kind or [], ferries, within)
        found = find_roads(extract, request, watch=_watch)
    from korridor.papers.roads_files import write_roads
    from korridor.roads.document import document
    from korridor.roads.section import section
    from korridor.roads.table import roads_lines

    with wrong_input(json):
        files = write_roads(found, folder) if folder else ()
    if json:
        say_json(document(found, perf_counter() - began, files))
    elif folder:
        say([*roads_lines(found), *map(str, files)])
    else:
        say([*(f"# {line}".rstrip() for line in roads_lines(found)), "", section(found).rstrip("\n")])
    if found.unreachable:
        raise typer.Exit(1)


def _installed() -> None:
    """Say how to install what this command alone needs."""
    from importlib.util import find_spec

    missing = [name for name in ("osmium", "scipy") if find_spec(name) is None]
    if missing:
        complain(f"korridor roads needs {' and '.join(missing)}: pip install 'korridor[roads]'")
        raise typer.Exit(2)


def _request(
    file: Path,
    closures: list[Path],
    corridor: Path | None,
    speeds: Path | None,
    kinds: list[str],
    ferries: bool,
    within: str,
) -> Request:
    from korridor.roads.geojson import read_closures, read_corridor
    from korridor.roads.request import Request, read_placed_operation
    from korridor.roads.speed_rules import read_speed_rules

    operation = read_placed_operation(file)
    return Request(
        operation=operation,
        file=file,
        rules=read_speed_rules(speeds),
        kinds=_kinds(kinds, tuple(operation.fleet)),
        closures=tuple(drawn for path in closures for drawn in read_closures(path)),
        corridor=read_corridor(corridor) if corridor else None,
        corridor_file=corridor,
        ferries=ferries,
        within_m=_within_m(within),
    )


def _kinds(said: list[str], types: tuple[str, ...]) -> dict[str, VehicleKind]:
    from korridor.operation.near import near, one_of
    from korridor.roads.vehicle_kind import KINDS, VehicleKind

    kinds = {}
    for each in said:
        name, equals, kind = each.rpartition("=")
        if not equals or kind not in KINDS:
            what = f"{each!r} is not TYPE=KIND; write for example {types[0] if types else 'lorry'}=truck"
            raise typer.BadParameter(f"{what} ({one_of(KINDS)})", param_hint="'--kind'")
        if name not in types:
            what = f"{name!r} is not a vehicle type; {near(name, types)}{one_of(types)}"
            raise typer.BadParameter(what, param_hint="'--kind'")
        kinds[name] = VehicleKind(kind)
    return kinds


def _within_m(text: str) -> float:
    from pydantic import TypeAdapter, ValidationError

    from korridor.operation.units import LengthM

    try:
        return float(TypeAdapter(LengthM).validate_python(text, context={"file": True}))
    except ValidationError as error:
        what = error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
        raise typer.BadParameter(what, param_hint="'--within'") from None


def _watch(stage: str) -> None:
    """Say what is done next, to somebody who sits and waits."""
    if sys.stderr is not None and sys.stderr.isatty():
        complain(f"{stage} …")
