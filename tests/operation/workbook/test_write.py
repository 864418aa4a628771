"""Operations as workbooks: what is written reads back as the same operation, and looks as people need it."""

import io
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given

import korridor
from korridor.operation.operation import Operation
from korridor.operation.read import read_workbook, read_yaml
from korridor.operation.workbook.sheets import SETTINGS, SHEETS
from korridor.operation.workbook.write import operation_workbook
from korridor.operation.write import operation_yaml
from tests.operation.any_file import any_files
from tests.operation.test_write import ALEPPO, same
from tests.operation.tiny import operation, with_line
from tests.strategies import operations


def again(drawn: Operation) -> Operation:
    return read_workbook(operation_workbook(drawn), "a.xlsx")


@given(operations() | any_files())
def test_a_workbook_reads_back_as_the_same_operation(drawn):
    """Whatever an operation holds, its workbook is that operation again, sources in their order."""
    assert again(drawn) == drawn


@given(any_files())
def test_yaml_and_workbook_become_one_another(drawn):
    """From YAML to a workbook and back, and from a workbook to YAML and back, nothing is lost."""
    assert same(read_yaml(operation_yaml(again(drawn)), "a.yaml"), drawn)
    assert same(again(read_yaml(operation_yaml(drawn), "a.yaml")), drawn)


def test_aleppo_becomes_a_workbook_and_comes_back():
    """The example of Aleppo goes from YAML to a workbook to YAML without a change, every source in its place."""
    found = korridor.read_operation(ALEPPO)
    assert again(found) == found
    assert read_yaml(operation_yaml(again(found)), "a.yaml") == found


def book(text: str | None = None) -> openpyxl.Workbook:
    made = operation_workbook(operation(text) if text else operation())
    return openpyxl.load_workbook(io.BytesIO(made))


def test_every_sheet_has_headings_that_stay_and_a_word_on_each_column():
    """Every sheet of rows keeps its headings in sight, and every heading has a comment that explains it."""
    made = book()
    assert made.sheetnames == ["read me", *(sheet.name for sheet in (*SETTINGS, *SHEETS))]
    for kind in SHEETS:
        sheet = made[kind.name]
        assert sheet.freeze_panes == "B2"
        headings = [cell for cell in sheet[1] if cell.value]
        assert [cell.value for cell in headings] == [column.title for column in kind.all_columns]
        assert all(cell.comment and len(cell.comment.text) > 8 for cell in headings)


def test_cells_offer_what_may_stand_there():
    """Kinds come from a list, and places from the sheet that names them."""
    made = book()
    offers = {
        (sheet.title, str(rule.sqref)): rule.formula1
        for sheet in made
        for rule in sheet.data_validations.dataValidation
    }
    assert offers["places", "B2:B1000"].startswith('"assembly,depot,checkpoint')
    assert offers["roads", "A2:A1000"] == "places!$A$2:$A$1000"
    assert offers["depots", "A2:A1000"] == "fleet!$A$2:$A$1000"
    assert offers["people", "C2:C1000"] == '"lying,sitting,well"'
    assert offers["time aboard", "A2:A1000"] == '"lying,sitting,well,default"'
    assert offers["roads", "H2:H1000"] == '"yes,no"'
    assert offers["operation", "B7"] == '"care,age-sex"'


def test_quantities_are_numbers_in_the_unit_of_their_heading():
    """21 km is the number 21 under length (km); what does not come out even keeps its own unit."""
    made = book(with_line("time: 5 min", "time: 3913 s"))
    roads = [[cell.value for cell in row] for row in made["roads"].iter_rows(min_row=1, max_row=4)]
    assert roads[0][2:5] == ["length (km)", "speed (km/h)", "time (min)"]
    assert [row[2:5] for row in roads[1:]] == [[2, 20, None], [21, 40, None], [None, None, "3913 s"]]


def test_moments_are_dates_at_the_offset_that_the_workbook_names():
    """A window's ends are dates that a spreadsheet can reckon with, and the offset stands beside the start."""
    made = book()
    settings = {row[0].value: row[1].value for row in made["operation"].iter_rows(min_row=2)}
    assert settings["start"] == datetime(2016, 12, 15, 6) and settings["UTC offset"] == "+02:00"
    assert made["truce windows"]["C2"].value == datetime(2016, 12, 15, 20)


def test_a_name_that_looks_like_a_formula_stays_a_name():
    """Nothing in a workbook of ours is ever calculated."""
    made = book(with_line("name: Tiny", 'name: "=1+1"'))
    assert (made["operation"]["B3"].value, made["operation"]["B3"].data_type) == ("=1+1", "s")


def test_what_a_workbook_cannot_hold_is_told():
    """A control character, a text that would be cut off and two gates of one name are refused, not changed."""
    for text, words in (
        (with_line("name: Tiny", 'name: Tiny\nsummary: "a\\ab"'), "has a control character"),
        (with_line("name: Tiny", f"name: {'x' * 40000}"), "a text of 40,000 characters is too long"),
        (
            with_line(
                "truce:\n",
                "gates:\n"
                "  - {name: g, out_of: [Square], beyond: 1, until: 2, of_places: [Camp]}\n"
                "  - {name: g, out_of: [Square], beyond: 1, until: 2, of_places: [Camp]}\n"
                "truce:\n",
            ),
            "'g' stands here a second time; give each gate a name of its own",
        ),
    ):
        with pytest.raises(ValueError, match="a workbook cannot hold this operation") as error:
            operation_workbook(operation(text))
        assert words in str(error.value)
