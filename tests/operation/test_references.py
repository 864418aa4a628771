"""What a file refers to, and what leans on something else in it."""

from tests.operation.tiny import TINY, faults, with_line


def test_references_are_held_wherever_they_stand():
    """Gates, fixed routes, pairs of classes, limits and hours all refer to what exists."""
    text = with_line("start: 2016-12-15T06:00+02:00\n", "")
    text = text.replace("closes: 2016-12-15T20:00+02:00", "closes: +14 h")
    text = text.replace("{kind: depot}", "{kind: depot, hours: '06:00-18:00'}")
    text = text.replace("per_person: 6 s", "per_person: {wel: 6 s}")
    text = text.replace("number: 2,", "number: 2, duty: '06:00-18:00', serves: [Sqare],")
    text += (
        "via: [{through: [Square, Camp]}]\n"
        "gates: [{name: g, out_of: [Sqare], beyond: 0, until: 1, of_places: [Kamp]}]\n"
        "apart: [[lying, wel]]\n"
        "time_aboard: {wel: 3 h}\n"
    )
    assert faults(text) == [
        "tiny.yaml:9: places.Gatehouse.per_person.wel: 'wel' is not a class; did you mean 'well'? "
        "one of lying, sitting, well, default",
        "tiny.yaml:11: places.Park.hours: hours need the operation's start, to know the time of day; "
        "add start",
        "tiny.yaml:25: fleet.ambulance.serves[0]: 'Sqare' is not a place; did you mean 'Square'? "
        "one of Square, Gatehouse, Camp, Park",
        "tiny.yaml:25: fleet.ambulance.duty: duty hours need the operation's start, to know the time of day; "
        "add start",
        "tiny.yaml:30: via[0].through: no road leads from 'Square' to 'Camp'; add it to roads",
        "tiny.yaml:31: gates[0].out_of[0]: 'Sqare' is not a place; did you mean 'Square'? "
        "one of Square, Gatehouse, Camp, Park",
        "tiny.yaml:31: gates[0].of_places[0]: 'Kamp' is not a place; did you mean 'Camp'? "
        "one of Square, Gatehouse, Camp, Park",
        "tiny.yaml:32: apart[0][1]: 'wel' is not a class of the scheme care; did you mean 'well'? "
        "one of lying, sitting, well",
        "tiny.yaml:33: time_aboard.wel: 'wel' is not a class of the scheme care; did you mean 'well'? "
        "one of lying, sitting, well, default",
    ]


def test_a_way_is_fixed_once():
    """Two fixed routes between the same ends would leave it to chance which one holds."""
    text = TINY + "via:\n  - {through: [Square, Gatehouse]}\n  - {through: [Square, Gatehouse]}\n"
    assert faults(text) == [
        "tiny.yaml:33: via[1].through: the way from 'Square' to 'Gatehouse' is fixed already, by via[0]; fix "
        "it once"
    ]


def test_a_truce_road_needs_a_truce_and_a_column_its_length():
    """What only makes sense together is asked for together."""
    text = TINY[: TINY.index("truce:\n  announced")]
    text = text.replace("    length: 21 km\n    speed: 40 km/h\n", "    time: 30 min\n")
    assert faults(text) == [
        "tiny.yaml:15: roads[1]: columns with a spacing use this road; give its length too",
        "tiny.yaml:17: roads[1].truce: a truce road, but the operation has no truce; add truce with "
        "its windows",
    ]


def test_people_need_a_place_that_receives_them():
    """An operation without any reception, hospital, transit centre or transfer is a slip."""
    assert faults(with_line("{kind: reception, capacity: 500}", "{kind: junction}")) == [
        "tiny.yaml:4: places: no place receives people; one of the kinds transfer, transit centre, "
        "reception, hospital is needed"
    ]
