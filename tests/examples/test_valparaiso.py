"""The public bus instances of Valparaíso: planned as they are, and turned into an operation to extend."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

import korridor
from korridor.operation.check import check
from tests.examples.sourced import CHECKOUT, SHARED

SCRIPT = CHECKOUT / "examples" / "valparaiso-2014" / "as_operation.py"
PAGE = (CHECKOUT / "docs" / "valparaiso-2014.md").read_text(encoding="utf-8")

TINY = "3 30\n2 2 1\n2 90 60 30\n2 120 60 60\n1 500 900\n2 700 400\n1 1200 800\n2 300 2000\n"
"""An instance of our own: three buses in two yards, two assembly points, two shelters."""


@pytest.fixture
def real() -> Path:
    folder = SHARED / "bep" / "real"
    if not folder.exists():
        pytest.skip(
            f"the instances are not here, and not ours to copy: {folder}; docs/valparaiso-2014.md says how to get them"
        )
    return folder


def table() -> dict[str, list[list[int]]]:
    """The page's table: by instance, the whole numbers of each of its columns."""
    rows = re.findall(r"^\| `(BEP-[0-9-]+)` \|(.*)\|$", PAGE, re.MULTILINE)
    return {
        name: [
            [int(n.replace(",", "")) for n in re.findall(r"[0-9][0-9,]*", cell)] for cell in cells.split("|")
        ]
        for name, cells in rows
    }


def test_published_values_are_those_of_the_list(real: Path) -> None:
    """The page gives GRASP's best and the prototypes' as they are published, and ours within its own bound."""
    with (real.parent / "published.csv").open(newline="", encoding="utf-8") as file:
        published = {row["instance"]: row for row in csv.DictReader(file)}
    assert set(table()) == {path.stem for path in real.glob("*.txt")}
    for name, (buses, grasp, prototypes, ours) in table().items():
        row = published[name]
        assert buses == [int(name.rsplit("-", 1)[1])]
        assert grasp == [int(row["grasp_best"])]
        assert prototypes == [int(row["our_bound"]), int(row["our_best"])]
        bound, value = ours
        assert bound <= int(row["our_best"]) and int(row["our_bound"]) <= value <= grasp[0]


def test_an_instance_is_planned_as_it_is(real: Path) -> None:
    """Fifty buses: a verified plan better than GRASP's, and no better than the bound that the page gives."""
    made = korridor.plan(
        korridor.read_operation(real / "BEP-5-52-12-50.txt"),
        objective=korridor.Objective.CLEARANCE,
        seconds=2,
    )
    assert korridor.verify(made) == ()
    _, (grasp,), _, (bound, _) = table()["BEP-5-52-12-50"]
    assert made.levels[0].value is not None and bound <= made.levels[0].value < grasp


def extended(instance: Path, *options: str) -> str:
    """What the script prints."""
    call = [sys.executable, str(SCRIPT), str(instance), *options]
    return subprocess.run(call, check=True, capture_output=True, encoding="utf-8").stdout


def test_an_instance_becomes_an_operation(tmp_path: Path) -> None:
    """Places, people, buses and room are the instance's; its distances are metres; boarding takes its time."""
    (tmp_path / "BEP-tiny.txt").write_text(TINY, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(extended(tmp_path / "BEP-tiny.txt"), encoding="utf-8")
    before = korridor.read_operation(tmp_path / "BEP-tiny.txt")
    after = korridor.read_operation(tmp_path / "mine.yaml")
    assert check(after) == ()
    assert [road.length_m for road in after.roads] == [road.time_s for road in before.roads]
    assert [road.between for road in after.roads] == [road.between for road in before.roads]
    assert {n: p.capacity_persons for n, p in after.places.items()} == {
        n: p.capacity_persons for n, p in before.places.items()
    }
    assert [group.persons for group in after.people.values()] == [g.persons for g in before.people.values()]
    assert after.fleet["bus"].depots == before.fleet["bus"].depots
    assert after.fleet["bus"].boarding_s and after.start is not None
    made = korridor.plan(after, objective=korridor.Objective.CLEARANCE, work=100)
    assert made.status in ("proved", "feasible") and made.levels[0].value is not None


def test_streets_may_be_slower_at_night(tmp_path: Path) -> None:
    """At half the speed each road takes twice as long, but for the second that is rounded up."""
    (tmp_path / "BEP-tiny.txt").write_text(TINY, encoding="utf-8")
    for name, speed in (("day", "24 km/h"), ("night", "12 km/h")):
        text = extended(tmp_path / "BEP-tiny.txt", "--speed", speed, "--start", "2014-04-12T21:00-03:00")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    day, night = (korridor.read_operation(tmp_path / f"{name}.yaml") for name in ("day", "night"))
    for fast, slow in zip(day.roads, night.roads, strict=True):
        assert 2 * fast.travel_s(True) - 1 <= slow.travel_s(True) <= 2 * fast.travel_s(True)
