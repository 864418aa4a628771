"""``movements.geojson``: one feature a movement, with its times, people and vehicles, along the roads that it drives."""

from datetime import UTC

from korridor.operation.operation import Operation
from korridor.papers.geojson import Feature, collection_text, feature, lines
from korridor.papers.movement_facts import MovementFacts, facts
from korridor.pictures.course import SCHEMATIC, along, located
from korridor.pictures.driven import Drive, drives
from korridor.pictures.frame import At
from korridor.planning.plan import Plan

_NOTE = (
    f"Planned, not done. {SCHEMATIC} Places without coordinates are passed over and named in without_coordinates; "
    "with fewer than two places that have them there is no geometry. Times: local with offset, UTC, and seconds from "
    "the operation's start."
)


def movements_geojson(plan: Plan) -> str:
    """Return the text of ``movements.geojson``; features stand in rank order."""
    driven: dict[int, list[Drive]] = {movement.rank: [] for movement in plan.movements}
    for drive in drives(plan.operation, plan.movements):
        driven[drive.movement.rank].append(drive)
    features, points = [], []
    for movement in plan.movements:
        courses = [along(plan.operation, drive.places, drive.steps) for drive in driven[movement.rank]]
        points += [at for each in courses for at in each]
        features.append(
            _feature(plan.operation, driven[movement.rank], courses, facts(plan.operation, movement))
        )
    return collection_text(f"{plan.operation.name}: movements", _NOTE, features, points)


def _feature(
    operation: Operation, driven: list[Drive], courses: list[tuple[At, ...]], line: MovementFacts
) -> Feature:
    passed = dict.fromkeys(place for drive in driven for place in drive.places)
    ends_s = max(line.ends_s.values())
    return feature(
        line.number,
        lines(courses),
        [at for each in courses for at in each],
        movement=line.number,
        rank=line.rank,
        loaded=line.loaded,
        origin=line.origin,
        release=line.release,
        destinations=list(line.ends_s),
        persons=line.persons,
        persons_by_class=line.persons_by_class,
        vehicles=sum(line.vehicles_by_type.values()),
        vehicles_by_type=line.vehicles_by_type,
        **_moment(operation, "departs", line.departs_s),
        **_moment(operation, "released", line.released_s),
        **_moment(operation, "ends", ends_s),
        schematic=True,
        without_coordinates=[place for place in passed if located(operation, place) is None],
    )


def _moment(operation: Operation, name: str, moment_s: int) -> dict[str, str | int | None]:
    """Return a moment in local time, in UTC and in seconds; only the last where the operation has no start."""
    instant = operation.instant(moment_s)
    return {
        f"{name}_local": None if instant is None else instant.isoformat(),
        f"{name}_utc": None if instant is None else f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        f"{name}_s": moment_s,
    }
