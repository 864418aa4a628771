"""What today's bound is made up of: the part of it that hangs on each thing, over time.

Weak duality is a sum: right sides times multipliers, and what columns still gain (docs/bounds.md). So a
bound falls into parts, one a row, and each row is about one thing at one time. A part says how much the bound would rise at
today's prices if there were twice as much of that thing then; it is a price of the bound, not of the plan.
"""

from collections.abc import Iterator
from enum import StrEnum

import numpy as np

from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation
from korridor.planning.bound.certify import multipliers_of, proof_of
from korridor.planning.bound.clocks import Ints
from korridor.planning.bound.lines import Line, Sums
from korridor.planning.bound.program import Program
from korridor.planning.certificate import AnyCertificate, Certificate
from korridor.planning.why.priced import program_at_prices


class Thing(StrEnum):
    """What a part of a bound can hang on."""

    VEHICLES = "vehicles"
    COLUMNS = "the distance between columns"
    ESCORTS = "escorts"
    LANES = "screening lanes"
    BAYS = "loading bays"
    UNLOADING = "unloading bays"
    ROOM = "room at places that receive"
    GATE = "an agreed exchange"
    PEOPLE = "the people there are"
    OTHER = "what no single thing explains"


THINGS = {
    "stock": Thing.VEHICLES,
    "entries": Thing.VEHICLES,
    "headway": Thing.COLUMNS,
    "escorts": Thing.ESCORTS,
    "lanes": Thing.LANES,
    "bays": Thing.BAYS,
    "unload": Thing.UNLOADING,
    "room": Thing.ROOM,
    "gate": Thing.GATE,
    "held": Thing.GATE,
    "people": Thing.PEOPLE,
}
"""Which thing the rows of a family are about; those of other families are about none alone."""


class Part(Frozen):
    """A part of a bound.

    Attributes
    ----------
    thing : Thing
    which : str
        The type, road, checkpoint, place or group; empty where there is none.
    begins_s, ends_s : int
        The time it is about; all of it where it is about none in particular.
    weight : float
        Weight of people; with the bound of waiting, times seconds.
    """

    thing: Thing
    which: str
    begins_s: int
    ends_s: int
    weight: float


def parts_of(certificate: AnyCertificate | None, operation: Operation) -> tuple[Part, ...]:
    """Return the parts of a slot program's bound; they add up to it, but for rounding. None of another kind of bound."""
    if not isinstance(certificate, Certificate) or not certificate.horizon_s:
        return ()
    program = program_at_prices(certificate, operation, certificate.horizon_s)
    multipliers = multipliers_of(certificate, program)
    scale = certificate.scale
    found = [
        part
        for line, mine in zip(program.lines, multipliers, strict=True)
        for part in _parts(program, line, mine / scale)
    ]
    gains = proof_of(program, multipliers, scale).gains
    gained = float(np.sum(program.upper * np.maximum(0, gains)) / scale)
    found += _vehicles(program, multipliers, scale)
    if gained:
        found.append(Part(thing=Thing.OTHER, which="", begins_s=0, ends_s=program.horizon_s, weight=gained))
    return tuple(found)


def _parts(program: Program, line: Line, prices: np.ndarray) -> Iterator[Part]:
    """The parts of one line's rows; those of vehicles that stand are told by type, in :func:`_vehicles`."""
    family, *rest = line.name.split("/")
    thing = THINGS.get(family, Thing.OTHER)
    if family == "stock" or not (line.most * prices).any():
        return
    clock = _clock(line.name)
    if clock is None:
        yield Part(
            thing=thing,
            which=_which(program.kinds.operation, thing, rest),
            begins_s=0,
            ends_s=program.horizon_s,
            weight=float(line.most @ prices),
        )
        return
    weights = _over_time(line, prices)
    grid, at = program.grid, np.flatnonzero(weights)
    length = line.length if line.sums is Sums.RUN else 1
    for begins_s, ends_s, weight in zip(
        grid.first_s(clock, at), grid.last_s(clock, at + length - 1) + 1, weights[at], strict=True
    ):
        yield Part(
            thing=thing,
            which=_which(program.kinds.operation, thing, rest),
            begins_s=min(int(begins_s), program.horizon_s),
            ends_s=min(int(ends_s), program.horizon_s)
            if int(begins_s) < program.horizon_s
            else program.horizon_s,
            weight=float(weight),
        )


def _over_time(line: Line, prices: np.ndarray) -> np.ndarray:
    """Share a line's part out over its places: what each place adds to what there is, at the price that it has there."""
    if line.sums in (Sums.AT, Sums.RUN):
        return np.asarray(line.most * prices)
    if line.sums is Sums.UP_TO:
        return np.asarray(np.diff(line.most, prepend=0) * np.cumsum(prices[::-1])[::-1])
    return np.asarray(-np.diff(line.most, append=0) * np.cumsum(prices))


def _vehicles(program: Program, multipliers: tuple[Ints, ...], scale: int) -> Iterator[Part]:
    """By type: what its vehicles are worth to the bound, over the time in which a vehicle that stood still would lose it.

    A vehicle's worth falls as time passes, by so much at each place as the multiplier there says. It is shared out over
    time as it falls at the places of the type, on average.
    """
    operation = program.kinds.operation
    for name in operation.fleet:
        worth, fall = 0.0, np.zeros(0)
        for line, mine in zip(program.lines, multipliers, strict=True):
            if (
                line.name.startswith(f"stock/{name}/")
                and line.name[len(f"stock/{name}/") :] in operation.places
            ):
                worth += float(line.most @ mine) / scale
                moments = program.grid.first_s(line.name, np.arange(len(mine))) // program.grid.slot_s
                size = max(len(fall), int(moments.max(initial=0)) + 1)
                fall = np.pad(fall, (0, size - len(fall)))
                if operation.fleet[name].depots.get(line.name[len(f"stock/{name}/") :]) is None:
                    np.add.at(fall, moments, mine / scale)
        if not worth:
            continue
        if not fall.any():
            fall = np.ones(max(1, len(fall)))
        for at in np.flatnonzero(fall).tolist():
            slot_s = program.grid.slot_s
            yield Part(
                thing=Thing.VEHICLES,
                which=name,
                begins_s=min(at * slot_s, program.horizon_s),
                ends_s=min((at + 1) * slot_s, program.horizon_s),
                weight=worth * float(fall[at] / fall.sum()),
            )


def _clock(name: str) -> str | None:
    """The clock of a line's places; ``None`` where they are no slots of time."""
    family, *rest = name.split("/")
    if family in ("headway", "escorts", "entries"):
        return f"road/{rest[0]}/{rest[1]}"
    for kind in ("/road/", "/leave/"):
        if family in ("lanes", "bays", "unload") and kind in name:
            clock = name[name.index(kind) + 1 :]
            return clock if family == "unload" else clock.rpartition("/")[0]
    return None


def _which(operation: Operation, thing: Thing, rest: list[str]) -> str:
    """Name what a line is about, as the file does."""
    if thing in (Thing.COLUMNS, Thing.ESCORTS):
        here, there = operation.roads[int(rest[0])].between
        return f"{here} – {there}" if rest[1] == "f" else f"{there} – {here}"
    if thing is Thing.VEHICLES:
        return "/".join(rest[2:])
    if thing is Thing.LANES:
        return f"{rest[0]}, {rest[1]}"
    if thing in (Thing.BAYS, Thing.UNLOADING, Thing.ROOM):
        return rest[0]
    return "/".join(rest) if thing is Thing.PEOPLE else ""
