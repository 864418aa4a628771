"""A file's text or bytes, or why they cannot be had."""

import codecs
import os
import stat
from pathlib import Path

from korridor.operation.fault import Fault, Faults

MOST_BYTES = 10_000_000
"""An operation is some hundred lines; what is larger is another kind of file."""


def read_text(path: Path, most_bytes: int = MOST_BYTES) -> str:
    """Return the text of a file in UTF-8.

    Raises
    ------
    korridor.operation.fault.Faults
        Where there is no such file, it may not be read, is too large, or is not text in UTF-8.
    """
    content = read_bytes(path, most_bytes)
    if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0" in content[:4]:
        raise _fault(path, "text in UTF-16 or UTF-32, or no text at all; save the file as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"byte {content[error.start]:#04x} is not text in UTF-8; save the file as UTF-8"
        raise _fault(path, what, line) from None


def read_bytes(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return what is in a file.

    Raises
    ------
    korridor.operation.fault.Faults
        Where there is no such file, it may not be read, or is too large.
    """
    # One byte more than allowed tells, should the file grow while it is read.
    content = first_bytes(path, most_bytes + 1)
    if len(content) > most_bytes:
        raise _fault(path, f"larger than {most_bytes // 10**6} MB; that is no file of this kind")
    return content


def first_bytes(path: Path, number: int, what: str = "file") -> bytes:
    """Return so many bytes of a file, or all where it has fewer.

    Raises
    ------
    korridor.operation.fault.Faults
        Where there is no such file, or it may not be read; ``what`` is what is then asked for.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            kind = os.fstat(file.fileno()).st_mode
            if stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind) or stat.S_ISCHR(kind) or stat.S_ISBLK(kind):
                raise _fault(path, "a pipe or a device; save what comes from it as a file")
            return file.read(number)
    except FileNotFoundError:
        raise _fault(path, "no such file") from None
    except IsADirectoryError:
        raise _fault(path, f"a folder; name the {what} in it") from None
    except PermissionError:
        raise _fault(path, "may not be read by you; ask for permission to read it") from None
    except (OSError, ValueError) as error:
        raise _fault(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None


def _without_waiting(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _fault(path: Path, what: str, line: int = 1) -> Faults:
    return Faults([Fault(str(path), line, "", what)])
