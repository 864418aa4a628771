"""The Aleppo operation of ``examples/``: it reads, and each of its numbers says where it is from."""

import csv
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from korridor.operation.operation import Operation
from korridor.operation.read import read_operation
from korridor.operation.ways import Ways

CHECKOUT = Path(__file__).parents[2]
FILE = CHECKOUT / "examples" / "aleppo-2016" / "operation.yaml"
CLAIMS = CHECKOUT.parent / "shared" / "facts" / "claims.csv"
INSIDE = ("Amiriya", "Salah Eddin", "Sukkari square")

WRAPPING = {"value", "source", "note", "assumed"}
# What a file arranges rather than states: names of its own places, classes, sets. No source could have them.
ARRANGED = {
    *("korridor", "name", "summary", "scheme", "between", "at", "class", "to", "serves", "out_of", "plan_on"),
}

Claim = dict[str, str]
Where = tuple[str | int, ...]


@cache
def operation() -> Operation:
    return read_operation(FILE)


@cache
def written() -> Any:
    return YAML(typ="safe").load(FILE)


def values(tree: Any, path: Where = ()) -> Iterator[tuple[Where, Any]]:
    """Every value with its path; a wrapped one with its wrapping."""
    if isinstance(tree, dict) and "value" not in tree:
        for key, inner in tree.items():
            yield from values(inner, (*path, key))
    elif isinstance(tree, list) and path[-1] not in ARRANGED:
        for index, inner in enumerate(tree):
            yield from values(inner, (*path, index))
    else:
        yield path, tree


@pytest.fixture
def claims() -> dict[str, Claim]:
    if not CLAIMS.exists():
        pytest.skip(f"the list of reported figures is not here: {CLAIMS}")
    with CLAIMS.open(newline="", encoding="utf-8") as file:
        return {row["claim_id"]: row for row in csv.DictReader(file)}


def says(claim: Claim, figure: str) -> bool:
    """Whether a figure is one that the claim commits its author to."""
    low, high = claim["value_low"], claim["value_high"]
    if ":" in low:
        return figure == low
    number = int(figure.replace(",", ""))
    return (not low or int(low) <= number) and (not high or number <= int(high))


def test_it_reads_and_is_of_its_day() -> None:
    """The file reads without a fault and begins on the morning of 15 December 2016."""
    assert operation().start == datetime.fromisoformat("2016-12-15T08:00+02:00")
    assert tuple((FILE.parent).glob("*.y*ml")) == (FILE,)


def test_every_value_has_a_source_or_is_assumed() -> None:
    """No number stands in the file without a source or the word that we chose it."""
    silent = [
        path
        for path, value in values(written())
        if not (isinstance(value, dict) and ("source" in value or value.get("assumed")))
        and path[-1] not in ARRANGED
    ]
    assert silent == []


def test_every_choice_of_ours_says_why() -> None:
    """What is assumed carries a note with the reason, or a source from which it is reckoned."""
    unexplained = [
        path
        for path, value in values(written())
        if isinstance(value, dict) and value.get("assumed") and not (value.get("note") or value.get("source"))
    ]
    assert unexplained == []


def test_every_wrapping_follows_its_value() -> None:
    """The operation as read carries as many sources and notes as the file has wrappings."""
    wrapped = [value for _, value in values(written()) if isinstance(value, dict)]
    assert all(set(value) <= WRAPPING for value in wrapped)
    assert len(operation().sources) == len(wrapped)


def test_every_source_names_its_grade() -> None:
    """Whoever reads a source sees how well it is placed: A, B, C or D."""
    ungraded = [said.path for said in operation().sources if said.source and "grade" not in said.source]
    assert ungraded == []


def test_a_sourced_number_is_its_claim(claims: dict[str, Claim]) -> None:
    """A value whose source begins with a claim's number is one end of that claim."""
    cited = {
        said.path: (said.value, claims[said.source[:4]])
        for said in operation().sources
        if said.source and re.match(r"C[0-9]{3}\b", said.source)
    }
    assert len(cited) >= 8
    for path, (value, claim) in cited.items():
        figure = re.sub(r".*T([0-9:]{5})\+.*", r"\1", value.strip("'\""))
        assert figure in (claim["value_low"], claim["value_high"]), (path, figure, claim)
        assert claim["event"] == "aleppo-2016"


def test_a_figure_in_a_note_is_its_claim(claims: dict[str, Claim]) -> None:
    """A number that a note gives with a claim's number is what that claim says."""
    figures = [
        (said.path, figure.rstrip(".,"), claims[claim])
        for said in operation().sources
        for figure, claim in re.findall(r"([0-9][0-9,.:]*)[^0-9]{0,30}\((C[0-9]{3})\b", said.note or "")
    ]
    assert len(figures) >= 20
    assert [(path, figure, claim) for path, figure, claim in figures if not says(claim, figure)] == []


def test_nobody_cites_a_claim_that_is_not_there(claims: dict[str, Claim]) -> None:
    """Each claim's number in the file, comments included, is in the list."""
    assert set(re.findall(r"\bC[0-9]{3}\b", FILE.read_text(encoding="utf-8"))) <= set(claims)


def test_people_are_as_many_as_were_reported(claims: dict[str, Claim]) -> None:
    """Planning's total lies between the ICRC's and the WHO's, its patients between the UN's and the WHO's."""
    patients = sum(g.persons for g in operation().people.values() if g.person_class != "well")
    assert int(claims["C042"]["value_low"]) <= operation().persons <= int(claims["C043"]["value_low"])
    assert int(claims["C049"]["value_low"]) <= patients <= int(claims["C055"]["value_high"])


def ends(person_class: str) -> tuple[int, int]:
    """The lowest and highest count of a class; where a count is open above, the one that planning uses."""
    counts = [g.count for g in operation().people.values() if g.person_class == person_class and g.count]
    return sum(c.low or 0 for c in counts), sum(c.high or c.central for c in counts)


def test_the_split_over_places_adds_up() -> None:
    """The groups add up to the reported totals, but for one person: a half was rounded down twice."""
    assert ends("lying") == (2 * 61, 2 * 156)
    assert ends("sitting") == (734 - 2 * 156, 811 - 2 * 61)
    assert ends("well") == (35_000 - 811 - 1, 36_086 - 734)


def test_the_corridor_is_21_km() -> None:
    """From Amiriya to Rashideen the roads add up to the announced 21 km, 6.8 of them under the government."""
    route = Ways(operation()).route("Amiriya", "Rashideen")
    assert route is not None
    assert [operation().roads[road].length_m for road, _ in route] == [2_100, 6_800, 12_100]


def test_only_the_corridor_is_controlled() -> None:
    """Beyond Rashideen, and inside, every vehicle may go singly; between Ramouseh and Rashideen none may."""
    controlled = [road.between for road in operation().roads if road.controlled]
    assert controlled == [
        ("Ramouseh", "western government checkpoint"),
        ("western government checkpoint", "Rashideen"),
    ]


def test_everybody_has_a_way_and_a_place() -> None:
    """Columns from every assembly place reach Rashideen; single vehicles go on to all destinations."""
    ways = Ways(operation())
    for group in operation().people.values():
        column = ways.column(group.place, "Rashideen", loaded=True)
        assert column is not None and (column.origin, column.release) == (group.place, "Rashideen")
        assert group.to is not None and group.to[0] == "Rashideen"
        assert all(ways.alone_s("Rashideen", place, None) for place in group.to[1:])


def test_windows_are_those_that_happened() -> None:
    """Planning uses 21 hours from the afternoon of the 15th and 95 hours from the night of the 18th."""
    windows = [(operation().instant(w.opens_s), w.closes_s - w.opens_s) for w in operation().windows]
    assert windows == [
        (datetime.fromisoformat("2016-12-15T14:00+02:00"), 21 * 3600),
        (datetime.fromisoformat("2016-12-18T23:00+02:00"), 95 * 3600),
    ]


def test_gates_open_before_the_last_window_ends() -> None:
    """The agreement on Foua and Kefraya holds people back, and holds back nobody for good."""
    horizon_s = operation().horizon_s
    for gate in operation().gates:
        assert gate.out_of == INSIDE
        assert gate.beyond_persons < operation().persons
        assert gate.opens_s is not None and horizon_s is not None and gate.opens_s < horizon_s


def test_nobody_is_said_to_have_had_a_choice() -> None:
    """For every group staying was not possible, as the UN's Commission found; the rest is not established."""
    for group in operation().people.values():
        assert group.asked is not None
        assert group.asked.model_dump(exclude_none=True) == {"staying_possible": False}
