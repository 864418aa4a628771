"""O4: a count of people as it was given: exact, around, at least, up to, or between."""

import re
from typing import Any

from pydantic import model_serializer, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import MOST

_NUMBER = r"([0-9][0-9 ,.]*)"
_FORMS = {
    "exact": re.compile(_NUMBER),
    "around": re.compile(r"(?:around|about)\s+" + _NUMBER),
    "at least": re.compile(r"at least\s+" + _NUMBER),
    "up to": re.compile(r"up to\s+" + _NUMBER),
    "between": re.compile(_NUMBER + r"\s*\.\.\s*" + _NUMBER),
}


class Count(Frozen):
    """A count with its wording.

    Attributes
    ----------
    wording : str
        One of ``exact``, ``around``, ``at least``, ``up to``, ``between``.
    low, high : int or None
        What the wording commits its author to; ``None`` is open. Around *N* is 0.8 *N* to 1.2 *N*, rounded outward
        (the published table of hedges, S2).
    central : int
        What planning uses: the number itself, or the middle of a range, rounded down.
    """

    wording: str
    low: int | None
    high: int | None
    central: int

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, dict) and "central" in value:
            return value
        if isinstance(value, bool) or not isinstance(value, (int, str)):
            raise ValueError(f"{value!r} is not a count; write 200, around 200, at least 17, up to 400 or 150..400")
        if isinstance(value, int):
            return _bounded("exact", value, value)
        for wording, form in _FORMS.items():
            if match := form.fullmatch(value.strip()):
                return _bounded(wording, *(_whole(number) for number in match.groups()))
        raise ValueError(f"{value!r} is not a count; write 200, around 200, at least 17, up to 400 or 150..400")

    @model_serializer
    def _write(self) -> str | int:
        if self.wording == "exact":
            return self.central
        if self.wording == "between":
            return f"{self.low}..{self.high}"
        return f"{self.wording} {self.central}"


def _whole(number: str) -> int:
    digits = re.sub(r"[ ,.](?=[0-9]{3}(?:[ ,.]|$))", "", number.strip())
    if not digits.isdigit():
        raise ValueError(f"{number!r} is not a whole number")
    return int(digits)


def _bounded(wording: str, number: int, second: int | None = None) -> dict[str, Any]:
    second = number if second is None else second
    if number < 0 or max(number, second) > MOST:
        raise ValueError(f"{number} is out of range; from 0 to {MOST}")
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
