"""Workbooks as people make them: the small operation's, changed by a test."""

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl

from korridor.operation.fault import Faults
from korridor.operation.operation import Operation
from korridor.operation.read import read_workbook
from korridor.operation.workbook.write import operation_workbook
from tests.operation.tiny import operation

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED = '<Relationship Id="rIdS" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/>'

TINY_BOOK = operation_workbook(operation())


def changed(change: Callable[[openpyxl.Workbook], None], original: bytes = TINY_BOOK) -> bytes:
    """The small operation's workbook after a change."""
    book = openpyxl.load_workbook(io.BytesIO(original))
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def cells(**values: object) -> Callable[[openpyxl.Workbook], None]:
    """A change of single cells: ``cells(places_B2="depot")``; ``__`` is a space in a sheet's name."""

    def change(book: openpyxl.Workbook) -> None:
        for name, value in values.items():
            sheet, _, cell = name.rpartition("_")
            book[sheet.replace("__", " ")][cell].value = value

    return change


def parts(original: bytes = TINY_BOOK, **replaced: bytes | None) -> bytes:
    """The workbook with parts of its zip replaced: ``parts(sheet3=b"…")``; ``None`` leaves one out."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            stem = name.rpartition("/")[2].partition(".")[0]
            data = replaced.get(stem, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return content.getvalue()


def as_excel_saves(content: bytes) -> bytes:
    """The same workbook with its texts in a list of their own, as Excel and LibreOffice keep them."""
    texts: list[str] = []

    def shared(match: re.Match[str]) -> str:
        texts.append(match[2])
        return f'{match[1]}t="s"><v>{len(texts) - 1}</v></c>'

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(
                    r'(<c [^>]*)t="inlineStr"><is><t[^>]*>(.*?)</t></is></c>', shared, text, flags=re.DOTALL
                )
            elif name == "xl/_rels/workbook.xml.rels":
                text = text.replace("</Relationships>", f"{_SHARED}</Relationships>")
            new.writestr(name, text)
        items = "".join(
            f'<si><r><t xml:space="preserve">{text}</t></r><rPh><t>no</t></rPh></si>' for text in texts
        )
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{items}</sst>')
    assert len(texts) > 100
    return made.getvalue()


def read(content: bytes) -> Operation:
    return read_workbook(content, "a.xlsx")


def faults(content: bytes) -> list[str]:
    """What is wrong with a workbook, line by line; nothing where it can be read."""
    try:
        read(content)
    except Faults as found:
        return str(found).split("\n")
    return []
