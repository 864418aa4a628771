"""O6: the fleet."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.hours import Hours
from korridor.operation.scheme import Need
from korridor.operation.units import DurationS, MomentS, Number, SpeedMPerH, shown

MOST_VEHICLES = 10_000
"""Of one type; eastern Aleppo had some hundred. Each is followed by itself, so a million take gigabytes."""

Vehicles = Annotated[int, Field(ge=1, le=MOST_VEHICLES, strict=True)]


class Layout(Frozen):
    """How a vehicle can be fitted out; places by need."""

    seats: Number = 0
    stretchers: Number = 0
    wheelchairs: Number = 0

    def places(self, need: Need) -> int:
        """Places for one need."""
        by_need = {Need.SEAT: self.seats, Need.STRETCHER: self.stretchers, Need.WHEELCHAIR: self.wheelchairs}
        return by_need[need]

    @property
    def persons(self) -> int:
        """Places for all needs together."""
        return self.seats + self.stretchers + self.wheelchairs


@dataclass(frozen=True)
class _OneDepot:
    """``depot`` with ``number`` as the file has them; short for ``depots``."""

    depot: object
    number: object
    beside_depots: bool


def _depots(value: Any) -> Any:
    if not isinstance(value, _OneDepot):
        return value
    if value.beside_depots:
        raise ValueError("a vehicle type has depot and number, or depots; not both")
    if value.depot is None or value.number is None:
        raise ValueError("depot and number go together; or write depots, with a number for each place")
    if not isinstance(value.depot, str):
        raise ValueError(f"{shown(value.depot)} is not the name of a place")
    return {value.depot: value.number}


class VehicleType(Frozen):
    """Vehicles that are interchangeable.

    Attributes
    ----------
    depots : dict of str to int
        How many stand where at the start.
    layouts : tuple of Layout
        How each vehicle can be fitted out; one of them a trip.
    speed_m_per_h : int or None
        Metres an hour at most; ``None`` is as fast as the road.
    boarding_s, alighting_s : dict of Need to int
        Seconds a person takes; a need not named takes none.
    turn_round_s : int
        Seconds in the bay before boarding begins.
    available_from_s, available_until_s : int or None
        The span in which it may be used.
    duty : Hours or None
        Daily hours within which every trip must lie.
    serves : tuple of str or None
        The places where it may load or unload; ``None`` is all.
    breakdown_per_1000_km : float or None
        For rehearsal; planning does not use it. ``None`` is as the operation's uncertainty says.
    """

    depots: Annotated[dict[str, Vehicles], BeforeValidator(_depots)]
    layouts: Annotated[tuple[Layout, ...], Field(min_length=1)]
    speed_m_per_h: Annotated[SpeedMPerH | None, Field(alias="speed")] = None
    boarding_s: dict[Need, DurationS] = Field(alias="boarding", default_factory=dict)
    alighting_s: dict[Need, DurationS] = Field(alias="alighting", default_factory=dict)
    turn_round_s: Annotated[DurationS, Field(alias="turn_round")] = 0
    available_from_s: Annotated[MomentS, Field(alias="available_from")] = 0
    available_until_s: Annotated[MomentS | None, Field(alias="available_until")] = None
    duty: Hours | None = None
    serves: tuple[str, ...] | None = None
    breakdown_per_1000_km: Annotated[float | None, Field(ge=0, le=1000, allow_inf_nan=False)] = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        """``depot`` with ``number`` is short for ``depots``; one duration is short for all needs."""
        if not isinstance(value, dict):
            return value
        value = dict(value)
        if "depot" in value or "number" in value:
            one = _OneDepot(value.pop("depot", None), value.pop("number", None), "depots" in value)
            value["depots"] = one
        for name in ("boarding", "alighting"):
            if name in value and not isinstance(value[name], dict):
                value[name] = {need.value: value[name] for need in Need}
        return value

    @model_validator(mode="after")
    def _available_forwards(self) -> "VehicleType":
        if self.number > MOST_VEHICLES:
            raise ValueError(f"{self.number} vehicles of a type are too many; {MOST_VEHICLES} or less")
        if self.available_until_s is not None and self.available_until_s <= self.available_from_s:
            raise ValueError("available_from must be before available_until")
        return self

    @property
    def number(self) -> int:
        """Vehicles of the type."""
        return sum(self.depots.values())
