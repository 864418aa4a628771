"""The exported schema: it takes every file that we read, and refuses what an editor can know to be wrong."""

import json
import runpy
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from ruamel.yaml import YAML

from korridor.operation.explained import KEYS
from korridor.operation.schema import operation_schema
from korridor.operation.sort import fields_of
from korridor.operation.start import starting_yaml
from korridor.operation.write import operation_yaml
from tests.operation.any_file import any_files
from tests.operation.tiny import TINY, faults, with_line
from tests.strategies import operations

CHECKOUT = Path(__file__).parents[2]
DOCS = CHECKOUT / "docs"
EXAMPLES = sorted((CHECKOUT / "examples").glob("*/*.yaml"))
VALIDATOR = jsonschema.Draft7Validator(operation_schema())


def as_an_editor_reads(text: str):
    """YAML 1.2 without timestamps, which is what editors hold against a schema."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return yaml.load(text)


def wrong(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(as_an_editor_reads(text))]


def test_the_schema_and_the_page_of_keys_are_those_of_the_program():
    """The page of keys and both schemas in docs/ are what docs/operation_file.py makes of the program."""
    for name, text in runpy.run_path(str(DOCS / "operation_file.py"))["files"]().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text
    assert json.loads((DOCS / "operation.schema.json").read_text(encoding="utf-8")) == operation_schema()
    jsonschema.Draft7Validator.check_schema(operation_schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_keeps_to_the_schema(path):
    """The examples are valid as an editor sees them."""
    assert wrong(path.read_text(encoding="utf-8")) == []


def test_the_files_that_we_make_keep_to_the_schema():
    """The operation to start from and the tests' small one are valid."""
    assert wrong(starting_yaml("my town")) == wrong(TINY) == []


@given(operations() | any_files())
def test_every_operation_that_is_written_keeps_to_the_schema(drawn):
    """Whatever an operation holds, its YAML is valid as an editor sees it."""
    assert wrong(operation_yaml(drawn)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Tiny", "title: Tiny"),
        ("name: Tiny", "name: [Tiny]"),
        ("name: Tiny", 'name: ""'),
        ("korridor: 1", "korridor: 2"),
        ("start: 2016-12-15T06:00+02:00", "start: noon"),
        ("start: 2016-12-15T06:00+02:00", "start: 2016-12-15T06:00"),
        ("kind: assembly", "kind: asembly"),
        ("kind: assembly, ", ""),
        ("bays: 2", "bays: two"),
        ("bays: 2", "bays: 0"),
        ("bays: 2", "bays: 2.5"),
        ("bays: 2", "bay: 2"),
        ("bays: 2", "bays: {value: 2, sorce: ours}"),
        ("bays: 2", "bays: {source: ours}"),
        ("bays: 2", "bays: {value: 2, assumed: perhaps}"),
        ("bays: 2", "hours: all day"),
        ("bays: 2", "at: [36.1]"),
        ("bays: 2", "at: [136.1, 37.1]"),
        ("lanes: 2", "lanes: {outward: 2}"),
        ("per_vehicle: 60 s", "per_vehicle: 60"),
        ("per_vehicle: 60 s", "per_vehicle: a minute"),
        ("length: 21 km", "length: 21"),
        ("length: 21 km", "length: 21 mi"),
        ("length: 21 km", "length: -21 km"),
        ("speed: 40 km/h", "speed: 40 km"),
        ("truce: true", "truce: perhaps"),
        ("between: [Camp, Park]", "between: [Camp]"),
        ("between: [Camp, Park]", "between: [Camp, Park, Square]"),
        ("between: [Camp, Park]", "between: Camp"),
        ("count: 200", "count: many"),
        ("count: 200", "count: -5"),
        ("class: well, ", ""),
        ("count: 6", "count: 6, need: bed"),
        ("number: 4, ", ""),
        ("number: 4, ", "number: 4, depots: {Park: 4}, "),
        ("layouts: [{seats: 50}]", "layouts: []"),
        ("layouts: [{seats: 50}]", "layouts: [{beds: 50}]"),
        ("boarding: 4 s", "boarding: {lying: 4 s}"),
        ("escorts: 2", "escorts: some"),
        ("opens: +1 h", "opens: 1 h"),
        ("opens: +1 h, ", ""),
        ("margin: 10 min", "margin: 10"),
        ("korridor: 1", "korridor: 1\nuncertainty: {repair: 20}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {repair: 20 %}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {repair: {bus: soon}}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {repair: normal 5 min ± 3 %}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {repair: 20 min ± 3 min}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {road_time: 100 ± 15 %}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {truce_break: 0.2}"),
        ("korridor: 1", "korridor: 1\nuncertainty: {weather: 20 %}"),
    ],
)
def test_what_the_schema_can_tell_is_refused_by_both(old, new):
    """A slip that an editor can know of is underlined there, and refused by korridor check."""
    text = with_line(old, new)
    assert wrong(text) and faults(text)


def test_the_schema_leaves_to_the_check_what_it_cannot_tell():
    """That a name refers to nothing, or a road has no time, is for korridor check to say."""
    for old, new in (("between: [Camp, Park]", "between: [Camp, Prak]"), ("time: 5 min", "length: 5 km")):
        text = with_line(old, new)
        assert faults(text) and not wrong(text)


def test_every_key_is_explained_and_no_other():
    """What the page, the schema and the workbook say is said of just the keys that a file may have."""
    for model, keys in KEYS.items():
        short = {"depot", "number"} if model.__name__ == "VehicleType" else set()
        assert set(keys) == set(fields_of(model)) | short


def test_every_example_of_a_key_is_valid_where_it_stands():
    """The example beside a key may be written as it is."""
    schema = operation_schema()
    for model, keys in KEYS.items():
        for key in keys:
            table = schema if model.__name__ == "Operation" else schema["definitions"][model.__name__]
            there = {**table["properties"][key], "definitions": schema["definitions"]}
            example = keys[key].example
            assert not list(jsonschema.Draft7Validator(there).iter_errors(example)), (model.__name__, key)
