"""What cannot work is found, with the numbers that clash; what can work is not called impossible."""

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.operation.check import Severity, check
from korridor.operation.count import Count
from korridor.operation.horizon import until
from korridor.operation.ways import Ways
from korridor.pictures.people_out import out_by_group
from tests.operation.tiny import TINY, operation, with_line
from tests.strategies import operations, orders


def found(text: str) -> list[str]:
    return [str(finding) for finding in check(operation(text))]


WINDOW = "opens: +1 h, closes: 2016-12-15T20:00+02:00"
FOUA = TINY.replace("  Park: {kind: depot}", "  Park: {kind: depot}\n  Foua: {kind: assembly}")
FOUA = FOUA.replace("people:\n", "  - {between: [Foua, Camp], time: 1 h}\npeople:\n").replace("500", "900")
FOUA = FOUA.replace("fleet:\n", "  foua: {at: Foua, class: well, count: 300}\nfleet:\n")

CLASHES = {
    "no stretcher": (
        with_line("{stretchers: 2, seats: 1}", "{seats: 1}"),
        ["impossible: people.hurt: each of 6 people needs a stretcher; no vehicle has one"],
    ),
    "a party too large": (
        with_line("class: well, count: 200", "class: well, count: 240, party: 60"),
        [
            "impossible: people.well: a party of 60 (60 × seat) fits no vehicle: bus has 50 × seat; "
            "ambulance "
            "has 1 × seat and 2 × stretcher"
        ],
    ),
    "too many companions": (
        with_line("class: lying, count: 6", "class: lying, count: 6, companions: 2"),
        [
            "impossible: people.hurt: a party of 3 (1 × stretcher and 2 × seat) fits no vehicle: bus has "
            "50 × seat; ambulance has 1 × seat and 2 × stretcher"
        ],
    ),
    "no way": (
        with_line("[Square, Gatehouse], length", "[Gatehouse, Square], one_way: true, length"),
        [
            "impossible: people.well: 200 people: no way leads from Square to Camp, where they may be taken",
            "impossible: people.hurt: 6 people: no way leads from Square to Camp, where they may be taken",
        ],
    ),
    "no safe place": (
        with_line("{kind: reception, capacity: 500}", "{kind: transfer, side: corridor}"),
        [
            "impossible: people.well: 200 people: from Square they come only to Camp, which is not safe "
            "ground",
            "impossible: people.hurt: 6 people: from Square they come only to Camp, which is not safe ground",
        ],
    ),
    "nowhere to be taken": (
        with_line("class: well, count: 200", "class: well, count: 200, to: []"),
        ["impossible: people.well: 200 people may be taken nowhere; to is an empty list"],
    ),
    "vehicles cannot come": (
        with_line("[Camp, Park], time: 5 min", "[Camp, Park], time: 5 min, one_way: true"),
        [
            "impossible: fleet.bus.depots: bus cannot come from Park to Square: no road leads there",
            "impossible: fleet.ambulance.depots: ambulance cannot come from Park to Square: no road leads "
            "there",
            "warning: fleet.bus.depots.Park: 4 of bus at Park can come to no place where people wait for "
            "them",
            "warning: fleet.ambulance.depots.Park: 2 of ambulance at Park can come to no place where "
            "people wait "
            "for them",
        ],
    ),
    "the only fitting type does not serve": (
        with_line("turn_round: 5 min", "serves: [Camp, Park]"),
        [
            "impossible: fleet.ambulance.serves: ambulance does not serve Square, where 'hurt' board",
        ],
    ),
    "no escort": (
        with_line("escorts: 2", "escorts: 0"),
        [
            "impossible: convoy.escorts: 0 escorts, and every loaded column needs one; leave escorts out "
            "where "
            "none is needed"
        ],
    ),
    "too few vehicles": (
        with_line("least: 1, most: 5", "least: 7, most: 9"),
        ["impossible: convoy.least: a loaded column has 7 vehicles or more; only 6 can come to Square"],
    ),
    "what a column must have": (
        with_line("escorts: 2", "must_have: {ambulance: 3}"),
        [
            "impossible: convoy.must_have.ambulance: a loaded column must have 3 of ambulance; 2 can come to "
            "Square"
        ],
    ),
    # 21 km at 40 km/h are 1890 s; with 600 s of margin, 2490 s is enough and 2489 s is not.
    "the longest window a second too short": (
        with_line(WINDOW, "opens: +1 h, closes: +6089 s"),
        [
            "impossible: truce: one vehicle needs 31 min 30 s to pass Gatehouse – Camp and 10 min of margin; "
            "the longest window lasts 41 min 29 s"
        ],
    ),
    "the longest window just enough": (with_line(WINDOW, "opens: +1 h, closes: +6090 s"), []),
    # Five vehicles 50 m apart are 200 m long: 18 s more.
    "a window too short for a column": (
        with_line(WINDOW, "opens: +1 h, closes: +6107 s").replace("least: 1", "least: 5"),
        [
            "impossible: truce: a column of 5 needs 31 min 48 s to pass Gatehouse – Camp and 10 min of "
            "margin; "
            "the longest window lasts 41 min 47 s"
        ],
    ),
    "a window just enough for a column": (
        with_line(WINDOW, "opens: +1 h, closes: +6108 s").replace("least: 1", "least: 5"),
        [],
    ),
    # 360 s to the gatehouse, 60 + 6 s there, 1890 s to the camp: 2316 s by ambulance, and 6 s more by bus.
    "aboard for too long": (
        TINY + "time_aboard: {default: 6 h, well: 2315 s}\n",
        [
            "impossible: people.well: well may be aboard for 38 min 35 s; the quickest trip, from Square "
            "to Camp "
            "by ambulance, takes 38 min 36 s"
        ],
    ),
    "aboard just long enough": (
        TINY + "time_aboard: {default: 6 h, well: 2316 s}\n",
        [
            "warning: fleet.bus: bus brings nobody anywhere: well may be aboard for 38 min 36 s; the "
            "quickest "
            "trip, from Square to Camp by bus, takes 38 min 42 s"
        ],
    ),
    # Loaded in an ambulance's bay for 300 s before that.
    "available too briefly": (
        with_line("turn_round: 5 min", "turn_round: 5 min, available_until: +2615 s"),
        [
            "impossible: fleet.ambulance: available for 43 min 35 s; the quickest trip from Square to "
            "Camp takes "
            "43 min 36 s",
        ],
    ),
    "available just long enough": (
        with_line("turn_round: 5 min", "turn_round: 5 min, available_until: +2616 s"),
        [],
    ),
    "on duty too briefly": (
        with_line("layouts: [{seats: 50}]", "layouts: [{seats: 50}], duty: '06:00-06:38'"),
        [
            "warning: fleet.bus: bus brings nobody anywhere: on duty for 38 min a day; the quickest trip "
            "from "
            "Square to Camp takes 38 min 38 s"
        ],
    ),
    "reception too small": (
        with_line("capacity: 500", "capacity: 205"),
        [
            "impossible: places: room for 205 people at Camp, but 206 can go nowhere else (well, hurt): 1 "
            "cannot "
            "be received, so not everybody can be brought out"
        ],
    ),
    "reception just large enough": (with_line("capacity: 500", "capacity: 206"), []),
    "a gate whose schedule ends too soon": (
        TINY
        + "gates: [{name: Foua, out_of: [Square], beyond: 100, until: 500, "
        + "of_schedule: [{by: +5 h, persons: 499}]}]\n",
        [
            "impossible: gates[0]: Foua never opens: it waits until 500 people are out, and its schedule "
            "ends at "
            "499; so 106 of 206 people stay at Square"
        ],
    ),
    "a gate that opens after the horizon": (
        TINY
        + "gates: [{name: Foua, out_of: [Square], beyond: 0, until: 500, "
        + "of_schedule: [{by: +14 h, persons: 500}]}]\n",
        [
            "impossible: gates[0]: Foua never opens: its schedule opens it 14 h after the start, and the "
            "horizon "
            "is 14 h after it; so 206 of 206 people stay at Square"
        ],
    ),
    "two gates that wait for each other": (
        FOUA
        + "gates:\n"
        + "  - {name: one, out_of: [Square], beyond: 10, until: 21, of_places: [Foua]}\n"
        + "  - {name: two, out_of: [Foua], beyond: 20, until: 11, of_places: [Square]}\n",
        [
            "impossible: gates[0]: one never opens: it waits until 21 people are out of Foua, and 20 can "
            "be; so "
            "196 of 206 people stay at Square",
            "impossible: gates[1]: two never opens: it waits until 11 people are out of Square, and 10 "
            "can be; so "
            "280 of 300 people stay at Foua",
        ],
    ),
    "two gates that open each other": (
        FOUA
        + "gates:\n"
        + "  - {name: one, out_of: [Square], beyond: 10, until: 20, of_places: [Foua]}\n"
        + "  - {name: two, out_of: [Foua], beyond: 20, until: 11, of_places: [Square]}\n",
        [],
    ),
    "a gate that holds nobody": (
        TINY
        + "gates: [{name: Foua, out_of: [Square], beyond: 206, until: 500, "
        + "of_schedule: [{by: +5 h, persons: 1}]}]\n",
        ["warning: gates[0]: Foua holds nobody: 206 people are at Square, and 206 may leave before it opens"],
    ),
    "a gate that is open": (
        TINY
        + "gates: [{name: Foua, out_of: [Square], beyond: 0, until: 0, "
        + "of_schedule: [{by: +5 h, persons: 1}]}]\n",
        ["warning: gates[0]: Foua is open from the start: it waits until 0 people are out"],
    ),
    "a rule that binds nothing": (
        with_line("    truce: true\n    headway: 10 min\n", "")
        .replace("kind: checkpoint\n    lanes: 2", "kind: junction")
        .replace("    per_vehicle: 60 s\n    per_person: 6 s\n", ""),
        [
            "warning: convoy: binds nobody: no way out has a road with truce, headway or alternate, nor a "
            "checkpoint"
        ],
    ),
    "a halt where no column comes": (
        with_line("escorts: 2", "escorts: 2, halts: [{at: Park, lasts: 5 min}]"),
        ["warning: convoy.halts[0]: no column of people comes through Park, so none halts there"],
    ),
    "places on nobody's way, and named alike": (
        with_line(
            "Park: {kind: depot}",
            "Park: {kind: depot}\n  Old mill: {kind: junction}\n  cámp: {kind: junction}",
        ),
        [
            "warning: places.Old mill: nobody's way leads by this junction",
            "warning: places.cámp: nobody's way leads by this junction",
            "warning: places.cámp: 'Camp' and 'cámp' are two places with names that look or sound the same",
        ],
    ),
    "vehicles that stand apart": (
        with_line("bus: {depot: Park, number: 4", "bus: {depots: {Park: 4, Far: 3}").replace(
            "  Park: {kind: depot}", "  Park: {kind: depot}\n  Far: {kind: depot}"
        ),
        ["warning: fleet.bus.depots.Far: 3 of bus at Far can come to no place where people wait for them"],
    ),
    "nobody": (
        with_line("count: 200", "count: 0").replace("count: 6", "count: 0"),
        ["warning: people: nobody is to be brought out"],
    ),
}


def test_a_sound_operation_has_no_finding():
    """Where nothing clashes, nothing is said."""
    assert found(TINY) == []


@pytest.mark.parametrize(("text", "lines"), CLASHES.values(), ids=CLASHES.keys())
def test_what_clashes_is_named_with_its_numbers(text, lines):
    """One change to a sound operation gives these findings; at the very edge it gives none."""
    assert found(text) == lines


def test_findings_of_different_kinds_come_together():
    """Each thing that alone makes an operation impossible is said at once."""
    text = with_line("escorts: 2", "escorts: 0").replace("{stretchers: 2, seats: 1}", "{seats: 1}")
    text = text.replace("capacity: 500", "capacity: 150").replace(WINDOW, "opens: +1 h, closes: +80 min")
    assert [(each.severity, each.where) for each in check(operation(text))] == [
        (Severity.IMPOSSIBLE, where) for where in ("convoy.escorts", "truce", "people.hurt", "places")
    ]


def test_what_bars_only_together_is_said_together():
    """Where buses are barred by one rule and ambulances by another, both are said."""
    text = with_line("turn_round: 5 min", "serves: [Camp]").replace("boarding: 4 s", "boarding: 1 h")
    text = text.replace("  hurt: {at: Square, class: lying, count: 6}\n", "") + "time_aboard: 1 h\n"
    assert found(text)[:2] == [
        "impossible: fleet.ambulance.serves: ambulance does not serve Square, where 'well' board",
        "impossible: people.well: well may be aboard for 1 h; the quickest trip, from Square to Camp by bus, "
        "takes 1 h 38 min 38 s",
    ]


def test_a_horizon_before_the_truce_is_said():
    """Cut by the horizon, no window is left."""
    assert [str(each) for each in check(until(operation(), "+1 h"))] == [
        "impossible: truce: one vehicle needs 31 min 30 s to pass Gatehouse – Camp and 10 min of margin; no "
        "window is left"
    ]


def test_what_keeps_only_some_back_leaves_a_plan_for_the_most():
    """Too little room stops a plan that must bring out everybody, and not one that brings out the most."""
    (short,) = check(operation(with_line("capacity: 500", "capacity: 205")))
    assert short.stops(everybody=True) and not short.stops(everybody=False)
    (barred,) = check(operation(with_line("escorts: 2", "escorts: 0")))
    assert barred.stops(everybody=True) and barred.stops(everybody=False)
    (idle,) = check(operation(with_line("count: 200", "count: 0").replace("count: 6", "count: 0")))
    assert not idle.stops(everybody=True)


def test_people_go_on_from_a_transfer_that_is_not_safe():
    """A way out may lead through a transfer inside; room there is no room to stay."""
    text = with_line("  Park: {kind: depot}", "  Park: {kind: depot}\n  Yard: {kind: transfer, side: inside}")
    text = text.replace(
        "[Square, Gatehouse], length", "[Square, Yard], time: 1 min}\n  - {between: [Yard, Gatehouse], length"
    )
    assert found(text) == []
    assert found(text.replace("capacity: 500", "capacity: 205"))[0].startswith(
        "impossible: places: room for 205 people at Camp, but 206 can go nowhere else (well, hurt): 1 cannot"
    )


@given(st.data())
def test_whoever_got_out_is_not_called_impossible(data):
    """Of the people whom a clockwork's run brought out, in whatever way, nothing is said to be impossible."""
    drawn = data.draw(operations())
    out = out_by_group(drawn, run(drawn, data.draw(orders(drawn))))
    exactly = {
        name: Count(wording="exact", low=persons, high=persons, central=persons)
        for name, persons in out.items()
        if persons
    }
    event("somebody got out" if exactly else "nobody got out")
    went = {name: drawn.people[name].model_copy(update={"count": count}) for name, count in exactly.items()}
    findings = check(drawn.model_copy(update={"people": went}))
    assert not [finding for finding in findings if finding.stops(everybody=True)]


@given(operations())
def test_a_group_without_a_road_is_found(drawn):
    """Whoever has no route to any place that receives people is named."""
    ways = Ways(drawn)
    rooms = [name for name, place in drawn.places.items() if place.side == "safe" and place.kind != "depot"]
    for name, group in drawn.people.items():
        if group.persons and not any(ways.route(group.place, room) for room in group.to or rooms):
            assert any(each.where == f"people.{name}" for each in check(drawn))


def test_a_source_of_a_value_that_was_changed_is_found():
    """Whoever changes a number is told that its source speaks of another one, and of sources that lead nowhere."""
    text = with_line("bays: 2", "bays: 3").replace("lanes: 2", "lanes: {value: 2, source: seen}")
    text += (
        "sources:\n"
        '  - {path: places.Square.bays, value: "2", source: ours}\n'
        '  - {path: "roads[9].length", value: 2 km, source: map}\n'
    )
    assert found(text) == [
        "warning: places.Square.bays: its source speaks of '2', and the file has '3'; mend one of them",
        "warning: roads[9].length: a source speaks of this, and nothing in the file has this path; mend the path",
    ]
