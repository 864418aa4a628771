"""What is true of the roads found on any map."""

from math import inf, isinf
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from korridor.operation.read import read_operation
from korridor.roads.find import find_roads
from korridor.roads.network import build, steps_m
from korridor.roads.pieces import ALIKE_M, ALIKE_SHARE
from korridor.roads.quickest import Graph
from korridor.roads.read_extract import read_extract
from korridor.roads.request import Request
from korridor.roads.route import route
from korridor.roads.speed_rules import read_speed_rules
from korridor.roads.travellers import Traveller, seconds
from korridor.roads.vehicle_kind import VehicleKind
from tests.roads.any_maps import any_maps, metres, seconds_between
from tests.roads.drawn_map import operation_text

TOP_M_PER_S = 66 / 3.6
# Each example writes and reads a file, so making one smaller takes minutes; what fails is small enough to read.
PHASES = [Phase.explicit, Phase.generate]
RULES = read_speed_rules()
BUS = Traveller("bus", VehicleKind.BUS, None)


def find(drawn):
    """What is found among the chosen crossings; the first is the depot, and where people stand."""
    with TemporaryDirectory() as folder:
        extract = drawn.drawn.write(Path(folder) / "any.osm.pbf")
        places = {"Square": ("kind: assembly", drawn.drawn.points[drawn.places[0]])}
        for name in drawn.places[1:]:
            places[name] = ("kind: reception", drawn.drawn.points[name])
        file = Path(folder) / "any.yaml"
        file.write_text(
            operation_text(places, fleet="  bus: {depot: Square, number: 1, layouts: [{seats: 30}]}")
        )
        return find_roads(
            extract, Request(operation=read_operation(file), file=file, rules=RULES, within_m=9_000)
        )


def pairs(drawn, found):
    """Each two places, what was found between them, and the oracle's seconds."""
    oracle = seconds_between(drawn.drawn)
    for here in drawn.places:
        for there in drawn.places:
            names = ["Square" if name == drawn.places[0] else name for name in (here, there)]
            # A place on a street that leads nowhere and back is moved to the next one that does.
            if here != there and not any(found.met[name].off_m for name in names):
                yield here, there, route(found, *names), oracle[here][there]


@settings(phases=PHASES)
@given(any_maps())
def test_times_are_the_oracles_and_never_shorter(drawn):
    """No route is quicker than plain Dijkstra says, and none slower than rounding and joining carriageways explain."""
    found = find(drawn)
    for _, _, way, oracle_s in pairs(drawn, found):
        if way is None:
            assert isinf(oracle_s)
        else:
            slack_s = len(way.steps) * (2 + 3.6 * ALIKE_M / 15)
            assert oracle_s - 1e-3 <= way.seconds["bus"] <= oracle_s * 1.06 * (1 + ALIKE_SHARE) + slack_s


@settings(phases=PHASES)
@given(any_maps(one_way=False))
def test_without_one_way_roads_times_are_exact_and_alike_both_ways(drawn):
    """Where every road goes both ways, so do routes: equally long, and as the oracle says but for whole seconds."""
    found = find(drawn)
    assert not any(each.road.one_way or each.road.back_s is not None for each in found.roads)
    by_pair = {(here, there): (way, oracle_s) for here, there, way, oracle_s in pairs(drawn, found)}
    for (here, there), (way, oracle_s) in by_pair.items():
        back = by_pair[there, here][0]
        if way is None:
            assert back is None and isinf(oracle_s)
        else:
            assert (way.length_m, way.seconds) == (back.length_m, back.seconds)
            assert way.seconds["bus"] <= oracle_s * 1.01 + 2 * len(way.steps)


@settings(phases=PHASES)
@given(any_maps())
def test_a_route_is_as_long_as_its_roads_and_no_quicker_than_the_crow_at_top_speed(drawn):
    """Metres add up along the drawn lines, and nobody beats a straight line at the motorway's speed."""
    found = find(drawn)
    for each in found.roads:
        drawn_m = _along(each.forth)
        assert each.road.length_m == pytest.approx(max(drawn_m, _along(each.back)), abs=2)
    for here, there, way, _ in pairs(drawn, found):
        if way is not None:
            straight_m = metres(drawn.drawn.points[here], drawn.drawn.points[there])
            assert way.length_m == sum(found.operation.roads[index].length_m for index, _ in way.steps)
            assert way.length_m >= straight_m - 1
            assert way.seconds["bus"] >= straight_m / TOP_M_PER_S - 1


def _along(line):
    return float(steps_m(*np.array(line).T).sum()) if len(line) > 1 else 0.0


@settings(phases=PHASES)
@given(any_maps(), st.data())
def test_closing_a_road_never_makes_a_route_quicker(drawn, data):
    """With one road less, every time is the same or longer, or there is no way any more."""
    cut = data.draw(st.integers(0, len(drawn.drawn.roads) - 1))
    before, after = _exact(drawn.drawn), _exact(drawn.drawn, closed_way=cut + 1)
    for pair, needed_s in before.items():
        assert after[pair] >= needed_s - 1e-3


@settings(phases=PHASES)
@given(any_maps())
def test_the_search_gives_the_oracles_seconds(drawn):
    """Before anything is rounded or joined, each route's seconds are plain Dijkstra's."""
    oracle = seconds_between(drawn.drawn)
    number = {name: index + 1 for index, name in enumerate(drawn.drawn.points)}
    name = {index: name for name, index in number.items()}
    for (here, there), needed_s in _exact(drawn.drawn).items():
        assert needed_s == pytest.approx(oracle[name[here]][name[there]], rel=1e-4, abs=1e-3)


def _exact(drawn, closed_way=None):
    """Seconds from each crossing to each, by the program's own search; crossings by OpenStreetMap's numbers."""
    with TemporaryDirectory() as folder:
        extract = read_extract(drawn.write(Path(folder) / "any.osm.pbf"), RULES)
    way_of = np.repeat(extract.ways, np.diff(extract.starts))
    closed = (way_of[:-1] == closed_way) & (way_of[1:] == closed_way)
    network = build(extract, closed)
    needed = seconds(network, BUS)
    graph = Graph(network, needed, ~network.closed)
    node = {}
    for edge in range(len(network.tail)):
        node[int(network.tail[edge])] = int(extract.nodes[network.first[edge]])
        node[int(network.head[edge])] = int(extract.nodes[network.last[edge]])
    found = {}
    for here in node:
        for there in node:
            arcs = graph.path(here, there)
            total = inf if arcs is None else sum(float(needed[arc % 2, arc // 2]) for arc in arcs)
            found[node[here], node[there]] = total
    return found
