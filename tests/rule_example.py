"""The examples beside the rules, ``docs/rules/<rule>/<keeps|breaks|edge>-*.yaml``, as values."""

from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.units import DurationS

RULES = Path(__file__).parents[1] / "docs" / "rules"
KEYS = {"rule", "shows", "operation", "orders", "plan", "change", "stop", "other", "runs", "expect"}
EXPECTATIONS = {
    "reads",
    "fault",
    "movements",
    "stuck",
    "departed",
    "refused",
    "plans",
    "verdict",
    "by",
    "clash",
}
STAND_STILL = {"not_before_s", "ready_s", "leaves_s", "comes_s"}
"""What a shift leaves as it is: what was planned, and what was so before the vehicles were loaded."""


@dataclass(frozen=True)
class Example:
    """One file, read.

    Attributes
    ----------
    operation : dict
        As an operation's file would state it, but for its name.
    orders : tuple of Order
    plan : dict
        What the plan states beside its movements.
    change : list of dict
        What is changed of the movements before they are shown to the checker.
    stop_s : int
        A moment at which the plan is stopped.
    other : dict
        What is different in another operation, which is shown the state of that moment.
    runs : list of dict
        Runs of the planner: seed, work, seconds.
    expect : dict
        What must come out.
    """

    rule: str
    shows: str
    operation: dict[str, Any]
    orders: tuple[Order, ...]
    plan: dict[str, Any]
    change: list[dict[str, Any]]
    stop_s: int
    other: dict[str, Any]
    runs: list[dict[str, int]]
    expect: dict[str, Any]


def read_example(path: Path) -> Example:
    """Read one file; a key that it should not have is an error."""
    with path.open(encoding="utf-8") as file:
        data = plain(YAML(typ="safe", pure=True).load(file))
    assert set(data) <= KEYS, f"{path}: {set(data) - KEYS}"
    return Example(
        rule=data["rule"],
        shows=data["shows"],
        operation={"korridor": 1, "name": data["shows"], **data["operation"]},
        orders=tuple(order_of(order) for order in data.get("orders", [])),
        plan=data.get("plan", {}),
        change=data.get("change", []),
        stop_s=duration_s(data.get("stop", 0)),
        other=data.get("other", {}),
        runs=data.get("runs", []),
        expect=data["expect"],
    )


def as_file(operation: dict[str, Any]) -> str:
    """Return the text of an operation's file."""
    yaml, text = YAML(typ="safe", pure=True), StringIO()
    yaml.sort_base_mapping_type_on_output = False  # the order of the file has a meaning
    yaml.dump(operation, text)
    return text.getvalue()


def plain(value: Any) -> Any:
    """Return YAML's instants as the text that an operation's file would have."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


def order_of(short: dict[str, Any]) -> Order:
    """Return an order from its short form; ``number`` repeats a trip."""
    assert set(short) <= {"origin", "loaded", "trips", "not_before"}, short
    trips = tuple(trip_of(trip) for trip in short["trips"] for _ in range(trip.get("number", 1)))
    not_before_s = duration_s(short.get("not_before", 0))
    return Order(origin=short["origin"], loaded=short["loaded"], trips=trips, not_before_s=not_before_s)


def duration_s(value: Any) -> int:
    """Return a duration as a file writes it, in seconds."""
    return int(TypeAdapter(DurationS).validate_python(value))


def trip_of(short: dict[str, Any]) -> TripOrder:
    assert set(short) <= {"type", "from", "to", "layout", "number"}, short
    return TripOrder(
        vehicle_type=short["type"],
        comes_from=short["from"],
        destination=short["to"],
        layout=short.get("layout", 0),
    )


def changed(movements: tuple[Movement, ...], changes: list[dict[str, Any]]) -> tuple[Movement, ...]:
    """Return the movements with some fields set, or with all of one movement's moments shifted."""
    data = [movement.model_dump() for movement in movements]
    for change in changes:
        here = data[change["movement"]]
        for part in ("trip", "passage", "screening"):
            if part in change:
                here = here[f"{part}s"][change[part]]
        fields = {k: v for k, v in change.items() if k not in ("movement", "trip", "passage", "screening")}
        if "shift_s" in fields:
            shift(here, fields.pop("shift_s"))
        assert set(fields) <= set(here), f"{set(fields) - set(here)} are not fields to change"
        here |= fields
    return tuple(Movement.model_validate(movement) for movement in data)


def shift(value: dict[str, Any], by_s: int) -> None:
    """Shift every moment of a movement, from the bay to the moment that its vehicles are free."""
    for name, item in value.items():
        if isinstance(item, (list, tuple)):
            for part in item:
                shift(part, by_s)
        elif name.endswith("_s") and name not in STAND_STILL and item is not None:
            value[name] = item + by_s


def differences(expected: Any, found: Any, where: str) -> list[str]:
    """Return where ``found`` is not as expected; of a table or a list only what is expected is looked at."""
    if isinstance(expected, dict) and where.endswith(".loads"):
        found = {load.group: load.persons for load in found}
        return [] if list(found.items()) == list(expected.items()) else [f"{where}: {found}, not {expected}"]
    if isinstance(expected, dict):
        parts = [(item, getattr(found, key), f"{where}.{key}") for key, item in expected.items()]
    elif isinstance(expected, list):
        if len(expected) > len(found):
            return [f"{where}: {len(found)} of them, not {len(expected)}"]
        parts = [(item, found[index], f"{where}[{index}]") for index, item in enumerate(expected)]
    else:
        return [] if expected == found else [f"{where}: {found}, not {expected}"]
    return [fault for part in parts for fault in differences(*part)]


def follow(value: Any, path: str) -> Any:
    """Return what stands at a dotted path, such as ``roads.0.length_m``."""
    for step in path.split("."):
        if isinstance(value, dict):
            value = value[step]
        else:
            value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value
