"""What is wrong with a file: where it stands, what it is, what is allowed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

Where = tuple[str | int, ...]
"""A path into the file, such as ``("roads", 3, "between")``."""


_SHOWN = 60

MOST_FAULTS = 50
"""So many are said of one file; whoever mends those sees the next."""


_MORE = "more is wrong from here on"
_MORE_WORDS = f"{_MORE}; mend these {MOST_FAULTS} first"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a file.

    Attributes
    ----------
    file : str
        The file as the user named it.
    line : int
        Counted from 1; a fault of the whole file stands on line 1.
    where : str
        The path inside the file, such as ``roads[3].length``, or in a workbook the cell, such as
        ``roads!C5``; empty where there is none.
    what : str
        The bad value and what is allowed instead.
    """

    file: str
    line: int
    where: str
    what: str

    @property
    def sheet(self) -> str:
        """The sheet of a workbook that it stands on; empty for other files."""
        return self.where.rpartition("!")[0] if self.file.lower().endswith(".xlsx") else ""

    def __str__(self) -> str:
        path = f"{self.where}: " if self.where else ""
        return one_line(f"{self.file}:{self.line}: {path}{self.what}")


class Faults(Exception):  # noqa: N818 - a fault is the file's, an error would be ours
    """Everything that is wrong with a file, at once.

    Attributes
    ----------
    faults : tuple of Fault
        In the order of the lines, of a workbook sheet by sheet; of more than :data:`MOST_FAULTS`, the first, and one that
        says so.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        found = sorted(dict.fromkeys(faults), key=lambda fault: (fault.sheet, fault.line))
        if len(found) > MOST_FAULTS and not found[-1].what.startswith(_MORE):
            found = [*found[:MOST_FAULTS], replace(found[MOST_FAULTS], where="", what=_MORE_WORDS)]
        self.faults = tuple(found)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))

    def _render_traceback_(self) -> list[str]:
        """In a notebook the lines stand alone: where the program found them out helps nobody to mend the file."""
        return str(self).split("\n")

    def of(self, file: str) -> "Faults":
        """The same faults, said of ``file``."""
        return Faults(replace(fault, file=file) for fault in self.faults)


def path_text(where: Where) -> str:
    """Return a path as messages and sources write it.

    Examples
    --------
    >>> path_text(("roads", 3, "length")), path_text(("places", "St. Mary", "bays"))
    ('roads[3].length', 'places."St. Mary".bays')
    """
    text = ""
    for step in where:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step_text(step)}" if text else step_text(step)
    return text


def step_text(name: str) -> str:
    """One name of a path: in quotes where it holds a mark that paths are made of, and not at length."""
    name = cut(name)
    return f'"{name}"' if any(mark in name for mark in '.[]":') else name


def cut(text: str) -> str:
    """Return a text no longer than a message can show."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def one_line(text: str) -> str:
    """Return text that a terminal shows as it is, on one line: control characters are written out."""
    return "".join(letter if letter.isprintable() else _written_out(letter) for letter in text)


def _written_out(letter: str) -> str:
    return letter.encode("unicode_escape", errors="backslashreplace").decode()
