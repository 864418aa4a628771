"""O3: the checker's own route search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.operation import Operation, Routes, Via
from korridor.operation.place import Kind, Lanes, Place
from korridor.operation.road import Road
from korridor.operation.ways import Ways
from korridor.planning.verify.routes import RouteSearch

NAMES = ("a", "b", "c", "d", "e")


@st.composite
def networks(draw: st.DrawFn) -> Operation:
    """Draw five places, some of them checkpoints, and up to nine roads with times that often tie."""
    lanes = Lanes(outward=1, inward=1)
    places = {
        name: Place(kind=Kind.CHECKPOINT, lanes=lanes) if draw(st.booleans()) else Place(kind=Kind.JUNCTION)
        for name in NAMES
    }
    roads = []
    for _ in range(draw(st.integers(1, 9))):
        between = draw(st.permutations(NAMES))[:2]
        headway_s = draw(st.sampled_from([None, None, 60]))
        one_way = draw(st.booleans())
        roads.append(
            Road(between=tuple(between), time_s=draw(st.integers(0, 3)), one_way=one_way, headway_s=headway_s)
        )
    operation = Operation(name="network", places=places, roads=tuple(roads), people={}, fleet={})
    return operation.model_copy(update={"routes": draw(st.sampled_from(Routes))})


@given(networks())
def test_two_searches_find_the_same_ways(operation):
    """The checker's search agrees with the other one on every route, single way and column part, ties too."""
    search, ways = RouteSearch(operation), Ways(operation)
    for here in NAMES:
        for there in NAMES:
            assert search.leg(here, there) == ways.route(here, there)
            assert search.alone(here, there) == ways.alone(here, there)
            for loaded in (True, False):
                found, other = search.column(here, there, loaded), ways.column(here, there, loaded)
                if other is None or not other.steps:
                    assert found is None
                else:
                    assert found is not None
                    assert (found.origin, found.release, found.steps) == (
                        other.origin,
                        other.release,
                        other.steps,
                    )


def operation(*roads: Road, **fields: object) -> Operation:
    places = {name: Place(kind=Kind.JUNCTION) for name in NAMES}
    places["c"] = Place(kind=Kind.CHECKPOINT, lanes=Lanes(outward=1, inward=1))
    return Operation(name="network", places=places, roads=roads, people={}, fleet={}, **fields)


def road(between: str, time_s: int, **fields: object) -> Road:
    return Road(between=(between[0], between[1]), time_s=time_s, **fields)


def test_ties_go_to_fewer_roads_and_then_to_the_order_of_the_file():
    """Of equal times the way with fewer roads is taken, of equal numbers the one whose roads stand first."""
    fewer = operation(road("ab", 1), road("bd", 1), road("ad", 2))
    assert RouteSearch(fewer).leg("a", "d") == ((2, True),)
    order = operation(road("be", 1), road("de", 1), road("ab", 1), road("ad", 1))
    assert RouteSearch(order).leg("a", "e") == ((2, True), (0, True))


def test_single_vehicles_pass_no_checkpoint():
    """Through the checkpoint is quicker but not allowed alone; to it and from it is."""
    network = operation(road("ac", 1), road("cd", 1), road("ad", 9))
    assert RouteSearch(network).leg("a", "d") == ((0, True), (1, True))
    assert RouteSearch(network).alone("a", "d") == ((2, True),)
    assert RouteSearch(network).alone("a", "c") == ((0, True),)
    assert RouteSearch(network).alone("c", "d") == ((1, True),)


def test_direct_legs_take_the_one_road_that_joins_their_ends():
    """With ``routes: direct`` a detour is never taken, however quick."""
    network = operation(road("ab", 1), road("bd", 1), road("ad", 9), routes=Routes.DIRECT)
    assert RouteSearch(network).leg("a", "d") == ((2, True),)
    assert RouteSearch(network).leg("d", "e") is None


def test_a_fixed_route_is_taken_in_its_direction():
    """The file's ``via`` overrules what is quickest, one way; of parallel roads it takes the quicker."""
    network = operation(
        road("ad", 1), road("ab", 5), road("ab", 4), road("bd", 5), via=(Via(through=("a", "b", "d")),)
    )
    assert RouteSearch(network).leg("a", "d") == ((2, True), (3, True))
    assert RouteSearch(network).leg("d", "a") == ((0, False),)


@pytest.mark.parametrize(
    ("loaded", "expected"),
    [(True, ("a", "d", ((0, True), (1, True), (2, True)))), (False, ("b", "d", ((1, True), (2, True))))],
)
def test_the_column_part_begins_and_ends_where_it_must(loaded, expected):
    """Loaded from the origin, empty from the road to the checkpoint; both to the last controlled end."""
    network = operation(road("ab", 1), road("bc", 1), road("cd", 1, headway_s=60), road("de", 1))
    part = RouteSearch(network).column("a", "e", loaded)
    assert part is not None
    assert (part.origin, part.release, part.steps) == expected
