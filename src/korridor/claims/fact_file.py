"""Figures compiled by hand, one a line, as claims: a CSV file with who said what, when and of what.

Columns: ``claim_id, event, date, metric, value_low, value_high, unit, source, url, grade, note``. An empty low is *up to*,
an empty high *at least*. ``source`` is the chain, first speaker first, with ``/`` between. ``metric`` is what is counted,
with a dot after whatever narrows it: ``convoy1.fighters``, ``cumulative.persons``.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import isfinite
from pathlib import Path
from typing import Final

from korridor.claims.claim import WHOLE, Claim, ClaimTime, Quantity, State
from korridor.operation.fault import Fault, Faults

COLUMNS: Final = (
    "claim_id", "event", "date", "metric", "value_low", "value_high", "unit", "source", "url", "grade", "note",
)  # fmt: skip

_UNITS: Final = {
    "person": (Quantity.PERSONS, 1),
    "family": (Quantity.FAMILIES, 1),
    "bus": (Quantity.VEHICLES, 1),
    "ambulance": (Quantity.VEHICLES, 1),
    "truck": (Quantity.VEHICLES, 1),
    "vehicle": (Quantity.VEHICLES, 1),
    "convoy": (Quantity.OTHER, 1),
    "km": (Quantity.DISTANCE_KM, 1),
    "h": (Quantity.DURATION_S, 3600),
}
_NO_FIGURE: Final = "local time"
_SO_FAR: Final = ("cumulative", "total")
_STATES: Final = {
    "camp": State.ONGOING,
    "in": State.ONGOING,
    "route": State.BACKGROUND,
    "suar": State.BACKGROUND,
}
_NOUNS: Final = {"persons": "people", "persons out": "people", "buses out": "buses", "trucks out": "trucks"}


def read_facts(path: str | Path) -> list[Claim]:
    """Return the claims of a file of compiled figures, each with the line that it stands on as its ``file``.

    Lines whose unit is ``local time`` say when and not how many; they are no claims and are left out.

    Raises
    ------
    Faults
        For every line with a number, a unit or a date that cannot be read, and for missing columns.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Faults([Fault(str(path), 1, "", "is not UTF-8; save the table as CSV in UTF-8")]) from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    claims: list[Claim] = []
    faults: list[Fault] = []
    try:
        _check_columns(path, rows.fieldnames or ())
        for row in rows:
            try:
                claims += _claims(row, f"{path.name}:{rows.line_num}")
            except ValueError as error:
                faults.append(Fault(str(path), rows.line_num, "", str(error)))
    except csv.Error as error:
        faults.append(Fault(str(path), rows.line_num + 1, "", f"is no CSV from here on: {error}"))
    if faults:
        raise Faults(faults)
    return claims


def _check_columns(path: Path, names: Sequence[str]) -> None:
    if missing := [name for name in COLUMNS if name not in names]:
        raise Faults(
            [Fault(str(path), 1, "", f"no column {', '.join(missing)}; needed are {', '.join(COLUMNS)}")]
        )


def _claims(row: dict[str, str], file: str) -> Iterator[Claim]:
    if None in row or None in row.values():
        raise ValueError(f"has not as many cells as there are columns; needed are {', '.join(COLUMNS)}")
    unit = row["unit"]
    if unit == _NO_FIGURE:
        return
    if unit not in _UNITS:
        raise ValueError(f"unit {unit!r} is not known; one of {', '.join((*_UNITS, _NO_FIGURE))}")
    quantity, times = _UNITS[unit]
    low, high = (_number(row[name], quantity, times) for name in ("value_low", "value_high"))
    if low is not None and high is not None and low > high:
        raise ValueError(f"value_low {row['value_low']} is above value_high {row['value_high']}")
    scope, _, counted = row["metric"].rpartition(".")
    if not counted.strip("_"):
        raise ValueError(
            f"metric {row['metric']!r} does not say what is counted; write for example convoy1.fighters"
        )
    so_far = scope in _SO_FAR or any(word in _SO_FAR for word in counted.split("_"))
    noun = " ".join(word for word in counted.split("_") if word not in _SO_FAR)
    place = row["event"] if not scope or scope in _SO_FAR else f"{row['event']} {scope}"
    quote = row["note"] or "..".join(dict.fromkeys((row["value_low"], row["value_high"])))
    yield Claim(
        file=file,
        quantity=quantity,
        unit=unit,
        category=_NOUNS.get(noun, noun),
        low=low,
        high=high,
        state=_STATES.get(noun.partition(" ")[0], State.DONE),
        subset_of=None,
        place=place,
        time=_time(row["date"], so_far),
        sources=tuple(name.strip() for name in row["source"].split("/")),
        quote=quote,
        span=(0, len(quote)),
        lang="en",
    )


def _number(written: str, quantity: Quantity, times: int) -> int | float | None:
    if not written:
        return None
    number = float(written) * times
    if not isfinite(number) or number < 0:
        raise ValueError(f"{written} is no count; write a number, 0 or above")
    if quantity in WHOLE and not number.is_integer():
        raise ValueError(f"{written} is not a whole number; {quantity} come whole")
    return int(number) if number.is_integer() else number


def _time(written: str, so_far: bool) -> ClaimTime:
    """A day, a month, a year, ``first/last`` or ``one+other``; of a year alone no date is known."""
    begin, between, end = written.replace("+", "/").partition("/")
    if len(begin) == len("2016"):
        dates: tuple[str, ...] = ()
    elif len(begin) == len("2016-12"):
        dates = _days(date.fromisoformat(f"{begin}-01"), _last_of_month(begin))
    else:
        first = date.fromisoformat(begin)
        last = date.fromisoformat(begin[: -len(end)] + end) if between else first
        dates = (str(first), str(last)) if "+" in written else _days(first, last)
    basis = "until" if so_far else "during" if between else "at"
    return ClaimTime(basis=basis, dates=dates, wording=written)


def _days(first: date, last: date) -> tuple[str, ...]:
    return tuple(str(first + timedelta(days)) for days in range((last - first).days + 1))


def _last_of_month(month: str) -> date:
    return (date.fromisoformat(f"{month}-28") + timedelta(4)).replace(day=1) - timedelta(1)
