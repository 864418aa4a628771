"""A small operation in words, and what is known of its losses."""

from collections.abc import Iterator

from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Place
from korridor.operation.units import duration_text

IN_WAVES = (
    "Why: the bound does not know that the vehicles of a column wait for each other to load (bounds.md, What it leaves out). "
    "A fix is known and dear: vehicles told apart by their place in the column (decision 4)."
)
HELD = (
    "Why: in the bound a vehicle waits at the checkpoint for its class of columns, not for the column ahead, nor for all "
    "the waves of its own. Known in part: finer classes cost a kind each (decision 4)."
)

FIXES: dict[str, str] = {
    "escorts, relaxation": (
        "Why: the program knows parts of columns: three loads in columns of up to two are one and a half of them there, and "
        "two in any plan; each takes an escort. A fix is thinkable where all have to be out: whole columns, at least so many "
        "from each place."
    ),
    "lanes, relaxation": HELD,
    "release, relaxation": HELD,
    "bays, relaxation": IN_WAVES,
    "aboard, relaxation": IN_WAVES,
    "spacing, relaxation": (
        "Why: the bound has no pass times: a column's tail is where its head is. With places in the column (decision 4) "
        "it would."
    ),
    "alternate, relaxation": (
        "Why: opposing traffic is not in the bound. A fix is known: rows that hold both directions."
    ),
    "hours, relaxation": (
        "Why: hours and duty are not in the bound. A fix is known: as windows are, by slots that do not exist."
    ),
    "transfers, relaxation": (
        "Why: who is carried to a transfer counts as out in the bound. A fix is known: kinds for the way on, and stocks "
        "of people."
    ),
    "gates, relaxation": (
        "Why: the program knows half trips: half a bus of two passes with one aboard, where a full one is one too many and "
        "waits whole. A fix is known: to branch on the trips before the gate opens."
    ),
    "marshalling, relaxation": (
        "Why: where people stand a bus fills (O5), and that takes its time; the bound lets one leave with few aboard. A fix is "
        "thinkable: such a bus leaves nobody behind, so all others must have left before it."
    ),
}
"""By family and part: why the smallest example loses it, and whether a fix is known."""


def in_words(operation: Operation) -> str:
    """Say an operation in a few sentences: everything in which it differs from a plain shuttle."""
    return " ".join(f"{sentence}." for sentence in _sentences(operation))


def _sentences(operation: Operation) -> Iterator[str]:
    for group in operation.people.values():
        weight = f", each counting {group.weight}," if group.weight > 1 else ""
        yield f"{group.persons} {group.person_class} people{weight} stand at {group.place}"
    for name, kind in operation.fleet.items():
        layouts = " or ".join(
            ", ".join(f"{n} {what}" for what, n in layout.model_dump().items() if n)
            for layout in kind.layouts
        )
        depots = " and ".join(f"{n} at {place}" for place, n in kind.depots.items())
        seconds = [("turn-round", kind.turn_round_s), ("to board", max(kind.boarding_s.values(), default=0))]
        seconds.append(("to get off", max(kind.alighting_s.values(), default=0)))
        extras = [
            f"{duration_text(s)} {what}{' a person' if what != 'turn-round' else ''}"
            for what, s in seconds
            if s
        ]
        if kind.duty is not None:
            extras.append("duty hours")
        if kind.serves is not None:
            extras.append(f"serves {', '.join(kind.serves)}")
        yield f"{name}: {depots} ({'; '.join([layouts, *extras])})"
    yield "Roads: " + ", ".join(_roads(operation))
    for name, place in operation.places.items():
        facts = list(_facts(place))
        if facts:
            yield f"{name}: {', '.join(facts)}"
    yield from _rules(operation)


def _roads(operation: Operation) -> Iterator[str]:
    for road in operation.roads:
        facts = [f"{road.between[0]}–{road.between[1]} {duration_text(road.travel_s(True))}"]
        if road.headway_s:
            facts.append(f"headway {duration_text(road.headway_s)}")
        facts += ["truce"] * road.truce + ["one way at a time"] * road.alternate
        yield " ".join(facts[:1]) + (f" ({', '.join(facts[1:])})" if facts[1:] else "")


def _facts(place: Place) -> Iterator[str]:
    if place.bays is not None:
        yield f"bays {place.bays}"
    if place.capacity_persons is not None:
        yield f"room for {place.capacity_persons}"
    if place.hours is not None:
        yield "hours"
    if place.kind is Kind.TRANSFER:
        yield "people change vehicles"
    if place.lanes is not None:
        person_s = max(place.per_person_s.values(), default=0)
        yield f"lanes {place.lanes.outward}, {duration_text(place.per_vehicle_s)} a vehicle, {duration_text(person_s)} a person"
        yield f"released by {place.release}"


def _rules(operation: Operation) -> Iterator[str]:
    rule = operation.convoy
    if any(road.controlled for road in operation.roads):
        facts = [f"columns of {rule.least} to {rule.most}"]
        if rule.spacing_m:
            facts.append(f"{rule.spacing_m} m apart")
        if rule.marshalling_s:
            facts.append(f"marshalling {duration_text(rule.marshalling_s)}")
        if rule.escorts is not None:
            facts.append(f"escorts {rule.escorts}")
        yield ", ".join(facts).capitalize()
    limit_s = operation.aboard_limit_s("well")
    if limit_s < 6 * 3600:
        yield f"Aboard at most {duration_text(limit_s)}"
    if operation.truce is not None:
        spans = ", ".join(f"{w.opens_s // 60}–{w.closes_s // 60} min" for w in operation.truce.windows)
        yield f"Truce {spans}, margin {duration_text(operation.margin_s)}"
    for gate in operation.gates:
        yield f"Beyond {gate.beyond_persons} out of {', '.join(gate.out_of)} only after {duration_text(gate.opens_s or 0)}"
    if operation.until_s is not None:
        yield f"It ends after {duration_text(operation.until_s)}"
