"""O2, O6: daily hours."""

from typing import Any

from pydantic import model_serializer, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import ClockS


class Hours(Frozen):
    """The part of every day between two times of day, ``"06:00-18:00"``; local time at the operation's offset."""

    opens_clock_s: ClockS
    closes_clock_s: ClockS

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return value
        ends = str(value).replace("–", "-").split("-")
        if len(ends) != 2:
            raise ValueError(f"{value!r} is not a span of the day; write for example '06:00-18:00'")
        return {"opens_clock_s": ends[0].strip(), "closes_clock_s": ends[1].strip()}

    @model_validator(mode="after")
    def _forwards(self) -> "Hours":
        if self.opens_clock_s >= self.closes_clock_s:
            raise ValueError("hours must open before they close on the same day, for example '06:00-18:00'")
        return self

    @model_serializer
    def _write(self) -> str:
        ends = (self.opens_clock_s, self.closes_clock_s)
        return "-".join(f"{end // 3600:02d}:{end % 3600 // 60:02d}" for end in ends)
