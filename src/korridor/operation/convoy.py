"""O7: the convoy rule; defaults of one vehicle and no escort make a plain shuttle."""

from typing import Annotated

from pydantic import Field, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import DurationS, LengthM, Number, Positive


class Halt(Frozen):
    """A halt that every column makes."""

    place: Annotated[str, Field(alias="at")]
    lasts_s: Annotated[DurationS, Field(alias="lasts")]


class ConvoyRule(Frozen):
    """How vehicles go together on controlled roads.

    Attributes
    ----------
    least, most : int
        Vehicles in a column; ``least`` binds loaded ones only.
    spacing_m : int
        Metres from vehicle to vehicle, the vehicle's own length in it.
    escorts : int or None
        Escorts in the pool, one to a loaded column; ``None`` is no escort needed.
    must_have : dict of str to int
        Vehicles by type that every loaded column contains.
    marshalling_s : int
        Seconds to form up a column of two or more.
    halts : tuple of Halt
        Where every column stops, and how long.
    """

    least: Positive = 1
    most: Positive = 1
    spacing_m: Annotated[LengthM, Field(alias="spacing")] = 0
    escorts: Number | None = None
    must_have: dict[str, Positive] = Field(default_factory=dict)
    marshalling_s: Annotated[DurationS, Field(alias="marshalling")] = 0
    halts: tuple[Halt, ...] = ()

    @model_validator(mode="after")
    def _least_to_most(self) -> "ConvoyRule":
        if self.least > self.most:
            raise ValueError(f"least {self.least} is more than most {self.most}")
        asked = sum(self.must_have.values())
        if asked > self.most:
            raise ValueError(f"must_have asks for {asked} vehicles, more than most {self.most}")
        return self
