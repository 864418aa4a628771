"""O3: roads."""

from typing import Annotated

from pydantic import Field, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import DurationS, LengthM, Number, SpeedMPerH


class Road(Frozen):
    """A road between two places.

    Attributes
    ----------
    between : tuple of str
        The two places, in the direction that is *forth*.
    length_m, speed_m_per_h, time_s : int or None
        A length with a speed, a length with a time, or a time alone.
    back_s : int or None
        The time the other way, where it differs.
    one_way : bool
        Whether it is driven forth only.
    truce : bool
        Whether it may be used in truce windows only (O8).
    headway_s : int or None
        Least time between the heads of successive columns in one direction.
    alternate : bool
        Whether a column enters only when no opposing one is on it.
    risk : int
        Weight of a person's minute on it in *time at risk* (P2).
    """

    between: tuple[str, str]
    length_m: Annotated[LengthM | None, Field(alias="length")] = None
    speed_m_per_h: Annotated[SpeedMPerH | None, Field(alias="speed")] = None
    time_s: Annotated[DurationS | None, Field(alias="time")] = None
    back_s: Annotated[DurationS | None, Field(alias="back")] = None
    one_way: bool = False
    truce: bool = False
    headway_s: Annotated[DurationS | None, Field(alias="headway")] = None
    alternate: bool = False
    risk: Number = 0

    @model_validator(mode="after")
    def _has_a_time(self) -> "Road":
        if self.between[0] == self.between[1]:
            raise ValueError(f"a road joins two different places, not {self.between[0]!r} with itself")
        if self.time_s is None and (self.length_m is None or self.speed_m_per_h is None):
            raise ValueError("a road needs length and speed, or time")
        if self.time_s is not None and self.speed_m_per_h is not None:
            raise ValueError("a road has a speed or a time, not both")
        if self.back_s is not None and (self.time_s is None or self.one_way):
            raise ValueError("back goes with time, on a road that is not one_way")
        return self

    @property
    def controlled(self) -> bool:
        """Whether only columns use it: it needs a truce, keeps a headway or is alternate."""
        return self.truce or self.alternate or self.headway_s is not None

    def stated_s(self, forth: bool) -> int | None:
        """The time stated for a direction, if one is."""
        return self.back_s if not forth and self.back_s is not None else self.time_s

    def travel_s(self, forth: bool, fastest_m_per_h: int | None = None) -> int:
        """Seconds the road needs at no more than ``fastest_m_per_h`` (a stated time stands as it is)."""
        stated = self.stated_s(forth)
        if stated is not None:
            return stated
        assert self.length_m is not None and self.speed_m_per_h is not None
        speed = self.speed_m_per_h if fastest_m_per_h is None else min(self.speed_m_per_h, fastest_m_per_h)
        return -(-self.length_m * 3600 // speed)

    def pass_s(self, column_m: int, forth: bool, fastest_m_per_h: int | None = None) -> int:
        """C5: the pass time of a column ``column_m`` long; zero on a road with no length."""
        if self.length_m is None or self.length_m == 0:
            return 0
        stated = self.stated_s(forth)
        if stated is not None:
            return -(-column_m * stated // self.length_m)
        assert self.speed_m_per_h is not None
        speed = self.speed_m_per_h if fastest_m_per_h is None else min(self.speed_m_per_h, fastest_m_per_h)
        return -(-column_m * 3600 // speed)
