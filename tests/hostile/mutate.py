"""Files made wrong: bytes, lines and values of sound ones changed, by draws of a seed."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import TypeVar
from xml.sax.saxutils import escape

from korridor.chance import stream

NASTY = [
    *("", "-", "[", "{", "}", "]", ":", ",", "?", "|", ">", "&a", "*a", "!t", "'", '"', "#", "%", "@", "`", "\t", "~"),
    *("-1", "0", "00", "1e309", "-0.0", ".nan", "NaN", ".inf", "-.inf", "Infinity", "1" * 400, "9" * 19, "1e9", "0x10"),
    *("true", "null", "[]", "{}", "[[]]", "{value: 1}", "{<<: *a}", "<<", "!!python/object/apply:os.system [ls]"),
    *("5 km", "-5 km", "1e5 km", "99999999999 h", "0 km/h", "5 parsec", "1,000 m", "24:01", "06:00-18:00", "+0 s"),
    *("2016-12-15T09:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "2016-02-30T00:00Z", "25:00"),
    *("around 5", "at least -1", "5..1", "1..", "Square", "Sqսare", "\u202eeraqS", "a\u200bb", "é", "e\u0301", "\u0627"),
    *("\x00", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\ud7ff", "😀", "\r", "\n", "\n\n  ", "name", "places", "default"),
]  # fmt: skip
_BYTES = [b"\xff", b"\xfe\xff", b"\x00", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x80", b"\r\n"]
_TOKEN = re.compile(r"[^\s:,\[\]{}\"]+")
_CELL = re.compile(r">([^<>]+)<")

T = TypeVar("T")
Way = Callable[[bytes, "Draws"], bytes]


class Draws:
    """Choices by a seed and the number of the file."""

    def __init__(self, seed: int, number: int) -> None:
        self._state = stream.new(seed, number)

    def below(self, n: int) -> int:
        return int(stream.below(self._state, n))

    def of(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]


def mutated(sound: bytes, draws: Draws) -> bytes:
    """Change a file in one to four ways; of a workbook mostly one of the files in it, or no change would get past its seal."""
    if zipfile.is_zipfile(io.BytesIO(sound)) and draws.below(8):
        return _part_of(sound, draws)
    return _changed(sound, WAYS, draws)


def _changed(content: bytes, ways: Sequence[Way], draws: Draws) -> bytes:
    for _ in range(1 + draws.below(4)):
        content = draws.of(ways)(content, draws)
    return content


def _part_of(workbook: bytes, draws: Draws) -> bytes:
    """Change one of the files that a workbook is made of."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        part = draws.of([name for name in names if draws.below(4) == 0 or "sheet" in name] or names)
        for name in names:
            content = old.read(name)
            new.writestr(name, _changed(content, [*[_cell] * 30, *WAYS], draws) if name == part else content)
    return made.getvalue()


def _cell(content: bytes, draws: Draws) -> bytes:
    """Write something nasty, or what stands elsewhere, where a text or a number of a cell stands."""
    text = content.decode(errors="replace")
    found = list(_CELL.finditer(text))
    if not found:
        return content
    here = draws.of(found)
    words = draws.of(found).group(1) if draws.below(3) == 0 else escape(draws.of(NASTY))
    return (text[: here.start(1)] + words + text[here.end(1) :]).encode(errors="replace")


def _token(content: bytes, draws: Draws) -> bytes:
    """Write something nasty where a word or number stands; often in a whole line's place."""
    text = content.decode(errors="replace")
    found = list(_TOKEN.finditer(text))
    if not found:
        return content
    here = draws.of(found)
    return (text[: here.start()] + draws.of(NASTY) + text[here.end() :]).encode(errors="replace")


def _swap(content: bytes, draws: Draws) -> bytes:
    """Write one word of the file where another stands."""
    text = content.decode(errors="replace")
    found = list(_TOKEN.finditer(text))
    if not found:
        return content
    here, there = draws.of(found), draws.of(found)
    return (text[: here.start()] + there.group() + text[here.end() :]).encode(errors="replace")


def _lines(content: bytes, draws: Draws) -> bytes:
    """Leave out, repeat, move or indent a line."""
    lines = content.split(b"\n")
    at, line = draws.below(len(lines)), draws.of(lines)
    how = draws.below(5)
    if how == 0:
        del lines[at]
    elif how == 1:
        lines.insert(at, line)
    elif how == 2:
        lines[at] = b" " * draws.below(6) + lines[at].lstrip()
    elif how == 3:
        lines[at] = lines[at] + b" " + draws.of(NASTY).encode()
    else:
        lines[at:at] = [line] * draws.below(200)
    return b"\n".join(lines)


def _bytes(content: bytes, draws: Draws) -> bytes:
    """Change, leave out or put in some bytes."""
    at = draws.below(len(content) + 1)
    how = draws.below(3)
    if how == 0:
        return content[:at] + bytes([draws.below(256)]) + content[at + 1 :]
    if how == 1:
        return content[:at] + content[at + 1 + draws.below(30) :]
    return content[:at] + draws.of(_BYTES) + content[at:]


def _cut(content: bytes, draws: Draws) -> bytes:
    """End the file too soon."""
    return content[: draws.below(len(content) + 1)]


def _again(content: bytes, draws: Draws) -> bytes:
    """Put a piece of the file in once more, somewhere else."""
    start, at = draws.below(len(content) + 1), draws.below(len(content) + 1)
    return content[:at] + content[start : start + draws.below(300)] + content[at:]


def _encoding(content: bytes, draws: Draws) -> bytes:
    """Save the file in another encoding."""
    encoding = draws.of(["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1256"])
    return content.decode(errors="replace").encode(encoding, errors="replace")


WAYS: list[Way] = [
    *[_token] * 8,
    *[_swap] * 6,
    *[_lines] * 4,
    *[_bytes] * 2,
    _cut,
    _again,
    _encoding,
]
