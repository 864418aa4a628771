"""Operations written as files: what is written reads back as the same operation, sources and all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given

import korridor
from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Place
from korridor.operation.read import read_yaml
from korridor.operation.write import operation_yaml, write_operation
from tests.operation.any_file import any_files
from tests.operation.tiny import operation, with_line
from tests.strategies import operations

ALEPPO = Path(__file__).parents[2] / "examples" / "aleppo-2016" / "operation.yaml"


def same(one: Operation, other: Operation) -> bool:
    """Whether two operations are equal, whatever the order of their sources."""
    bare = [each.model_copy(update={"sources": ()}) for each in (one, other)]
    return bare[0] == bare[1] and sorted(map(repr, one.sources)) == sorted(map(repr, other.sources))


@given(operations() | any_files())
def test_yaml_reads_back_as_the_same_operation(drawn):
    """Whatever an operation holds, its YAML is that operation again, with every source."""
    assert same(read_yaml(operation_yaml(drawn), "a.yaml"), drawn)


def test_aleppo_comes_back_with_its_sources_in_order():
    """The example of Aleppo, some 150 sources and their notes, survives writing unchanged."""
    found = korridor.read_operation(ALEPPO)
    assert len(found.sources) > 100
    assert read_yaml(operation_yaml(found), "a.yaml") == found


def test_quantities_stay_readable():
    """Whole kilometres, minutes and hours are written as such, short forms where they say the same."""
    text = operation_yaml(operation())
    for line in (
        "  - {between: [Square, Gatehouse], length: 2 km, speed: 20 km/h}",
        "  Gatehouse: {kind: checkpoint, lanes: 2, per_vehicle: 1 min, per_person: 6 s}",
        "  bus: {depot: Park, number: 4, layouts: [{seats: 50}], boarding: 4 s, alighting: 2 s}",
        '  announced: [{opens: "2016-12-15T07:00+02:00", closes: "2016-12-15T20:00+02:00"}]',
        "  margin: 10 min",
    ):
        assert line in text.split("\n")


def test_a_source_stands_beside_its_value_as_it_was_written():
    """A value with a source keeps its own spelling, and the long or short form that the source speaks of."""
    text = with_line("length: 21 km", "length: {value: 21000 m, source: Gerasimov}")
    text = text.replace("lanes: 2", "lanes: {outward: {value: 2, note: seen}, inward: 2}")
    written = operation_yaml(operation(text))
    assert "length: {value: 21000 m, source: Gerasimov}" in written
    assert "lanes: {outward: {value: 2, note: seen}, inward: 2}" in written


def test_a_source_of_another_value_is_listed_apart():
    """Where a value was changed since, its source is kept as what it said, and not put beside the new value."""
    found = operation(with_line("bays: 2", "bays: {value: 2, source: ours}"))
    changed = found.model_copy(
        update={"places": {**found.places, "Square": Place(kind=Kind.ASSEMBLY, bays=9)}},
    )
    text = operation_yaml(changed)
    assert "Square: {kind: assembly, bays: 9}" in text
    assert text.endswith('sources:\n  - {path: places.Square.bays, value: "2", source: ours}\n')


def test_an_operation_that_yaml_cannot_hold_is_refused():
    """A place named like the key that sources use cannot be written; it is told and not written otherwise."""
    found = operation()
    bad = found.model_copy(update={"places": {**found.places, "value": Place(kind=Kind.DEPOT)}})
    with pytest.raises(ValueError, match="YAML cannot hold this operation: "):
        operation_yaml(bad)


def test_a_file_is_written_whole_and_read_again(tmp_path):
    """The public face writes what it reads; another ending is refused by its name."""
    path = korridor.write_operation(operation(), tmp_path / "a.yaml")
    assert korridor.read_operation(path) == operation()
    with pytest.raises(
        ValueError, match=r"'a\.txt' does not end as an operation does: \.yaml, \.yml or \.xlsx"
    ):
        write_operation(operation(), tmp_path / "a.txt")


def test_moments_beyond_the_calendar_are_counted_from_the_start():
    """A window that outlasts the calendar is written as so long after the start."""
    late = operation().model_copy(update={"start": datetime(9999, 12, 31, tzinfo=UTC), "until_s": 10**9})
    assert "until: +1000000000 s" in operation_yaml(late)
