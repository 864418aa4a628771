"""Notes in a file of lines: ``note="two got off at the bridge"``."""

import re

from korridor.ledger.typed.typed import Lines
from korridor.operation.fault import Fault, Faults

_NOTE = re.compile(r'(?<!\S)note="([^"]*)"(?=\s|$)')


def with_notes_apart(text: str, file: str, refused: list[Fault] | None = None) -> Lines:
    """Take the notes out of a file's lines; ``refused`` takes the faults of wrong ones.

    Raises
    ------
    korridor.operation.fault.Faults
        Where a line has two, and ``refused`` does not take that.

    Examples
    --------
    >>> with_notes_apart('14:20 passed on=M1 at=GATE note="in the rain"', "today.txt").notes
    {1: 'in the rain'}
    """
    found: dict[int, str] = {}
    lines: list[str] = []
    faults: list[Fault] = [] if refused is None else refused
    for number, line in enumerate(text.splitlines(), start=1):
        # In a remark nothing is looked for; within a note a # is a letter like any other.
        begin = re.match(r'(?:[^"#]|"[^"]*")*', line)
        said = line[: begin.end()] if begin else ""
        notes = _NOTE.findall(said)
        if len(notes) > 1:
            faults.append(Fault(file, number, "note", "stands here twice; once is allowed"))
        elif notes and notes[0].strip():
            found[number] = notes[0].strip()
        lines.append(_NOTE.sub("", said) + line[len(said) :])
    if faults and refused is None:
        raise Faults(faults)
    return Lines("\n".join(lines), found, {})
