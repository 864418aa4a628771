"""Found roads put into the file that a person wrote."""

import pytest

from korridor.operation.fault import Faults
from korridor.operation.read import read_operation, read_yaml
from korridor.papers.roads_files import write_roads
from korridor.roads.find import find_roads
from korridor.roads.request import Request
from korridor.roads.speed_rules import read_speed_rules
from korridor.roads.spliced import spliced
from tests.roads.town import PLACES, ROADS, find_in_town, write_town


def test_everything_else_stays_as_it_was_written(tmp_path):
    """Comments, order and spacing of the author's file remain; only places and roads gain or change lines."""
    found = find_in_town(tmp_path)
    text = found.request.file.read_text()
    text = text.replace("people:", "\n# Who is there, as counted on Sunday.\npeople:   # all of them")
    text = text.replace("places:", "places: # six")
    made = spliced(text, "town.yaml", found)
    kept = [line for line in text.split("\n") if line != "roads: []"]
    lines = made.split("\n")
    assert [line for line in lines if line in kept] == kept
    assert read_yaml(made, "town.yaml").roads == found.operation.roads


def test_sections_may_stand_in_any_order(tmp_path):
    """Roads before places, or last in the file, are replaced all the same."""
    found = find_in_town(tmp_path)
    text = found.request.file.read_text().replace("roads: []\n", "")
    for other in (text.replace("places:", "roads: []\nplaces:"), text + "roads: []\n", text + "roads: []"):
        assert read_yaml(spliced(other, "town.yaml", found), "town.yaml").roads == found.operation.roads


def test_roads_on_several_lines_are_replaced_whole(tmp_path):
    """The old roads go with all their lines, and with nothing of what follows."""
    found = find_in_town(tmp_path)
    old = "roads:\n  - between: [Square, Camp]\n    # by night\n    time: 3 h\n\n# The people.\n"
    made = spliced(found.request.file.read_text().replace("roads: []\n", old), "town.yaml", found)
    assert "by night" not in made and "\n\n# The people.\npeople:" in made


def test_routes_fixed_over_roads_that_go_are_refused(tmp_path):
    """A file that fixes a route over its own roads is told so, at that line, before anything is written."""
    via = "via: [{through: [Square, Camp]}]\n"
    _, file = write_town(tmp_path, more=via)
    file.write_text(file.read_text().replace("roads: []", "roads: [{between: [Square, Camp], time: 1 h}]"))
    request = Request(operation=read_operation(file), file=file, rules=read_speed_rules())
    with pytest.raises(Faults, match=r"town.yaml:15: via: fixes routes over the file's own roads, which go"):
        write_roads(find_roads(tmp_path / "town.osm.pbf", request), tmp_path / "out")


def test_places_in_one_line_are_refused_before_anything_is_written(tmp_path):
    """A file into which no line can be put says how to write it, and no file appears."""
    _, file = write_town(tmp_path)
    text = file.read_text()
    begin, end = text.index("places:\n"), text.index("roads:")
    inside = ", ".join(line.strip() for line in text[begin:end].split("\n")[1:] if line)
    file.write_text(text[:begin] + "places: {" + inside + "}\n" + text[end:])
    request = Request(operation=read_operation(file), file=file, rules=read_speed_rules())
    found = find_roads(tmp_path / "town.osm.pbf", request)
    with pytest.raises(Faults, match="places stands in one line; write each place on a line of its own"):
        write_roads(found, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_every_form_of_road_is_read_back_as_it_was_found(tmp_path):
    """One-way roads, times that differ each way and lengths with speeds survive the file."""
    roads = [(n, {**t, "maxspeed:backward": "10"} if n == "w e" else t) for n, t in ROADS]
    roads = [(n, {**t, "oneway": "yes"} if n == "f g h d" else t) for n, t in roads]
    found = find_in_town(tmp_path, roads=roads)
    forms = {(road.one_way, road.back_s is not None) for road in found.operation.roads}
    assert forms == {(True, False), (False, True), (False, False)}
    text = spliced(found.request.file.read_text(), "town.yaml", found)
    assert read_yaml(text, "town.yaml").roads == found.operation.roads


def test_kept_roads_in_one_line_are_refused(tmp_path):
    """Roads to keep that stand several in a line cannot be told apart by lines, and the file says how to."""
    places = {**PLACES, "Ward": ("kind: hospital", None)}
    _, file = write_town(tmp_path, places=places)
    file.write_text(file.read_text().replace("roads: []", "roads: [{between: [Camp, Ward], time: 1 h}]"))
    request = Request(operation=read_operation(file), file=file, rules=read_speed_rules())
    found = find_roads(tmp_path / "town.osm.pbf", request)
    with pytest.raises(Faults, match="write each road on lines of its own, after a -"):
        write_roads(found, tmp_path / "out")
