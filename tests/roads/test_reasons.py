"""Why a place cannot be reached."""

from tests.roads.town import AGREED, AMBULANCE, BUS, PLACES, POINTS, ROADS, find_in_town

BOTH = f"{BUS}\n{AMBULANCE}"


def why(found, origin, destination):
    return {(each.origin, each.destination): each.why for each in found.unreachable}.get(
        (origin, destination)
    )


def test_signs_that_keep_some_vehicles_out_are_named_by_who_gets_through(tmp_path):
    """A weak bridge: the ambulance gets over it, the bus does not."""
    roads = [(n, {**t, "maxweight": "5"} if n == "w e" else t) for n, t in ROADS]
    places = {**PLACES, "Gate": ("kind: checkpoint, lanes: 1", (3500, 0))}
    found = find_in_town(tmp_path, roads=roads, fleet=BOTH, places=places)
    assert why(found, "Square", "Camp") == (
        "only ambulance can get there and back; signs or sizes keep the other vehicles out"
    )


def test_roads_that_do_not_join_are_said_so(tmp_path):
    """Without any bridge, the extract has no road between the two banks."""
    roads = [(n, t) for n, t in ROADS if n not in ("w e", "n2 l h", "n2 p h")]
    found = find_in_town(tmp_path, roads=roads)
    assert why(found, "Square", "Camp") == "no roads of the extract join them"


def test_a_one_way_bridge_is_said_so(tmp_path):
    """Over the bridge and not back: the way back alone is unreachable."""
    roads = [(n, {**t, "oneway": "yes"} if n == "w e" else t) for n, t in ROADS]
    places = {name: place for name, place in PLACES.items() if name != "Gate"}
    roads = [(n, t) for n, t in roads if n not in ("n2 l h", "n2 p h")]
    found = find_in_town(tmp_path, roads=roads, places=places)
    assert why(found, "Square", "Camp") is None
    assert why(found, "Camp", "Square") == "one-way roads or signs keep the vehicles out"


def test_a_place_on_the_wrong_side_is_asked_about(tmp_path):
    """A depot inside that the file leaves on the safe side could be reached over the corridor alone."""
    places = {**PLACES, "Yard": ("kind: depot", (500, -20))}
    found = find_in_town(tmp_path, places=places, corridor=AGREED)
    assert why(found, "Yard", "Camp") == (
        "the only road is the corridor's own, which is for crossing; do both lie on the side that the file says?"
    )


def test_a_road_in_use_on_both_sides_is_pointed_out(tmp_path):
    """With a second bridge beside the corridor, inside routes may run over safe ground: draw the front."""
    roads = [
        *ROADS,
        ("n2 h", {"highway": "motorway", "oneway": "no"}),
        ("b q g", {"highway": "motorway", "oneway": "no"}),
    ]
    points = {**POINTS, "q": (3500, 3500)}
    places = {**PLACES, "Pocket": ("kind: assembly", (4700, 2000))}
    found = find_in_town(tmp_path, roads=roads, points=points, places=places, corridor=AGREED)
    assert any("draw the front line as a closure, or they run through it" in said for said in found.warnings)
