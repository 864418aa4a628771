"""The map as it is drawn."""

import json
import re

import pytest
from hypothesis import given, settings

from korridor.pictures import render
from korridor.pictures.frame import WIDTH_PX
from korridor.pictures.map import map_picture
from korridor.pictures.map_layout import frames, key_lines, map_layout
from korridor.pictures.map_rows import map_rows
from tests.pictures.convoys import days, town
from tests.pictures.located import ATS, COAST, POLE, located_runs, located_town, placed


def layouts(operation, movements):
    rows = map_rows(operation, movements)
    shown = frames(rows)
    return [map_layout(rows, frame, *shown[index + 1 :]) for index, frame in enumerate(shown)]


@pytest.fixture(scope="module")
def drawn():
    return [render.svg(map_picture(layout)) for layout in layouts(located_town(), days())]


def test_the_wide_map_shows_where_the_closer_one_lies(drawn):
    """What lies close together has a map of its own, marked on the wider one, and is labelled once."""
    wide, close = drawn
    assert ">see the closer map<" in wide
    assert ">Idlib<" in wide
    assert ">Ramouseh<" not in wide
    assert ">Ramouseh<" in close
    assert ">Idlib<" not in close


def test_the_map_says_who_is_left_and_who_arrived(drawn):
    """Numbers of people left behind, arrived and carried along a road stand on the map itself."""
    people = sum(movement.persons for movement in days())
    assert f">{people:,} arrived<" in drawn[1]
    assert re.search(r">[0-9,]+ left behind<", drawn[1])
    assert f">{people:,}<" in drawn[1]


def test_the_map_says_whose_borders_it_draws(drawn):
    """Each map says that borders are Natural Earth's, that we take no position, and that roads are schematic."""
    for picture in drawn:
        assert "Natural Earth, de facto; no position on any border. Roads are schematic." in picture


def test_kinds_and_sides_are_told_without_colour(drawn):
    """The legend has each kind with a shape and each side; roads are told apart by their dashes."""
    for word in ("assembly", "checkpoint", "inside", "corridor", "safe", "truce road", "other road"):
        assert f">{word}<" in drawn[1]
    shapes = map_picture(layouts(located_town(), days())[0])["layer"]
    (scale,) = [e["shape"]["scale"] for layer in shapes if "shape" in (e := layer.get("encoding", {}))]
    assert len(set(scale["range"])) == len(scale["range"])


@settings(max_examples=12)
@given(located_runs())
def test_any_map_is_laid_out(run_of):
    """Anywhere on the globe: places and labels lie in the frame, every place is labelled or in the key, and it is JSON."""
    operation, movements = run_of
    rows = map_rows(operation, movements)
    found = layouts(operation, movements)
    assert bool(found) == any(place.at for place in operation.places.values())
    named = set()
    for layout in found:
        assert all(label.box.within(WIDTH_PX, layout.frame.height_px) for label in layout.labels.placed)
        assert all(layout.frame.holds(place.at) for place, _ in layout.places)
        named |= {
            layout.places[label.wish][0].place
            for label in layout.labels.placed
            if label.wish < len(layout.places)
        }
        named |= {layout.places[wish][0].place for wish, _ in layout.labels.key}
        json.dumps(map_picture(layout), allow_nan=False)
    assert named == {place.place for place in rows.drawn}


@pytest.mark.parametrize("at", [COAST, POLE, (36.1, 37.1)], ids=["coast", "pole", "inland"])
@pytest.mark.parametrize("places", [1, 8], ids=["one place", "all at one point"])
def test_one_point_is_a_map_too(at, places):
    """One place alone, and all places at one point, are drawn; nobody is lost from labels and key."""
    operation = placed(town(), dict.fromkeys(list(ATS)[:places], at))
    (layout,) = layouts(operation, days(2))
    assert "<svg" in render.svg(map_picture(layout))
    labels = [label for label in layout.labels.placed if label.wish < len(layout.places)]
    unnumbered = [number for number, *_ in key_lines(layout) if not number]
    assert len(labels) + len(unnumbered) == places


def test_two_roads_between_the_same_places_lie_beside_each_other():
    """A second road between two places is bent, so that both are seen."""
    roads = [{"between": ("Amiriya", "Ramouseh"), "time_s": 600}] * 2
    operation = located_town(roads=[*[road.model_dump() for road in town().roads], *roads])
    (layout, *_) = layouts(operation, ())
    between = [
        line.points for line in layout.lines if {line.road.here, line.road.there} == {"Amiriya", "Ramouseh"}
    ]
    assert len(set(between)) == 3


def test_a_picture_of_a_map_needs_no_network():
    """Land and borders are in the specification; nothing in it is an address."""
    text = json.dumps(map_picture(layouts(located_town(), days(2))[0]))
    assert '"url"' not in text
    assert "http" not in text.replace("https://vega.github.io/schema", "")
