"""O2, O6: daily hours."""

from typing import Any

from pydantic import ValidationInfo, model_serializer, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import ClockS, from_file, shown


class Hours(Frozen):
    """The part of every day between two times of day, ``"06:00-18:00"``.

    Local time at the offset of the operation's start. The day ends at 24:00: a span over midnight is refused.
    """

    opens_clock_s: ClockS
    closes_clock_s: ClockS

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, Hours) or (isinstance(value, dict) and not from_file(info)):
            return value
        ends = value.replace("–", "-").split("-") if isinstance(value, str) else ()
        if len(ends) != 2:
            raise ValueError(f"{shown(value)} is not a span of the day; write for example '06:00-18:00'")
        return {"opens_clock_s": ends[0].strip(), "closes_clock_s": ends[1].strip()}

    @model_validator(mode="after")
    def _forwards(self) -> "Hours":
        if self.opens_clock_s >= self.closes_clock_s:
            raise ValueError("hours must open before they close on the same day, for example '06:00-18:00'")
        return self

    @model_serializer
    def _write(self) -> str:
        return f"{_clock(self.opens_clock_s)}-{_clock(self.closes_clock_s)}"


def _clock(seconds: int) -> str:
    minutes = f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
    return f"{minutes}:{seconds % 60:02d}" if seconds % 60 else minutes
