"""O3: routes, column parts and single ways."""

from korridor.planning.verify.o3_routes import (
    o3_alone_takes_its_time,
    o3_columns_go_their_route,
    o3_passages_chain,
)
from tests.planning.verify.corridor import LAST, PLAN, change, known, said


def test_passages_begin_where_the_one_before_ends():
    """A passage left out, or one more at the end, breaks the chain from origin to release point."""
    first, second, third = LAST.passages
    gap = change(PLAN, 3, passages=(first, third))
    assert said(o3_passages_chain(gap)) == ["O3: movement 3: road 3 begins at post, not at gate"]
    short = change(PLAN, 3, passages=(first, second))
    assert said(o3_passages_chain(short)) == ["O3: movement 3: the column ends at post, not at camp"]
    assert said(o3_passages_chain(PLAN)) == []


def test_one_way_roads_go_one_way():
    """A road of one way is not driven against it."""
    assert said(o3_passages_chain(known(roads__2__one_way=True))) == ["O3: movement 2: road 2 is one way"]


def test_a_column_goes_its_legs_route():
    """Each vehicle of a column must have the column's roads on its own leg's route."""
    elsewhere = change(PLAN, 3, trip=1, destination="gate")
    assert said(o3_columns_go_their_route(elsewhere)) == [
        "O3: movement 3, bus 1: roads in column: 1, 2, 3; the route from square to gate has others"
    ]


def test_a_column_part_is_not_left_out():
    """Vehicles do not go alone where their route is controlled."""
    without = change(PLAN, 3, passages=(), release="square")
    assert said(o3_columns_go_their_route(without)) == [
        "O3: movement 3, ambulance 0: roads in column: none; the route from square to hospital has others",
        "O3: movement 3, bus 1: roads in column: none; the route from square to town has others",
    ]


def test_the_quicker_of_two_routes_is_taken():
    """A quicker road beside the corridor makes its column break the rule; a slower one does not."""
    beside = {"between": ["gate", "camp"], "length": 5000, "speed": "36 km/h", "truce": True}
    roads = PLAN.operation.model_dump(mode="json", by_alias=True)["roads"]
    quick = known(roads=[*roads, beside | {"speed": "60 km/h"}])
    assert {each.where for each in o3_columns_go_their_route(quick)} == {
        "movement 0, ambulance 0",
        "movement 0, bus 0",
        "movement 0, bus 1",
        "movement 2, ambulance 0",
        "movement 2, bus 1",
        "movement 3, ambulance 0",
        "movement 3, bus 1",
    }
    assert said(o3_columns_go_their_route(known(roads=[*roads, beside]))) == []


def test_a_single_vehicle_is_no_faster_than_it_can_be():
    """Coming to the origin and going on from the release point take at least the time alone."""
    assert said(o3_alone_takes_its_time(change(PLAN, 0, trip=0, comes_s=59))) == [
        "O3: movement 0, ambulance 0: 59 s from depot to square; alone it takes 60 s"
    ]
    assert said(o3_alone_takes_its_time(change(PLAN, 2, trip=1, arrives_s=2849))) == [
        "O3: movement 2, bus 1: 99 s from gate to square; alone it takes 100 s"
    ]
    assert said(o3_alone_takes_its_time(change(PLAN, 0, trip=0, comes_s=900))) == []


def test_a_slow_vehicle_takes_longer_alone():
    """Alone too a vehicle drives at the slower of road and itself."""
    slow = known(fleet__bus__speed="18 km/h")
    assert said(o3_alone_takes_its_time(slow)) == [
        "O3: movement 2, bus 1: 100 s from gate to square; alone it takes 200 s"
    ]


def test_nobody_goes_alone_where_columns_go():
    """There is no single way over a controlled road or past a checkpoint."""
    alone = change(PLAN, 3, trip=0, comes_from="camp")
    assert said(o3_alone_takes_its_time(alone)) == [
        "O3: movement 3, ambulance 0: no way from camp to square alone"
    ]


def test_an_operation_keeps_its_fixed_route():
    """Where the file fixes a leg's route the quickest one breaks the rule."""
    roads = PLAN.operation.model_dump(mode="json", by_alias=True)["roads"]
    around = {"between": ["square", "town"], "time": 9000}
    assert said(o3_columns_go_their_route(known(roads=[*roads, around]))) == []
    fixed = known(roads=[*roads, around], via=[{"through": ["square", "town"]}])
    assert {each.where for each in o3_columns_go_their_route(fixed)} == {
        "movement 0, bus 1",
        "movement 3, bus 1",
    }
