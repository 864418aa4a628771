"""O1: quantities as files write them, and the whole numbers that the program keeps.

In a file every quantity carries its unit; in Python the field's name does, and plain integers are taken as
they are. Whether a value comes from a file is told by the validation context
(``{"file": True, "start": ...}``).
"""

import re
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

MOST = 10**9
"""No quantity of an evacuation is larger; beyond it a number is a slip of the pen, and integers stay safe."""

LENGTHS_M = {"m": 1, "km": 1000}
DURATIONS_S = {"s": 1, "min": 60, "h": 3600, "d": 86400}
SPEEDS_M_PER_H = {"km/h": 1000, "m/h": 1, "m/s": 3600}

NO_START = "no_start"
"""The kind of error that an instant is in an operation without a start; it is the start's fault alone."""

_SHOWN = 60
_QUANTITY = re.compile(r"\s*([-+]?[0-9]{1,15}(?:[.,][0-9]{1,15})?)\s*([A-Za-z/]*)\s*")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_CLOCK = re.compile(r"\s*([01][0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?\s*")


def shown(value: object) -> str:
    """A bad value as a message shows it: text in quotes and not at length, never a whole table."""
    if isinstance(value, dict):
        return "a table of keys and values"
    if isinstance(value, (list, tuple)):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")
    return str(value)


def duration_text(seconds: int) -> str:
    """Seconds as a person says them.

    Examples
    --------
    >>> duration_text(3912), duration_text(90), duration_text(93600), duration_text(0)
    ('1 h 5 min 12 s', '1 min 30 s', '26 h', '0 s')
    """
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [f"{amount} {unit}" for amount, unit in ((hours, "h"), (minutes, "min"), (rest, "s")) if amount]
    return " ".join(parts) or "0 s"


def from_file(info: ValidationInfo) -> bool:
    """Whether the value stands in a file, where every quantity carries its unit."""
    return bool(info.context and info.context.get("file"))


def _whole(value: Any, units: dict[str, int], example: str, info: ValidationInfo) -> int:
    """Read ``value`` in one of ``units``; whole base units only, none negative."""
    offer = f"write for example {example} (units: {', '.join(units)})"
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(f"{shown(value)} is not a quantity; {offer}")
    if not isinstance(value, str):
        if from_file(info):
            raise ValueError(f"{value} has no unit; {offer}")
        if not isinstance(value, int) or not 0 <= value <= MOST:
            raise ValueError(f"{value} is not a whole number from 0 to {MOST}")
        return value
    match = _QUANTITY.fullmatch(value)
    if match is None:
        raise ValueError(f"{shown(value)} is not a quantity; {offer}")
    number, unit = match.groups()
    if not unit:
        raise ValueError(f"{number} has no unit; {offer}")
    if unit not in units:
        raise ValueError(f"{shown(unit)} is not a unit here; {offer}")
    return base_units(number, unit, units)


def base_units(number: str, unit: str, units: dict[str, int]) -> int:
    """A number with its unit in whole base units, the first of ``units``; from 0 to :data:`MOST`.

    Raises
    ------
    ValueError
        If it is out of range, not whole, or can be read in two ways.
    """
    base = next(iter(units))
    if _THOUSANDS.fullmatch(number):
        # 1,000 m is a kilometre to one reader and a metre to another: neither is guessed.
        thousands, fraction = re.sub("[.,]", "", number), re.sub("[.,]", ".", number).rstrip("0").rstrip(".")
        clear = fraction + "0" if _THOUSANDS.fullmatch(fraction) else fraction
        raise ValueError(
            f"{number} {unit} can be read in two ways; write {thousands} {unit} or {clear} {unit}"
        )
    amount = Fraction(number.replace(",", ".")) * units[unit]
    if not 0 <= amount <= MOST:
        raise ValueError(f"{number} {unit} is out of range; from 0 to {MOST} {base}")
    if amount.denominator != 1:
        raise ValueError(f"{number} {unit} is not a whole number of {base}")
    return int(amount)


def length_m(value: Any, info: ValidationInfo) -> int:
    """Whole metres from ``"21 km"``."""
    return _whole(value, LENGTHS_M, "21 km or 6800 m", info)


def duration_s(value: Any, info: ValidationInfo) -> int:
    """Whole seconds from ``"20 min"``."""
    return _whole(value, DURATIONS_S, "20 min, 6 h or 90 s", info)


def speed_m_per_h(value: Any, info: ValidationInfo) -> int:
    """Whole metres an hour from ``"40 km/h"``."""
    speed = _whole(value, SPEEDS_M_PER_H, "40 km/h", info)
    if speed == 0:
        raise ValueError("a speed of 0 moves nobody; write for example 40 km/h")
    return speed


def moment_s(value: Any, info: ValidationInfo) -> int:
    """Whole seconds from the operation's start, from an instant with its offset or ``"+6 h"``."""
    if isinstance(value, str) and value.strip().startswith("+"):
        return _whole(value.strip()[1:], DURATIONS_S, "+6 h", info)
    if isinstance(value, int) and not isinstance(value, bool) and not from_file(info):
        return _whole(value, DURATIONS_S, "+6 h", info)
    instant = parse_instant(value, "2016-12-15T09:00+02:00, or +6 h for six hours after the start")
    start = (info.context or {}).get("start")
    if start is None:
        raise PydanticCustomError(
            NO_START,
            "{instant} is an instant, but the operation has no start; give start, or write for example +6 h",
            {"instant": str(value)},
        )
    after = instant - start
    if after < timedelta(0):
        raise ValueError(f"{value} is before the operation's start, {start.isoformat()}")
    return base_units(str(int(after.total_seconds())), "s", DURATIONS_S)


def parse_instant(value: Any, example: str = "2016-12-15T09:00+02:00") -> datetime:
    """Return an aware datetime from ``2016-12-15T09:00+02:00``; whole seconds only."""
    try:
        instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
    except ValueError as error:
        raise ValueError(f"{shown(value)} is not an instant; write for example {example}") from error
    if instant.tzinfo is None:
        raise ValueError(f"{value} has no offset from UTC; write for example {example}")
    if instant.microsecond:
        raise ValueError(f"{value} has parts of a second; whole seconds only")
    return instant


def clock_s(value: Any, info: ValidationInfo) -> int:
    """Seconds after midnight from ``"06:30"``, or ``"06:30:15"``."""
    if isinstance(value, int) and not isinstance(value, bool) and not from_file(info):
        if not 0 <= value <= 86400:
            raise ValueError(f"{value} is not a second of the day, from 0 to 86400")
        return value
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None or (seconds := _clock_seconds(match)) > 86400:
        raise ValueError(f"{shown(value)} is not a time of day; write for example '06:30'")
    return seconds


def _clock_seconds(match: re.Match[str]) -> int:
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)


LengthM = Annotated[int, BeforeValidator(length_m)]
DurationS = Annotated[int, BeforeValidator(duration_s)]
SpeedMPerH = Annotated[int, BeforeValidator(speed_m_per_h)]
MomentS = Annotated[int, BeforeValidator(moment_s)]
ClockS = Annotated[int, BeforeValidator(clock_s)]
Instant = Annotated[datetime, BeforeValidator(parse_instant)]
Number = Annotated[int, Field(ge=0, le=MOST, strict=True)]
Positive = Annotated[int, Field(ge=1, le=MOST, strict=True)]
