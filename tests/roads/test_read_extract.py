"""Reading an extract."""

import os

import pytest

from korridor.operation.fault import Faults
from korridor.roads.network import build
from korridor.roads.read_extract import read_extract
from korridor.roads.speed_rules import read_speed_rules
from tests.roads.drawn_map import Map

RULES = read_speed_rules()
POINTS = {"a": (0, 0), "b": (1000, 0), "c": (2000, 0)}
STREET = [("a b c", {"highway": "residential", "name": "Street"})]


def fault(path):
    with pytest.raises(Faults) as caught:
        read_extract(path, RULES)
    (only,) = caught.value.faults
    assert (only.file, only.line) == (str(path), 1)
    return only.what


def test_only_roads_are_read(tmp_path):
    """Buildings, footpaths and roads under construction are left behind."""
    others = [
        ("a b", {"building": "yes"}),
        ("a b", {"highway": "footway"}),
        ("a b", {"highway": "construction"}),
    ]
    extract = read_extract(Map(POINTS, [*STREET, *others]).write(tmp_path / "m.osm.pbf"), RULES)
    assert (extract.ways.tolist(), extract.names, len(extract.nodes)) == ([1], ["Street"], 3)


def test_the_source_names_file_day_and_licence(tmp_path):
    """The day is the header's; without one, the source says that there is none."""
    dated = read_extract(Map(POINTS, STREET).write(tmp_path / "m.osm.pbf"), RULES)
    assert (
        dated.source
        == "OpenStreetMap extract m.osm.pbf of 2026-11-01, © OpenStreetMap contributors, ODbL 1.0"
    )
    undated = read_extract(Map(POINTS, STREET).write(tmp_path / "n.osm.pbf", date=None), RULES)
    assert undated.source == (
        "OpenStreetMap extract n.osm.pbf, of a date that it does not state, © OpenStreetMap contributors, ODbL 1.0"
    )


def test_a_road_that_leaves_the_extract_ends_there(tmp_path):
    """A node that the file lacks parts the road; what remains keeps its length."""
    roads = [("a b nowhere c", {"highway": "residential"})]
    network = build(read_extract(Map(POINTS, roads).write(tmp_path / "m.osm.pbf"), RULES))
    assert network.length_m.round().tolist() == [1000]


@pytest.mark.parametrize(("tags", "parts"), [({"barrier": "bollard"}, 3), ({"barrier": "gate"}, 1)])
def test_a_barrier_that_does_not_open_parts_the_road(tmp_path, tags, parts):
    """A bollard stops all vehicles, so each end of the road there stands alone; a gate opens."""
    extract = read_extract(Map(POINTS, STREET, barriers={"b": tags}).write(tmp_path / "m.osm.pbf"), RULES)
    network = build(extract)
    passable = network.speeds_m_per_h.max(axis=(1, 2)) > 0
    vertices = {*network.tail[passable], *network.head[passable]}
    roots = {int(vertex): int(vertex) for vertex in vertices}
    for tail, head in zip(network.tail[passable].tolist(), network.head[passable].tolist(), strict=True):
        old, new = roots[tail], roots[head]
        roots = {vertex: new if root == old else root for vertex, root in roots.items()}
    assert len(set(roots.values())) == min(parts, 2)


@pytest.mark.parametrize("size", [10, 60, 150])
def test_a_download_that_was_cut_off_is_told(tmp_path, size):
    """A file that ends too soon is refused, and the person is told to get it again."""
    whole = Map(POINTS, STREET).write(tmp_path / "m.osm.pbf").read_bytes()
    assert len(whole) > size
    cut = tmp_path / "cut.osm.pbf"
    cut.write_bytes(whole[:size])
    assert fault(cut).endswith("is it whole? Download it again, or cut it anew")


@pytest.mark.parametrize(
    ("whole", "spoilt"),
    [
        ('lat="36', 'lat="x6'),
        ('<node id="1"', '<node id="one"'),
        ('<node id="1"', '<node id="99999999999999999999"'),
        ("</osm>", ""),
    ],
)
def test_a_spoilt_file_is_told(tmp_path, whole, spoilt):
    """Positions that are none, numbers that are none, an end that is missing: one line each, no traceback."""
    path = Map(POINTS, STREET).write(tmp_path / "m.osm")
    path.write_text(path.read_text().replace(whole, spoilt, 1))
    assert fault(path).startswith("cannot be read as OpenStreetMap data (")


def test_other_files_are_told(tmp_path):
    """No file, a folder, an empty file, another kind of file, and one without roads each have their words."""
    assert fault(tmp_path / "none.osm.pbf") == "no such file"
    (tmp_path / "folder.osm.pbf").mkdir()
    assert fault(tmp_path / "folder.osm.pbf") == "a folder; name the extract in it"
    for name, content in (
        ("empty.osm.pbf", b""),
        ("text.yaml", b"a: 1"),
        ("words.osm.pbf", b"not a map at all"),
    ):
        (tmp_path / name).write_bytes(content)
    assert fault(tmp_path / "empty.osm.pbf") == "the file is empty; download the extract again"
    assert fault(tmp_path / "text.yaml") == (
        "'text.yaml' does not end as an extract does: .osm.pbf (or .osm)"
    )
    assert fault(tmp_path / "words.osm.pbf").startswith("cannot be read as OpenStreetMap data (")
    houses = Map(POINTS, [("a b", {"building": "yes"})]).write(tmp_path / "houses.osm.pbf")
    assert fault(houses) == (
        "holds no roads that a car, bus or truck may use; is it a full extract (.osm.pbf)?"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    """Missing permission is named."""
    path = Map(POINTS, STREET).write(tmp_path / "m.osm.pbf")
    path.chmod(0)
    assert fault(path) == "may not be read by you; ask for permission to read it"
