"""O4: a count of people as it was given: exact, around, at least, up to, or between."""

import re
from typing import Any, Literal

from pydantic import ValidationInfo, model_serializer, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import MOST, from_file, shown

Wording = Literal["exact", "around", "at least", "up to", "between"]

_NUMBER = r"([0-9](?:[ ,.]?[0-9]){0,30})"
_FORMS: dict[Wording, re.Pattern[str]] = {
    "exact": re.compile(_NUMBER),
    "around": re.compile(r"(?:around|about)\s+" + _NUMBER, re.IGNORECASE),
    "at least": re.compile(r"at least\s+" + _NUMBER, re.IGNORECASE),
    "up to": re.compile(r"up to\s+" + _NUMBER, re.IGNORECASE),
    "between": re.compile(_NUMBER + r"\s*\.\.\s*" + _NUMBER),
}
_OFFER = "write 200, around 200, at least 17, up to 400 or 150..400"


class Count(Frozen):
    """A count with its wording.

    Attributes
    ----------
    wording : str
        One of ``exact``, ``around``, ``at least``, ``up to``, ``between``.
    low, high : int or None
        What the wording commits its author to; ``None`` is open. Around *N* is 0.8 *N* to 1.2 *N*, rounded
        outward (the table of hedges, rule S2).
    central : int
        What planning uses: the number itself, or the middle of a range, rounded down.
    """

    wording: Wording
    low: int | None
    high: int | None
    central: int

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, Count) or (isinstance(value, dict) and not from_file(info)):
            return value
        if isinstance(value, bool) or not isinstance(value, (int, str)):
            raise ValueError(f"{shown(value)} is not a count; {_OFFER}")
        if isinstance(value, int):
            return _bounded("exact", value)
        for wording, form in _FORMS.items():
            if match := form.fullmatch(value.strip()):
                return _bounded(wording, *(_whole(number) for number in match.groups()))
        raise ValueError(f"{shown(value)} is not a count; {_OFFER}")

    @model_validator(mode="after")
    def _agrees_with_its_wording(self) -> "Count":
        ends = (self.low or 0, self.high) if self.wording == "between" else (self.central, None)
        if self.__dict__ != _bounded(self.wording, *ends):
            raise ValueError(f"{self.low}, {self.high} and {self.central} do not go with {self.wording!r}")
        return self

    @model_serializer
    def _write(self) -> str | int:
        if self.wording == "exact":
            return self.central
        if self.wording == "between":
            return f"{self.low}..{self.high}"
        return f"{self.wording} {self.central}"


def _whole(number: str) -> int:
    # 3,000 and 3 000 are how reports write thousands. 3.000 is thousands to one reader and three to another.
    digits = re.sub(r"[ ,](?=[0-9]{3}(?:[ ,]|$))", "", number.strip())
    if not digits.isdigit():
        raise ValueError(f"{shown(number.strip())} is not a whole number; write for example 3000 or 3,000")
    return int(digits)


def _bounded(wording: Wording, number: int, second: int | None = None) -> dict[str, Any]:
    """What a wording with its number (or two) commits to; the table of hedges, rule S2."""
    second = number if second is None else second
    if number < 0 or max(number, second) > MOST:
        raise ValueError(f"{number if number < 0 else max(number, second)} is out of range; from 0 to {MOST}")
    if second < number:
        raise ValueError(f"{number}..{second} runs backwards; write the smaller number first")
    low, high, central = {
        "exact": (number, number, number),
        "around": (number * 8 // 10, -(-number * 12 // 10), number),
        "at least": (number, None, number),
        "up to": (None, number, number),
        "between": (number, second, (number + second) // 2),
    }[wording]
    return {"wording": wording, "low": low, "high": high, "central": central}
