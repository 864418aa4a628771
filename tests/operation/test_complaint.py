"""What is wrong with a value, in the file's own words."""

import re

import pytest

from tests.operation.tiny import faults, with_line


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "length: 21 km",
            "length: 21",
            [
                "tiny.yaml:16: roads[1].length: 21 has no unit; write for example 21 km or 6800 m "
                "(units: m, km)"
            ],
        ),
        (
            "class: lying, count: 6",
            "class: lying, count: 6, need: strecher",
            [
                "tiny.yaml:23: people.hurt.need: 'strecher' is not a need; did you mean 'stretcher'? "
                "one of seat, stretcher, wheelchair"
            ],
        ),
        (
            "headway: 10 min",
            "hedway: 10 min",
            [
                "tiny.yaml:19: roads[1].hedway: a road has no key 'hedway'; did you mean 'headway'? its keys "
                "are between, length, speed, time, back, one_way, truce, headway, alternate, risk"
            ],
        ),
        (
            "length: 21 km",
            "length_m: 21 km",
            [
                "tiny.yaml:16: roads[1].length_m: a road has no key 'length_m'; did you mean 'length'? "
                "its keys "
                "are between, length, speed, time, back, one_way, truce, headway, alternate, risk",
            ],
        ),
        (
            "{kind: depot}",
            "{}",
            ["tiny.yaml:12: places.Park: kind is missing; a place needs kind"],
        ),
        (
            "    lanes: 2\n",
            "",
            ["tiny.yaml:6: places.Gatehouse: a checkpoint needs lanes, for example lanes: 4"],
        ),
        (
            "margin: 10 min",
            "margin: 10 min\n  when_broken: turn",
            [
                "tiny.yaml:31: truce.when_broken: 'turn' is not a way to act when the truce breaks; "
                "one of on, back, shelter"
            ],
        ),
        (
            "truce:\n",
            f"orders: {{radio: {'x' * 121}}}\ntruce:\n",
            ["tiny.yaml:28: orders.radio: a text of 121 letters; 120 or fewer"],
        ),
        (
            "truce:\n",
            "orders: {channel: 4}\ntruce:\n",
            [
                "tiny.yaml:28: orders.channel: a sheet of march orders has no key 'channel'; its keys are "
                "radio, control_room, counts_to"
            ],
        ),
        (
            "[Camp, Park]",
            "[Camp]",
            ["tiny.yaml:20: roads[2].between: a list of 1; it needs 2"],
        ),
        (
            "[Camp, Park]",
            "[Camp, Prak]",
            [
                "tiny.yaml:20: roads[2].between[1]: 'Prak' is not a place; did you mean 'Park'? "
                "one of Square, Gatehouse, Camp, Park"
            ],
        ),
        (
            "[Camp, Park]",
            "[Camp, Camp]",
            ["tiny.yaml:20: roads[2]: a road joins two different places, not 'Camp' with itself"],
        ),
        (
            "at: Square, class: well",
            "at: Square, to: [Park, Camp, Camp], class: well",
            [
                "tiny.yaml:22: people.well.to[0]: 'Park' is not a place that receives people; one of Camp",
                "tiny.yaml:22: people.well.to[2]: 'Camp' stands here twice; name it once",
            ],
        ),
        (
            "class: well",
            "class: men",
            [
                "tiny.yaml:22: people.well.class: 'men' is not a class of the scheme care; one of "
                "lying, sitting, well"
            ],
        ),
        (
            "bus: {depot: Park, number: 4",
            "bus: {depot: Park",
            [
                "tiny.yaml:25: fleet.bus: depot and number go together; or write depots, with a number for "
                "each place"
            ],
        ),
        (
            "bus: {depot: Park, number: 4",
            "bus: {depot: Park, number: 4, depots: {Camp: 1}",
            ["tiny.yaml:25: fleet.bus.depots: a vehicle type has depot and number, or depots; not both"],
        ),
        (
            "bus: {depot: Park, number: 4",
            "bus: {depot: Park, number: none",
            ["tiny.yaml:25: fleet.bus.number: 'none' is not a whole number; write for example 4"],
        ),
        (
            "bus: {depot: Park, number: 4, ",
            "bus: {",
            [
                "tiny.yaml:25: fleet.bus: depots is missing; write depots, with a number for each place, or "
                "depot and number"
            ],
        ),
        (
            "boarding: 4 s",
            "boarding: 4",
            [
                "tiny.yaml:25: fleet.bus.boarding: 4 has no unit; write for example 20 min, 6 h or 90 s "
                "(units: s, min, h, d)"
            ],
        ),
        (
            "boarding: 4 s",
            "boarding: {chair: 4 s}",
            [
                "tiny.yaml:25: fleet.bus.boarding.chair: 'chair' is not a need; one of seat, stretcher, "
                "wheelchair"
            ],
        ),
        (
            "layouts: [{seats: 50}]",
            "layouts: []",
            ["tiny.yaml:25: fleet.bus.layouts: an empty list; it needs 1 or more"],
        ),
        (
            "layouts: [{seats: 50}]",
            "layouts: [{seats: 0.5}]",
            ["tiny.yaml:25: fleet.bus.layouts[0].seats: '0.5' is not a whole number; write for example 4"],
        ),
        (
            "layouts: [{seats: 50}]",
            "layouts: {seats: 50}",
            [
                "tiny.yaml:25: fleet.bus.layouts: a table of keys and values stands where a list belongs; "
                "write [ ] around it, or - before each"
            ],
        ),
        (
            "  Park: {kind: depot}",
            "  Park: depot",
            [
                "tiny.yaml:12: places.Park: 'depot' stands where a place belongs; its keys are kind, side, "
                "bays, hours, capacity, lanes, per_vehicle, per_person, release, at"
            ],
        ),
        (
            "{kind: reception, capacity: 500}",
            "{kind: reception, capacity: -1, at: [91, nan]}",
            [
                "tiny.yaml:11: places.Camp.capacity: -1 is too small; 0 or more",
                "tiny.yaml:11: places.Camp.at[0]: 91 is too large; 90 or less",
                "tiny.yaml:11: places.Camp.at[1]: 'nan' is not a number; write for example 1.5",
            ],
        ),
        (
            "{kind: reception, capacity: 500}",
            "{kind: reception, capacity: }",
            ["tiny.yaml:11: places.Camp.capacity: nothing stands here; write a value, or leave the key out"],
        ),
        (
            "name: Tiny",
            "name: 2016",
            ["tiny.yaml:2: name: 2016 stands where a text belongs; put it in quotes"],
        ),
        (
            "name: Tiny\n",
            "",
            ["tiny.yaml:1: name is missing; an operation needs name, places, roads, people, fleet"],
        ),
        ("name: Tiny", "name: ''", ["tiny.yaml:2: name: an empty text; write a name"]),
        ("korridor: 1", "korridor: 2", ["tiny.yaml:1: korridor: 2 is not known here; one of 1"]),
        (
            "truce: true",
            "truce: perhaps",
            ["tiny.yaml:18: roads[1].truce: 'perhaps' is neither true nor false; write true or false"],
        ),
        (
            "start: 2016-12-15T06:00+02:00\n",
            "",
            [
                "tiny.yaml:28: truce.announced[0].closes: 2016-12-15T20:00+02:00 is an instant, but the "
                "operation has "
                "no start; give start, or write for example +6 h",
            ],
        ),
        (
            "start: 2016-12-15T06:00+02:00",
            "start: at dawn",
            [
                "tiny.yaml:3: start: 'at dawn' is not an instant; write for example 2016-12-15T09:00+02:00",
            ],
        ),
        ("least: 1, most: 5", "least: 6, most: 5", ["tiny.yaml:27: convoy: least 6 is more than most 5"]),
        (
            "escorts: 2",
            "escorts: 2, must_have: {ambulanse: 1}",
            [
                "tiny.yaml:27: convoy.must_have.ambulanse: 'ambulanse' is not a vehicle type; did you mean "
                "'ambulance'? one of bus, ambulance",
            ],
        ),
        (
            "escorts: 2",
            "escorts: 2, halts: [{at: Gatehous, lasts: 5 min}]",
            [
                "tiny.yaml:27: convoy.halts[0].at: 'Gatehous' is not a place; did you mean 'Gatehouse'? "
                "one of Square, Gatehouse, Camp, Park",
            ],
        ),
    ],
)
def test_a_fault_is_told_in_the_words_of_the_file(old, new, lines):
    """One change to a sound file gives these lines, and nothing that only follows from it."""
    assert faults(with_line(old, new)) == lines


def test_every_fault_is_told_at_once():
    """Faults of syntax, of value and of reference come together, also inside the same road or group."""
    text = with_line("length: 21 km", "length: 21").replace("[Gatehouse, Camp]", "[Gatehouse, Kamp]")
    text = text.replace("lanes: 2", "lanes: 2\n    lanes: 3")
    text = text.replace("class: lying, count: 6", "class: lyin, count: six")
    assert [re.sub(r": (['0-9]\S*) .*", r": \1", line) for line in faults(text)] == [
        "tiny.yaml:9: places.Gatehouse.lanes: stands here a second time, and first in line 8; write it once",
        "tiny.yaml:16: roads[1].between[1]: 'Kamp'",
        "tiny.yaml:17: roads[1].length: 21",
        "tiny.yaml:24: people.hurt.count: 'six'",
        "tiny.yaml:24: people.hurt.class: 'lyin'",
    ]


def test_a_name_is_not_called_unknown_because_it_is_faulty_itself():
    """Whoever refers to a faulty place, type or scheme is not blamed for it."""
    assert faults(with_line("{kind: reception, capacity: 500}", "{kind: recepton}")) == [
        "tiny.yaml:11: places.Camp.kind: 'recepton' is not a kind of place; did you mean 'reception'? one of "
        "assembly, depot, checkpoint, transfer, transit centre, reception, hospital, junction"
    ]
    assert faults(with_line("name: Tiny", "name: Tiny\nscheme: cares")) == [
        "tiny.yaml:3: scheme: 'cares' is not a scheme of classes; did you mean 'care'? one of care, age-sex"
    ]
    assert faults(with_line("margin: 10 min", "margin: 10")) == [
        "tiny.yaml:30: truce.margin: 10 has no unit; write for example 20 min, 6 h or 90 s "
        "(units: s, min, h, d)"
    ]


def test_a_decimal_comma_inside_braces_is_told_as_what_it_is():
    """{length: 3,5 km} is two keys to YAML; the person who wrote it is told of the comma."""
    assert faults(with_line("length: 2 km", "length: 2,5 km")) == [
        "tiny.yaml:14: roads[0].5 km: a comma inside { } ends a value; write a point before '5 km', as in 3.5 km",
        "tiny.yaml:14: roads[0].length: 2 has no unit; write for example 21 km or 6800 m (units: m, km)",
    ]
