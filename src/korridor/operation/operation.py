"""O: an operation, all that is known beforehand."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, model_validator

from korridor.operation.agreement import Gate
from korridor.operation.convoy import ConvoyRule
from korridor.operation.fault import path_text
from korridor.operation.fleet import VehicleType
from korridor.operation.frozen import Frozen
from korridor.operation.march_orders import MarchOrders
from korridor.operation.people import Group
from korridor.operation.place import Kind, Place
from korridor.operation.references import clashes
from korridor.operation.rich import Rich
from korridor.operation.road import Road
from korridor.operation.scheme import CLASSES, Need, Scheme, need_of
from korridor.operation.source import Provenance
from korridor.operation.truce import Truce, TruceWindow
from korridor.operation.uncertainty import Uncertainty
from korridor.operation.units import DurationS, Instant, MomentS, shown

TIME_ABOARD_S = 6 * 3600
"""O5: the limit where the file names none; in Aleppo people sat aboard for 10 to 48 hours."""


MOST_GATES = 50
"""An agreement has a few; which of them can open is asked of each with each."""


class Routes(StrEnum):
    """O3: how a leg finds its way."""

    QUICKEST = "quickest"
    DIRECT = "direct"


class EmptyLegs(StrEnum):
    """O3: where vehicles may be driven empty."""

    FREE = "free"
    STRAIGHT = "straight"


class Via(Frozen):
    """A route that the file fixes, both ends included, in this direction."""

    through: Annotated[tuple[str, ...], Field(min_length=2)]


class Operation(Rich, Frozen):
    """An operation as its file states it; see ``docs/semantics.md``, O.

    Attributes
    ----------
    start : datetime or None
        The instant of second 0; ``None`` where only durations matter.
    apart : tuple of pairs of str
        Classes that may not share a vehicle.
    time_aboard_s : dict of str to int
        Limit by class; ``default`` for the classes not named.
    until_s : int or None
        A horizon earlier than the truce's, ``--until``.
    uncertainty : Uncertainty
        What is uncertain, for rehearsal (R2); planning does not use it.
    orders : MarchOrders
        What march orders say besides; no rule uses it.
    sources : tuple of Provenance
        The sources and notes of single values (O10).
    """

    korridor: Literal[1] = 1
    name: Annotated[str, Field(min_length=1)]
    summary: str = ""
    start: Instant | None = None
    scheme: Scheme = Scheme.CARE
    places: dict[str, Place]
    roads: tuple[Road, ...]
    routes: Routes = Routes.QUICKEST
    empty_legs: EmptyLegs = EmptyLegs.FREE
    via: tuple[Via, ...] = ()
    people: dict[str, Group]
    fleet: dict[str, VehicleType]
    convoy: ConvoyRule = ConvoyRule()
    truce: Truce | None = None
    gates: Annotated[tuple[Gate, ...], Field(max_length=MOST_GATES)] = ()
    apart: tuple[tuple[str, str], ...] = ()
    time_aboard_s: dict[str, DurationS] = Field(alias="time_aboard", default_factory=dict)
    until_s: Annotated[MomentS | None, Field(alias="until")] = None
    uncertainty: Uncertainty = Uncertainty()
    orders: MarchOrders = MarchOrders()
    sources: tuple[Provenance, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, dict) and "time_aboard" in value and not isinstance(value["time_aboard"], dict):
            return {**value, "time_aboard": {"default": value["time_aboard"]}}
        return value

    @model_validator(mode="after")
    def _refers_to_what_exists(self, info: ValidationInfo) -> "Operation":
        if not (info.context and info.context.get("file")):  # a file's reader asks itself, to name each line
            found = [f"{path_text(clash.where)}: {clash.what}" for clash in clashes(self)]
            if found:
                raise ValueError("; ".join(found))
        return self

    def __repr__(self) -> str:
        """One line; ``model_dump()`` has everything."""
        vehicles = sum(kind.number for kind in self.fleet.values())
        truce = "no truce" if self.truce is None else f"truce windows: {len(self.windows)}"
        return (
            f"<Operation {shown(self.name)}: people: {self.persons:,} in groups: {len(self.people)}, vehicles: {vehicles:,}, "
            f"places: {len(self.places):,}, roads: {len(self.roads):,}, {truce}>"
        )

    __str__ = __repr__

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the scheme, the most urgent first."""
        return CLASSES[self.scheme]

    @property
    def persons(self) -> int:
        """Planning's number of people (O4)."""
        return sum(group.persons for group in self.people.values())

    @property
    def stands(self) -> tuple[str, ...]:
        """O6: where vehicles can be sent: anywhere but on the way, and to depots."""
        depots = {depot for vehicles in self.fleet.values() for depot in vehicles.depots}
        on_the_way = (Kind.CHECKPOINT, Kind.JUNCTION)
        return tuple(
            name for name, place in self.places.items() if name in depots or place.kind not in on_the_way
        )

    @property
    def windows(self) -> tuple[TruceWindow, ...]:
        """The windows that planning uses, cut at ``until_s`` (O8); none without a truce."""
        windows = self.truce.windows if self.truce else ()
        if self.until_s is None:
            return windows
        return tuple(
            TruceWindow(opens_s=w.opens_s, closes_s=min(w.closes_s, self.until_s))
            for w in windows
            if w.opens_s < self.until_s
        )

    @property
    def margin_s(self) -> int:
        """Seconds before each end of a window by which truce roads must be clear."""
        return self.truce.margin_s if self.truce else 0

    @property
    def horizon_s(self) -> int | None:
        """O8: the end of the last window, or ``until_s``; ``None`` without either."""
        closes_s = self.truce.windows[-1].closes_s if self.truce else None
        return min((end for end in (self.until_s, closes_s) if end is not None), default=None)

    def aboard_limit_s(self, person_class: str) -> int:
        """O5: how long a person of a class may sit aboard."""
        return self.time_aboard_s.get(person_class, self.time_aboard_s.get("default", TIME_ABOARD_S))

    def need(self, group: Group) -> Need:
        """O5: what a person of the group needs (companions need seats)."""
        return group.need or need_of(group.person_class)

    def urgency(self, group: Group) -> int:
        """O4: the group's urgency; lower boards first."""
        return self.classes.index(group.person_class) if group.urgency is None else group.urgency

    def breakdowns_per_1000_km(self, vehicle_type: str) -> float:
        """O6: how often a vehicle of a type breaks down."""
        own = self.fleet[vehicle_type].breakdown_per_1000_km
        return self.uncertainty.breakdowns_per_1000_km if own is None else own

    def usable_s(self, moment_s: int) -> int:
        """P3: usable truce seconds before ``moment_s``; all of them without a truce."""
        if self.truce is None:
            return moment_s
        return sum(max(0, min(moment_s, w.closes_s) - w.opens_s) for w in self.truce.windows)

    def instant(self, moment_s: int) -> datetime | None:
        """The instant of a second; ``None`` where the operation has no start."""
        return None if self.start is None else self.start + timedelta(seconds=moment_s)

    def until(self, moment_s: int | None) -> "Operation":
        """The same operation with another horizon."""
        return self.model_copy(update={"until_s": moment_s})
