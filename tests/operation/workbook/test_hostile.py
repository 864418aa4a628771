"""Workbooks that would harm whoever opens them: refused with one line, in bounded time and memory."""

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.workbook.package import MOST_ELEMENTS, MOST_PARTS, MOST_UNPACKED_BYTES
from tests.operation.workbook.made import TINY_BOOK, as_excel_saves, faults, parts

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
MOST_SECONDS = 2.0
EXCEL_BOOK = as_excel_saves(TINY_BOOK)


def zipped(members: dict[str, bytes], **more) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data, **more)
    return content.getvalue()


def refused(content: bytes) -> str:
    """The one line that refuses a file, said within two seconds."""
    began = process_time()
    (line,) = faults(content)
    assert process_time() - began < MOST_SECONDS
    return line.removeprefix("a.xlsx:1: ")


DAMAGED = "damaged; open it in a spreadsheet program and save it again as .xlsx"
NOT_ONE = "no workbook, or only a part of one; open it in a spreadsheet program and save it as .xlsx"


def test_a_bomb_is_refused_before_it_goes_off():
    """What would unpack to gigabytes is known from the zip's directory, and nothing of it is unpacked."""
    bomb = parts(sheet3=b"<a>" + b" " * 40_000_000)
    assert refused(bomb) == "unpacks to 40 MB; no operation needs that, paste its tables into a new workbook"


def test_a_bomb_that_lies_about_its_size_is_refused():
    """Where the directory says less than a part holds, reading stops at what it said."""
    bomb = bytearray(parts(sheet3=b"<a>" + b" " * 20_000_000))
    at = bomb.find(b"PK\x01\x02")
    while at >= 0:  # every size in the directory becomes 100 bytes
        bomb[at + 24 : at + 28] = struct.pack("<I", 100)
        at = bomb.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(bomb)) == DAMAGED


def test_too_many_parts_are_refused_unread():
    """A directory of a hundred thousand parts is refused by its length."""
    many = zipped({f"p{n}": b"" for n in range(5000)})
    assert refused(many) == "has more parts than a workbook has; paste its tables into a new workbook"
    some = zipped({f"p{n}": b"" for n in range(MOST_PARTS + 1)})
    assert refused(some) == "has more parts than a workbook has; paste its tables into a new workbook"


def test_a_document_type_is_refused_with_all_its_entities():
    """Laughing billions, files of this machine and addresses of others all need a document type."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/a"> %x;]>',
    ):
        for part in ("sheet3", "workbook", "styles", "sharedStrings"):
            content = parts(EXCEL_BOOK, **{part: f"<?xml version='1.0'?>{declared}<a>&l9;</a>".encode()})
            assert (
                refused(content)
                == "declares a document type, which no workbook needs and which can do harm; refused"
            )


def test_a_sea_of_elements_is_refused():
    """Millions of cells are counted as they go by, and stopped."""
    cells = SHEET.format("<row><c/></row>" * (MOST_ELEMENTS // 2 + 1)).encode()
    words = f"more than {MOST_ELEMENTS:,} cells and the like; no operation needs that"
    assert refused(parts(sheet3=cells)).startswith(words)
    assert refused(
        parts(EXCEL_BOOK, sharedStrings=b"<sst>" + b"<si/>" * (MOST_ELEMENTS + 1) + b"</sst>")
    ).startswith(words)
    assert refused(parts(styles=b"<a>" + b"<xf/>" * (MOST_ELEMENTS + 1) + b"</a>")).startswith(words)


@pytest.mark.parametrize(
    "sheet",
    [
        b"",
        b"<worksheet>",
        b"no xml at all",
        b"\x00\x01\x02",
        b"<a>" * 1000,
        SHEET.format('<row r="99999999"><c><v>1</v></c></row>').encode(),
        SHEET.format('<row r="0"><c><v>1</v></c></row>').encode(),
        SHEET.format('<row><c r="ZZZ1"><v>1</v></c></row>').encode(),
        b"<?xml version='1.0' encoding='utf-16'?><a/>",
        b"<?xml version='1.0' encoding='x-none'?><a/>",
    ],
)
def test_a_damaged_sheet_is_told(sheet):
    """A sheet that is no XML, ends too soon, or has cells beyond every spreadsheet is damaged."""
    assert refused(parts(sheet3=sheet)) == DAMAGED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", NOT_ONE),
        (b"name: Tiny\n", NOT_ONE),
        (TINY_BOOK[:-100], NOT_ONE),
        (TINY_BOOK[:1000], NOT_ONE),
        (
            b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            "locked with a password, or of the old kind; save it as .xlsx without a password",
        ),
        (zipped({"a.txt": b"a"}), "no workbook; open it in a spreadsheet program and save it as .xlsx"),
        (
            zipped({"xl/workbook.xml": b"<workbook/>", "xl/vbaProject.bin": b""}),
            "holds macros, which are never read; save it as a workbook without macros, .xlsx",
        ),
        (zipped({"a": b"a"}, compress_type=zipfile.ZIP_LZMA), DAMAGED),
    ],
)
def test_what_is_no_workbook_is_told(content, words):
    """An empty file, a text, a torn file, one with a password or macros: each gets its line."""
    assert refused(content) == words


def test_two_parts_of_one_name_are_refused():
    """Which of two parts counts would be the reader's choice."""
    content = io.BytesIO(TINY_BOOK)
    with zipfile.ZipFile(content, "a") as book, pytest.warns(UserWarning, match="Duplicate name"):
        book.writestr("xl/workbook.xml", b"<workbook/>")
    assert refused(content.getvalue()) == "two parts of it have one name; open it and save it again"


@given(st.lists(st.tuples(st.integers(0, len(TINY_BOOK) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_no_changed_byte_brings_the_reader_down(changes):
    """Whatever becomes of a workbook's bytes, it is read, or refused in our words."""
    content = bytearray(TINY_BOOK)
    for at, byte in changes:
        content[at] = byte
    for line in faults(bytes(content)):
        assert line.startswith("a.xlsx:") and "Error" not in line


NUMBERS = st.sampled_from(
    ["1", "-1", "1e999", "nan", "inf", "1e308", "0x10", "", " ", "9" * 400, "1e-400", "٣", "²", "1_0"]
)
KINDS = st.sampled_from(["n", "s", "b", "e", "str", "inlineStr", "d", "zz", ""])
STYLES = st.sampled_from(["0", "1", "2", "999999999999", "-1", "x", "²"])


@given(st.lists(st.tuples(KINDS, STYLES, NUMBERS), min_size=1, max_size=13))
def test_no_cell_brings_the_reader_down(row):
    """A cell of any kind, style and number is read, or refused with its place."""
    made = "".join(f'<c t="{kind}" s="{style}"><v>{number}</v></c>' for kind, style, number in row)
    head = "".join(
        f'<c t="inlineStr"><is><t>{name}</t></is></c>'
        for name in ("name", "kind", "bays", "capacity", "hours")
    )
    for line in faults(parts(sheet4=SHEET.format(f"<row>{head}</row><row>{made}</row>").encode())):
        assert line.startswith("a.xlsx:") and "Error" not in line and "Traceback" not in line


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the memory of a process is read from Linux's /proc"
)
def test_what_is_refused_takes_little_memory(tmp_path):
    """The largest workbook that is looked into at all is refused within 500 MB."""
    texts = b"<sst>" + b"<si><t>" * 1 + b"x" * (MOST_UNPACKED_BYTES // 2) + b"</t></si></sst>"
    sheet = SHEET.format("<row><c/></row>" * (MOST_ELEMENTS // 2 + 1)).encode()
    path = tmp_path / "a.xlsx"
    path.write_bytes(parts(EXCEL_BOOK, sharedStrings=texts, sheet3=sheet))
    code = (
        "import korridor, sys\n"
        "try: korridor.read_operation(sys.argv[1])\n"
        "except Exception as error: print(error)\n"
        # getrusage's most is inherited from whoever started the process; this begins with the program
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    words, most_kb = done.stdout.split("\n")[:2]
    assert "no operation needs that" in words
    assert int(most_kb) < 500_000


def rows(headings: tuple[str, ...], row: tuple[str, ...], number: int) -> bytes:
    """A sheet of so many rows alike but for ``{}``, which is the row's number."""

    def made(texts, n):
        cells = "".join(f'<c t="inlineStr"><is><t>{text.format(n)}</t></is></c>' for text in texts)
        return f"<row>{cells}</row>"

    return SHEET.format(made(headings, 0) + "".join(made(row, n) for n in range(1, number))).encode()


@pytest.mark.parametrize(
    ("sheet", "headings", "row"),
    [
        ("sheet2", ("setting", "value"), ("name{}", "5")),
        ("sheet4", ("name", "kind"), ("place {}", "")),
        ("sheet4", ("name", "kind"), ("place {}", "asembly")),
        ("sheet6", ("from", "to", "time (min)"), ("p{}", "q{}", "5")),
        ("sheet8", ("name", "speed (km/h)"), ("bus {}", "40")),
        ("sheet19", ("path", "value", "source"), ("roads!C{}", "5", "map")),
    ],
)
def test_thousands_of_slips_are_told_in_time(sheet, headings, row):
    """A workbook with a slip in each of three thousand rows is refused in two seconds."""
    content = parts(**{sheet: rows(headings, row, 3000)})
    began = process_time()
    assert faults(content)
    assert process_time() - began < MOST_SECONDS
