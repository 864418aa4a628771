"""What happens at each place of a strip map, in words for a driver."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Release
from korridor.operation.road import Road
from korridor.papers.kilometres import km
from korridor.papers.strip import Stop
from korridor.pictures.clock import lasting


@dataclass(frozen=True)
class StripLine:
    """One line of a strip: a place.

    Attributes
    ----------
    from_start, from_last, drive, drive_total : str
        Kilometres and durations; ``–`` where the file has no length, empty at the start.
    place, what, at : str
        Its name, its kind and side, its coordinates (or that it has none).
    here : tuple of str
        What happens there, one sentence each.
    rail : str
        The road that leads on: ``truce``, ``controlled``, ``plain``, or ``end``.
    """

    from_start: str
    from_last: str
    drive: str
    drive_total: str
    place: str
    what: str
    at: str
    here: tuple[str, ...]
    rail: str


def strip_lines(operation: Operation, stops: tuple[Stop, ...], loaded: bool) -> tuple[StripLine, ...]:
    """Return a strip in words, from its first place to its last."""
    return tuple(_line(operation, stop, loaded) for stop in stops)


def _line(operation: Operation, stop: Stop, loaded: bool) -> StripLine:
    place = operation.places[stop.place]
    first = stop.before is None
    return StripLine(
        from_start=km(stop.from_start_m),
        from_last="" if first else km(stop.from_last_m),
        drive="" if first else _minutes(stop.from_last_s),
        drive_total="" if first else _minutes(stop.from_start_s),
        place=stop.place,
        what=f"{place.kind}, {place.side}",
        at=f"{place.at[0]:.5f}, {place.at[1]:.5f}" if place.at else "no coordinates",
        here=tuple(_here(operation, stop, loaded)),
        rail=_rail(stop.after),
    )


def _minutes(seconds: int) -> str:
    """Return a driving time to the minute, rounded up."""
    return lasting(-(-seconds // 60) * 60)


def _rail(road: Road | None) -> str:
    if road is None:
        return "end"
    if road.truce:
        return "truce"
    return "controlled" if road.controlled else "plain"


def _here(operation: Operation, stop: Stop, loaded: bool) -> Iterator[str]:
    """Yield what happens at a place, in the order in which it happens."""
    yield from _arriving(operation, stop, loaded)
    if stop.column_before and not stop.column_after:
        alone = " Each vehicle goes on by itself." if stop.after is not None else ""
        yield f"RELEASE POINT: the column ends here.{alone}"
    yield from _standing(operation, stop, loaded)
    if stop.column_after and not stop.column_before:
        yield from _column(operation, loaded)
    yield from _leaving(operation, stop)


def _arriving(operation: Operation, stop: Stop, loaded: bool) -> Iterator[str]:
    place = operation.places[stop.place]
    if stop.before is not None and stop.before.truce and not (stop.after and stop.after.truce):
        yield "TRUCE ROAD ENDS."
    if place.kind is Kind.CHECKPOINT and stop.column_before:
        yield from _checkpoint(operation, stop, loaded)
    halts_s = sum(halt.lasts_s for halt in operation.convoy.halts if halt.place == stop.place)
    if halts_s and stop.column_before:
        yield f"HALT, {lasting(halts_s)}."


def _standing(operation: Operation, stop: Stop, loaded: bool) -> Iterator[str]:
    place = operation.places[stop.place]
    if stop.before is None:
        yield "People board here." if loaded else "Start from here, empty."
    elif stop.after is None:
        yield "People get off here." if loaded else "You are back: people board here."
    ends = stop.before is None or stop.after is None
    if place.bays is not None and ends and (loaded or stop.after is None):
        yield f"{place.bays} {'vehicle' if place.bays == 1 else 'vehicles'} at a time."
    if place.hours is not None and (ends or place.kind is Kind.CHECKPOINT):
        yield f"Open {place.hours.model_dump()} only."


def _checkpoint(operation: Operation, stop: Stop, loaded: bool) -> Iterator[str]:
    place = operation.places[stop.place]
    assert place.lanes is not None
    lanes = place.lanes.outward if loaded else place.lanes.inward
    yield f"CHECKPOINT: every vehicle is looked at, in {lanes} {'lane' if lanes == 1 else 'lanes'}."
    takes = [f"{lasting(place.per_vehicle_s)} a vehicle"] if place.per_vehicle_s else []
    if loaded:
        takes += [
            f"{lasting(seconds)} a person{'' if name == 'default' else f' ({name})'}"
            for name, seconds in place.per_person_s.items()
            if seconds
        ]
        yield f"Planned: {', '.join(takes)}." if takes else "Planned: no time."
        yield "Does everybody get out? ______ (not in the file; ask before you leave)"
    elif takes:
        yield f"Planned: {takes[0]}."
    if not stop.column_after:
        return
    if place.release is Release.COLUMN:
        yield "Wait behind it: the column goes on when its last vehicle is through."
    else:
        yield "Each vehicle goes on when it is through; close up again."


def _column(operation: Operation, loaded: bool) -> Iterator[str]:
    """Yield the convoy rule (O7); least size, escort and what must be in it bind loaded columns only (C1)."""
    rule = operation.convoy
    size = f"{rule.least} to {rule.most}" if loaded and 1 < rule.least < rule.most else f"at most {rule.most}"
    spaced = f", {rule.spacing_m} m from vehicle to vehicle" if rule.spacing_m else ""
    yield f"COLUMN FORMS UP: {size} {'vehicle' if rule.most == 1 else 'vehicles'}{spaced}."
    if rule.marshalling_s:
        yield f"Marshalling takes {lasting(rule.marshalling_s)}."
    if loaded and rule.escorts is not None:
        yield "Leave with an escort only."
    if loaded and rule.must_have:
        named = ", ".join(f"{many} {kind}" for kind, many in rule.must_have.items())
        yield f"Leave with {named} in the column only."


def _leaving(operation: Operation, stop: Stop) -> Iterator[str]:
    before, after = stop.before, stop.after
    if after is None:
        return
    if after.truce and not (before and before.truce):
        margin = (
            f" Be off it {lasting(operation.margin_s)} before the truce ends." if operation.margin_s else ""
        )
        yield f"TRUCE ROAD BEGINS: enter only while the truce holds.{margin}"
    if after.headway_s and not (before and before.headway_s == after.headway_s and stop.column_before):
        yield f"Leave {lasting(after.headway_s)} or more after the head of the column before you."
    if after.alternate:
        yield "ONE DIRECTION AT A TIME: wait until the column that comes towards you is off the next road."
