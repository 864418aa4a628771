"""The recipe of the map's base: what it makes is what a map reads."""

import json
from itertools import pairwise

import pytest
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from korridor.pictures.land import GRID_PER_DEG, TILE_DEG, _points, tile_name
from tools import base_map


def topology(*rings):
    """Countries of one ring each, every ring one arc, on a grid of a tenth of a degree."""

    def steps(points):
        tenths = [(round(x * 10), round(y * 10)) for x, y in points]
        return [tenths[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths))]

    countries = [{"type": "Polygon", "arcs": [[index]]} for index in range(len(rings))]
    return {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "arcs": [steps(ring) for ring in rings],
        "objects": {"countries": {"geometries": countries}},
    }


def land_of(*rings):
    made = topology(*rings)
    return base_map.land_of(made, base_map.arcs_of(made))


def test_tile_and_grid_are_those_that_the_map_reads():
    """Maker and reader agree on the tiles' size, names and grid."""
    assert (base_map.TILE_DEG, base_map.GRID_PER_DEG) == (TILE_DEG, GRID_PER_DEG)
    assert base_map.tile_name(-10, -90) == tile_name(-10, -90)


def test_what_is_written_reads_again():
    """A line's steps give the line again, to the grid."""
    line = [(36.5, -12.25), (36.51, -12.0), (40.0, -11.9975)]
    assert LineString(_points(base_map.steps_of(line), 0)).equals_exact(LineString(line), 1e-9)


def test_a_country_across_the_180th_meridian_is_cut_there():
    """A ring that goes on past 180° becomes land on both sides of it, and not a band round the globe."""
    land = land_of([(178, 0), (-178, 0), (-178, 4), (178, 4), (178, 0)])
    assert land.area == pytest.approx(16)
    assert land.intersection(box(-177, -10, 177, 10)).is_empty


def test_a_ring_round_a_pole_holds_the_pole():
    """Antarctica's ring goes once round: it is closed over the pole."""
    land = land_of([(-180, -80), (-60, -80), (60, -80), (180, -80)])
    assert land.covers(box(-180, -90, 180, -81))


def test_borders_are_what_two_countries_share():
    """The arc that two countries have in common is a border; coasts are none."""
    made = topology()
    made["arcs"] = [
        [[0, 0], [0, 100]],
        [[0, 100], [-50, 0], [0, -100], [50, 0]],
        [[0, 0], [50, 0], [0, 100], [-50, 0]],
    ]
    countries = [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "MultiPolygon", "arcs": [[[2, ~0]]]}]
    made["objects"]["countries"]["geometries"] = countries
    arcs = base_map.arcs_of(made)
    assert base_map.borders_of(made, arcs).equals(LineString([(0, 0), (0, 10)]))
    assert base_map.land_of(made, arcs).area == pytest.approx(100)


def test_tiles_hold_what_lies_in_them():
    """Land over four tiles is written into four, and its parts make it again; a tile with nothing is not written."""
    land = MultiPolygon([Polygon([(5, 5), (15, 5), (15, 15), (5, 15)])])
    found = {name: json.loads(text) for name, text in base_map.tiles(land, LineString([(5, 5), (15, 15)]))}
    assert sorted(found) == ["N00E000", "N00E010", "N10E000", "N10E010"]
    area = sum(Polygon(_points(ring, 0)).area for tile in found.values() for (ring,) in tile["land"])
    assert area == pytest.approx(100)
    assert sum(
        LineString(_points(line, 0)).length for tile in found.values() for line in tile["borders"]
    ) == (pytest.approx(200**0.5))


def test_another_source_is_refused(tmp_path):
    """A file that is not the one of the recipe makes nothing."""
    (tmp_path / "countries-10m.json").write_text("{}")
    with pytest.raises(SystemExit, match=r"not countries-10m\.json of world-atlas 2\.0\.2"):
        base_map.main(tmp_path / "countries-10m.json", tmp_path / "made.zip")
    assert not (tmp_path / "made.zip").exists()
