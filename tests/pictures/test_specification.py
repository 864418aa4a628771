"""Pictures as they are drawn: text in them, and what carries meaning."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from korridor.pictures import render, theme
from korridor.pictures.clearance_curve import clearance_curve
from korridor.pictures.curve_rows import Limit, curve_rows
from korridor.pictures.graph_layout import placed_numbers
from korridor.pictures.graph_rows import graph_rows
from korridor.pictures.movement_graph import movement_graph
from tests.pictures.convoys import HOUR, days, free_town, round_robin, town
from tests.plain.clockwork import run

LIMIT = Limit(184 * HOUR, 16206, "no plan can have more than 16,206 out by Thu 22 Dec 22:00")


@pytest.fixture(scope="module")
def graph() -> str:
    return render.svg(movement_graph(graph_rows(town(), days())))


@pytest.fixture(scope="module")
def curve() -> str:
    return render.svg(clearance_curve(curve_rows(town(), days(), LIMIT)))


def test_the_graph_names_places_movements_and_the_truce(graph):
    """Who looks at the graph reads where, which column, and when the truce opens and closes."""
    for word in ("Rashideen", "25.5 km", "M001", "M005", "opens 14:00", "closes 11:00", "Thu 15 Dec 2016 –"):
        assert f">{word}" in graph


def test_the_graph_shows_local_time_and_not_utc():
    """The axis is in the operation's time: what begins at 14:00 at UTC+02:00 does not begin at 12:00."""
    drawn = render.svg(movement_graph(graph_rows(town(), days(2))))
    assert ">14:00<" in drawn
    assert ">12:00<" not in drawn


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_the_reader_s_time_zone_plays_no_part(curve, zone):
    """Drawn on a machine on the other side of the world, the picture is the same to the letter."""
    again = subprocess.run(
        [sys.executable, "-c", _DRAW_AGAIN],
        env={**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    assert without_ids(again.stdout.decode()) == without_ids(curve)


def without_ids(svg):
    """The drawing without the running numbers of its clip paths."""
    return re.sub(r"clip[0-9]+", "clip", svg)


_DRAW_AGAIN = """
import sys
from tests.pictures.test_specification import LIMIT
from tests.pictures.convoys import days, town
from korridor.pictures import render
from korridor.pictures.clearance_curve import clearance_curve
from korridor.pictures.curve_rows import curve_rows
sys.stdout.buffer.write(render.svg(clearance_curve(curve_rows(town(), days(), LIMIT))).encode())
"""


def test_without_a_start_the_axis_counts_from_it():
    """An operation without a date gets hours since its start, and no date that nobody gave."""
    undated = town(start=None)
    drawn = render.svg(movement_graph(graph_rows(undated, run(undated, round_robin(2)))))
    assert ">+8 h 30 min<" in drawn
    assert "Dec" not in drawn


def test_without_a_truce_nothing_is_called_closed():
    """Where no road needs a truce there is no shading and no word of one."""
    free = free_town()
    movements = run(free, round_robin(2))
    for drawn in (movement_graph(graph_rows(free, movements)), clearance_curve(curve_rows(free, movements))):
        assert "closed" not in render.svg(drawn)


def lines_in(specification):
    """The encodings of the layer that draws the columns."""
    panel = specification["vconcat"][0]
    return next(layer["encoding"] for layer in panel["layer"] if "strokeDash" in layer["encoding"])


def test_loaded_and_empty_differ_without_colour():
    """Whoever prints in grey sees which columns are empty: their lines are dashed."""
    scale = lines_in(movement_graph(graph_rows(town(), days(1))))["strokeDash"]["scale"]
    assert scale == {"domain": ["with people", "empty"], "range": [[1, 0], [5, 3]]}


def test_people_aboard_are_the_weight_of_the_line():
    """The line is the heavier, the more people are aboard, on one scale for all panels."""
    specification = movement_graph(graph_rows(town(), days()))
    weight = lines_in(specification)["strokeWidth"]
    assert weight["field"] == "persons"
    assert weight["scale"] == {"domain": [0, 604], "range": [1.2, 5]}
    assert specification["resolve"]["scale"]["strokeWidth"] == "shared"


def test_a_line_can_be_asked_anywhere_along_it():
    """What a line is stands on segments from point to point, as a line itself answers at its corners only."""
    panel = movement_graph(graph_rows(town(), days(1)))["vconcat"][0]
    asked = [layer for layer in panel["layer"] if isinstance(layer["encoding"].get("tooltip"), list)]
    assert [layer["mark"]["type"] for layer in asked] == ["rule"]
    assert {"x", "x2", "y", "y2"} < set(asked[0]["encoding"])


def test_all_panels_have_one_scale():
    """An hour is as wide, and a kilometre as high, on every panel."""
    panels = movement_graph(graph_rows(town(), days()))["vconcat"]
    hours, places = set(), set()
    for panel in panels:
        encodings = [layer["encoding"] for layer in panel["layer"]]
        hours |= {
            e["x"]["scale"]["domain"][1] - e["x"]["scale"]["domain"][0]
            for e in encodings
            if "scale" in e.get("x", {})
        }
        places |= {tuple(e["y"]["scale"]["domain"]) for e in encodings if "scale" in e.get("y", {})}
    assert len(hours) == len(places) == 1
    assert len({(panel["width"], panel["height"]) for panel in panels}) == 1


def test_no_two_numbers_are_printed_over_each_other():
    """Numbers on one line of one panel keep the room that a number takes."""
    rows = graph_rows(town(), days())
    marks = placed_numbers(rows)
    second_px = theme.WIDTH_PX / (rows.panels[0].ends_s - rows.panels[0].begins_s)
    for mark in marks:
        beside = [
            m for m in marks if m is not mark and (m["panel"], m["far"]) == (mark["panel"], mark["far"])
        ]
        assert all(abs(m["moment_s"] - mark["moment_s"]) * second_px >= 30.9 for m in beside)


def test_the_curve_ends_where_the_people_are():
    """The last step of the curve is everybody who gets out, and it never goes down."""
    steps = [step.persons for step in curve_rows(town(), days(), LIMIT).steps]
    assert steps == sorted(steps)
    assert steps[-1] == sum(movement.persons for movement in days())


def test_the_bound_is_one_point(curve):
    """A bound is drawn as one point with its words, not as a curve through hours that it says nothing of."""
    drawn = clearance_curve(curve_rows(town(), days(), LIMIT))
    assert drawn["datasets"]["limit"] == [
        {"moment_s": LIMIT.moment_s, "persons": 16206, "says": LIMIT.says, "late": True}
    ]
    assert LIMIT.says in curve


def test_open_closing_and_closed_differ_in_grey():
    """A grey print keeps open, closing and closed apart: each is clearly darker than the one before."""
    shades = [_luminance(colour) for colour in theme.SPANS.values()]
    assert shades[0] - shades[1] > 20
    assert shades[1] - shades[2] > 20


def test_lines_differ_from_the_ground_in_grey():
    """Both kinds of line stand out from the darkest ground, and differ from each other."""
    closed, loaded, empty = (_luminance(c) for c in (theme.SPANS["closed"], theme.LOADED, theme.EMPTY))
    assert closed - empty > 50
    assert empty - loaded > 40


def _luminance(colour):
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_png_and_svg_come_from_one_specification():
    """The same specification gives the page's picture and the file's."""
    specification = clearance_curve(curve_rows(town(), days(1)))
    assert render.png(specification, scale=1).startswith(b"\x89PNG")
    assert render.svg(specification).startswith("<svg")


def test_the_script_can_stand_in_a_page():
    """The libraries define what the page calls, and cannot end the script element that they stand in."""
    script = render.javascript()
    assert "window.draw" in script
    assert "</script" not in script.lower()
