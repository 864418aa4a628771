"""X1: what may stand where something is named: codes, never a text.

A code is one to sixteen capital letters, digits, full stops and hyphens. No sentence fits into that, and nothing in an event is
longer. Whatever needs words lies in the erasable side store, and an event holds its salted hash (:data:`Note`).
"""

import re
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from korridor.operation.units import parse_instant, shown

_CODE = r"[A-Z0-9][A-Z0-9.-]{0,15}"
_EVENT_ID = rf"{_CODE}:[1-9][0-9]{{0,14}}"
_ABOARD = rf"{_CODE}(?:/{_CODE}(?:/[1-9][0-9]{{0,2}})?)?"
_STANDING = ("place", "reception", "hospital", "custody", "dead")

CODE_WORDS = "a code of 1 to 16 capital letters, digits, full stops and hyphens"
MOST_NUMBER = 10**15 - 1


def _one(form: str, allowed: str) -> AfterValidator:
    pattern = re.compile(form)

    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(f"{shown(text)} is not {allowed}")
        return text

    return AfterValidator(check)


def _text(form: str) -> WithJsonSchema:
    """What an editor is told of it."""
    return WithJsonSchema({"type": "string", "pattern": f"^{form}$"})


def _in_a_place(value: Any) -> Any:
    """``AMIRIYA`` is short for ``place:AMIRIYA``."""
    return f"place:{value}" if isinstance(value, str) and ":" not in value else value


def _trip(text: str) -> str:
    """``M1/B7`` is the first trip of B7, ``M1/B7/1``."""
    return f"{text}/1" if text.count("/") == 1 else text


def _somewhere(value: Any) -> Any:
    """``M1/B7`` is short for ``aboard:M1/B7``, ``AMIRIYA`` for ``place:AMIRIYA``."""
    short = isinstance(value, str) and "/" in value and ":" not in value
    return f"aboard:{value}" if short else _in_a_place(value)


def _whose(text: str) -> str:
    return f"aboard:{_trip(text[7:])}" if text.startswith("aboard:") else text


def _moment(value: Any) -> datetime:
    if not isinstance(value, (str, datetime)):
        raise ValueError(f"{shown(value)} is not an instant; write for example 2016-12-15T09:00+02:00")
    found = parse_instant(value)
    if not 1900 <= found.year <= 2200:
        raise ValueError(f"{found.isoformat()} is in the year {found.year}; from 1900 to 2200")
    return found


_STANDING_FORM = rf"(?:{'|'.join(_STANDING)}):{_CODE}"
_WHOSE_FORM = rf"(?:(?:{'|'.join(_STANDING)}|handed|left):{_CODE}|aboard:{_ABOARD})"
_NOTE = "[0-9a-f]{64}"

Code = Annotated[str, Field(strict=True), _one(_CODE, CODE_WORDS), _text(_CODE)]
"""A place, post, organisation, device, vehicle or movement."""

EventId = Annotated[
    str, Field(strict=True), _one(_EVENT_ID, "an event's id, such as D1:17"), _text(_EVENT_ID)
]
"""``device:number``."""

Aboard = Annotated[
    str,
    Field(strict=True),
    _one(_ABOARD, "a movement, a vehicle of it and its trip, such as M1, M1/B7 or M1/B7/2"),
    AfterValidator(_trip),
    _text(_ABOARD),
]
"""Who sits where: ``M1`` is a whole movement, where no vehicle is named; ``M1/B7`` the first trip of its vehicle B7."""

Standing = Annotated[
    str,
    Field(strict=True),
    BeforeValidator(_in_a_place),
    _one(
        _STANDING_FORM,
        f"an account of people who are somewhere: {', '.join(_STANDING)} and a code, such as reception:ATAREB",
    ),
    _text(_STANDING_FORM),
]
"""People who are somewhere; ``AMIRIYA`` alone is ``place:AMIRIYA``."""

Whose = Annotated[
    str,
    Field(strict=True),
    BeforeValidator(_somewhere),
    _one(
        _WHOSE_FORM,
        f"an account: aboard, {', '.join(_STANDING)}, handed or left and a code, such as aboard:M1/B7",
    ),
    AfterValidator(_whose),
    _text(_WHOSE_FORM),
]
"""Any account of people (A1); ``AMIRIYA`` alone is a place, ``M1/B7`` a trip, a whole movement is ``aboard:M1``."""

Note = Annotated[
    str, Field(strict=True), _one(_NOTE, "the salted hash of a note, 64 hexadecimal digits"), _text(_NOTE)
]
"""X1: reference to free text in the side store; the text itself never stands in an event."""

Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
"""An instant with its offset, kept as it was given."""


def event_id(device: str, number: int) -> str:
    """Return the id of a device's event.

    Examples
    --------
    >>> event_id("D1", 17)
    'D1:17'
    """
    return f"{device}:{number}"
