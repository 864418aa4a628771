"""The report's section with the map: what it shows, and what it says that it does not show."""

import json

from korridor.papers.map_section import NO_MAP, map_section
from tests.pictures.convoys import TOWN, days, plan, town
from tests.pictures.located import ATS, located_town, placed


def test_without_coordinates_there_is_one_sentence():
    """No place has coordinates: no map, and one plain sentence why."""
    section = map_section(plan(2))
    assert (section.sheets, section.notes, section.unlocated) == ((), (NO_MAP,), ())


def test_the_notes_say_what_is_schematic_and_whose_borders():
    """Under every map: roads are straight lines, borders are de facto, and no position is taken."""
    notes = " ".join(map_section(plan(2, operation=located_town())).notes)
    assert "Roads are drawn as straight lines between places: schematic" in notes
    assert "Korridor takes no position on any border." in notes
    assert "Not drawn" not in notes


def test_places_without_coordinates_are_listed_with_their_people():
    """A place that is on no map is named, with who is there; roads to it are named as not drawn, with who they carry."""
    section = map_section(plan(operation=located_town("Amiriya", "Last government post")))
    assert [place for place, _ in section.unlocated] == ["Amiriya", "Last government post"]
    assert section.unlocated[0][1].endswith("left behind")
    carried = sum(movement.persons for movement in days() if movement.origin == "Amiriya")
    notes = " ".join(section.notes)
    assert (
        "The line between Ramouseh and Rashideen passes Last government post, which has no coordinates."
        in notes
    )
    assert (
        f"no coordinates: Amiriya – Ramouseh. {carried:,} people are carried along these on a part of their way."
        in notes
    )


def test_names_keep_their_direction_in_a_sentence():
    """Names in Arabic that follow each other in a note each keep to themselves (UAX 9)."""
    operation = town(**json.loads(json.dumps(TOWN).replace("Idlib", "إدلب").replace("Rashideen", "الراشدين")))
    known = placed(operation, {name: at for name, at in ATS.items() if name in operation.places})
    (said,) = [
        note
        for note in map_section(plan(operation=known, movements=())).notes
        if note.startswith("Not drawn")
    ]
    assert "\u2068الراشدين\u2069 – \u2068إدلب\u2069" in said


def test_a_stretched_map_warns():
    """Where the scale bar misleads at the edge of a map, the section says by how much."""
    polar = placed(town(), {name: (-89.9 + index, 20.0 * index) for index, name in enumerate(ATS)})
    (said,) = [
        note for note in map_section(plan(2, operation=polar)).notes if note.startswith("The scale is true")
    ]
    assert "times" in said
    assert not any(
        note.startswith("The scale") for note in map_section(plan(2, operation=located_town())).notes
    )


def test_long_names_stand_in_full_below():
    """A name that the map had to cut is listed in full."""
    long = "A very long name of a place, written out by somebody who had time to spare"
    operation = located_town()
    places = {(long if name == "Idlib" else name): place for name, place in operation.places.items()}
    roads = [
        road.model_copy(update={"between": tuple(long if end == "Idlib" else end for end in road.between)})
        for road in operation.roads
    ]
    renamed = operation.model_copy(update={"places": places, "roads": tuple(roads)})
    assert map_section(plan(2, operation=renamed)).sheets[0].cut == (long,)
