"""Places along the corridor."""

from korridor.pictures.corridor import corridor
from tests.pictures.convoys import days, town


def test_places_stand_at_their_distance_along_the_main_route():
    """The main route is laid out by its roads' lengths, and the other assembly places are projected on it."""
    found = corridor(town(), days())
    assert found.unit == "km"
    assert found.places == {
        "Salah Eddin": 0,
        "Amiriya": 1500,
        "Sukkari square": 1900,
        "Ramouseh": 4500,
        "Last government post": 11300,
        "Rashideen": 25500,
    }


def test_columns_back_make_the_same_line_as_columns_out():
    """Empty columns alone lay the same corridor out, as far as they drive it."""
    empty = [movement for movement in days() if not movement.loaded]
    assert corridor(town(), empty).places == {"Ramouseh": 0, "Last government post": 6800, "Rashideen": 21000}


def test_roads_without_a_length_are_laid_out_by_their_time():
    """Where one road has a time alone, the line is in driving time, so that nothing is invented."""
    dumped = town().model_dump()
    roads = [{**road, "length_m": None, "speed_m_per_h": None, "time_s": 600} for road in dumped["roads"]]
    convoy = dumped["convoy"] | {"spacing_m": 0}
    found = corridor(town(roads=roads, convoy=convoy), days())
    assert found.unit == "min"
    assert found.places["Rashideen"] == 1800


def test_where_nobody_drives_in_column_places_stand_under_each_other():
    """Single vehicles make no line: places are listed, inside first, without a distance."""
    single = [movement.model_copy(update={"passages": ()}) for movement in days() if movement.loaded]
    found = corridor(town(), single)
    assert found.unit == ""
    assert found.places == {"Amiriya": 0, "Salah Eddin": 1, "Sukkari square": 2, "Rashideen": 3}
