"""Roads between the places of a town whose answers are known by hand."""

import pytest

from korridor.operation.fault import Faults
from korridor.operation.place import Side
from korridor.roads.route import route
from korridor.roads.vehicle_kind import VehicleKind
from tests.roads.drawn_map import lonlat
from tests.roads.town import AGREED, AMBULANCE, BUS, PLACES, POINTS, RIVER, ROADS, find_in_town


def km_and_minutes(found, here, there, vehicle="bus"):
    way = route(found, here, there)
    return round(way.length_m / 1000, 2), round(way.seconds[vehicle] / 60, 1)


def test_the_quickest_way_is_found(tmp_path):
    """Square to Camp: 2 km of street at 24 km/h, 4 km at 40, 1 km at 30 (a sign): 7 km in 13 minutes.

    The northern loop would take 4.5 minutes (3 km at 40) instead of 2.5 (1 km at 24).
    """
    found = find_in_town(tmp_path)
    assert km_and_minutes(found, "Square", "Camp") == (7.0, 13.0)
    assert found.unreachable == ()


def test_times_are_by_vehicle_kind(tmp_path):
    """A car drives 25, 65 and 30 km/h on the same roads: 4.8 + 3.7 + 2 minutes."""
    found = find_in_town(tmp_path, fleet=AMBULANCE)
    assert [traveller.kind for traveller in found.travellers] == [VehicleKind.CAR]
    assert km_and_minutes(found, "Square", "Camp", "ambulance") == (7.0, 10.5)


def test_a_vehicles_own_speed_counts(tmp_path):
    """At 20 km/h at most, 7 km take 21 minutes, whatever the road."""
    slow = BUS.replace("number: 2", "number: 2, speed: 20 km/h")
    assert km_and_minutes(find_in_town(tmp_path, fleet=slow), "Square", "Camp") == (7.0, 21.0)


def test_a_faster_type_is_never_too_fast_and_a_slow_one_does_not_hold_it_back(tmp_path):
    """Beside a tractor of 20 km/h the bus keeps its 13 minutes: roads are as fast as the bus, the tractor as it is."""
    fleet = BUS + "\n  tractor: {depot: Yard, number: 1, speed: 20 km/h, layouts: [{seats: 12}]}"
    found = find_in_town(tmp_path, fleet=fleet)
    assert km_and_minutes(found, "Square", "Camp") == (7.0, 13.0)
    assert km_and_minutes(found, "Square", "Camp", "tractor") == (7.0, 21.0)


def test_a_low_bridge_stops_the_bus_and_not_the_ambulance(tmp_path):
    """From North to the clinic a car goes under 3.0 m; a bus, and who must share its roads, goes round."""
    ambulance = find_in_town(tmp_path, fleet=AMBULANCE)
    assert km_and_minutes(ambulance, "North", "Clinic", "ambulance")[0] == 2.79
    assert km_and_minutes(find_in_town(tmp_path), "North", "Clinic")[0] == 5.5
    both = find_in_town(tmp_path, fleet=f"{BUS}\n{AMBULANCE}")
    assert km_and_minutes(both, "North", "Clinic", "ambulance")[0] == 5.5


def test_a_kind_can_be_said(tmp_path):
    """Signs for trucks bind what is said to be a truck, and not a bus."""
    roads = [(names, {**tags, "hgv": "no"} if names == "b n1 n2 c" else tags) for names, tags in ROADS]
    assert find_in_town(tmp_path, roads=roads).met["North"].off_m == 10
    with pytest.raises(Faults, match=r"North.at: .* the nearest road for truck is 1.0 km away"):
        find_in_town(tmp_path, roads=roads, kinds={"bus": VehicleKind.TRUCK})


def test_one_way_streets_are_one_way_roads(tmp_path):
    """A place on the one-way street is left eastward only."""
    places = {**PLACES, "South": ("kind: assembly", (1500, -1000))}
    found = find_in_town(tmp_path, places=places)
    assert {each.road.between for each in found.roads if each.road.one_way} == {
        ("junction 1", "South"),
        ("South", "junction 2"),
    }
    assert route(found, "South", "Yard").length_m == pytest.approx(3000, abs=3)
    assert route(found, "Yard", "South").length_m == pytest.approx(2000, abs=3)


def test_two_carriageways_are_one_road(tmp_path):
    """A stretch drawn as two one-way roads between the same crossings comes out as one road, both ways."""
    roads = [(names, {**tags, "oneway": "yes"} if names == "w e" else tags) for names, tags in ROADS]
    roads.append(("e u w", {"highway": "primary", "oneway": "yes"}))
    found = find_in_town(tmp_path, roads=roads, points={**POINTS, "u": (3000, -20)})
    assert not any(each.road.one_way for each in found.roads)
    assert route(found, "Square", "Camp").length_m == pytest.approx(
        route(found, "Camp", "Square").length_m, abs=5
    )


def test_a_way_back_that_is_longer_is_a_road_of_its_own(tmp_path):
    """Where the way back leads another way, two one-way roads come out, each with its own length."""
    roads = [(names, {**tags, "oneway": "yes"} if names == "f g h d" else tags) for names, tags in ROADS]
    found = find_in_town(tmp_path, roads=roads)
    assert km_and_minutes(found, "Clinic", "Gate")[0] == 3.0
    assert km_and_minutes(found, "Gate", "Clinic")[0] == 1 + 2 + 2 + 2


def test_a_way_back_that_is_slower_has_its_own_time(tmp_path):
    """A sign for one direction makes a road with a time forth and another back."""
    roads = [(n, {**t, "maxspeed:backward": "10"} if n == "w e" else t) for n, t in ROADS]
    found = find_in_town(tmp_path, roads=roads)
    slow = [each.road for each in found.roads if each.road.back_s is not None]
    assert len(slow) == 2  # on either side of the gate, which stands on the bridge
    assert all(road.length_m == 1000 and road.speed_m_per_h is None for road in slow)
    assert all(sorted((road.time_s, road.back_s)) == [90, pytest.approx(81 + 36, abs=1)] for road in slow)


def test_two_places_at_one_point_are_joined_by_a_road_of_no_length(tmp_path):
    """A clinic in the camp itself: no metre, no second, and both are reached alike."""
    places = {**PLACES, "Clinic": ("kind: hospital", PLACES["Camp"][1])}
    found = find_in_town(tmp_path, places=places)
    assert route(found, "Camp", "Clinic").length_m == 0
    assert route(found, "Square", "Clinic").seconds == route(found, "Square", "Camp").seconds
    places["Clinic"] = ("kind: hospital", POINTS["f"])
    places["Camp"] = ("kind: reception", POINTS["f"])
    assert route(find_in_town(tmp_path, places=places), "Camp", "Clinic").length_m == 0


def test_routes_that_run_together_share_roads(tmp_path):
    """Six places make ten roads and not fifteen, and both ways into the camp use the gate's road."""
    found = find_in_town(tmp_path)
    from_square, from_north = (route(found, place, "Camp").steps for place in ("Square", "North"))
    shared = {index for index, _ in from_square} & {index for index, _ in from_north}
    assert {frozenset(found.operation.roads[i].between) for i in shared} == {
        frozenset(("junction 2", "Gate")),
        frozenset(("Gate", "junction 3")),
        frozenset(("junction 3", "Camp")),
    }
    assert len(found.roads) == 10


def test_where_places_meet_the_road_is_said(tmp_path):
    """How far each place stands from its road, and which road that is."""
    met = find_in_town(tmp_path).met
    assert (met["Square"].off_m, met["Square"].way, met["Square"].road_name) == (20, 1, "Market Street")
    assert list(met) == list(PLACES)


def test_nothing_passes_a_closure(tmp_path):
    """A line across the only bridge parts the town, and each cut-off place is told why."""
    found = find_in_town(tmp_path, closures=[RIVER])
    assert route(found, "Square", "Camp") is None
    assert route(found, "Square", "North") is not None
    assert {each.why for each in found.unreachable} == {"cut off by the closures ('closure 0')"}
    assert ("Square", "Camp") in {(each.origin, each.destination) for each in found.unreachable}


def test_an_area_that_is_closed_is_driven_round(tmp_path):
    """With the street between b and c closed, the way leads round by the north."""
    area = {
        "type": "Polygon",
        "coordinates": [[lonlat(*p) for p in ((1400, -9), (1600, -9), (1500, 9), (1400, -9))]],
    }
    found = find_in_town(tmp_path, closures=[area])
    assert km_and_minutes(found, "Square", "Gate")[0] == 5.0


def test_the_corridor_is_the_only_truce_road(tmp_path):
    """The line drawn from the safe end to the inside one: its roads need the truce, and everything crosses there."""
    found = find_in_town(tmp_path, corridor=AGREED)
    truce = [each.road for each in found.roads if each.road.truce]
    assert {road.between for road in truce} == {
        ("inside end of the corridor", "Gate"),
        ("Gate", "safe end of the corridor"),
    }
    crossing = route(found, "North", "Clinic").steps
    assert sum(found.operation.roads[index].truce for index, _ in crossing) == 2
    without = [road for road in found.operation.roads if not road.truce]
    cut = found.operation.model_copy(update={"roads": tuple(without)})
    assert type(found.ways)(cut).route("Square", "Camp") is None
    assert found.junctions["inside end of the corridor"].side is Side.CORRIDOR


def test_the_corridor_forces_the_way(tmp_path):
    """With a second bridge, quicker for North, everybody still takes the corridor."""
    roads = [*ROADS, ("n2 h", {"highway": "primary"})]
    assert km_and_minutes(find_in_town(tmp_path, roads=roads), "North", "Clinic")[0] == 2.74
    found = find_in_town(tmp_path, roads=roads, corridor=AGREED)
    assert km_and_minutes(found, "North", "Clinic")[0] == 5.51


def test_a_place_at_the_end_of_the_line_is_the_end(tmp_path):
    """Drawn from the square itself to the camp, the corridor needs no junction of its own."""
    line = {"type": "LineString", "coordinates": [_at("a"), _at("f"), _at("f", 0, 1000)]}
    found = find_in_town(tmp_path, corridor=line)
    names = {name for each in found.roads for name in each.road.between if each.road.truce}
    assert names == {"Square", "Yard", "Gate", "Camp"}


def _at(point, east=0, north=0):
    return lonlat(POINTS[point][0] + east, POINTS[point][1] + north)


def test_both_carriageways_of_a_corridor_are_followed(tmp_path):
    """A corridor on a divided road goes out on one carriageway and back on the other, as one road past the gate."""
    roads = [road for road in ROADS if road[0] not in ("c w", "w e", "e d f")]
    roads += [
        ("c w e d", {"highway": "trunk", "oneway": "yes"}),
        ("d e2 w2 c", {"highway": "trunk", "oneway": "yes"}),
        ("d f", {"highway": "primary"}),
    ]
    points = {**POINTS, "w2": (2900, 25), "e2": (3100, 25)}
    found = find_in_town(tmp_path, roads=roads, points=points, corridor=AGREED)
    assert found.warnings == () and found.unreachable == ()
    truce = [each.road for each in found.roads if each.road.truce]
    assert [road.one_way for road in truce] == [False, False]
    assert {road.between for road in truce} == {
        ("inside end of the corridor", "Gate"),
        ("Gate", "safe end of the corridor"),
    }
