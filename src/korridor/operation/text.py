"""A file's text or bytes, or why they cannot be had."""

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
    try:
        with path.open("rb") as file:
            # One byte more than allowed tells, whatever kind of file it is; a pipe has no size to ask for.
            content = file.read(most_bytes + 1)
    except FileNotFoundError:
        raise _fault(path, "no such file") from None
    except IsADirectoryError:
        raise _fault(path, "a folder; name the file in it") from None
    except PermissionError:
        raise _fault(path, "may not be read by you; ask for permission to read it") from None
    except (OSError, ValueError) as error:
        raise _fault(path, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if len(content) > most_bytes:
        raise _fault(path, f"larger than {most_bytes // 10**6} MB; that is no file of this kind")
    return content


def _fault(path: Path, what: str, line: int = 1) -> Faults:
    return Faults([Fault(str(path), line, "", what)])
