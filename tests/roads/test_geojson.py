"""Reading what somebody drew."""

import json

import pytest

from korridor.operation.fault import Faults
from korridor.roads.geojson import read_closures, read_corridor

LINE = {"type": "LineString", "coordinates": [[37, 36], [37.1, 36]]}
AREA = {"type": "Polygon", "coordinates": [[[37, 36], [37.1, 36], [37.1, 36.1], [37, 36]]]}


def drawn(tmp_path, tree):
    path = tmp_path / "drawn.geojson"
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree))
    return path


def collection(*geometries):
    features = [{"type": "Feature", "properties": {"name": "n"}, "geometry": each} for each in geometries]
    return {"type": "FeatureCollection", "features": features}


def test_lines_and_areas_are_closures(tmp_path):
    """A collection, a feature and a bare geometry are read alike."""
    assert [d.where for d in read_closures(drawn(tmp_path, collection(LINE, AREA)))] == [
        "features[0].geometry",
        "features[1].geometry",
    ]
    assert read_closures(drawn(tmp_path, AREA))[0].shape.area > 0
    assert read_closures(drawn(tmp_path, collection(AREA)["features"][0]))[0].name == "n"


FAULTS = {
    "not JSON": ("{", "not GeoJSON (Expecting property name enclosed in double quotes)"),
    "deep": ("[" * 100_000, "not GeoJSON ("),
    "not a number": ('{"type": "LineString", "coordinates": [[NaN, 36], [37, 36]]}', "NaN is not a number"),
    "a list": ([], "a list stands where GeoJSON belongs; a FeatureCollection, a Feature or a geometry"),
    "empty": (collection(), "nothing is drawn here; closures are areas or lines"),
    "a point": (
        {"type": "Point", "coordinates": [37, 36]},
        "type: 'Point' cannot stand here: closures are areas or lines; one of Polygon, MultiPolygon, LineString",
    ),
    "no geometry": ({"type": "Feature", "geometry": None}, "geometry: a Feature needs a geometry"),
    "one position": ({"type": "LineString", "coordinates": [[37, 36]]}, "draw it again"),
    "words": (
        {"type": "LineString", "coordinates": [["37", "36"], [37, 36]]},
        "coordinates[0]: a list is not a position; write [longitude, latitude]",
    ),
    "off the earth": (
        {"type": "LineString", "coordinates": [[37, 136], [37, 36]]},
        "coordinates[0]: [37, 136] is not on the earth; write [longitude, latitude] in degrees (WGS84)",
    ),
    "crossing itself": (
        {"type": "Polygon", "coordinates": [[[37, 36], [38, 37], [38, 36], [37, 37], [37, 36]]]},
        "not a sound Polygon (Self-intersection[37.5 36.5]); draw it again",
    ),
    "not closed": ({"type": "Polygon", "coordinates": [[[37, 36], [38, 37], [38, 36]]]}, "draw it again"),
    "no list": (
        {"type": "Polygon", "coordinates": 1},
        "coordinates: 1 stands where a list of coordinates belongs",
    ),
    "features": ({"type": "FeatureCollection"}, "features: a FeatureCollection needs a list of features"),
}


@pytest.mark.parametrize(("tree", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_wrong_drawing_is_told(tmp_path, tree, said):
    """Each fault is one line with its place in the file."""
    path = drawn(tmp_path, tree)
    with pytest.raises(Faults) as caught:
        read_closures(path)
    text = str(caught.value)
    assert text.startswith(f"{path}:1: ") and "\n" not in text
    assert said in text


def test_the_corridor_is_one_line(tmp_path):
    """Two lines, or an area, are no corridor."""
    assert read_corridor(drawn(tmp_path, LINE)).shape.length > 0
    with pytest.raises(Faults, match="2 lines stand here; draw the corridor as one line, from end to end"):
        read_corridor(drawn(tmp_path, collection(LINE, LINE)))
    with pytest.raises(
        Faults, match="'Polygon' cannot stand here: the corridor is a line; one of LineString"
    ):
        read_corridor(drawn(tmp_path, AREA))
