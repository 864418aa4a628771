"""What the sheets of a workbook share: their names, the texts, how numbers are shown, and the day that dates count from."""

import posixpath
import re

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from korridor.operation.workbook.package import MOST_PARTS, Handler, NoWorkbook, Package

_INDEX = re.compile(r"[0-9]{1,9}")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Book:
    """A workbook without its cells.

    Attributes
    ----------
    epoch : datetime
        Day 0 of its dates.
    sheets : list of tuple
        Each sheet's name, whether it is hidden, and its part; an empty part where it has no cells, as a chart.
    """

    def __init__(self, package: Package) -> None:
        if len(package.names) > MOST_PARTS:
            raise NoWorkbook("has more parts than a workbook has; paste its tables into a new workbook")
        root = _Relations(package, "_rels/.rels")
        book = root.by_kind("officeDocument", "xl/workbook.xml")
        if book not in package.names:
            raise NoWorkbook("no workbook; open it in a spreadsheet program and save it as .xlsx")
        names = _Names(package, book)
        folder, name = posixpath.split(book)
        parts = _Relations(package, f"{folder}/_rels/{name}.rels", folder)
        self.epoch = MAC_EPOCH if names.from_1904 else WINDOWS_EPOCH
        self.sheets = [(name, hidden, parts.sheet(relation)) for name, hidden, relation in names.found]
        self._texts = _Texts(package, parts.by_kind("sharedStrings")).found
        self._formats = _Formats(package, parts.by_kind("styles")).found

    def text(self, number: str) -> str | None:
        """The text of a number in the list of texts; ``None`` where it has none."""
        return (
            self._texts[int(number)] if _INDEX.fullmatch(number) and int(number) < len(self._texts) else None
        )

    def shown_as(self, style: str) -> str:
        """How a style shows numbers."""
        known = _INDEX.fullmatch(style) and int(style) < len(self._formats)
        return self._formats[int(style)] if known else "General"


class _Relations(Handler):
    """Which parts a part refers to."""

    def __init__(self, package: Package, name: str, folder: str = "") -> None:
        self._package, self._folder = package, folder
        self._found: dict[str, tuple[str, str]] = {}
        if name in package.names:
            package.walk(name, self)

    def start(self, inside: list[str], said: dict[str, str]) -> None:
        if inside[-1] == "Relationship" and said.get("TargetMode") != "External":
            kind, target = said.get("Type", "").rpartition("/")[2], said.get("Target", "")
            part = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
            self._found[said.get("Id", "")] = kind, part

    def by_kind(self, kind: str, otherwise: str = "") -> str:
        return next((part for each, part in self._found.values() if each == kind), otherwise)

    def sheet(self, relation: str) -> str:
        kind, part = self._found.get(relation, ("", ""))
        return part if kind == "worksheet" and part in self._package.names else ""


class _Names(Handler):
    """The sheets' names, in order."""

    def __init__(self, package: Package, name: str) -> None:
        self.from_1904 = False
        self.found: list[tuple[str, bool, str]] = []
        package.walk(name, self)

    def start(self, inside: list[str], said: dict[str, str]) -> None:
        if inside[-1] == "workbookPr":
            self.from_1904 = said.get("date1904") in ("1", "true")
        elif inside[-1] == "sheet":
            hidden = said.get("state", "visible") != "visible"
            relation = next((value for key, value in said.items() if key.endswith(" id")), "")
            self.found.append((said.get("name", ""), hidden, relation))


class _Texts(Handler):
    """The texts that cells refer to by number; how a text is to be pronounced is left out."""

    def __init__(self, package: Package, name: str) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        if name in package.names:
            package.walk(name, self)

    def text(self, inside: list[str], words: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside:
            self._pieces.append(words)

    def end(self, inside: list[str]) -> None:
        if inside[-1] == "si":
            self.found.append(unescaped("".join(self._pieces)))
            self._pieces.clear()


class _Formats(Handler):
    """How each style shows a number."""

    def __init__(self, package: Package, name: str) -> None:
        self.found: list[str] = []
        self._own: dict[str, str] = {}
        if name in package.names:
            package.walk(name, self)

    def start(self, inside: list[str], said: dict[str, str]) -> None:
        if inside[-1] == "numFmt":
            self._own[said.get("numFmtId", "")] = said.get("formatCode", "")[:200]
        elif inside[-1] == "xf" and "cellXfs" in inside:
            number = said.get("numFmtId", "")
            builtin = BUILTIN_FORMATS.get(int(number), "General") if _INDEX.fullmatch(number) else "General"
            self.found.append(self._own.get(number, builtin))


def unescaped(text: str) -> str:
    """The text behind ``_x000D_``, as spreadsheets write letters that XML does not take."""
    return _ESCAPE.sub(_letter, text) if "_x" in text else text


def _letter(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)  # half a letter is none
