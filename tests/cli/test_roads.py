"""korridor roads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.operation.read import read_operation
from tests.cli.process import korridor as run
from tests.roads.drawn_map import Map, at, lonlat
from tests.roads.town import (
    AGREED,
    AMBULANCE,
    BUS,
    PLACES,
    POINTS,
    RIVER,
    ROADS,
    TRUCE,
    write_geojson,
    write_town,
)


def invoke(*arguments):
    return CliRunner().invoke(app, ["roads", *map(str, arguments)])


def test_the_section_is_printed_ready_to_paste(tmp_path):
    """Without -o nothing is written: the answer in comments, then YAML that an operation can hold."""
    extract, file = write_town(tmp_path)
    before = sorted(tmp_path.iterdir())
    done = invoke(extract, file)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.split("\n")
    assert lines[:6] == [
        "# Town: OpenStreetMap extract town.osm.pbf of 2026-11-01, © OpenStreetMap contributors, ODbL 1.0",
        "# 10 roads, 15.0 km; 3 junctions; for bus as bus",
        "#",
        "# from    to       km  bus, min",
        "# Yard    Square  0.5         1",
        "# Square  Camp    7.0        13",
    ]
    text = file.read_text().replace("roads: []\n", "")
    junctions, roads = done.stdout.split("# Take these for its roads.\n")
    junctions = junctions.split("\nplaces:\n")[1]
    pasted = tmp_path / "pasted.yaml"
    pasted.write_text(text.replace("people:", f"{junctions}{roads}people:"), encoding="utf-8")
    assert len(read_operation(pasted).roads) == 10
    assert sorted(tmp_path.iterdir()) == sorted([*before, pasted])


def test_found_roads_are_planned_on(tmp_path):
    """From the map to a plan: roads are found, written into the operation, and its people are brought out."""
    extract, file = write_town(tmp_path, more=TRUCE)
    line = write_geojson(tmp_path / "agreed.geojson", AGREED)
    done = run("roads", extract, file, "--corridor", line, "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    operation = tmp_path / "out" / "operation.yaml"
    text = operation.read_text(encoding="utf-8")
    assert text.count("truce: true  # the line in agreed.geojson") == 2
    assert text.endswith(TRUCE)
    sources = {said.path: said for said in read_operation(operation).sources}
    for index in range(len(read_operation(operation).roads)):
        assert "OpenStreetMap" in sources[f"roads[{index}].length"].source
        assert "way" in sources[f"roads[{index}].length"].note
        assert "FM 11-43" in sources[f"roads[{index}].speed"].source
    assert "way 1 Market Street; Square stands 20 m from it" in text
    planned = run("plan", operation, "--work", "200", "--json", "-o", tmp_path / "plan")
    assert planned.returncode == 0
    answer = json.loads(planned.stdout)
    assert answer["people"] == {"total": 60, "out": 60, "left": 0}
    assert "Gate" in (tmp_path / "plan" / "movements.csv").read_text(encoding="utf-8")


def test_the_files_are_written_whole(tmp_path):
    """The operation with its roads, the section alone, and a drawing whose lines lie on the map."""
    extract, file = write_town(tmp_path)
    done = invoke(extract, file, "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "operation.yaml",
        "roads.geojson",
        "roads.yaml",
    ]
    drawing = json.loads((tmp_path / "out" / "roads.geojson").read_text(encoding="utf-8"))
    assert drawing["edition"].startswith("internal edition")
    lines = [f for f in drawing["features"] if f["geometry"]["type"] == "LineString"]
    ((lat, lon),) = {at(0, 0)}
    assert all(
        abs(x - lon) < 0.1 and abs(y - lat) < 0.1 for f in lines for x, y in f["geometry"]["coordinates"]
    )
    assert sum(f["properties"].get("length_m", 0) for f in lines) == pytest.approx(15_000, abs=20)


def test_a_second_run_replaces_the_first(tmp_path):
    """Run on its own result, the command finds the same again, and its junctions do not pile up."""
    extract, file = write_town(tmp_path)
    invoke(extract, file, "-o", tmp_path / "once")
    done = invoke(extract, tmp_path / "once" / "operation.yaml", "-o", tmp_path / "twice")
    assert done.exit_code == 0
    once, twice = (tmp_path / name / "operation.yaml" for name in ("once", "twice"))
    assert once.read_text() == twice.read_text()


def test_the_operation_that_was_read_is_not_overwritten(tmp_path):
    """A folder in which operation.yaml is the one that was read is refused."""
    extract, file = write_town(tmp_path)
    own = file.rename(tmp_path / "operation.yaml")
    text = own.read_text()
    done = invoke(extract, own, "-o", tmp_path)
    assert (done.exit_code, own.read_text()) == (2, text)
    assert "would overwrite the operation that was read; name another folder" in done.stderr


def test_roads_to_places_without_coordinates_stay(tmp_path):
    """What the map cannot know is kept as its author wrote it, and said."""
    places = {**PLACES, "Ward": ("kind: hospital", None)}
    extract, file = write_town(tmp_path, places=places)
    kept = "  - between: [Camp, Ward]  # asked the driver\n    time: 12 min\n"
    gone = "  - {between: [Camp, Square], length: 99 km, speed: 10 km/h}\n"
    file.write_text(file.read_text().replace("roads: []\n", f"roads:\n{gone}{kept}"))
    done = invoke(extract, file, "-o", tmp_path / "out")
    assert (
        "no coordinates (at: [latitude, longitude]), so no roads found: Ward; their roads are kept"
        in done.stdout
    )
    text = (tmp_path / "out" / "operation.yaml").read_text()
    assert kept in text and "99 km" not in text
    assert len(read_operation(tmp_path / "out" / "operation.yaml").roads) == 11


def test_what_cannot_be_reached_is_answered_with_no(tmp_path):
    """The river closed: status 1, who is cut off from whom, and why."""
    extract, file = write_town(tmp_path)
    closed = write_geojson(tmp_path / "river.geojson", RIVER, "the river")
    done = invoke(extract, file, "--closures", closed, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert (
        "unreachable: no way between any two of Gate; Square, North, Yard; Camp, Clinic: cut off by the closures "
        "('the river')\n" in done.stdout
    )


def test_the_answer_as_json(tmp_path):
    """One document with roads, junctions, every route both ways, and the kinds that vehicles were taken for."""
    extract, file = write_town(tmp_path, fleet=f"{BUS}\n{AMBULANCE}")
    done = invoke(extract, file, "--json")
    answer = json.loads(done.stdout)
    assert answer["vehicle_kinds"] == {"bus": "bus", "ambulance": "car"}
    assert len(answer["routes"]) == 6 * 5 and answer["unreachable"] == [] and answer["files"] == []
    (way,) = (r for r in answer["routes"] if (r["from"], r["to"]) == ("Square", "Camp"))
    assert way["length_m"] == pytest.approx(7000, abs=5)
    assert answer["places"]["Square"]["off_m"] == 20


def faulty(tmp_path, *options, edit=("", ""), **town):
    extract, file = write_town(tmp_path, **town)
    file.write_text(file.read_text().replace(*edit) if edit[0] else file.read_text())
    done = invoke(extract, file, *options)
    assert (done.exit_code, done.stdout) == (2, "")
    return done.stderr.replace(f"{tmp_path}/", "")


def test_a_place_far_from_any_road_is_told(tmp_path):
    """How far the nearest road is, at the line where the place stands, and what to do."""
    said = faulty(tmp_path, places={**PLACES, "Ship": ("kind: reception", (3000, 9000))})
    assert said == (
        f"town.yaml:10: places.Ship.at: {at(3000, 9000)[0]}, {at(3000, 9000)[1]}: the nearest road for bus is 7.1 km "
        "away; town.osm.pbf has roads from 35.99, 37.00 to 36.02, 37.07 only; take an extract that covers the place\n"
    )
    near = faulty(tmp_path, places={**PLACES, "Field": ("kind: reception", (3000, 1200))})
    assert near.endswith("km away; move the place to a road, or allow more than 500 m with --within\n")
    swapped = {**PLACES, "Swapped": ("kind: reception", None)}
    edit = ("kind: reception}", f"kind: reception, at: {lonlat(0, 0)}}}")
    assert "is at written [longitude, latitude]? The latitude comes first" in faulty(
        tmp_path, places=swapped, edit=edit
    )


def test_an_operation_without_what_is_needed_is_told(tmp_path):
    """No coordinates, no roads key, no truce for a corridor: each with what to do."""
    nowhere = {name: (keys, None) for name, (keys, _) in PLACES.items()}
    assert faulty(tmp_path, places=nowhere) == (
        "town.yaml:3: places: 0 places have coordinates, and a road joins two; write at: [latitude, longitude]\n"
    )
    assert faulty(tmp_path, edit=("roads: []\n", "")) == (
        "town.yaml:1: roads is missing; write roads: [] and they will be found\n"
    )
    line = write_geojson(tmp_path / "line.geojson", AGREED)
    assert faulty(tmp_path, "--corridor", line) == (
        "town.yaml:1: the corridor's roads need a truce, and the operation has none; add truce with its windows\n"
    )
    outside = {
        name: (keys.replace("assembly", "depot").replace(", side: inside", ""), m)
        for name, (keys, m) in PLACES.items()
    }
    assert faulty(tmp_path, "--corridor", line, more=TRUCE, places=outside) == (
        "town.yaml:3: places: a corridor joins the inside with the safe side; no place on side inside has "
        "coordinates\n"
    )


def test_too_many_places_and_no_vehicles_are_told(tmp_path):
    """Five hundred places are joined at once and no more; without vehicles no road can be chosen."""
    many = PLACES | {f"P{index}": ("kind: reception", (index, 0)) for index in range(500)}
    assert "506 places have coordinates; at most 500 can be joined at once" in faulty(tmp_path, places=many)
    assert faulty(tmp_path, edit=(BUS, "  {}")) == (
        "town.yaml:13: fleet: no vehicles: which roads can be used, and how fast, depends on them; add a vehicle type\n"
    )


def test_a_corridor_with_no_way_back_is_pointed_out(tmp_path):
    """A one-way road along the line is a one-way truce road, and somebody should look at that."""
    roads = [(names, {**tags, "oneway": "yes"} if names == "w e" else tags) for names, tags in ROADS]
    extract, file = write_town(tmp_path, more=TRUCE, roads=roads)
    line = write_geojson(tmp_path / "line.geojson", AGREED)
    done = invoke(extract, file, "--corridor", line)
    assert done.exit_code == 1
    assert "warning: the corridor is one-way from" in done.stdout
    assert "one-way roads or signs keep the vehicles out" in done.stdout


def test_a_line_that_follows_no_road_is_told(tmp_path):
    """Where it leaves the road, how far its start is from one, and a checkpoint that stands beside it."""
    cases = {
        "no road that is open to all vehicles runs within 100 m of the line at 36.00": [
            (2000, 0),
            (2500, 900),
            (4000, 0),
        ],
        "the inside end of the corridor": [(2500, 500), (4000, 0)],
    }
    for words, points in cases.items():
        line = write_geojson(
            tmp_path / "line.geojson", {"type": "LineString", "coordinates": [lonlat(*p) for p in points]}
        )
        said = faulty(tmp_path, "--corridor", line, more=TRUCE)
        assert said.startswith("line.geojson:1: geometry: ") and words in said
    line = write_geojson(tmp_path / "line.geojson", AGREED)
    beside = {**PLACES, "Gate": ("kind: checkpoint, lanes: 2", (5000, 1))}
    assert (
        "town.yaml:7: places.Gate: a checkpoint in the corridor, but more than 100 m from the corridor's road"
        in (faulty(tmp_path, "--corridor", line, more=TRUCE, places=beside))
    )


def test_an_extract_in_the_wrong_order_is_told(tmp_path):
    """Roads before their points have no positions; what to do is said."""
    _, file = write_town(tmp_path)
    extract = Map(POINTS, ROADS).write(tmp_path / "unsorted.osm.pbf", sort=False)
    done = invoke(extract, file)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"{extract}:1: its roads have no positions; sort it (osmium sort), or cut it anew with whole ways\n"
    )


def test_no_road_for_all_is_told(tmp_path):
    """A map on which no road takes every vehicle type says for which kinds it looked."""
    _, file = write_town(tmp_path, fleet=f"{BUS}\n{AMBULANCE}")
    roads = [(names, {**tags, "maxheight": "2.6"}) for names, tags in ROADS]
    extract = Map(POINTS, roads).write(tmp_path / "low.osm.pbf")
    assert (
        invoke(extract, file).stderr
        == f"{extract}:1: holds no road that all of the fleet (bus, car) may use\n"
    )


def test_what_one_type_could_do_alone_is_said(tmp_path):
    """The ambulance fits under the low bridge, so it is told what the shared roads cost it."""
    extract, file = write_town(
        tmp_path, fleet=f"{BUS}\n{AMBULANCE}", places={**PLACES, "Clinic": ("kind: hospital", (4000, 1990))}
    )
    file.write_text(file.read_text().replace("at: Square, class", "at: North, class"))
    done = invoke(extract, file)
    assert (
        "ambulance alone: North to Clinic 2.8 km, 4 min, over roads that not all the vehicles may use"
        in done.stdout
    )
    assert "bus alone" not in done.stdout


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        (
            "--kind",
            "bus=lorry",
            "'bus=lorry' is not TYPE=KIND; write for example bus=truck (one of car, bus, truck)",
        ),
        ("--kind", "coach=bus", "'coach' is not a vehicle type; one of bus"),
        ("--within", "500", "500 has no unit; write for example 21 km or 6800 m"),
    ],
)
def test_a_wrong_option_is_told(tmp_path, option, value, said):
    """What is wrong and what is allowed, on one line."""
    extract, file = write_town(tmp_path)
    done = invoke(extract, file, option, value)
    assert done.exit_code == 2 and said in done.stderr


def test_the_arguments_the_wrong_way_round_are_told(tmp_path):
    """Who names the operation first learns the order."""
    extract, file = write_town(tmp_path)
    done = invoke(file, extract)
    assert done.exit_code == 2
    assert "is no map; the extract comes first, then the operation" in " ".join(done.stderr.split())


def test_closures_that_cut_everything_off_are_answered_with_no(tmp_path):
    """An area over the whole town leaves no road to anybody, and that is said once."""
    extract, file = write_town(tmp_path)
    ring = [
        lonlat(*p) for p in ((-9000, -9000), (19000, -9000), (19000, 19000), (-9000, 19000), (-9000, -9000))
    ]
    closed = write_geojson(tmp_path / "all.geojson", {"type": "Polygon", "coordinates": [ring]}, "all of it")
    done = invoke(extract, file, "--closures", closed)
    assert done.exit_code == 1
    assert "# 0 roads, 0.0 km; for bus as bus\n" in done.stdout and done.stdout.endswith("roads: []\n")
    said = [line for line in done.stdout.split("\n") if "unreachable" in line]
    assert said == [
        "# unreachable: no way between any two of North; Square; Yard; Gate; Camp; Clinic: cut off by the closures "
        "('all of it')"
    ]


def test_a_closure_across_the_corridor_closes_it(tmp_path):
    """The line is followed, and found shut."""
    line, river = (
        write_geojson(tmp_path / f"{n}.geojson", g) for n, g in (("line", AGREED), ("river", RIVER))
    )
    said = faulty(tmp_path, "--corridor", line, "--closures", river, more=TRUCE)
    assert said.startswith(
        "line.geojson:1: geometry: the roads along the line do not join up: one is closed, or"
    )


def test_missing_libraries_are_named(tmp_path):
    """Who has not asked for the extra is told the one command that installs it; nothing else needs it."""
    for name in ("osmium", "scipy"):
        code = (
            "import sys, importlib.util as u; real = u.find_spec\n"
            f"u.find_spec = lambda n, *a: None if n == {name!r} else real(n, *a)\n"
            "sys.argv = ['korridor', 'roads', 'a.osm.pbf', 'b.yaml']\n"
            "from korridor.cli import main; main()"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path.cwd())
        assert done.returncode == 2
        assert done.stderr == f"korridor roads needs {name}: pip install 'korridor[roads]'\n"
