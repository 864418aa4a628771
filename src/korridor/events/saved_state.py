"""P5: a moment by names: where the vehicles are, where people are counted, and what is taken until when.

``state.json`` holds it; see ``docs/what-now.md``. Moments are whole seconds from the operation's start.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from korridor.operation.agreement import Out
from korridor.operation.fleet import MOST_VEHICLES
from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation
from korridor.operation.units import MomentS, Number

FORMAT: Literal["korridor-state"] = "korridor-state"
VERSION: Literal[2] = 2

Name = Annotated[str, Field(min_length=1)]


class Way(StrEnum):
    """Which lanes of a checkpoint: those of loaded movements, or those of empty ones."""

    OUTWARD = "outward"
    INWARD = "inward"


class VehicleRow(Frozen):
    """Vehicles of one type, alike.

    Attributes
    ----------
    at : str
        Where they stand, or come to next.
    free_s : int or None
        When they are free there; ``None`` is now.
    loading_since_s, forming_since_s : int or None
        They stand in their bay to load, or empty where their column forms up, since then: what they have done of it need not
        be done again.
    """

    kind: Annotated[Name, Field(alias="type")]
    number: Annotated[int, Field(ge=1, le=MOST_VEHICLES, strict=True)]
    at: Name
    free_s: Annotated[MomentS | None, Field(alias="free")] = None
    loading_since_s: Annotated[MomentS | None, Field(alias="loading_since")] = None
    forming_since_s: Annotated[MomentS | None, Field(alias="forming_since")] = None

    @property
    def since_s(self) -> int | None:
        """Since when they load, or form up."""
        return self.forming_since_s if self.loading_since_s is None else self.loading_since_s

    def from_s(self, now_s: int) -> int:
        """From when on they can be counted on: since when they load or form up, or when they are free."""
        if self.since_s is not None:
            return self.since_s
        return now_s if self.free_s is None else self.free_s


class PeopleRow(Frozen):
    """Persons of a group who wait at a place: where they stood at the start, or at a transfer.

    Attributes
    ----------
    come_s : int or None
        When they come there, at a transfer; ``None`` is now.
    counted_out : bool
        Whether they are out already (C7), and are only to be taken on from a transfer.
    """

    group: Name
    at: Name
    persons: Number
    come_s: Annotated[MomentS | None, Field(alias="come")] = None
    counted_out: bool = False

    def planned_as(self, operation: Operation) -> str:
        """By which name they are planned for; who waits elsewhere than the group stood, and is not out, has one of their own."""
        at_home = self.at == operation.people[self.group].place
        return self.group if at_home or self.counted_out else f"{self.group} at {self.at}"


class AboardRow(Frozen):
    """Persons of a group aboard a column.

    Attributes
    ----------
    to : str
    there_s : int
        When they are unloaded there.
    counted_out : bool
        Whether they were out before they boarded (C7).
    """

    group: Name
    persons: Number
    to: Name
    there_s: Annotated[MomentS, Field(alias="there")]
    counted_out: bool = False


class PassageRow(Frozen):
    """A column on a road that it has not left yet.

    Attributes
    ----------
    road : int
        Its place among the operation's roads, from 0.
    start, end : str
        The road's ends, in the column's direction.
    """

    road: Number
    start: Annotated[Name, Field(alias="from")]
    end: Annotated[Name, Field(alias="to")]
    head_in_s: Annotated[MomentS, Field(alias="head_in")]
    tail_in_s: Annotated[MomentS, Field(alias="tail_in")]
    head_out_s: Annotated[MomentS, Field(alias="head_out")]
    tail_out_s: Annotated[MomentS, Field(alias="tail_out")]


class ColumnRow(Frozen):
    """A movement that has departed and has not ended: it goes on as it was planned.

    Attributes
    ----------
    departed_s : int
    vehicles : dict of str to int
        By type.
    aboard : tuple of AboardRow
        Nobody in an empty one.
    passages : tuple of PassageRow
        The roads that it is on, or comes to.
    """

    start: Annotated[Name, Field(alias="from")]
    departed_s: Annotated[MomentS, Field(alias="departed")]
    vehicles: dict[str, Number]
    aboard: tuple[AboardRow, ...] = ()
    passages: tuple[PassageRow, ...] = ()


class OutRow(Frozen):
    """Persons of a group who have been unloaded at a safe place (C7)."""

    group: Name
    persons: Number


class ReceivedRow(Frozen):
    """Persons for whom a place's room is taken: received there, or on their way; of a transfer, none (they wait)."""

    at: Name
    persons: Number


class LaneRow(Frozen):
    """A checkpoint's lane that is taken until a moment; lanes count from 0."""

    at: Name
    way: Way
    lane: Number
    free_s: Annotated[MomentS, Field(alias="free")]


class BayRow(Frozen):
    """A bay that is taken until a moment; bays count from 0."""

    at: Name
    bay: Number
    free_s: Annotated[MomentS, Field(alias="free")]


class EscortRow(Frozen):
    """An escort that is on its way until a moment; escorts count from 0."""

    escort: Number
    free_s: Annotated[MomentS, Field(alias="free")]


class GateRow(Frozen):
    """A gate's counts (O9).

    Attributes
    ----------
    departed : int
        Persons who have departed out of A.
    out : tuple of Out
        Moments and persons out of B by then, those who are still on the road included.
    """

    gate: Name
    departed: Number = 0
    out: tuple[Out, ...] = ()


class PlanInForce(Frozen):
    """The plan in force: its file, beside this one, and what its bytes sum up to (SHA-256)."""

    file: Name
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Believed(Frozen):
    """What the operation said when the state was taken: who reads it with a changed operation sees the difference.

    Attributes
    ----------
    people : dict of str to int
        Persons by group, at the start.
    fleet : dict of str to dict of str to int
        Vehicles by type and depot, at the start.
    """

    people: dict[str, Number]
    fleet: dict[str, dict[str, Number]]


class SavedState(Frozen):
    """P5: a moment of an operation, by names.

    Attributes
    ----------
    operation : str
        The operation's name.
    at_s : int
        The moment: nothing new begins before it.
    plan : PlanInForce or None
        The plan in force, whose departures are promises; ``None`` where there is none.
    vehicles : tuple of VehicleRow
        All of them; who is on the road is where it will be free, and from when.
    people : tuple of PeopleRow
        Whoever waits to be taken on.
    columns : tuple of ColumnRow
        On the road.
    out, received, roads, lanes, bays, escorts, gates
        What is not named is nobody, or free.
    believed : Believed
    """

    format: Literal["korridor-state"] = FORMAT
    version: Literal[2] = VERSION
    operation: str
    at_s: Annotated[MomentS, Field(alias="at")]
    plan: PlanInForce | None = None
    vehicles: tuple[VehicleRow, ...]
    people: tuple[PeopleRow, ...]
    columns: tuple[ColumnRow, ...] = ()
    out: tuple[OutRow, ...] = ()
    received: tuple[ReceivedRow, ...] = ()
    roads: tuple[PassageRow, ...] = ()
    lanes: tuple[LaneRow, ...] = ()
    bays: tuple[BayRow, ...] = ()
    escorts: tuple[EscortRow, ...] = ()
    gates: tuple[GateRow, ...] = ()
    believed: Believed

    def __repr__(self) -> str:
        """One line; ``model_dump()`` has everything."""
        vehicles = sum(row.number for row in self.vehicles)
        people = sum(row.persons for row in self.people if not row.counted_out)
        aboard = sum(row.persons for row in self.aboard)
        return (
            f"<SavedState of {self.operation!r} at {self.at_s} s: people waiting: {people:,}, aboard: {aboard:,}, "
            f"vehicles: {vehicles:,}, columns on the road: {len(self.columns):,}>"
        )

    __str__ = __repr__

    @property
    def aboard(self) -> tuple[AboardRow, ...]:
        """Everybody who is aboard a column."""
        return tuple(row for column in self.columns for row in column.aboard)
