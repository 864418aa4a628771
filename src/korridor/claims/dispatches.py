"""Dispatches in files, folders and standard input: found, bounded in size, decoded."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from korridor.claims.length import MOST_CHARACTERS
from korridor.operation.fault import Fault, Faults

STDIN = "-"
ENDINGS = (".txt", ".md", ".text")
"""What is read of a folder; a file that is named is read whatever its ending."""

_MOST_BYTES = 4 * MOST_CHARACTERS + 3


@dataclass(frozen=True)
class Dispatch:
    """One text, and what it is called in the claims."""

    file: str
    text: str


def dispatches_at(paths: Iterable[str | Path]) -> list[str]:
    """The files that some paths name; of a folder all texts under it, by name.

    Raises
    ------
    korridor.operation.fault.Faults
        If a path is neither, or a folder holds no text.
    """
    found: list[str] = []
    faults: list[Fault] = []
    for path in map(str, paths):
        if path == STDIN or Path(path).is_file() or _is_pipe(path):
            found.append(path)
        elif Path(path).is_dir():
            texts = sorted(
                str(p) for p in Path(path).rglob("*") if p.suffix.lower() in ENDINGS and p.is_file()
            )
            if not texts:
                faults.append(
                    Fault(path, 1, "", f"a folder with no text in it; its files end in {', '.join(ENDINGS)}")
                )
            found += texts
        else:
            faults.append(Fault(path, 1, "", "there is no such file or folder; write - for standard input"))
    if faults:
        raise Faults(faults)
    return found


def _is_pipe(path: str) -> bool:
    return Path(path).is_fifo() or Path(path).is_char_device()


def dispatch_at(path: str) -> Dispatch:
    """Read one dispatch.

    Raises
    ------
    korridor.operation.fault.Faults
        If it is no UTF-8 text, or longer than a dispatch can be; no more than that is read of it.
    """
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(_MOST_BYTES + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise Faults([Fault(path, 1, "", f"{error.strerror}; name a text that you may read")]) from None
    if len(data) > _MOST_BYTES:
        raise Faults([Fault(path, 1, "", too_long(f"more than {_MOST_BYTES:,} bytes"))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {data[error.start]:#04x} is not UTF-8; save the text as UTF-8"
        raise Faults([Fault(path, line, "", what)]) from None
    if len(text) > MOST_CHARACTERS:
        raise Faults([Fault(path, 1, "", too_long(f"{len(text):,} characters"))])
    return Dispatch(path, text)


def too_long(how_long: str) -> str:
    """What is said of a text that is no dispatch."""
    return (
        f"{how_long}; a dispatch has at most {MOST_CHARACTERS:,} characters, cut it where one dispatch ends"
    )
