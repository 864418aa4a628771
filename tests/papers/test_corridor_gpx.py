"""``corridor.gpx``: GPX 1.1 that a phone opens, whatever names a file has."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.papers.corridor_gpx import corridor_gpx
from tests.papers.gpx_rules import SPACE, checked
from tests.papers.test_places_geojson import planned
from tests.pictures.convoys import plan, town
from tests.pictures.located import ATS, located_runs, located_town, placed


@given(located_runs())
def test_it_keeps_the_schema_anywhere(run_of):
    """For any operation, anywhere on the globe, the file keeps the rules of GPX 1.1."""
    checked(corridor_gpx(planned(*run_of)))


@given(st.text(min_size=1, max_size=20))
def test_no_name_breaks_the_file(name):
    """Whatever letters a name has, markup and control characters among them, it stays a name in the file."""
    operation = located_town(name=f"{name}<x/>")
    root = checked(corridor_gpx(planned(operation, ())))
    (title,) = root.iterfind(f"{SPACE}metadata/{SPACE}name")
    assert (title.text or "").strip().endswith("<x/>: corridor")


def test_the_corridor_is_a_route():
    """Each way of loaded columns is a route through its places, the one of most people first."""
    root = checked(corridor_gpx(plan(operation=located_town())))
    routes = list(root.iter(f"{SPACE}rte"))
    assert {route.findtext(f"{SPACE}name").split(" – ")[1] for route in routes} == {"Rashideen"}
    assert len(routes) == 3
    first = [point.findtext(f"{SPACE}name") for point in routes[0].iter(f"{SPACE}rtept")]
    assert first[1:] == ["Ramouseh", "Last government post", "Rashideen"]
    point = next(routes[0].iter(f"{SPACE}rtept"))
    assert (float(point.get("lat")), float(point.get("lon"))) == ATS[first[0]]


def test_ends_of_the_truce_road_are_waypoints():
    """Where the truce road begins and ends there is a waypoint that says so; places off the corridor have none."""
    root = checked(corridor_gpx(plan(2, operation=located_town())))
    said = {
        point.findtext(f"{SPACE}name"): point.findtext(f"{SPACE}desc") for point in root.iter(f"{SPACE}wpt")
    }
    assert said["Ramouseh"] == "checkpoint, corridor; truce road to Last government post"
    assert said["Rashideen"] == "transfer, safe; truce road to Last government post"
    assert "Idlib" not in said


def test_it_says_what_it_is():
    """X3: the file says that it is internal, planned and schematic; and without coordinates, that it shows nothing."""
    said = checked(corridor_gpx(plan(2, operation=located_town()))).findtext(f"{SPACE}metadata/{SPACE}desc")
    assert said.startswith("Internal edition")
    assert "Planned, not done." in said
    assert "schematic" in said
    nothing = checked(corridor_gpx(plan(2)))
    assert nothing.findtext(f"{SPACE}metadata/{SPACE}desc").endswith(
        "No place of the corridor has coordinates, so there is nothing to show."
    )
    assert list(nothing.iter(f"{SPACE}wpt")) == []


def test_a_route_passes_over_a_place_without_coordinates():
    """A route goes on past a place without coordinates, and names it."""
    root = checked(corridor_gpx(plan(2, operation=located_town("Last government post"))))
    route = next(root.iter(f"{SPACE}rte"))
    assert "It passes Last government post, without coordinates." in route.findtext(f"{SPACE}desc")
    assert len(list(route.iter(f"{SPACE}rtept"))) == 3


def test_the_180th_meridian_has_one_name():
    """180° is written -180°, as the schema asks."""
    operation = placed(town(), dict.fromkeys(ATS, (10.0, 180.0)))
    root = checked(corridor_gpx(planned(operation, ())))
    assert {point.get("lon") for point in root.iter(f"{SPACE}wpt")} == {"-180.000000"}
