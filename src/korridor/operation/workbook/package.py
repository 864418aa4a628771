"""The parts of a workbook: a zip of XML files, opened as something that a stranger may have sent.

What it would unpack to is known from the zip's own directory before anything is unpacked, and no part is held
as a tree: its elements go by, and are counted. A document type is refused, and with it every entity.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

MOST_PARTS = 500
MOST_UNPACKED_BYTES = 30_000_000
MOST_RATIO = 200
"""Unpacked to packed, of the whole; sheets of numbers reach some thirty."""

MOST_ELEMENTS = 300_000
"""A cell is two; what an operation of ten thousand places needs, and about a second's work."""

MOST_DIRECTORY_BYTES = 100_000

# What a damaged zip and damaged XML make the two readers raise: of a part that is not there and of an unknown
# encoding, a LookupError.
_UNREADABLE = (
    *(expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, LookupError),
    *(NotImplementedError, RuntimeError, OSError, ValueError, struct.error),
)

_END = b"PK\x05\x06"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"

MOST_DEEP = 60


class Handler:
    """Takes what it wants of a part as its elements go by; ``inside`` are the open elements, the last one's own.

    Names of elements come without their namespace: a workbook has one for each of its dialects.
    """

    def start(self, inside: list[str], said: dict[str, str]) -> None:
        """Take an element's beginning, with its attributes."""

    def text(self, inside: list[str], words: str) -> None:
        """Take text, piece by piece."""

    def end(self, inside: list[str]) -> None:
        """Take an element's end."""


class NoWorkbook(Exception):  # noqa: N818 - a fault is the file's, an error would be ours
    """The file is no workbook that is read here; its text says why, and what to do."""


class Package:
    """The zip with its parts.

    Raises
    ------
    NoWorkbook
        If it is none, is locked, holds macros, or would unpack to more than a workbook of this kind does.
    """

    def __init__(self, content: bytes) -> None:
        if content.startswith(_OLD_OR_LOCKED):
            raise NoWorkbook(
                "locked with a password, or of the old kind; save it as .xlsx without a password"
            )
        _look_at_directory(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _UNREADABLE:
            raise _damaged() from None
        self.names = self._zip.namelist()
        self._elements = 0
        self._look_at_parts(len(content))

    def _look_at_parts(self, packed_bytes: int) -> None:
        parts = self._zip.infolist()
        if len(set(self.names)) < len(parts):
            raise NoWorkbook("two parts of it have one name; open it and save it again")
        unpacked = sum(part.file_size for part in parts)
        if unpacked > MOST_UNPACKED_BYTES or unpacked > MOST_RATIO * packed_bytes:
            size = f"{unpacked / 10**6:,.0f} MB"
            raise NoWorkbook(
                f"unpacks to {size}; no operation needs that, paste its tables into a new workbook"
            )
        if any(part.flag_bits & 1 for part in parts):
            raise NoWorkbook("locked with a password; save it without one")
        if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
            raise _damaged()
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise NoWorkbook(
                "holds macros, which are never read; save it as a workbook without macros, .xlsx"
            )

    def walk(self, name: str, handler: Handler) -> None:
        """Let the elements of a part go by.

        Raises
        ------
        NoWorkbook
            If there is no such part, it is no XML, or there is too much of it.
        """
        inside: list[str] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            self._elements += 1
            inside.append(_local(tag))
            if self._elements > MOST_ELEMENTS:
                what = f"more than {MOST_ELEMENTS:,} cells and the like; no operation needs that"
                raise NoWorkbook(f"{what}, paste its tables into a new workbook")
            if len(inside) > MOST_DEEP:
                raise _damaged()
            handler.start(inside, attributes)

        def end(_: str) -> None:
            handler.end(inside)
            inside.pop()

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = lambda words: handler.text(inside, words)
        parser.StartDoctypeDeclHandler = _no_document_type
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk)
            parser.Parse(b"", True)
        except _UNREADABLE:
            raise _damaged() from None

    def _chunks(self, name: str) -> Iterator[bytes]:
        with self._zip.open(name) as part:
            while chunk := part.read(1 << 16):
                yield chunk


def _look_at_directory(content: bytes) -> None:
    """Refuse a directory of parts so long that only to read it would take seconds."""
    at = content.rfind(_END)
    if at < 0 or at + 22 > len(content):
        raise NoWorkbook(
            "no workbook, or only a part of one; open it in a spreadsheet program and save it as .xlsx"
        )
    while at >= 0:  # a comment at the end may hold the sign too, and which one counts is the reader's choice
        if (
            at + 22 <= len(content)
            and struct.unpack("<I", content[at + 12 : at + 16])[0] > MOST_DIRECTORY_BYTES
        ):
            raise NoWorkbook("has more parts than a workbook has; paste its tables into a new workbook")
        at = content.rfind(_END, max(0, len(content) - (1 << 16) - 22), at)


def _no_document_type(*_: object) -> None:
    raise NoWorkbook("declares a document type, which no workbook needs and which can do harm; refused")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _damaged() -> NoWorkbook:
    return NoWorkbook("damaged; open it in a spreadsheet program and save it again as .xlsx")
