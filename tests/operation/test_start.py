"""The operation to start from, and the page that goes through it step by step."""

import re
from pathlib import Path

import pytest

import korridor
from korridor.operation.fault import Faults
from korridor.operation.read import read_workbook, read_yaml
from korridor.operation.start import starting_yaml
from korridor.operation.workbook.write import operation_workbook
from tests.operation.workbook.made import cells, changed

PAGE = Path(__file__).parents[2] / "docs" / "your-own-operation.md"


def test_it_has_a_word_on_every_part():
    """Every part of the file stands below a comment, and it is complete: places, roads, people, fleet, convoy, truce."""
    lines = starting_yaml("my town").split("\n")
    parts = [
        n for n, line in enumerate(lines) if re.fullmatch(r"(places|roads|people|fleet|convoy|truce):", line)
    ]
    assert len(parts) == 6
    assert all(lines[n - 1].startswith("#") for n in parts if not lines[n].startswith("fleet"))


def test_any_name_will_do():
    """A name that YAML would take for something else is put in quotes."""
    assert read_yaml(starting_yaml("no: 12"), "a.yaml").name == "no: 12"


def test_the_messages_that_the_page_shows_are_those_of_the_program():
    """Who follows the page meets the lines that it shows."""
    shown = re.search(r"```\n(my-town\.yaml:.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    text = starting_yaml("my-town")
    slipped = text.replace("length: 2 km", "length: 2").replace("[School, Bridge]", "[Schol, Bridge]")
    book = changed(cells(places_B2="asembly"), operation_workbook(read_yaml(text, "a.yaml")))
    said = []
    for read, content, file in ((read_yaml, slipped, "my-town.yaml"), (read_workbook, book, "my-town.xlsx")):
        with pytest.raises(Faults) as faults:
            read(content, file)
        said += str(faults.value).split("\n")
    assert shown is not None
    for line, meant in zip(said, shown[1].strip().split("\n"), strict=True):
        assert line.startswith(meant.removesuffix("…"))


@pytest.mark.long
def test_it_gets_a_plan_that_brings_everybody_out():
    """The operation to start from is planned as it is, and all of its people get out."""
    plan = korridor.plan(read_yaml(starting_yaml("my town"), "a.yaml"), seconds=6)
    assert plan.movements and not korridor.verify(plan)
