"""O10: values with their sources."""

from korridor.operation.source import Provenance
from tests.operation.tiny import faults, operation, with_line


def test_a_wrapped_value_is_read_as_the_value():
    """A source changes nothing of what an operation is."""
    wrapped = with_line(
        "length: 21 km", "length: {value: 21 km, source: Gerasimov, note: the whole, assumed: true}"
    )
    assert operation(wrapped).model_copy(update={"sources": ()}) == operation()


def test_sources_follow_with_path_and_value_as_written():
    """Each wrapped value leaves its path, its text, its source and note, in the order of the file."""
    text = with_line("length: 21 km", "length: {value: 21 km, source: Gerasimov}")
    text = text.replace(
        "name: Tiny", "name:\n  value: Tiny\n  note: >-\n    a name\n    of ours\n  assumed: true"
    )
    text = text.replace("lanes: 2", "lanes: {value: {outward: 2, inward: 1}, note: seen}")
    assert operation(text).sources == (
        Provenance(path="name", value="Tiny", note="a name of ours", assumed=True),
        Provenance(path="places.Gatehouse.lanes", value="{outward: 2, inward: 1}", note="seen"),
        Provenance(path="roads[1].length", value="21 km", source="Gerasimov"),
    )


def test_wrappings_go_inside_each_other_and_around_tables():
    """A whole place may have a source, and its values theirs."""
    text = with_line(
        "{kind: reception, capacity: 500}",
        "{value: {kind: reception, capacity: {value: 500, source: OCHA}}, source: AFP}",
    )
    found = operation(text)
    assert found.places["Camp"].capacity_persons == 500
    assert [(each.path, each.value, each.source) for each in found.sources] == [
        ("places.Camp", "{kind: reception, capacity: 500}", "AFP"),
        ("places.Camp.capacity", "500", "OCHA"),
    ]


def test_a_bare_wrapping_leaves_no_source():
    """A value that is wrapped and says nothing more is just a value."""
    assert operation(with_line("length: 21 km", "length: {value: 21 km}")).sources == ()


def test_sources_that_a_program_wrote_are_kept():
    """The list of sources itself may stand in a file, after those of single values."""
    text = with_line("name: Tiny", "name: {value: Tiny, note: ours}")
    text += "sources:\n  - {path: fleet, value: all of it, source: SANA}\n"
    assert [each.path for each in operation(text).sources] == ["name", "fleet"]


def test_faults_inside_a_wrapping_are_told_with_their_own_line():
    """A bad value is told at its own path and line; a bad wrapping too."""
    text = with_line(
        "    length: 21 km", "    length:\n      value: 21\n      sorce: Gerasimov\n      assumed: maybe"
    )
    assert faults(text) == [
        "tiny.yaml:17: roads[1].length: 21 has no unit; write for example 21 km or 6800 m (units: m, km)",
        "tiny.yaml:18: roads[1].length.sorce: 'sorce' is not known beside a value; did you mean 'source'? "
        "one of value, source, note, assumed",
        "tiny.yaml:19: roads[1].length.assumed: 'maybe' is neither true nor false; write true or false",
    ]


def test_a_source_without_a_value_is_told():
    """A wrapping needs the value that it wraps."""
    assert faults(with_line("length: 21 km", "length: {source: Gerasimov}")) == [
        "tiny.yaml:16: roads[1].length: source without a value; write value: beside it"
    ]


def test_a_source_is_one_text():
    """A list of sources is no source; who has two writes both into one text."""
    assert faults(with_line("length: 21 km", "length: {value: 21 km, source: [a, b]}")) == [
        "tiny.yaml:16: roads[1].length.source: a list stands here; write one text"
    ]
