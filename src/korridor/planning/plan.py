"""P1: a plan, which states all its times."""

from enum import StrEnum
from typing import Literal

from korridor.events.movement import Movement
from korridor.events.saved_state import SavedState
from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation
from korridor.operation.rich import Rich
from korridor.operation.units import shown
from korridor.planning.certificate import AnyCertificate


class Objective(StrEnum):
    """P2: what a plan is best at."""

    MOST_OUT = "most-out"
    CLEARANCE = "clearance"
    PRIORITY = "priority"
    EXPOSURE = "exposure"


class Status(StrEnum):
    """What is known of a plan."""

    PROVED = "proved"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    NONE_FOUND = "none-found"


class Level(Frozen):
    """P2, P3: one level of an objective with its bound; a gap of ``None`` is not known."""

    name: str
    value: int | None
    bound: int | None
    gap: float | None


class Work(Frozen):
    """P4: what was done, in iterations."""

    search_iterations: int = 0
    lp_iterations: int = 0


class WithoutLimit(Frozen):
    """O5: what a plan came to from which nothing but the limit on the time aboard was taken away; searched for, not proved.

    Attributes
    ----------
    out_persons : int
    last_out_s : int or None
        ``None`` where nobody gets out.
    aboard_s : int
        The longest time that anybody sits aboard in it.
    """

    out_persons: int
    last_out_s: int | None
    aboard_s: int


class Difference(Frozen):
    """By how much one thing is less than another, with its 95 % interval."""

    value: float
    ci95: tuple[float, float]


class InFutures(Frozen):
    """What a plan came to over a sample of futures; the last three in the worst tenth of them, on average.

    Attributes
    ----------
    planned_out_persons : int
    planned_last_out_s : int or None
        ``None`` where nobody gets out.
    mean_out_persons : float
    worst_left_persons, worst_exposure_person_min, worst_last_out_s : float
    """

    planned_out_persons: int
    planned_last_out_s: int | None
    mean_out_persons: float
    worst_left_persons: float
    worst_exposure_person_min: float
    worst_last_out_s: float


class Robust(Frozen):
    """What a plan gains in bad futures, and what that costs; measured on futures that the search has not seen.

    Attributes
    ----------
    runs : int
        Futures of that sample.
    tried : int
        How many plans were tried beside the plain one.
    made : str or None
        How the plan was made; ``None`` where it is the plain one.
    plain, robust : InFutures
    gain : Difference
        In the worst tenth: persons left, an hour of one person's exposure counted as one; seconds until the last is out
        where there is no horizon.
    price : Difference
        On average over all futures: fewer persons out; seconds later where there is no horizon.
    """

    runs: int
    tried: int
    made: str | None
    plain: InFutures
    robust: InFutures
    gain: Difference
    price: Difference


class Plan(Rich, Frozen):
    """A movement plan with its bound.

    ``start`` is the state that it begins from (P5), ``None`` for the operation's start; ``operation`` is then what
    remained to be planned at that moment.

    ``levels`` carry values and bounds in whole persons (weighted), seconds and person-seconds by their names:
    ``out``, ``left``, ``clearance``, ``risk``, ``waiting``.
    """

    format: Literal["korridor-plan"] = "korridor-plan"
    version: Literal[1] = 1
    operation: Operation
    start: SavedState | None = None
    objective: Objective
    status: Status
    levels: tuple[Level, ...] = ()
    movements: tuple[Movement, ...] = ()
    certificate: AnyCertificate | None = None
    without_limit: WithoutLimit | None = None
    robust: Robust | None = None
    seed: int = 0
    work: Work = Work()

    def __repr__(self) -> str:
        """One line; ``levels`` and ``movements`` have the figures."""
        levels = "; ".join(map(_shortly, self.levels)) or "no levels"
        return (
            f"<Plan of {shown(self.operation.name)} for {self.objective}: {self.status}, movements: "
            f"{len(self.movements):,}; {levels}>"
        )

    __str__ = __repr__


_UNITS = {"clearance": " s", "risk": " person-s", "waiting": " person-s"}


def _shortly(level: Level) -> str:
    """``clearance 95,610 s, no plan beats 94,000 s``."""
    unit = _UNITS.get(level.name, "")
    value = "not compared" if level.value is None else f"{level.value:,}{unit}"
    bound = "" if level.bound is None else f", no plan beats {level.bound:,}{unit}"
    return f"{level.name} {value}{bound}"
