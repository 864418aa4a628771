"""Moments as a table has them: a clock time with a day and an offset in columns of their own."""

import re

_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?")
_BARE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?")
_LIKE_ONE = re.compile(r"[0-9+Z-][0-9T:.+Z -]*")
_OFFSET = re.compile(r"Z|[+-][0-9]{2}:[0-9]{2}")


def moment(text: str, day: str, offset: str) -> str:
    """Return an instant; what is missing to make it one is taken from ``day`` and ``offset``.

    Examples
    --------
    >>> moment("9:20", "2016-12-15", "+02:00"), moment("2016-12-15 14:20", "", "Z")
    ('2016-12-15T09:20+02:00', '2016-12-15T14:20Z')
    """
    if _CLOCK.fullmatch(text) and day:
        text = f"{day}T{text.rjust(len(text) + (text[1] == ':'), '0')}"
    if _BARE.fullmatch(text):
        text = text.replace(" ", "T") + offset
    return text.replace(" ", "")


def like_a_moment(text: str) -> bool:
    """Whether a text has only such signs as moments, days and offsets have; then it is one word of a line."""
    return _LIKE_ONE.fullmatch(text) is not None


def offset_in(text: str) -> str:
    """Check an offset from UTC.

    Raises
    ------
    ValueError
        In words for a person.
    """
    if text and not _OFFSET.fullmatch(text):
        raise ValueError(f"{text!r} is not an offset from UTC; write Z or for example +02:00")
    return text
