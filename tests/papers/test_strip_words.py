"""What a strip map says at each place."""

from korridor.papers.strip import strips
from korridor.papers.strip_words import strip_lines
from tests.pictures.convoys import TOWN, days, free_town, town
from tests.pictures.located import located_town

CHECKPOINT = "Does everybody get out? ______ (not in the file; ask before you leave)"


def lines(operation, loaded=True, origin="Amiriya"):
    strip = next(each for each in strips(operation, days(3)) if each.origin == origin)
    return {line.place: line for line in strip_lines(operation, strip.out if loaded else strip.back, loaded)}


def test_the_way_out_tells_what_happens_where():
    """From boarding to getting off: the convoy rule, the checkpoint, the truce road and its headway, each where it happens."""
    said = lines(town())
    assert said["Amiriya"].here == (
        "People board here.",
        "8 vehicles at a time.",
        "COLUMN FORMS UP: 2 to 20 vehicles, 50 m from vehicle to vehicle.",
        "Marshalling takes 10 min.",
        "Leave with an escort only.",
    )
    assert said["Ramouseh"].here == (
        "CHECKPOINT: every vehicle is looked at, in 4 lanes.",
        "Planned: 3 min a vehicle, 6 s a person.",
        CHECKPOINT,
        "Wait behind it: the column goes on when its last vehicle is through.",
        "TRUCE ROAD BEGINS: enter only while the truce holds. Be off it 15 min before the truce ends.",
        "Leave 20 min or more after the head of the column before you.",
    )
    assert said["Last government post"].here == ()
    assert said["Rashideen"].here == (
        "TRUCE ROAD ENDS.",
        "RELEASE POINT: the column ends here.",
        "People get off here.",
        "20 vehicles at a time.",
    )


def test_the_way_back_is_told_the_other_way_round():
    """Empty vehicles form up where the truce road begins for them, owe no escort, and have the checkpoint's inward lanes."""
    said = lines(town(), loaded=False)
    assert said["Rashideen"].here == (
        "Start from here, empty.",
        "COLUMN FORMS UP: at most 20 vehicles, 50 m from vehicle to vehicle.",
        "Marshalling takes 10 min.",
        "TRUCE ROAD BEGINS: enter only while the truce holds. Be off it 15 min before the truce ends.",
    )
    assert (
        "Leave 20 min or more after the head of the column before you." in said["Last government post"].here
    )
    assert said["Ramouseh"].here[:2] == (
        "TRUCE ROAD ENDS.",
        "CHECKPOINT: every vehicle is looked at, in 4 lanes.",
    )
    assert CHECKPOINT not in said["Ramouseh"].here
    assert said["Amiriya"].here == ("You are back: people board here.", "8 vehicles at a time.")


def test_figures_stand_beside_each_place():
    """Distance from the start and from the last place, driving time to the minute upward, kind, side and coordinates."""
    line = lines(located_town())["Last government post"]
    assert (line.from_start, line.from_last) == ("9.8", "6.8")
    assert (line.drive, line.drive_total) == ("21 min", "30 min")
    assert (line.what, line.at) == ("junction, corridor", "36.16000, 37.09000")
    first = lines(town())["Amiriya"]
    assert (first.from_start, first.from_last, first.drive, first.at) == ("0.0", "", "", "no coordinates")


def test_the_line_down_the_sheet_is_the_road():
    """Each place carries the kind of the road that leads on from it."""
    assert [line.rail for line in lines(town()).values()] == ["plain", "truce", "truce", "end"]
    assert [line.rail for line in lines(free_town()).values()] == ["plain", "controlled", "controlled", "end"]


def test_a_road_without_a_length_has_none():
    """Where a road has a time only, no distance is made up, from there on to the end."""
    roads = [
        {key: value for key, value in road.items() if key not in ("length_m", "speed_m_per_h")} | {"time_s": 600}
        if road["between"][0] == "Ramouseh" else road
        for road in TOWN["roads"]
    ]  # fmt: skip
    said = lines(town(roads=roads, convoy=TOWN["convoy"] | {"spacing_m": 0}))
    assert (said["Last government post"].from_last, said["Rashideen"].from_start) == ("–", "–")
    assert said["Rashideen"].from_last == "14.2"
    assert said["Last government post"].drive == "10 min"


def test_what_the_file_asks_of_drivers_is_said():
    """A halt, one direction at a time, what must be in the column, hours, and a checkpoint that lets each vehicle go."""
    places = TOWN["places"] | {
        "Ramouseh": TOWN["places"]["Ramouseh"] | {"release": "vehicle", "hours": "06:00-22:00"}
    }
    roads = [road | {"alternate": road["between"][0] == "Last government post"} for road in TOWN["roads"]]
    convoy = TOWN["convoy"] | {
        "halts": [{"place": "Last government post", "lasts_s": 1200}],
        "must_have": {"ambulance": 2},
        "escorts": None,
    }
    said = lines(town(places=places, roads=roads, convoy=convoy))
    assert said["Last government post"].here == (
        "HALT, 20 min.",
        "ONE DIRECTION AT A TIME: wait until the column that comes towards you is off the next road.",
    )
    assert "Leave with 2 ambulance in the column only." in said["Amiriya"].here
    assert "Leave with an escort only." not in said["Amiriya"].here
    assert "Each vehicle goes on when it is through; close up again." in said["Ramouseh"].here
    assert "Open 06:00-22:00 only." in said["Ramouseh"].here
