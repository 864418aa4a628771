"""Workbooks as people fill them in: each slip either works, or gets one line that says what to do."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.source import Provenance
from tests.operation.tiny import operation
from tests.operation.workbook.made import TINY_BOOK, as_excel_saves, cells, changed, faults, read


def formatted(cell: str, number_format: str):
    def change(book):
        sheet, _, name = cell.rpartition("_")
        book[sheet][name].number_format = number_format

    return change


def doing(code: str):
    """A change written as code on the sheets: ``doing("roads.insert_rows(3)")``."""

    def change(book):
        exec(code, {"book": book, **{sheet.title.replace(" ", "_"): sheet for sheet in book}})

    return change


def test_a_sound_workbook_is_read():
    """The small operation is the same whether its workbook was written by us or saved again by Excel."""
    assert read(TINY_BOOK) == operation()
    assert read(as_excel_saves(TINY_BOOK)) == operation()


@pytest.mark.parametrize(
    "change",
    [
        cells(places_B2="Assembly "),
        cells(roads_A2="\u00a0Square\u200b ", places_A2=" Square"),
        cells(roads_C2="2000 m", roads_C3="21"),
        cells(roads_C2="2,0"),
        cells(roads_C1="LENGTH  (km) "),
        cells(roads_C1="length [m]", roads_C2=2000, roads_C3=21000),
        cells(depots_C2="4", people_D2="200", convoy_B3="5"),
        cells(roads_H3=True),
        cells(roads_H3="Yes"),
        cells(roads_H3=1),
        cells(operation_B6="UTC+2", operation_A6="utc_offset"),
        cells(operation_B5="2016-12-15T06:00+02:00"),
        cells(operation_B5="2016-12-15 06:00"),
        cells(truce__windows_B2="+1 h"),
        doing("roads.insert_rows(3)"),
        doing("roads.insert_rows(1); roads['A1'] = 'Roads of the corridor'; roads.merge_cells('A1:F1')"),
        doing("roads.insert_rows(3); [roads.cell(3, n, roads.cell(1, n).value) for n in range(1, 12)]"),
        doing("roads['L1'], roads['L2'] = '# remarks', 'bad road'"),
        doing("roads.move_range('A1:K9', cols=3)"),
        doing("book.create_sheet('# notes')['A1'] = 'ask the driver'"),
        doing("book.create_sheet('Sheet1')"),
        doing("book.move_sheet('roads', -5); roads.title = ' Roads '"),
        doing("del book['read me'], book['gates'], book['via']"),
        doing("operation['A12'], operation['B12'] = '# my own', 5"),
        doing("roads['K9'].number_format = '0%'"),
        formatted("roads_C2", '#,##0.00 "kr"'),
    ],
)
def test_what_does_no_harm_works(change):
    """Blanks, capitals, other units, moved or extra columns of one's own, titles: still the same operation."""
    assert read(changed(change)) == operation()


HEADINGS = "one of from, to, length (km), speed (km/h), time (min), back (min), one way, truce, headway (min), alternate, risk"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            cells(places_B2="Asembly"),
            "2: places!B2: 'Asembly' is not a kind of place; did you mean 'assembly'? one of assembly, depot, "
            "checkpoint, transfer, transit centre, reception, hospital, junction",
        ),
        (
            cells(roads_C2="=1+1"),
            "2: roads!C2: a formula stands here; put its value there (copy, then paste values only)",
        ),
        (
            cells(roads_C2="2 mi"),
            "2: roads!C2: 'mi' is not a unit here; write for example 21 km or 6800 m (units: m, km)",
        ),
        (
            cells(roads_C1="length (mi)"),
            "1: roads!C1: 'mi' is not a unit here; write length (km) (units: m, km)",
        ),
        (
            cells(roads_C1="Länge (km)"),
            f"1: roads!C1: 'Länge (km)' is not a heading of this sheet; did you mean 'length (km)'? {HEADINGS}; "
            "put # before it to have it left alone",
        ),
        (
            doing("roads.delete_cols(1)"),
            "1: roads!A1: the column 'from' is missing; this sheet needs from, to",
        ),
        (
            doing("people.delete_cols(2)"),
            "1: people!A1: the column 'at' is missing; this sheet needs name, at, class",
        ),
        (
            doing("places.delete_cols(1)"),
            "1: places!A1: the column 'name' is missing; this sheet needs name, kind",
        ),
        (
            cells(roads_A2="Sqare"),
            "2: roads!A2: 'Sqare' is not a place; did you mean 'Square'? one of Square, Gatehouse, Camp, Park",
        ),
        (
            cells(operation_B6=None),
            "5: operation!B5: 2016-12-15 06:00 has no offset from UTC; write one behind 'UTC offset' on the sheet "
            "operation, for example +02:00, or write the moment as text: 2016-12-15T09:00+02:00",
        ),
        (
            cells(operation_B6="CET"),
            "6: operation!B6: 'CET' is not an offset from UTC; write for example +02:00",
        ),
        (
            cells(roads_C2=datetime(2026, 2, 1)),
            "2: roads!C2: a date stands here, 2026-02-01 00:00:00, where a length belongs; if the spreadsheet made it "
            "of something else, format the cell as text and write it again",
        ),
        (
            formatted("roads_C2", "0%"),
            "2: roads!C2: 200% stands here; format the cell as a number, not in per cent, and write it again",
        ),
        (
            formatted("roads_C2", "[h]:mm"),
            "2: roads!C2: a span of time stands here, in the spreadsheet's own form; format the cell as a number and "
            "write it again",
        ),
        (
            formatted("operation_B5", "yyyy-mm-dd"),
            "5: operation!B5: 2016-12-15 is a day without a time; write for example 2016-12-15 09:00",
        ),
        (
            cells(truce__windows_B2=time(6, 0)),
            "2: 'truce windows'!B2: a time without a day; write for example 2016-12-15 09:00, or +6 h for six hours "
            "after the start",
        ),
        (
            doing("people.merge_cells('H2:I2')"),
            "2: people!H2: the cells H2:I2 are merged; unmerge them, and write the value in each where it holds",
        ),
        (
            doing("roads.sheet_state = 'hidden'"),
            "1: roads!A1: this sheet is hidden, so nobody would see what is planned with; show it, or delete it",
        ),
        (
            doing("roads['L1'], roads['L2'] = 'remarks', 'bad road'"),
            f"1: roads!L1: 'remarks' is not a heading of this sheet; {HEADINGS}; put # before it to have it left alone",
        ),
        (
            doing("roads['N2'] = 'bad road'"),
            "2: roads!N2: 'bad road' stands in a column without a heading; write one in row 1, or # to have the column "
            "left alone",
        ),
        (
            doing("roads['L1'] = 'length (m)'"),
            "1: roads!L1: the heading 'length (m)' stands here a second time, and first in roads!C1; keep one; put # "
            "before it to have it left alone",
        ),
        (
            doing("roads.delete_rows(1)"),
            "1: roads!A1: no row of headings; this sheet needs from, to in one row above what is written",
        ),
        (
            doing("roads.insert_rows(1); roads['A1'], roads['B1'], roads['E1'] = 'Camp', 'Square', 5"),
            "1: roads!A1: stands above the headings, which are in row 2; move it below them",
        ),
        (
            doing("book.create_sheet('vehicels')['A1'] = 'bus'"),
            "1: vehicels!A1: 'vehicels' is not a sheet of an operation; one of operation, convoy, march orders, places, "
            "screening by class, roads, people, fleet, depots, layouts, must have, halts and 9 more; put # before "
            "its name to have it left alone",
        ),
        (
            doing("del book['roads']"),
            "1: the sheet 'roads' is missing; add it, or begin with korridor new NAME --xlsx",
        ),
        (
            doing("del book['layouts']"),
            "1: the sheet 'layouts' is missing; add it, or begin with korridor new NAME --xlsx",
        ),
        (
            cells(layouts_A2=None, layouts_B2=None),
            "2: fleet!A2: 'bus' has no row on the sheet layouts; write there how many places it has",
        ),
        (
            cells(layouts_A2="bsu"),
            "2: layouts!A2: 'bsu' is not a name on the sheet fleet; one of bus, ambulance",
        ),
        (cells(layouts_A2=None), "2: layouts!A2: vehicle type is missing; every row of this sheet needs one"),
        (
            cells(depots_A3="bus"),
            "3: depots!B3: 'Park' stands here a second time, and first in row 2; write it once",
        ),
        (
            cells(places_A4="Square"),
            "4: places!A4: 'Square' stands here a second time, and first in row 2; write it once",
        ),
        (
            cells(places_B2=None),
            "2: places!B2: kind is missing; one of assembly, depot, checkpoint, transfer, transit centre, reception, "
            "hospital, junction",
        ),
        (
            cells(people_D2=None),
            "2: people!A2: a group needs count, or families with household; one of the two",
        ),
        (cells(places_L2=36.1), "2: places!M2: longitude is missing; write it here"),
        (cells(roads_H3="perhaps"), "3: roads!H3: 'perhaps' is neither yes nor no; write yes or no"),
        (cells(depots_C2=4.5), "2: depots!C2: '4.5' is not a whole number; write for example 4"),
        (cells(people_D2=-5), "2: people!D2: -5 is out of range; from 0 to 1000000000"),
        (cells(roads_C2=-2), "2: roads!C2: -2 km is out of range; from 0 to 1000000000 m"),
        (
            cells(roads_C2="1,250"),
            "2: roads!C2: 1,250 km can be read in two ways; write 1250 km or 1.25 km",
        ),
        (
            cells(roads_C2="#N/A"),
            "2: roads!C2: #N/A stands here, an error of the spreadsheet; write the value itself",
        ),
        (
            cells(people_J2="Camp; Hospitel"),
            "2: people!J2: 'Hospitel' is not a place that receives people; one of Camp",
        ),
        (
            cells(operation_A4="sumary"),
            "4: operation!A4: 'sumary' is not a setting of this sheet; did you mean 'summary'? one of korridor, name, "
            "summary, start, UTC offset, scheme, routes, empty_legs, until, truce margin (min), truce plan on, truce "
            "when broken; put # before it to "
            "have it left alone",
        ),
        (
            cells(operation_A4="name"),
            "4: operation!A4: stands here a second time, and first in row 3; write it once",
        ),
        (cells(operation_B3=None), "3: operation!B3: name is missing; write it here"),
        (cells(operation_B14="x"), "14: operation!A14: 'x' stands beside no setting; write which it is"),
        (
            doing("book.create_sheet('Roads ')['A1'] = 'Camp'"),
            "1: 'Roads '!A1: two sheets are called 'roads'; keep one, or put # before the other's name",
        ),
        (
            cells(convoy_A4="spacing (ft)"),
            "4: convoy!A4: 'ft' is not a unit here; write spacing (m) (units: m, km)",
        ),
        (cells(convoy_B2=9), "2: convoy!B2: least 9 is more than most 5"),
        (
            cells(fleet_A2="value"),
            "2: fleet!A2: 'value' cannot be a name in a file of an operation; write another one",
        ),
        (
            doing("truce_windows['A2'] = 'agreed'"),
            "2: 'truce windows'!A2: 'agreed' is not a set of windows; one of announced, happened",
        ),
        (
            doing("sources['A2'], sources['B2'], sources['C2'] = 'roads!C99', '2 km', 'map'"),
            "2: sources!A2: 'roads!C99' is not the cell of a value; name one that is, or a path such as roads[3].length",
        ),
    ],
)
def test_a_slip_gets_one_line_that_says_what_to_do(change, words):
    """Each slip is told once, with its cell and what to write; nothing that follows from it is told too."""
    assert faults(changed(change)) == [f"a.xlsx:{words}"]


def test_a_heading_without_a_unit_leaves_numbers_bare():
    """A number is nothing without its unit, in a cell as in a file."""
    assert faults(changed(cells(roads_C1="length"))) == [
        "a.xlsx:2: roads!C2: 2 has no unit; write for example 21 km or 6800 m (units: m, km)",
        "a.xlsx:3: roads!C3: 21 has no unit; write for example 21 km or 6800 m (units: m, km)",
    ]


def test_faults_of_several_sheets_come_at_once_sheet_by_sheet():
    """Who mends a workbook sees everything that is wrong, one sheet after another."""
    found = faults(changed(cells(roads_C2="far", people_B2="Sqare", places_B2="x", roads_A3="Gate")))
    assert [line.split(": ")[1] for line in found] == ["people!B2", "places!B2", "roads!C2", "roads!A3"]


def test_a_source_may_name_a_cell():
    """A source beside roads!C3 is kept as the source of that road's length, wherever its row goes."""
    change = doing(
        "sources['A2'], sources['B2'], sources['C2'], sources['E2'] = 'roads!C3', '21 km', 'TASS', 'yes'"
    )
    assert read(changed(change)).sources == (
        Provenance(path="roads[1].length", value="21 km", source="TASS", assumed=True),
    )


def test_several_names_in_a_cell():
    """Names in one cell have semicolons between them; commas do where nobody can misread them."""
    for text in ("Camp; Square", "Camp ;Square;", "Camp\nSquare", "Camp, Square", '"Camp"; Square'):
        assert read(changed(cells(fleet_M2=text))).fleet["bus"].serves == ("Camp", "Square")


def test_dates_of_the_old_mac_calendar_are_read():
    """A workbook whose days count from 1904 says the same dates."""

    def mac(book):
        from openpyxl.utils.datetime import MAC_EPOCH

        book.epoch = MAC_EPOCH

    assert read(changed(mac)) == operation()


JUNK = st.sampled_from(
    ["", " ", "x", 0, -1, 1.5, 1e300, True, "=A1", "#REF!", "~", datetime(2020, 1, 1), "name", "#", '"', ";"]
)


@given(
    st.lists(st.tuples(st.sampled_from(range(1, 12)), st.integers(1, 5), st.integers(1, 8), JUNK), max_size=5)
)
def test_nothing_in_a_cell_brings_the_reader_down(changes):
    """Whatever is written over a workbook's cells, it is read, or refused cell by cell in our words."""

    def change(book):
        for sheet, row, column, junk in changes:
            book.worksheets[sheet].cell(row, column).value = junk

    for line in faults(changed(change)):
        assert line.startswith("a.xlsx:") and "cannot stand here" not in line and "pydantic" not in line


def test_a_name_with_its_accent_apart_is_the_same_name():
    """Some systems write é as e and an accent; a road from there leads from the same place."""
    accented = {"places_A2": "Caf\u00e9", "roads_A2": "Cafe\u0301", "people_B2": "Café", "people_B3": "Café"}
    assert read(changed(cells(**accented))).roads[0].between[0] == "Caf\u00e9"
