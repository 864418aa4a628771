"""A table of events, a row an event: the columns are called what the lines' keys are called."""

from korridor.events.code_lists import Scheme
from korridor.events.written_event import fact_of, kinds
from korridor.ledger.typed.moments import like_a_moment, moment
from korridor.ledger.typed.rows import Row, header_of, rows_of
from korridor.ledger.typed.typed import Lines
from korridor.operation.fault import Fault, Faults
from korridor.operation.near import near

NEEDED = ("time", "kind")
_BESIDE = ("day", "offset")
_ENVELOPE = ("device", "number", "post", "organisation", "recorded", "note")
_COUNTS = ("count", "prevented", "heads")
_ABOUT_COUNT = ("method", "infants", "agreement", *(scheme.value for scheme in Scheme))
_MOMENTS = ("time", "recorded", "due", "begins", "ends", "next_enquiry")


def columns() -> tuple[str, ...]:
    """Name every column that a table may have."""
    fields = dict.fromkeys(name for kind in kinds() for name in fact_of(kind).model_fields if name != "kind")
    return tuple(dict.fromkeys((*NEEDED, *_BESIDE, *_ENVELOPE, *fields, *_ABOUT_COUNT)))


def table_lines(text: str, file: str, refused: list[Fault] | None = None) -> Lines:
    r"""Turn a CSV table into lines; ``refused`` takes the faults of wrong rows.

    Raises
    ------
    korridor.operation.fault.Faults
        For columns that there are not, and cells that cannot be what they stand for.

    Examples
    --------
    >>> table_lines("time,kind,on,at\n2016-12-15T14:20Z,passed,M1,GATE\n", "a.csv").text
    '\n2016-12-15T14:20Z passed on=M1 at=GATE'
    """
    known = columns()
    unknown = [name for name in header_of(text) if name not in known]
    faults = [
        Fault(file, 1, "", f"there is no column {name!r}; {near(name, known)}docs/record.md lists them")
        for name in unknown
    ]
    lines: dict[int, str] = {}
    notes: dict[int, str] = {}
    for row in rows_of(text, file):
        if row.cells.get("note"):
            notes[row.line] = row.cells["note"]
        wrong = list(_wrong(row, file))
        if wrong and refused is not None:
            refused += wrong
            lines[row.line] = _left_out(row.cells)
        elif wrong:
            faults += wrong
        else:
            lines[row.line] = _line(row.cells)
    if faults:
        raise Faults(faults)
    return Lines(in_place(lines), notes, {})


def _left_out(cells: dict[str, str]) -> str:
    """Return what is left of a wrong row: whose it is, so that its number is kept."""
    said = [f"{name}={cells[name]}" for name in ("device", "number") if cells.get(name)]
    return " ".join(["?", *("-".join(each.split()) for each in said)])


def in_place(lines: dict[int, str]) -> str:
    """Return lines as a text in which each stands where it stood."""
    return "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))


def _wrong(row: Row, file: str) -> list[Fault]:
    found = [
        Fault(file, row.line, name, f"missing; a row needs {' and '.join(NEEDED)}")
        for name in NEEDED
        if name not in row.cells
    ]
    for name, cell in row.cells.items():
        if name in (*_MOMENTS, *_BESIDE):
            if not like_a_moment(cell):
                what = (
                    f"{cell!r} is not a moment; write 2016-12-15T09:00+02:00, or 09:00 beside day and offset"
                )
                found.append(Fault(file, row.line, name, what))
        elif name != "note" and _breaks_a_line(cell if name not in _COUNTS else cell.replace(" ", "-")):
            what = f"{cell!r} has a space or a sign that codes do not have; words belong in the column note"
            found.append(Fault(file, row.line, name, what))
    return found


def _breaks_a_line(cell: str) -> bool:
    """Whether a cell would be more than one word of a line."""
    return not cell.isprintable() or any(sign in cell for sign in ' #"')


def _line(cells: dict[str, str]) -> str:
    day, offset = cells.get("day", ""), cells.get("offset", "")
    said = []
    for name, cell in cells.items():
        if name in _MOMENTS:
            cell = moment(cell, day, offset)
        elif name in _COUNTS:
            cell = "-".join(cell.split())
        if name not in (*NEEDED, *_BESIDE, "note"):
            said.append(f"{name}={cell}")
    return " ".join([moment(cells["time"], day, offset), cells["kind"], *said])
