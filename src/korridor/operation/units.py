"""O1: quantities as files write them, and the whole numbers that the program keeps.

In a file every quantity carries its unit; in Python the field's name does, and plain integers are taken as they are.
Whether a value comes from a file is told by the validation context (``{"file": True, "start": ...}``).
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

MOST = 10**9
"""No quantity of an evacuation is larger; beyond it a number is a slip of the pen, and integers stay safe."""

LENGTHS_M = {"m": Decimal(1), "km": Decimal(1000)}
DURATIONS_S = {"s": Decimal(1), "min": Decimal(60), "h": Decimal(3600), "d": Decimal(86400)}
SPEEDS_M_PER_H = {"km/h": Decimal(1000), "m/h": Decimal(1), "m/s": Decimal(3600)}

_QUANTITY = re.compile(r"\s*([-+]?[0-9]+(?:[.,][0-9]+)?)\s*([A-Za-z/]*)\s*")
_CLOCK = re.compile(r"\s*([01][0-9]|2[0-4]):([0-5][0-9])\s*")


def _from_file(info: ValidationInfo) -> bool:
    return bool(info.context and info.context.get("file"))


def _whole(value: Any, units: dict[str, Decimal], example: str, info: ValidationInfo) -> int:
    """Read ``value`` in one of ``units``; whole base units only, none negative."""
    offer = ", ".join(units)
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError(f"{value!r} is not a quantity; write for example {example}")
    if not isinstance(value, str):
        if _from_file(info):
            raise ValueError(f"{value} has no unit; write for example {example} (units: {offer})")
        if not isinstance(value, int) or not 0 <= value <= MOST:
            raise ValueError(f"{value} is not a whole number from 0 to {MOST}")
        return value
    match = _QUANTITY.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not a quantity; write for example {example} (units: {offer})")
    number, unit = match.groups()
    if not unit:
        raise ValueError(f"{number} has no unit; write for example {example} (units: {offer})")
    if unit not in units:
        raise ValueError(f"{unit!r} is not a unit here; one of {offer}")
    try:
        amount = Decimal(number.replace(",", ".")) * units[unit]
    except InvalidOperation as error:  # pragma: no cover - the pattern admits numbers only
        raise ValueError(f"{number!r} is not a number") from error
    if amount < 0 or amount > MOST:
        raise ValueError(f"{value} is out of range; from 0 to {MOST} {next(iter(units))}")
    if amount != amount.to_integral_value():
        raise ValueError(f"{value} is not a whole number of {next(iter(units))}")
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
    example = "2016-12-15T09:00+02:00 or +6 h"
    if isinstance(value, str) and value.strip().startswith("+"):
        return _whole(value.strip()[1:], DURATIONS_S, example, info)
    if isinstance(value, int) and not isinstance(value, bool) and not _from_file(info):
        return _whole(value, DURATIONS_S, example, info)
    instant = parse_instant(value)
    start = (info.context or {}).get("start")
    if start is None:
        raise ValueError(f"{value} is an instant, but the operation has no start; give start, or write +6 h")
    after = instant - start
    if after < timedelta(0):
        raise ValueError(f"{value} is before the operation's start, {start.isoformat()}")
    return _whole(int(after.total_seconds()), DURATIONS_S, example, _PYTHON)


def parse_instant(value: Any) -> datetime:
    """Return an aware datetime from ``2016-12-15T09:00+02:00``; whole seconds only."""
    try:
        instant = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError(f"{value!r} is not an instant; write for example 2016-12-15T09:00+02:00") from error
    if instant.tzinfo is None:
        raise ValueError(f"{value} has no offset from UTC; write for example 2016-12-15T09:00+02:00")
    if instant.microsecond:
        raise ValueError(f"{value} has parts of a second; whole seconds only")
    return instant


def clock_s(value: Any) -> int:
    """Seconds after midnight from ``"06:30"``."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 86400:
        return value
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None or (seconds := int(match[1]) * 3600 + int(match[2]) * 60) > 86400:
        raise ValueError(f"{value!r} is not a time of day; write for example '06:30'")
    return seconds


class _Python:
    """A context that is not a file's: integers are whole base units."""

    context = None


_PYTHON: Any = _Python()

LengthM = Annotated[int, BeforeValidator(length_m)]
DurationS = Annotated[int, BeforeValidator(duration_s)]
SpeedMPerH = Annotated[int, BeforeValidator(speed_m_per_h)]
MomentS = Annotated[int, BeforeValidator(moment_s)]
ClockS = Annotated[int, BeforeValidator(clock_s)]
Instant = Annotated[datetime, BeforeValidator(parse_instant)]
Number = Annotated[int, Field(ge=0, le=MOST, strict=True)]
Positive = Annotated[int, Field(ge=1, le=MOST, strict=True)]
