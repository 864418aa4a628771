"""R7: the list of reported figures, a CSV file: which of them speak of people who came out, and of what span."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from korridor.operation.fault import Fault, Faults
from korridor.operation.horizon import moment_s
from korridor.operation.operation import Operation
from korridor.operation.text import read_text
from korridor.operation.units import shown
from korridor.rehearsal.hindcast.reported import Reported

NEEDED = ("claim_id", "date", "metric", "value_low", "value_high", "unit", "source")
"""Columns that a list must have; ``since`` and ``until`` are moments, ``note`` is text, others are not looked at."""

COUNTED = re.compile(r"(cumulative|total|period)\.persons|persons_out(_\w+)?")
"""Metrics that count people who came out; so does whatever has an ``until``."""

_DAY = re.compile(r"(\d{4}-\d{2}-)(\d{2})(?:/(?:\d{4}-\d{2}-)?(\d{2}))?")
"""A day, or one and a later one of the same month: ``2016-12-18/20``."""

DAY_S = 86_400
_CLAIM = re.compile(r"\b[A-Z]\d{3}\b")


@dataclass(frozen=True)
class Unheld:
    """A figure that a rehearsal has nothing to hold against, and why."""

    claim: str
    metric: str
    why: str


def read_reported(path: str | Path, operation: Operation) -> tuple[tuple[Reported, ...], tuple[Unheld, ...]]:
    """Read a list of reported figures.

    Parameters
    ----------
    path : str or Path
    operation : Operation
        With a start; its sources say which figures it was made from.

    Returns
    -------
    tuple of Reported, tuple of Unheld
        Together every line of the list, in its order.

    Raises
    ------
    korridor.operation.fault.Faults
        Where the file cannot be read, lacks a column, or a line has no number or moment where one belongs.
    """
    path = Path(path)
    rows = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        columns = rows.fieldnames or ()
        missing = [name for name in NEEDED if name not in columns]
        if missing:
            what = f"the list has no column {', '.join(missing)}; it needs {', '.join(NEEDED)}"
            raise Faults([Fault(str(path), 1, "", what)])
        lines = [(rows.line_num, {key: value or "" for key, value in row.items() if key}) for row in rows]
    except csv.Error as error:
        raise Faults([Fault(str(path), rows.line_num, "", f"no line of a CSV file: {error}")]) from None
    reading = _Reading(path, operation, frozenset(_inputs(operation)))
    found = [reading.read(line, row) for line, row in lines]
    if reading.faults:
        raise Faults(reading.faults)
    held = tuple(each for each in found if isinstance(each, Reported))
    return held, tuple(each for each in found if isinstance(each, Unheld))


def _inputs(operation: Operation) -> Iterator[str]:
    """Yield the figures that the file's values were taken from: those that a value's source names."""
    for said in operation.sources:
        yield from _CLAIM.findall(said.source or "")


class _Reading:
    """Reads line after line, and gathers what is wrong."""

    def __init__(self, path: Path, operation: Operation, inputs: frozenset[str]) -> None:
        self.path, self.operation, self.inputs = path, operation, inputs
        self.faults: list[Fault] = []

    def read(self, line: int, row: dict[str, str]) -> Reported | Unheld | None:
        """Return what a line says; ``None`` where it is at fault."""
        claim, metric = row["claim_id"], row["metric"]
        counted = COUNTED.fullmatch(metric) or row.get("until")
        if row["unit"] != "person" or not counted:
            return Unheld(claim, metric, "counts other things than all people who came out")
        before = len(self.faults)
        low, high = self._persons(line, row, "value_low"), self._persons(line, row, "value_high")
        since_s, until_s = self._span(line, row)
        if low is None and high is None and len(self.faults) == before:
            self._fault(
                line, "value_low", "neither it nor value_high has a number; write one of them at least"
            )
        if low is not None and high is not None and low > high:
            self._fault(line, "value_low", f"{low} is more than value_high, {high}")
        if len(self.faults) > before:
            return None
        last_s = self.operation.horizon_s
        if until_s <= 0 or (last_s is not None and since_s >= last_s):
            return Unheld(claim, metric, "speaks of a time before the operation's start, or after its end")
        return Reported(
            claim=claim,
            since_s=max(0, since_s),
            until_s=until_s,
            low=low,
            high=high,
            source=row["source"],
            metric=metric,
            date=row["date"],
            note=row.get("note", ""),
            is_input=claim in self.inputs,
        )

    def _persons(self, line: int, row: dict[str, str], column: str) -> int | None:
        text = row[column].strip()
        if text and not (text.isascii() and text.isdigit() and len(text) <= 9):
            self._fault(
                line, column, f"{shown(text)} is no number of persons; write for example 8000, or nothing"
            )
            return None
        return int(text) if text else None

    def _span(self, line: int, row: dict[str, str]) -> tuple[int, int]:
        """Return what a figure counts: as ``since`` and ``until`` say, else by its metric and day.

        What is cumulative counts from the start; a figure of a day, or of the days from one to another, those days. All count to
        the end of the last day: a list that gives no hour does not know a sooner one.
        """
        day = _DAY.fullmatch(row["date"])
        whole = row["metric"].startswith("total.")
        if not row.get("until", "") and not whole and day is None:
            self._fault(
                line, "date", f"{shown(row['date'])} is no day; write 2016-12-16, or a moment under until"
            )
            return 0, 0
        first, last = (day[1] + day[2], day[1] + (day[3] or day[2])) if day else ("", "")
        from_start = not row["metric"].startswith(("persons_out", "period."))
        ends_s = self.operation.horizon_s
        if not row.get("since", ""):
            since_s = 0 if from_start else self._midnight_s(line, first)
        else:
            since_s = self._moment(line, row, "since")
        if row.get("until", ""):
            return since_s, self._moment(line, row, "until")
        if whole and ends_s is not None:
            return since_s, ends_s
        return since_s, self._midnight_s(line, last) + DAY_S

    def _moment(self, line: int, row: dict[str, str], column: str) -> int:
        text = row[column].strip()
        try:
            return moment_s(self.operation, text)
        except ValueError as error:
            self._fault(line, column, str(error))
            return 0

    def _midnight_s(self, line: int, day: str) -> int:
        """Return when a day begins by the operation's clock; before its start that is less than nought."""
        start = self.operation.start
        assert start is not None  # asked for at the door
        try:
            midnight = start.fromisoformat(day).replace(tzinfo=start.tzinfo)
        except ValueError:
            self._fault(line, "date", f"{shown(day)} is no day; write 2016-12-16")
            return 0
        return round((midnight - start).total_seconds())

    def _fault(self, line: int, column: str, what: str) -> None:
        self.faults.append(Fault(str(self.path), line, column, what))
