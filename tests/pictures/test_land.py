"""The map's base: land, coast and borders, anywhere on the globe."""

import zipfile
from importlib.resources import files
from time import process_time

import pytest
import shapely
from shapely.geometry import Point

from korridor.pictures.land import land, tile_name

PACKAGE = files("korridor.pictures") / "natural-earth-10m.zip"


def part(shape, of) -> float:
    """How much of a box is covered."""
    return shapely.union_all(shapely.get_parts(shape), grid_size=0.0025).area / shapely.box(*of).area


@pytest.mark.parametrize(
    ("window", "covered"),
    [((37.0, 36.1, 37.2, 36.3), 1.0), ((-150.0, 10.0, -149.0, 11.0), 0.0), ((9.5, 49.5, 10.5, 50.5), 1.0)],
    ids=["Aleppo", "the Pacific", "across four tiles"],
)
def test_land_is_land_and_water_is_water(window, covered):
    """Inland all is land, at sea none, and nothing is lost or doubled where tiles meet."""
    found = land(*window)
    assert part(found.land, window) == pytest.approx(covered, abs=1e-3)
    assert found.coast.is_empty


@pytest.mark.parametrize(
    ("name", "lat", "lon", "is_land"),
    [
        ("Valparaíso's hills", -33.06, -71.55, True),
        ("the bay of Valparaíso", -32.95, -71.65, False),
        ("the south pole", -89.99, 12.0, True),
        ("the north pole", 89.99, 12.0, False),
        ("Chukotka, west of the 180th meridian", 67.0, 179.5, True),
        ("Chukotka, east of the 180th meridian", 67.0, -179.5, True),
    ],
)
def test_places_lie_where_they_lie(name, lat, lon, is_land):
    """Known points are on land or at sea, poles and the 180th meridian included."""
    found = land(lon - 0.2, lat - 0.2, lon + 0.2, lat + 0.2).land
    assert found.covers(Point(lon, lat)) is is_land, name


def test_the_180th_meridian_is_no_coast():
    """Where land goes on across the 180th meridian, nothing is drawn along it; a window may run on past it."""
    found = land(179.0, 66.8, 181.0, 67.2)
    assert part(found.land, (179.0, 66.8, 181.0, 67.2)) == pytest.approx(1, abs=1e-3)
    assert found.coast.is_empty
    same = land(-181.0, 66.8, -179.0, 67.2)
    assert same.land.area == pytest.approx(found.land.area)


def test_borders_are_those_between_countries():
    """Between Idlib and Hatay runs a border; round Aleppo runs none."""
    assert land(36.5, 36.0, 36.8, 36.4).borders.length > 0.2
    assert land(37.0, 36.1, 37.2, 36.3).borders.is_empty


def test_a_tile_is_named_after_its_corner():
    """South and west have letters of their own, and no sign."""
    assert [tile_name(30, 30), tile_name(-80, -40), tile_name(0, -10)] == ["N30E030", "S40W080", "S10E000"]


def test_a_map_reads_its_base_quickly():
    """The base of a corridor's map takes well under 0.3 s of work."""

    def taken_s():
        begun_s = process_time()
        land(36.5, 35.8, 37.3, 36.4)
        return process_time() - begun_s

    assert min(taken_s() for _ in range(3)) < 0.3


def test_the_base_is_small_and_says_where_it_is_from():
    """It adds less than 1.5 MB to the package, and carries its source and licence."""
    assert len(PACKAGE.read_bytes()) < 1_500_000
    with zipfile.ZipFile(str(PACKAGE)) as archive:
        said = archive.read("README.txt").decode()
    assert "Natural Earth 4.1.0" in said
    assert "public domain" in said
    assert "no position on any border" in said
    assert "Michael Bostock" in said
