"""The two reference operations as they happened: one file for planning, one list of figures, and nothing of it fitted."""

import csv
from pathlib import Path

import pytest

from korridor.operation.differs import _between, same_people
from korridor.operation.happened import as_happened
from korridor.operation.operation import Operation
from korridor.operation.read import read_operation
from korridor.rehearsal.hindcast.read_reported import read_reported

EXAMPLES = Path(__file__).parents[2] / "examples"
ALEPPO, BAGHOUZ = EXAMPLES / "aleppo-2016", EXAMPLES / "baghouz-2019"


def differing(first: Operation, second: Operation) -> set[str]:
    """The paths in which two operations differ, sources aside."""
    one, other = (each.model_dump(mode="json", exclude={"sources"}) for each in (first, second))
    return {line.partition(":")[0] for line in _between(one, other, "")}


def test_aleppo_as_it_happened_is_the_same_operation():
    """Windows, gates and the buses of the first days are otherwise; nothing else is, so the two cannot drift apart."""
    planned, happened = read_operation(ALEPPO / "operation.yaml"), read_operation(ALEPPO / "happened.yaml")
    assert same_people(planned, happened) is None
    assert differing(planned, happened) == {
        "fleet.bus.depots.Ramouseh bus park",
        "fleet.bus from the 18th",
        "truce.happened",
        "gates",
        "uncertainty.gate_late",
        "uncertainty.gate_mended",
    }
    later, bus = happened.fleet["bus from the 18th"], planned.fleet["bus"]
    assert later.number + happened.fleet["bus"].number == bus.number
    assert later.model_dump(exclude={"depots", "available_from_s"}) == bus.model_dump(
        exclude={"depots", "available_from_s"}
    )


def test_aleppo_is_held_against_what_it_was_not_made_from():
    """The totals that the counts come from are shown and not scored; the others are."""
    operation = as_happened(read_operation(ALEPPO / "happened.yaml"))
    held, _ = read_reported(ALEPPO / "claims.csv", operation)
    assert {each.claim for each in held if each.is_input} == {"C042", "C043", "C044"}
    assert {each.claim for each in held if not each.is_input} == {
        *("C016", "C019", "C022", "C023", "C024", "C025", "C036", "C037", "C038", "C039", "C040", "C041"),
    }


def test_baghouz_is_held_against_what_it_was_not_made_from():
    """What the number of lanes was chosen for is not scored."""
    operation = as_happened(read_operation(BAGHOUZ / "operation.yaml"))
    held, _ = read_reported(BAGHOUZ / "claims.csv", operation)
    assert {each.claim for each in held if each.is_input} == {"C067", "C076"}
    assert {each.claim for each in held if not each.is_input} == {
        "C068",
        "C069",
        "C073",
        "C074",
        "C077",
        "C078",
        "C079",
    }


@pytest.mark.parametrize("folder", [ALEPPO, BAGHOUZ])
def test_the_lists_are_those_of_the_facts(folder, claims):
    """Every figure of an example's list is the collected one, with its source; since and until are our own reading."""
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["claim_id"] for row in rows} == {
        name for name, each in claims.items() if each["event"] == folder.name
    }
    for row in rows:
        for column in ("date", "metric", "value_low", "value_high", "unit", "source", "url", "grade", "note"):
            assert row[column] == claims[row["claim_id"]][column]
