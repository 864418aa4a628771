import pytest

from korridor.events.event import Event
from korridor.events.written_event import event_bytes
from korridor.ledger.typed.form import Form, form_of, read_typed
from korridor.ledger.typed.typed import Typed
from korridor.operation.fault import Faults
from tests.ledger.typed.today import LINES, TABLE, TIDES, TIDES_HEAD

OURS = {"post": "BUS", "organisation": "CITY"}


def typed(text: str, **options: str) -> tuple[Typed, ...]:
    return read_typed(text, "a", form_of(text), **options)[0]


def events(text: str, **options: str) -> list[Event]:
    found = [each.event for each in typed(text, **options)]
    assert all(isinstance(event, Event) for event in found)
    return found  # type: ignore[return-value]


def faults(text: str, **options: str) -> list[str]:
    with pytest.raises(Faults) as found:
        typed(text, **options)
    return str(found.value).split("\n")


def test_each_form_is_known_by_its_first_line():
    """Lines, tables, TIDES and JSON are told apart without being asked for; tables by semicolons, too."""
    json = event_bytes(events(LINES)[0]).decode()
    assert [form_of(text) for text in (LINES, TABLE, TIDES, json, "", TABLE.replace(",", ";"))] == [
        Form.LINES,
        Form.CSV,
        Form.TIDES,
        Form.JSON,
        Form.LINES,
        Form.CSV,
    ]


def test_lines_and_table_say_the_same():
    """One day written as lines and as a table are the same events with the same notes, each with its own line."""
    by_line, by_row = typed(LINES), typed(TABLE)
    assert [each.event for each in by_line] == [each.event for each in by_row]
    assert (
        [each.note for each in by_line]
        == [each.note for each in by_row]
        == ["two sat on the floor # the driver says", None]
    )
    assert [each.line for each in by_line] == [2, 4] and [each.line for each in by_row] == [2, 3]


def test_json_is_read_a_line_an_event():
    """What a device wrote is read back, and what is not understood is kept with its reason."""
    lines = [event_bytes(event).decode() for event in events(LINES)]
    later = lines[0].replace('"version":1', '"version":9')
    found = typed("\n".join([*lines, "", later]))
    assert [each.event for each in found[:2]] == events(LINES)
    assert (found[2].line, found[2].event.reason) == (4, "version 9 is not known here; version 1 is")


def test_every_wrong_line_is_said_at_once():
    """Three wrong lines of a file are three lines of help, each with where it stands."""
    wrong = (
        LINES
        + '16:40 arived on=M1/B7\n16:41 arrived on=M1/B7 at=X count=many\n16:42 arrived note="a" note="b"\n'
    )
    assert faults(wrong) == ["a:7: note: stands here twice; once is allowed"]
    assert [line.split(": ", 1)[0] for line in faults(wrong.rpartition("16:42")[0])] == ["a:5", "a:6"]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("kind,", "knid,", "a: there is no column 'knid'"),
        ("AMIRIYA", "EAST AMIRIYA", "a:2: at: 'EAST AMIRIYA' has a space or a sign that codes do not have; words belong"),
        ("GATE,SARC,M1/B7,AMIRIYA", "GATE,SARC,M1/B7 x=1,AMIRIYA", "a:2: on: 'M1/B7 x=1' has a space"),
        ("48,", "48#,", "a:2: count: '48#' has a space or a sign"),
        ("14:20", "with", "a:2: time: 'with' is not a moment; write 2016-12-15T09:00+02:00, or 09:00 beside day and offset"),
        ("departed,D1", ",D1", "a:2: kind: missing; a row needs time and kind"),
        ("46,,", "46,,,x", "a:3: 14 cells, and 13 columns; a cell with a comma needs quotes"),
        ('"lying:2,well:46"', '"lying:2,well:46', "a:2: unexpected end of data; put cells with commas between quotes"),
        ("device,number", "device,device", "a:1: 'device' stands over two columns; once is allowed"),
    ],
)  # fmt: skip
def test_what_a_table_may_not_hold(was: str, now: str, said: str):
    """A cell that would be more than one word, or is none of what its column holds, is refused with what is allowed."""
    assert was in TABLE
    found = read_as(Form.CSV, TABLE.replace(was, now, 1))
    assert any(line.replace("a:1: there", "a: there").startswith(said) for line in found), found


def read_as(form: Form, text: str) -> list[str]:
    with pytest.raises(Faults) as found:
        read_typed(text, "a", form)
    return str(found.value).split("\n")


def test_tides_is_who_boarded_and_alighted():
    """Boardings and alightings are parts, arrivals and departures sightings; doors are left out, and counted."""
    found, skipped = read_typed(TIDES, "a", Form.TIDES, **OURS)
    said = [
        (each.event.id, each.event.what.kind, each.event.what.on, getattr(each.event.what.count, "low", None))
        for each in found
    ]  # type: ignore[union-attr]
    assert said == [
        ("APC-1:1", "boarded", "M1/B7/1", 30),
        ("APC-1:2", "boarded", "M1/B7/1", 1),
        ("B7:1", "passed", "M1/B7/1", None),
        ("APC-1:3", "alighted", "M1/B7/1", 30),
    ]
    assert skipped == {"Door closed": 1}
    assert [each.line for each in found] == [2, 3, 5, 6]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a,,2016-12-15T12:20:00Z,m1,1,Passenger boared,b7,,amiriya,", "event_type: 'Passenger boared' is not one; did you mean"),
        ("a,,2016-12-15T12:20:00Z,,1,Passenger boarded,b7,,amiriya,", "trip_id_performed: missing; "),
        ("a,,2016-12-15T12:20:00Z,m1,1,Passenger boarded,b7,,amiriya,-3", "event_count: '-3' is not a number of people"),
        ("a,,noon,m1,1,Passenger boarded,b7,,amiriya,3", "event_timestamp: 'noon' is not a moment"),
        ("a,,2016-12-15T12:20:00,m1,1,Passenger boarded,b7,,amiriya,3", "time: 2016-12-15T12:20:00 has no offset from UTC"),
        ("a,,2016-12-15T12:20:00Z,m 1,1,Passenger boarded,b7,,amiriya,3", "trip_id_performed: 'm 1' is not a code"),
    ],
)  # fmt: skip
def test_what_tides_may_not_hold(row: str, said: str):
    """A row that is no passenger event as the specification has it is refused by its line."""
    [line] = faults(TIDES_HEAD + row + "\n", **OURS)
    assert line.startswith(f"a:2: {said}"), line


def test_two_names_are_not_made_one():
    """Identifiers that differ only in capitals would become one code; so they are refused, and so is an id twice."""
    row = "{},,2016-12-15T12:20:00Z,{},1,Passenger boarded,b7,,amiriya,3\n"
    assert faults(TIDES_HEAD + row.format("a", "m1") + row.format("b", "M1"), **OURS) == [
        "a:3: trip_id_performed: 'M1' and 'm1' differ only in capitals; rename one"
    ]
    assert faults(TIDES_HEAD + row.format("a", "m1") * 2, **OURS) == [
        "a:3: passenger_event_id: a stands here twice; once is allowed"
    ]
