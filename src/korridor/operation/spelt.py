"""Kept values as a file spells them: whole seconds as ``20 min``, metres as ``21 km``, moments as instants."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from korridor.operation.count import Count
from korridor.operation.fault import step_text
from korridor.operation.hours import Hours
from korridor.operation.operation import Operation
from korridor.operation.place import Place, side_of
from korridor.operation.sort import Belongs, Sort, fields_of, kinds_of
from korridor.operation.spread import chance_text, share_text, time_text
from korridor.operation.written import Written

_VERSION = "korridor"


def spelt_operation(operation: Operation, named: frozenset[str] = frozenset()) -> Written:
    """Return an operation as a file would hold it, written out in full: no short forms, no sources.

    Parameters
    ----------
    operation : Operation
    named : set of str
        Paths that are written even where the value is what is taken anyway.
    """
    return _Speller(operation.start, named).table(operation, "", left_out=("sources",))


def length_text(length_m: int) -> str:
    """Metres with a unit; kilometres where they come out even.

    Examples
    --------
    >>> length_text(21000), length_text(2100), length_text(1234), length_text(50)
    ('21 km', '2.1 km', '1234 m', '50 m')
    """
    # Three decimals would look like thousands: 1.234 km is refused when it is read.
    return f"{_even(length_m, 1000)} km" if length_m >= 1000 and length_m % 10 == 0 else f"{length_m} m"


def duration_text(seconds: int) -> str:
    """Seconds with the largest unit in which they come out whole, as a file may hold them.

    Examples
    --------
    >>> duration_text(21600), duration_text(5400), duration_text(90), duration_text(0)
    ('6 h', '90 min', '90 s', '0 s')
    """
    for unit, worth in (("h", 3600), ("min", 60)):
        if seconds and seconds % worth == 0:
            return f"{seconds // worth} {unit}"
    return f"{seconds} s"


def speed_text(metres_an_hour: int) -> str:
    """Metres an hour with a unit; kilometres an hour where they come out even."""
    even = metres_an_hour % 10 == 0
    return f"{_even(metres_an_hour, 1000)} km/h" if even else f"{metres_an_hour} m/h"


def moment_text(moment_s: int, start: datetime | None) -> str:
    """A moment as an instant at the start's offset; ``+6 h`` where there is no start to count from."""
    if start is None:
        return f"+{duration_text(moment_s)}"
    try:
        return instant_text(
            start.astimezone(timezone(start.utcoffset() or timedelta())) + timedelta(seconds=moment_s)
        )
    except OverflowError:
        return f"+{duration_text(moment_s)}"


def instant_text(instant: datetime) -> str:
    """An instant with its offset, without seconds where there are none."""
    return instant.isoformat(timespec="seconds" if instant.second else "minutes")


def _even(amount: int, worth: int) -> str:
    whole, rest = divmod(amount, worth)
    return f"{whole}.{str(worth + rest)[1:].rstrip('0')}" if rest else str(whole)


class _Speller:
    """Goes through the models, which know what sort of value each is."""

    def __init__(self, start: datetime | None, named: frozenset[str]) -> None:
        self._start, self._named = start, named

    def table(self, model: BaseModel, path: str, left_out: tuple[str, ...] = ()) -> Written:
        entries = {}
        for key, field in fields_of(type(model)).items():
            name = next(n for n, f in type(model).model_fields.items() if f is field)
            value = getattr(model, name)
            here = f"{path}.{key}" if path else key
            if key in left_out or (
                self._goes_without_saying(model, key, value, field) and here not in self._named
            ):
                continue
            entries[key] = self.value(value, kinds_of(type(model))[key], here)
        return Written(0, entries)

    def _goes_without_saying(self, model: BaseModel, key: str, value: Any, field: Any) -> bool:
        if field.is_required() or key == _VERSION:
            return False
        if isinstance(model, Place) and key == "side":
            return bool(value == side_of(model.kind))
        return bool(value == field.get_default(call_default_factory=True))

    def value(self, value: Any, what: Belongs, path: str) -> Written:
        if value is None:
            return Written(0, None, "~")
        if what.sort is Sort.TABLE:
            return self.table(value, path)
        if what.sort is Sort.BY_NAME:
            names = {_name(name): inner for name, inner in value.items()}
            entries = {
                name: self.value(inner, what.inner[0], f"{path}.{step_text(name)}")
                for name, inner in names.items()
            }
            return Written(0, entries)
        if what.sort is Sort.LIST:
            kinds = what.inner if len(what.inner) > 1 else what.inner * len(value)
            items = zip(value, kinds, strict=True)
            return Written(
                0, tuple(self.value(item, kind, f"{path}[{n}]") for n, (item, kind) in enumerate(items))
            )
        return spelt(value, what.sort, self._start)


def spelt(value: Any, sort: Sort, start: datetime | None) -> Written:
    """Return one kept value as a file spells it."""
    match sort:
        case Sort.TRUTH:
            return Written(0, bool(value), "true" if value else "false")
        case Sort.WHOLE:
            return Written(0, int(value), str(value))
        case Sort.COUNT:
            return _count(value)
        case Sort.NUMBER:
            return Written(0, float(value), format(Decimal(repr(value)), "f"))
        case _:
            text = _text(value, sort, start)
            return Written(0, text, text or '""')


def _count(count: Count) -> Written:
    said = count.model_dump()
    return Written(0, said, str(said))


def _text(value: Any, sort: Sort, start: datetime | None) -> str:
    match sort:
        case Sort.LENGTH:
            return length_text(value)
        case Sort.DURATION:
            return duration_text(value)
        case Sort.SPEED:
            return speed_text(value)
        case Sort.MOMENT:
            return moment_text(value, start)
        case Sort.INSTANT:
            return instant_text(value)
        case Sort.UNCERTAIN_TIME:
            return time_text(value)
        case Sort.UNCERTAIN_SHARE:
            return share_text(value)
        case Sort.CHANCE:
            return chance_text(value)
        case Sort.HOURS:
            assert isinstance(value, Hours)
            return str(value.model_dump())
        case _:
            return _name(value)


def _name(name: object) -> str:
    return str(name.value) if isinstance(name, Enum) else str(name)
