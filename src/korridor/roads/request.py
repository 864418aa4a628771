"""What is asked for: an operation's places, and what the user drew and said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from korridor.operation.fault import Fault, Faults, Where, path_text
from korridor.operation.operation import Operation
from korridor.operation.place import Side
from korridor.operation.read import read_operation
from korridor.operation.written import read_written
from korridor.roads.geojson import Drawn
from korridor.roads.speed_rules import SpeedRules
from korridor.roads.vehicle_kind import VehicleKind

MADE = "found by korridor roads: routes part here"
"""The note on a junction that we made, so that the next run knows it for its own."""

MOST_PLACES = 500
"""Each place is one search over the whole network."""

WITHIN_M = 500.0
"""A place further than this from any road is a slip of the pen, or no place for a bus."""


@dataclass(frozen=True)
class Request:
    """One question about roads.

    Attributes
    ----------
    file : Path
        The operation's file, for messages.
    rules : SpeedRules
    kinds : dict of str to VehicleKind
        What the user said of vehicle types that cannot be guessed.
    closures : tuple of Drawn
    corridor : Drawn or None
    corridor_file : Path or None
    ferries : bool
        Whether ferries may be used.
    within_m : float
        How far a place may stand from a road.
    """

    operation: Operation
    file: Path
    rules: SpeedRules
    kinds: Mapping[str, VehicleKind] = field(default_factory=dict)
    closures: tuple[Drawn, ...] = ()
    corridor: Drawn | None = None
    corridor_file: Path | None = None
    ferries: bool = False
    within_m: float = WITHIN_M

    @property
    def at(self) -> dict[str, tuple[float, float]]:
        """Latitude and longitude by place, of those that have them."""
        return {name: place.at for name, place in self.operation.places.items() if place.at is not None}

    @property
    def kept_roads(self) -> tuple[int, ...]:
        """The file's own roads that stay, by their place in it: those to a place without coordinates."""
        places = self.operation.places
        return tuple(
            index
            for index, road in enumerate(self.operation.roads)
            if any(places[name].at is None for name in road.between if name in places)
            and all(name in places for name in road.between)
        )

    def on_side(self, side: Side) -> tuple[str, ...]:
        """The places on one side that have coordinates."""
        return tuple(name for name in self.at if self.operation.places[name].side is side)

    def fault(self, where: Where, what: str) -> Fault:
        """A fault of the operation's file, at its line."""
        return Fault(str(self.file), line_in(self.file, where), path_text(where), what)

    def check(self) -> None:
        """Refuse what cannot be answered, before an extract is read for minutes.

        Raises
        ------
        korridor.operation.fault.Faults
        """
        faults = []
        if len(self.at) < 2:
            what = f"{len(self.at)} places have coordinates, and a road joins two; write at: [latitude, longitude]"
            faults.append(self.fault(("places",), what))
        if len(self.at) > MOST_PLACES:
            what = f"{len(self.at)} places have coordinates; at most {MOST_PLACES} can be joined at once"
            faults.append(self.fault(("places",), what))
        if not self.operation.fleet:
            what = "no vehicles: which roads can be used, and how fast, depends on them; add a vehicle type"
            faults.append(self.fault(("fleet",), what))
        if self.corridor is not None:
            faults += self._corridor_faults()
        if faults:
            raise Faults(faults)

    def _corridor_faults(self) -> list[Fault]:
        faults = []
        if self.operation.truce is None:
            what = "the corridor's roads need a truce, and the operation has none; add truce with its windows"
            faults.append(self.fault((), what))
        for side in (Side.INSIDE, Side.SAFE):
            if not self.on_side(side):
                what = (
                    f"a corridor joins the inside with the safe side; no place on side {side} has coordinates"
                )
                faults.append(self.fault(("places",), what))
        return faults


def read_placed_operation(path: Path) -> Operation:
    """Read an operation; one without roads yet is told how to say so.

    Raises
    ------
    korridor.operation.fault.Faults
    """
    try:
        return without_made(read_operation(path))
    except Faults as faults:
        hint = "roads is missing; write roads: [] and they will be found"
        raise Faults(
            Fault(f.file, f.line, f.where, hint) if f.what.startswith("roads is missing") else f
            for f in faults.faults
        ) from None


def made(operation: Operation) -> frozenset[str]:
    """The junctions that an earlier run put among the places."""
    notes = {said.path for said in operation.sources if said.note == MADE}
    return frozenset(name for name in operation.places if path_text(("places", name, "at")) in notes)


def without_made(operation: Operation) -> Operation:
    """The operation without them; this run makes its own."""
    gone = made(operation)
    places = {name: place for name, place in operation.places.items() if name not in gone}
    return operation.model_copy(update={"places": places})


def line_in(path: Path, where: Where) -> int:
    """The line of a path in a YAML file; 1 in another kind of file."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        return 1
    return read_written(path.read_text(encoding="utf-8-sig"), str(path))[0].at(where).line
