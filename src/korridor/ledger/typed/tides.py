"""TIDES passenger events: who boarded and alighted, as the vehicles of a public operator count.

The columns are those of ``passenger_events`` of the Transit ITS Data Exchange Specification, version 1.0
(https://github.com/TIDES-transit/TIDES, spec/passenger_events.schema.json).
"""

from collections import Counter

from korridor.ledger.typed.moments import like_a_moment, moment
from korridor.ledger.typed.rows import Row, rows_of
from korridor.ledger.typed.table import in_place
from korridor.ledger.typed.typed import Lines
from korridor.operation.fault import Fault, Faults
from korridor.operation.near import near, one_of

KNOWN_BY = ("passenger_event_id", "event_type")
_NEEDED = (
    "passenger_event_id",
    "event_timestamp",
    "event_type",
    "vehicle_id",
    "trip_id_performed",
    "stop_id",
)
_MISSING = ("NA", "NaN", "")

_COUNTED = {"Passenger boarded": "boarded", "Passenger alighted": "alighted"}
_SEEN = ("Vehicle arrived at stop", "Vehicle departed stop")
_NOTHING = (
    "Door opened",
    "Door closed",
    "Kneel was engaged",
    "Kneel was disengaged",
    "Ramp was deployed",
    "Ramp was raised",
    "Ramp deployment failed",
    "Lift was deployed",
    "Lift was raised",
    "Individual bike boarded",
    "Individual bike alighted",
    "Bike rack deployed",
)
_TYPES = (*_COUNTED, *_SEEN, *_NOTHING)


def tides_lines(text: str, file: str, post: str, organisation: str, offset: str = "") -> Lines:
    """Turn TIDES passenger events into lines.

    A boarding or alighting is a part of who left or got out (``boarded``, ``alighted``), an arrival or departure of a
    vehicle a sighting (``passed``): TIDES counts nobody there. Doors, ramps and bicycles say nothing of people.

    Parameters
    ----------
    text, file : str
    post, organisation : str
        Whose counts they are: TIDES does not say it.
    offset : str
        From UTC, for time stamps that have none.

    Raises
    ------
    korridor.operation.fault.Faults
        Every row that cannot be read.
    """
    reader = _Reader(file, post, organisation, offset)
    lines: dict[int, str] = {}
    for row in rows_of(text, file):
        if line := reader.line(row):
            lines[row.line] = line
    if reader.faults:
        raise Faults(reader.faults)
    return Lines(in_place(lines), {}, dict(reader.skipped))


class _Reader:
    def __init__(self, file: str, post: str, organisation: str, offset: str) -> None:
        self._file, self._offset = file, offset
        self._whose = f"post={post} organisation={organisation}"
        self._written: dict[str, str] = {}
        self._ids: set[str] = set()
        self.faults: list[Fault] = []
        self.skipped: Counter[str] = Counter()

    def line(self, row: Row) -> str | None:
        """Return the line of a row; ``None`` of one that says nothing of people, or is wrong."""
        cells = {name: cell for name, cell in row.cells.items() if cell not in _MISSING}
        what = cells.get("event_type", "")
        if what in _NOTHING:
            self.skipped[what] += 1
            return None
        before = len(self.faults)
        for name in _NEEDED:
            if name not in cells:
                self._wrong(row, name, f"missing; {' and '.join(_NEEDED)} are needed here")
        if what and what not in _TYPES:
            self._wrong(row, "event_type", f"{what!r} is not one; {near(what, _TYPES)}{one_of(_TYPES)}")
        if len(self.faults) > before:
            return None
        if cells["passenger_event_id"] in self._ids:
            self._wrong(
                row, "passenger_event_id", f"{cells['passenger_event_id']} stands here twice; once is allowed"
            )
        self._ids.add(cells["passenger_event_id"])
        count = cells.get("event_count", "1")
        if not count.isdecimal():
            self._wrong(row, "event_count", f"{count!r} is not a number of people; a whole number from 0 on")
        if not like_a_moment(cells["event_timestamp"]):
            self._wrong(
                row, "event_timestamp", f"{cells['event_timestamp']!r} is not a moment; 2016-12-15T09:00:00Z"
            )
        names = [self._code(row, cells, name) for name in ("trip_id_performed", "vehicle_id", "stop_id")]
        device = self._code(row, cells, "device_id" if "device_id" in cells else "vehicle_id")
        if len(self.faults) > before:
            return None
        trip, vehicle, stop = names
        said = [moment(cells["event_timestamp"], "", self._offset), _COUNTED.get(what, "passed")]
        said += [f"on={trip}/{vehicle} at={stop}", *([f"count={count}"] if what in _COUNTED else [])]
        said += [f"device={device}", *self._number(cells), self._whose]
        return " ".join(said)

    def _number(self, cells: dict[str, str]) -> list[str]:
        """A row's own number, where it has one; else its device's rows are numbered from the top."""
        own = cells["passenger_event_id"]
        return [f"number={int(own)}"] if own.isdecimal() and len(own) < 16 and int(own) else []

    def _code(self, row: Row, cells: dict[str, str], name: str) -> str:
        """Return an identifier as a code, in capitals; two that differ only in case are not one."""
        text = cells[name]
        code = text.upper()
        if any(sign.isspace() or sign in '#=/"' for sign in code):
            self._wrong(row, name, f"{text!r} is not a code; 1 to 16 letters, digits, full stops and hyphens")
        elif self._written.setdefault(code, text) != text:
            self._wrong(
                row, name, f"{text!r} and {self._written[code]!r} differ only in capitals; rename one"
            )
        return code

    def _wrong(self, row: Row, name: str, what: str) -> None:
        self.faults.append(Fault(self._file, row.line, name, what))
