"""The movement table: on the wall, and as a file."""

import csv
from io import StringIO

from hypothesis import given

from korridor.papers.movement_facts import facts
from korridor.papers.movement_table import movement_table
from korridor.papers.movements_csv import movements_csv
from korridor.pictures.clock import Clock, lasting
from tests.pictures.any_runs import runs
from tests.pictures.convoys import TOWN, days, round_robin, town
from tests.plain.clockwork import run


def rows(operation, movements):
    return list(csv.DictReader(StringIO(movements_csv(operation, movements))))


def test_the_table_goes_by_days():
    """Movements stand under the day on which they depart, in rank order."""
    table = movement_table(town(), days())
    assert [day.day for day in table] == [
        "Thu 15 Dec 2016",
        "Fri 16 Dec 2016",
        "Sun 18 Dec 2016",
        "Mon 19 Dec 2016",
    ]
    assert [row.number for day in table for row in day.rows] == [f"M{n:03d}" for n in range(1, 57)]


def test_a_line_says_who_goes_when_and_where():
    """A loaded movement's line has all that whoever sends it off needs."""
    line = next(row for day in movement_table(town(), days()) for row in day.rows if row.loaded)
    movement = days()[4]
    look = [look for trip in movement.trips for look in trip.screenings]
    clock = Clock(town().start)
    assert (line.origin, line.aboard, line.vehicles) == (
        "Amiriya",
        "512: 8 lying, 504 well",
        "10 bus, 4 ambulance",
    )
    assert line.departs == clock.exact.time(movement.departs_s)
    assert line.release == "Rashideen"
    assert line.released == clock.time(max(trip.released_s for trip in movement.trips), up=True)
    (stop,), (end,) = line.stops, line.ends
    assert stop.comes == clock.time(min(each.arrives_s for each in look))
    assert (stop.checkpoint, stop.through) == (
        "Ramouseh",
        clock.time(max(each.ends_s for each in look), up=True),
    )
    assert (end.place, end.by) == (
        "Rashideen",
        clock.time(max(trip.free_s for trip in movement.trips), up=True),
    )


def test_another_day_is_said():
    """A column that leaves before midnight and arrives after it arrives on the next day's date."""
    late = [row for day in movement_table(town(), days()) for row in day.rows if row.departs > "23:00"]
    assert late
    assert all(row.ends[0].by.startswith(("16 Dec ", "19 Dec ")) for row in late)


@given(runs())
def test_no_departure_is_told_early(drawn):
    """What the table tells of a departure is its second, so that who goes by the table keeps every headway and every gate."""
    operation, movements = drawn
    table = movement_table(operation, movements)
    told = [row.departs for day in table for row in day.rows]
    for movement, departs in zip(movements, told, strict=True):
        if operation.start is None:
            assert departs == f"+{lasting(movement.departs_s, exact=True)}"
        else:
            moment = operation.instant(movement.departs_s)
            assert departs == (f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}")


def test_without_a_date_there_is_one_list_of_times_since_the_start():
    """An operation without a date has one heading that is empty, and elapsed times."""
    undated = town(start=None)
    (day,) = movement_table(undated, run(undated, round_robin(2)))
    assert day.day == ""
    assert day.rows[0].departs == "+8 h"


def test_the_file_has_a_row_a_movement_with_clock_and_seconds():
    """Each moment stands as local time with its offset and as seconds, and both are the same moment."""
    first, *_ = [row for row in rows(town(), days()) if row["loaded"] == "yes"]
    assert (first["movement"], first["origin"], first["release"]) == ("M005", "Amiriya", "Rashideen")
    assert (first["persons"], first["persons: lying"], first["persons: sitting"], first["persons: well"]) == (
        "512", "8", "0", "504",
    )  # fmt: skip
    assert (first["vehicles"], first["vehicles: bus"], first["vehicles: ambulance"]) == ("14", "10", "4")
    moment = town().instant(int(first["departs_s"]))
    assert first["departs"] == moment.isoformat()
    assert first["departs"].endswith("+02:00")
    assert int(first["Ramouseh: in_s"]) < int(first["Ramouseh: out_s"]) < int(first["released_s"])


def test_an_empty_movement_boards_nobody():
    """What does not happen is an empty cell, not a zero."""
    first = rows(town(), days(1))[0]
    assert (first["loaded"], first["persons"], first["boards"], first["boards_s"]) == ("no", "0", "", "")
    assert first["longest_aboard_s"] == ""


def test_a_plan_without_movements_has_its_headings():
    """Programs that read the file find its columns even when there is no row."""
    assert movements_csv(town(), ()).splitlines() == [movements_csv(town(), days(1)).splitlines()[0]]


def test_a_name_is_no_formula():
    """A place whose name begins like a formula is a name in any spreadsheet."""
    text = {name.replace("Amiriya", '=HYPERLINK("x")'): place for name, place in TOWN["places"].items()}
    roads = [
        road | {"between": tuple(end.replace("Amiriya", '=HYPERLINK("x")') for end in road["between"])}
        for road in TOWN["roads"]
    ]
    people = {name: group | {"place": group["place"].replace("Amiriya", '=HYPERLINK("x")')}
              for name, group in TOWN["people"].items()}  # fmt: skip
    renamed = town(places=text, roads=roads, people=people)
    orders = round_robin(1)
    orders = tuple(
        order.model_copy(update={
            "origin": order.origin.replace("Amiriya", '=HYPERLINK("x")'),
            "trips": tuple(
                trip.model_copy(update={
                    "comes_from": trip.comes_from.replace("Amiriya", '=HYPERLINK("x")'),
                    "destination": trip.destination.replace("Amiriya", '=HYPERLINK("x")'),
                })
                for trip in order.trips
            ),
        })
        for order in orders
    )  # fmt: skip
    assert rows(renamed, run(renamed, orders))[1]["origin"] == '\'=HYPERLINK("x")'


@given(runs())
def test_the_file_adds_up(drawn):
    """On any operation classes add up to persons and types to vehicles, in each row."""
    operation, movements = drawn
    for movement, row in zip(movements, rows(operation, movements), strict=True):
        assert int(row["persons"]) == movement.persons
        assert sum(int(row[f"persons: {name}"]) for name in operation.classes) == movement.persons
        assert int(row["vehicles"]) == len(movement.trips)
        assert sum(int(row[f"vehicles: {name}"]) for name in operation.fleet) == len(movement.trips)


@given(runs())
def test_waits_are_never_below_nothing(drawn):
    """On any operation no wait and no stand is negative, and what is ready departs no sooner."""
    operation, movements = drawn
    for movement in movements:
        line = facts(operation, movement)
        waits_s = (
            line.waits_departure_s, line.stands_checkpoint_s, line.stands_road_s, line.waits_unloading_s,
        )  # fmt: skip
        assert min(waits_s) >= 0
        assert line.released_s >= line.departs_s
        assert max(line.ends_s.values()) >= line.released_s
