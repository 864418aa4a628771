"""The strip map as a page."""

import json
import re

from korridor.events.order import Order, TripOrder
from korridor.papers.strip_map import strip_map_html
from tests.pictures.convoys import TOWN, days, plan, round_robin, town
from tests.pictures.located import located_town
from tests.plain.clockwork import run


def headings(html):
    return [re.sub(r"<.*?>", "", each) for each in re.findall(r"<h1>(.*?)</h1>", html)]


def test_there_are_two_sheets_a_way():
    """Each way has its sheet out and its sheet back, and each sheet is internal and planned (X3)."""
    html = strip_map_html(plan(3, operation=located_town()))
    assert headings(html)[:2] == ["Sukkari square → Rashideen", "Rashideen → Sukkari square"]
    assert len(headings(html)) == 6
    assert html.count("Internal edition</span>") == html.count("Planned, not done.") == 6
    assert html.count("Way out, with people") == html.count("Way back, empty") == 3


def test_it_works_from_roads_alone():
    """Without coordinates the strip is the same, and says at each place that it has none."""
    with_ats, without = strip_map_html(plan(3, operation=located_town())), strip_map_html(plan(3))
    assert re.sub(r"· [0-9., -]+", "· no coordinates", with_ats) == without


def test_the_page_needs_nothing_and_runs_nothing():
    """No script, no address, nothing to load: a sheet to print from any machine."""
    html = strip_map_html(plan(3))
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")
    assert "default-src 'none'" in html


def test_a_plan_that_moves_nobody_has_a_page():
    """Without movements the page says that there is no route to print."""
    html = strip_map_html(plan(movements=()))
    assert "The plan drives nobody anywhere, so there is no route to print." in html
    assert headings(html) == ["Eastern town, eight days: strip map"]


def test_many_movements_are_counted():
    """A way of many movements names the first eight and counts the rest."""
    many = sum(movement.loaded and movement.origin == "Amiriya" for movement in days())
    html = strip_map_html(plan())
    assert many > 8
    assert f"{many} movements: M005, " in html
    assert f" and {many - 8} more." in html


def test_no_way_back_is_said():
    """Where roads do not lead back, the sheet says so, and has no table."""
    roads = [road | {"one_way": road["between"] == ("Rashideen", "Idlib")} for road in TOWN["roads"]]
    operation = town(roads=roads)
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    movements = run(operation, (*round_robin(1), Order(origin="Rashideen", loaded=True, trips=(onward,))))
    text = re.sub(r"<.*?>", "", strip_map_html(plan(operation=operation, movements=movements)))
    assert "The roads of the file give no way back from Idlib to Rashideen." in text


def test_names_are_text_and_keep_their_direction():
    """A name brings no markup into the page, and stands in its own direction."""
    evil = "<script>alert(1)</script>العامرية"
    text = json.dumps(TOWN).replace("Amiriya", evil)
    orders = [
        o.model_validate(json.loads(o.model_dump_json().replace("Amiriya", evil))) for o in round_robin(1)
    ]
    operation = town(**json.loads(text))
    html = strip_map_html(plan(operation=operation, movements=run(operation, tuple(orders))))
    assert "<script" not in html
    assert '<bdi dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;العامرية</bdi>' in html
