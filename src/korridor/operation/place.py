"""O2: places."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.hours import Hours
from korridor.operation.units import DurationS, Number, Positive


class Kind(StrEnum):
    """What a place is for."""

    ASSEMBLY = "assembly"
    DEPOT = "depot"
    CHECKPOINT = "checkpoint"
    TRANSFER = "transfer"
    TRANSIT_CENTRE = "transit centre"
    RECEPTION = "reception"
    HOSPITAL = "hospital"
    JUNCTION = "junction"


class Side(StrEnum):
    """On which side of the corridor a place lies."""

    INSIDE = "inside"
    CORRIDOR = "corridor"
    SAFE = "safe"


class Release(StrEnum):
    """C6: what goes on from a checkpoint at once."""

    COLUMN = "column"
    VEHICLE = "vehicle"


ROOMS = (Kind.TRANSFER, Kind.TRANSIT_CENTRE, Kind.RECEPTION, Kind.HOSPITAL)
"""The kinds of place that people may be taken to."""

Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]

_SIDES = {Kind.ASSEMBLY: Side.INSIDE, Kind.CHECKPOINT: Side.CORRIDOR, Kind.JUNCTION: Side.CORRIDOR}


def side_of(kind: Kind) -> Side:
    """The side on which a place of a kind lies where the file says nothing (O2)."""
    return _SIDES.get(kind, Side.SAFE)


class Lanes(Frozen):
    """Screening lanes for loaded movements (outward) and for empty ones (inward)."""

    outward: Positive
    inward: Positive

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        return value if isinstance(value, (dict, Lanes)) else {"outward": value, "inward": value}


class Place(Frozen):
    """One place.

    Attributes
    ----------
    side : Side
        Where it lies; by its kind where the file says nothing.
    bays : int or None
        Vehicles that load or unload at once; ``None`` is unlimited.
    hours : Hours or None
        Daily hours within which vehicles are loaded, unloaded or screened.
    capacity_persons : int or None
        Room for people; only for transfer, transit centre, reception and hospital.
    lanes : Lanes or None
        Checkpoint: how many vehicles it screens at once.
    per_vehicle_s : int
        Checkpoint: seconds a vehicle takes, empty ones too.
    per_person_s : dict of str to int
        Checkpoint: seconds a person takes, by class; ``default`` for the classes not named.
    release : Release
        Checkpoint: whether the column goes on whole, or each vehicle when it is through (C6).
    at : tuple of float or None
        Latitude and longitude, WGS84 degrees.
    """

    kind: Kind
    side: Side | None = None
    bays: Positive | None = None
    hours: Hours | None = None
    capacity_persons: Annotated[Number | None, Field(alias="capacity")] = None
    lanes: Lanes | None = None
    per_vehicle_s: Annotated[DurationS, Field(alias="per_vehicle")] = 0
    per_person_s: dict[str, DurationS] = Field(alias="per_person", default_factory=dict)
    release: Release = Release.COLUMN
    at: tuple[Latitude, Longitude] | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        per_person = value.get("per_person") if isinstance(value, dict) else None
        if per_person is not None and not isinstance(per_person, dict):
            return {**value, "per_person": {"default": per_person}}
        return value

    @model_validator(mode="after")
    def _kinds_have_their_own(self) -> "Place":
        if self.side is None:
            object.__setattr__(self, "side", side_of(self.kind))
        if self.capacity_persons is not None and self.kind not in ROOMS:
            raise ValueError(f"capacity is for {', '.join(ROOMS)}; the kind here is {self.kind}")
        screens = self.lanes is not None or self.per_vehicle_s or self.per_person_s
        if screens and self.kind is not Kind.CHECKPOINT:
            raise ValueError(
                f"lanes, per_vehicle and per_person are for a checkpoint; the kind here is {self.kind}"
            )
        if self.kind is Kind.CHECKPOINT and self.lanes is None:
            raise ValueError("a checkpoint needs lanes, for example lanes: 4")
        return self

    def screening_s(self, person_class: str) -> int:
        """Seconds that one person of a class takes at this checkpoint."""
        return self.per_person_s.get(person_class, self.per_person_s.get("default", 0))
