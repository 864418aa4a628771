"""What binds, from two sources named apart: what the plan's columns waited for, and what the bound hangs on."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.papers.binding import Hour, hour_s, hours, person_seconds
from korridor.papers.wait import Resource, Wait
from korridor.pictures.clock import Clock
from korridor.planning.why.prices import Part, Thing

SAME = {
    Resource.VEHICLES: Thing.VEHICLES,
    Resource.BAYS: Thing.BAYS,
    Resource.ESCORT: Thing.ESCORTS,
    Resource.GATE: Thing.GATE,
    Resource.SCREENING: Thing.LANES,
    Resource.HEADWAY: Thing.COLUMNS,
    Resource.UNLOADING: Thing.UNLOADING,
}
"""What is one thing in both sources; unloading bays stand for room, too."""

OF_CHANGES = {
    "vehicles": Thing.VEHICLES,
    "lanes": Thing.LANES,
    "bays": Thing.BAYS,
    "escorts": Thing.ESCORTS,
    "headway": Thing.COLUMNS,
    "column": Thing.COLUMNS,
}
"""Of which thing a change is one more."""

COUNTS = 0.02
"""Less than this part of the whole is not worth a sentence."""


@dataclass(frozen=True)
class Binding:
    """One thing in both sources; all in words.

    Attributes
    ----------
    waits : str
        The part of the plan's waiting that was for it, and when most.
    hangs : str
        The part of the bound that hangs on it, and when most.
    """

    thing: str
    waits: str
    hangs: str
    reading: str


def bindings(
    operation: Operation, found: Sequence[Wait], parts: Sequence[Part], giving: Set[Thing]
) -> tuple[Binding, ...]:
    """Return a line for each thing that counts in either source; what counts in both comes first.

    Parameters
    ----------
    operation : Operation
    found : sequence of Wait
    parts : sequence of Part
    giving : set of Thing
        Of which one more lets the limit give way.
    """
    clock = Clock(operation.start)
    waited = person_seconds(found)
    waited.pop(Resource.WINDOW, None)  # said apart: closed hours are nobody's lack
    all_waits = sum(waited.values()) or 1
    cut = hours(found, hour_s(found), clock.face_s) if found else ()
    hanging: Counter[Thing] = Counter()
    for part in parts:
        hanging[Thing.UNLOADING if part.thing is Thing.ROOM else part.thing] += part.weight  # type: ignore[assignment]
    whole = sum(hanging.values()) or 1
    lines: list[tuple[float, Binding]] = []
    for resource, thing in _pairs(waited, hanging):
        waits = waited.get(resource, 0) / all_waits if resource else 0.0
        hangs = hanging[thing] / whole if thing else 0.0
        if max(waits, hangs) < COUNTS:
            continue
        line = Binding(
            thing=str(resource or thing),
            waits=_part(waits, _most_waited(clock, cut, resource)) if resource else "",
            hangs=_part(hangs, _most_hanging(clock, parts, thing)) if thing and parts else "",
            reading=_reading(waits >= COUNTS, hangs >= COUNTS, thing, thing in giving, bool(parts)),
        )
        lines.append((min(waits, hangs) * 10 + max(waits, hangs), line))
    return tuple(line for _, line in sorted(lines, key=lambda each: -each[0]))


def _pairs(
    waited: dict[Resource, int], hanging: Counter[Thing]
) -> list[tuple[Resource | None, Thing | None]]:
    paired = [
        (resource, SAME.get(resource)) for resource in Resource if waited.get(resource) or resource in SAME
    ]
    alone = [(None, thing) for thing in hanging if thing not in SAME.values()]
    return [*paired, *alone]


def _part(share: float, when: str) -> str:
    if share <= 0:
        return "none"
    percent = "under 1 %" if share < 0.01 else f"{100 * share:.0f} %"
    return f"{percent}{when}"


def _most_waited(clock: Clock, cut: Sequence[Hour], resource: Resource | None) -> str:
    held = [hour for hour in cut if resource in hour.persons]
    if resource is None or not held:
        return ""
    most = max(held, key=lambda hour: hour.persons[resource])
    return f", most from {clock.moment(max(0, most.begins_s))}"


def _most_hanging(clock: Clock, parts: Sequence[Part], thing: Thing | None) -> str:
    """When most of it hangs on the thing, where it does not hang on all of the time alike."""
    by_hour: Counter[int] = Counter()
    for part in parts:
        if part.thing is thing and part.ends_s - part.begins_s < 6 * 3600:
            by_hour[(part.begins_s + clock.face_s) // 3600] += part.weight  # type: ignore[assignment]
    total = sum(by_hour.values())
    if not total:
        return ""
    hour, weight = by_hour.most_common(1)[0]
    if weight < 2 * total / len(by_hour):
        return ", spread over the time"
    return f", most from {clock.moment(max(0, hour * 3600 - clock.face_s))}"


def _reading(waits: bool, hangs: bool, thing: Thing | None, gives: bool, known: bool) -> str:
    if not known:
        return "What the limit hangs on is not known here."
    if waits and hangs:
        return "Both: columns wait for it, and the limit hangs on it. Look here first."
    if waits and thing is None:
        return "The plan waits for it; the limit leaves it out, so cannot say what it costs."
    if waits and gives:
        return (
            "Columns wait for it. It is no part of the limit by itself, but decides how many vehicles a column can have: "
            "with one more the limit gives way."
        )
    if waits:
        return "Columns wait for it, but the limit does not hang on it: another plan might not have to wait."
    if thing is Thing.OTHER:
        return "Half-empty loads, rounding, and rules that no number of the file stands for."
    if thing is Thing.PEOPLE:
        return "Where everybody is out, more of anything brings nobody."
    return "Hardly anybody is seen waiting for it, yet the limit hangs on it: it is in use all the time."
