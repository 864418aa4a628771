"""The Bus Evacuation Problem: its numbers arrive, and a malformed file is told line by line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.bep import read_bep
from korridor.operation.check import Severity, check
from korridor.operation.fault import Faults
from korridor.operation.operation import Routes
from korridor.operation.place import Kind
from korridor.operation.read import read_operation
from korridor.operation.units import MOST
from korridor.operation.ways import Ways
from tests.operation.tiny import NO_SHARED, SHARED

SMALL = "2 10\n2 1 1\n2 40 30 10\n2 60 20 40\n\n1 5 7\n2 0 9\n\n1 3 4\n2 6 8\n"


def faults(text: str) -> list[str]:
    try:
        read_bep(text, name="a.txt")
    except Faults as found:
        return str(found).split("\n")
    return []


def test_an_instance_becomes_an_operation():
    """Yards are depots, shelters receptions with room, a distance a second, and nothing else is asked."""
    found = read_bep(SMALL, name="small")
    assert found.name == "small" and found.routes is Routes.DIRECT and found.truce is None
    assert list(found.places) == ["yard 1", "yard 2", "assembly 1", "assembly 2", "shelter 1", "shelter 2"]
    assert [place.kind for place in found.places.values()] == [
        *[Kind.DEPOT] * 2,
        *[Kind.ASSEMBLY] * 2,
        *[Kind.RECEPTION] * 2,
    ]
    assert [found.places[f"shelter {n}"].capacity_persons for n in (1, 2)] == [20, 40]
    assert [(group.place, group.persons) for group in found.people.values()] == [
        ("assembly 1", 30),
        ("assembly 2", 10),
    ]
    assert found.fleet["bus"].depots == {"yard 1": 1, "yard 2": 1}
    assert found.fleet["bus"].layouts[0].seats == 10
    assert found.convoy.least == found.convoy.most == 1 and found.aboard_limit_s("well") == MOST


def test_the_roads_stand_in_the_order_of_the_file():
    """First from each yard, one way; then from each assembly, the same both ways."""
    roads = read_bep(SMALL, name="small").roads
    assert [(road.between, road.time_s, road.one_way) for road in roads] == [
        (("yard 1", "assembly 1"), 5, True),
        (("yard 1", "assembly 2"), 7, True),
        (("yard 2", "assembly 1"), 0, True),
        (("yard 2", "assembly 2"), 9, True),
        (("assembly 1", "shelter 1"), 3, False),
        (("assembly 1", "shelter 2"), 4, False),
        (("assembly 2", "shelter 1"), 6, False),
        (("assembly 2", "shelter 2"), 8, False),
    ]


def test_a_leg_is_its_one_road():
    """A detour that would be quicker is not taken: the distances are no metric, and no trip is empty."""
    ways = Ways(read_bep("1 1\n1 1\n2 2 1 1\n2 9 1 8\n1 1 1\n1 1 50\n2 1 1\n", name="detour"))
    assert ways.route("assembly 1", "shelter 2") == ((3, True),)
    assert ways.route("shelter 2", "assembly 1") == ((3, False),)
    assert ways.route("yard 1", "shelter 1") is None


def test_a_yard_without_buses_is_a_place_without_vehicles():
    """Nothing stands there, so nothing is said of it in the fleet."""
    found = read_bep("1 1\n2 0 1\n1 1 1\n1 1 1\n1 1\n2 1\n1 1\n", name="empty yard")
    assert found.fleet["bus"].depots == {"yard 2": 1} and "yard 1" in found.places


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ["a.txt:1: the file ends here; the number of buses, and their capacity must follow"]),
        ("2\n", ["a.txt:1: 1 numbers; here stand the number of buses and their capacity"]),
        ("0 10\n", ["a.txt:1: 0 buses of 10; 1 or more of each"]),
        (
            "two 10\n",
            [
                "a.txt:1: 'two' is not a whole number from 0 to 1000000000; here stands the number of "
                "buses, and "
                "their capacity"
            ],
        ),
        (
            SMALL.replace("2 1 1\n", "2 1\n"),
            ["a.txt:2: 2 yards, but 1 numbers after their number; one for each"],
        ),
        (
            SMALL.replace("2 1 1\n", "2 1 2\n"),
            ["a.txt:2: 2 buses in all, but 3 at the yards; they must be equal"],
        ),
        (
            SMALL.replace("2 40 30 10", "2 41 30 10").replace("2 60 20 40", "2 60 20 x"),
            [
                "a.txt:3: 41 people in all, but 40 at the assemblies; they must be equal",
                "a.txt:4: 'x' is not a whole number from 0 to 1000000000; here stands the room at the "
                "shelters, "
                "after their number and the total",
            ],
        ),
        (SMALL.replace("2 60 20 40", "0 0"), ["a.txt:4: no shelters; 1 or more"]),
        (SMALL.replace("1 5 7\n", "1 5\n"), ["a.txt:6: 2 numbers; here stand yard 1 and its 2 distances"]),
        (
            SMALL.replace("2 0 9\n", "3 0 -9\n"),
            [
                "a.txt:7: '-9' is not a whole number from 0 to 1000000000; here stands yard 2 and its 2 "
                "distances",
                "a.txt:7: yard 3, where yard 2 belongs",
            ],
        ),
        (
            SMALL.replace("2 6 8\n", ""),
            ["a.txt:9: the file ends here; assembly 2 and its 2 distances must follow"],
        ),
        (SMALL + "3 1 1\n", ["a.txt:11: the file goes on after the last assembly; it should end there"]),
    ],
)
def test_a_malformed_instance_is_told_with_its_lines(text, lines):
    """Each fault names the line, what stands there and what belongs there."""
    assert faults(text) == lines


@given(st.text(alphabet="0123456789 \n-x", max_size=80))
def test_no_text_brings_the_reader_down(text):
    """Any text is an instance, or refused in lines."""
    for line in faults(text):
        assert line.startswith("a.txt:")


def instances() -> list[Path]:
    return sorted((SHARED / "bep").glob("*/*.txt"))


@pytest.mark.skipif(not instances(), reason=NO_SHARED)
def test_all_published_instances_are_there():
    """The tests below run on 53 instances, and not on fewer."""
    assert len(instances()) == 53


@pytest.mark.parametrize(
    "path",
    instances() or [pytest.param(None, marks=pytest.mark.skip(reason=NO_SHARED))],
    ids=lambda path: path.stem if path else "none",
)
def test_a_published_instance_is_read_to_its_last_number(path):
    """Written out again from the operation, an instance has the numbers of its file, in their order."""
    found = read_operation(path)
    assert found.name == path.stem
    kinds = {kind: [n for n, p in found.places.items() if p.kind is kind] for kind in Kind}
    yards, shelters = kinds[Kind.DEPOT], kinds[Kind.RECEPTION]
    buses = [found.fleet["bus"].depots.get(yard, 0) for yard in yards]
    people = [group.persons for group in found.people.values()]
    room = [found.places[shelter].capacity_persons for shelter in shelters]
    numbers = [found.fleet["bus"].number, found.fleet["bus"].layouts[0].persons]
    numbers += [len(yards), *buses, len(people), sum(people), *people, len(room), sum(room), *room]
    times = [road.time_s for road in found.roads]
    for count, width in ((len(yards), len(people)), (len(people), len(shelters))):
        for number in range(1, count + 1):
            numbers += [number, *times[:width]]
            del times[:width]
    assert numbers == [int(word) for word in path.read_text().split()] and not times


@pytest.mark.parametrize(
    "path",
    instances() or [pytest.param(None, marks=pytest.mark.skip(reason=NO_SHARED))],
    ids=lambda path: path.stem if path else "none",
)
def test_a_published_instance_is_possible(path):
    """Nothing in an instance that has a solution is called impossible."""
    assert not [finding for finding in check(read_operation(path)) if finding.severity is Severity.IMPOSSIBLE]
