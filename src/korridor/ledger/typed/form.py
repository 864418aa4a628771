"""Which form a file of events has, and reading it."""

from enum import StrEnum

from korridor.events.event_lines import read_lines
from korridor.events.written_event import Malformed, read_event
from korridor.ledger.typed.quoted_notes import with_notes_apart
from korridor.ledger.typed.rows import header_of
from korridor.ledger.typed.table import NEEDED, table_lines
from korridor.ledger.typed.tides import KNOWN_BY, tides_lines
from korridor.ledger.typed.typed import Lines, Typed
from korridor.operation.fault import Fault, Faults


class Form(StrEnum):
    """How a file says events: one a line, in a table, in a TIDES table, or as the JSON that devices write."""

    LINES = "lines"
    CSV = "csv"
    TIDES = "tides"
    JSON = "json"


def form_of(text: str) -> Form:
    """Return the form that a file seems to have."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if first.startswith("{"):
        return Form.JSON
    names = header_of(text)
    if set(KNOWN_BY) <= set(names):
        return Form.TIDES
    return Form.CSV if set(NEEDED) <= set(names) else Form.LINES


def read_typed(
    text: str,
    file: str,
    form: Form,
    *,
    post: str = "",
    organisation: str = "",
    offset: str = "",
    refused: list[Fault] | None = None,
) -> tuple[tuple[Typed, ...], dict[str, int]]:
    """Read a file of events.

    Parameters
    ----------
    text : str
    file : str
        As messages name it.
    form : Form
    post, organisation, offset : str
        What a TIDES table does not say of itself.
    refused : list of Fault, optional
        Takes the faults of wrong lines, and those lines are left out; a TIDES table is read whole or not at all.

    Returns
    -------
    tuple of Typed, dict of str to int
        The events in the file's order; and what was left out, since it says nothing of people, and how often.

    Raises
    ------
    korridor.operation.fault.Faults
        Every line that is wrong, what is wrong with it, and what is allowed; where ``refused`` does not take them.
    """
    if form is Form.JSON:
        return _json(text, file, refused), {}
    if form is Form.TIDES:
        lines = tides_lines(text, file, post, organisation, offset)
    else:
        lines = (table_lines if form is Form.CSV else with_notes_apart)(text, file, refused)
    events = read_lines(lines.text, file, refused)
    left_out = {fault.line for fault in refused or ()}
    numbers = [number for number in _said_on(lines) if number not in left_out]
    return (
        tuple(Typed(event, line, lines.notes.get(line)) for event, line in zip(events, numbers, strict=True)),
        lines.skipped,
    )


def _said_on(lines: Lines) -> list[int]:
    """Return the numbers of the lines that say an event."""
    found = []
    for number, line in enumerate(lines.text.splitlines(), start=1):
        words = line.split("#", 1)[0].split()
        if words and words[0] != "with":
            found.append(number)
    return found


def _json(text: str, file: str, refused: list[Fault] | None) -> tuple[Typed, ...]:
    found = []
    faults: list[Fault] = [] if refused is None else refused
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(Typed(read_event(line.strip()), number))
            except Malformed as malformed:
                faults += [Fault(file, number, wrong.field, wrong.what) for wrong in malformed.wrong]
    if faults and refused is None:
        raise Faults(faults)
    return tuple(found)
