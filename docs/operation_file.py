"""Make ``docs/operation-file.md`` and the schemas beside it: ``python docs/operation_file.py``.

The page says of each key what the models, the schema and the workbook go by; a test holds the files to it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from korridor.events.state_schema import state_schema
from korridor.operation.agreement import Gate, Out
from korridor.operation.convoy import ConvoyRule, Halt
from korridor.operation.explained import KEYS, otherwise
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.operation import Operation, Via
from korridor.operation.people import Asked, Group
from korridor.operation.place import Lanes, Place
from korridor.operation.road import Road
from korridor.operation.schema import operation_schema
from korridor.operation.sort import UNITS, Belongs, Sort, fields_of, kinds_of
from korridor.operation.source import Provenance
from korridor.operation.truce import Truce, TruceWindow
from korridor.operation.uncertainty import Uncertainty

_HEAD = """\
# Every key of an operation file

What an operation file may hold, key by key. How to write one is told step by step in
[your-own-operation](your-own-operation.md); what the words mean exactly, in [semantics](semantics.md), O. This page
is made from the program itself, and so are the [JSON Schema](operation.schema.json) and the workbook's sheet of
explanations.

## How values are written

- **Quantities** carry their unit: lengths in {lengths}; times in {durations}; speeds in {speeds}. `6.8 km` and
  `6,8 km` are the same; `1,250 km` is refused, because it can be read in two ways.
- **A moment** is an instant with its offset from UTC, `2016-12-15T09:00+02:00`, or so long after the start, `+6 h`.
- **Hours** are a part of every day, `06:00-18:00`, at the start's offset.
- **A count of people** is `200`, `around 200`, `at least 17`, `up to 400` or `150..400`.
- **An uncertain time** is `20 min` (always that), `15..45 min`, `15..20..45 min`, `20 min ± 30 %`, `exponential 20 min` or
  `observed 12 15 20 min`; **an uncertain share** is written alike, in `%`; **a chance** is `5 %`. What each of them
  means stands in [uncertainty](uncertainty.md).
- **A value with its source** is `{{value: 21 km, source: who said it and where, note: anything else}}`; with
  `assumed: true` it is a choice of yours. Every value, list or table may be written so.
- **In a workbook** each key is a column or a row of settings, and numbers are meant in the unit of the heading.
  Tables inside tables have sheets of their own: the sheet *read me* of the workbook says which.
"""

_TITLES: dict[type[BaseModel], str] = {
    Operation: "The whole file",
    Place: "A place, under `places`",
    Lanes: "Lanes, under `lanes` of a checkpoint",
    Road: "A road, under `roads`",
    Via: "A way that is fixed, under `via`",
    Group: "A group of people, under `people`",
    Asked: "How people were asked, under `asked` of a group",
    VehicleType: "A type of vehicle, under `fleet`",
    Layout: "A layout, under `layouts` of a type of vehicle",
    ConvoyRule: "The convoy rule, under `convoy`",
    Halt: "A halt, under `halts` of the convoy rule",
    Truce: "The truce, under `truce`",
    TruceWindow: "A window, under `announced` and `happened` of the truce",
    Gate: "A gate, under `gates`",
    Out: "A line of a gate's schedule, under `of_schedule`",
    Uncertainty: "Uncertain quantities, under `uncertainty`",
    Provenance: "A source, under `sources`",
}


def operation_page() -> str:
    """Return the page as Markdown."""
    units = {sort: ", ".join(f"`{unit}`" for unit in UNITS[sort]) for sort in UNITS}
    head = _HEAD.format(lengths=units[Sort.LENGTH], durations=units[Sort.DURATION], speeds=units[Sort.SPEED])
    return head + "".join("\n".join(_section(model, title)) + "\n" for model, title in _TITLES.items())


def _section(model: type[BaseModel], title: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield "| key | what it is | what stands there | if it is left out | example |"
    yield "|---|---|---|---|---|"
    for key, said in KEYS[model].items():
        field = fields_of(model).get(key)
        kind = (
            _kind(kinds_of(model)[key].inner[0])
            if model is Uncertainty
            else _kind(kinds_of(model)[key])
            if field
            else "the name of a place"
            if key == "depot"
            else "a whole number, 1 or more"
        )
        needed = field is not None and field.is_required() and key != "depots"
        left_out = "it is needed" if needed else otherwise(model, key)
        yield f"| `{key}` | {said.meaning} | {kind} | {left_out} | `{_flow(said.example)}` |"


def _kind(what: Belongs) -> str:
    match what.sort:
        case Sort.WORD:
            return "one of " + ", ".join(f"`{word}`" for word in what.words)
        case Sort.WHOLE:
            if what.least == what.most:
                return f"`{what.least}`"
            return f"a whole number, {what.least} or more"
        case Sort.TRUTH:
            return "`true` or `false`"
        case Sort.NUMBER:
            return f"a number from {what.least} to {what.most}"
        case Sort.BY_NAME:
            return f"a table: {_kind(what.inner[0])} behind each name"
        case Sort.LIST if len(what.inner) > 1:
            return "a list of two"
        case Sort.LIST:
            return f"a list: {_kind(what.inner[0])} each"
        case Sort.TABLE:
            return "a table"
        case Sort.HOURS:
            return "hours of the day"
    return what.sort.one


def _flow(value: Any) -> str:
    """An example as one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return (
            f'"{value}"'
            if (value[:4].isdigit() and "T" in value) or ": " in value or ", " in value
            else value
        )
    return json.dumps(value)


def files() -> dict[str, str]:
    """What the files hold, by name."""
    schemas = {"operation.schema.json": operation_schema(), "state.schema.json": state_schema()}
    return {
        "operation-file.md": operation_page(),
        **{name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()},
    }


if __name__ == "__main__":
    for name, text in files().items():
        Path(__file__).with_name(name).write_text(text, encoding="utf-8")
