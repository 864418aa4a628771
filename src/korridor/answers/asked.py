"""The answer of *ask*: for each change its bound, its plan and its rehearsal side by side, as one value (R5)."""

from korridor.operation.changes import AnyChange
from korridor.operation.frozen import Frozen
from korridor.operation.rich import Rich
from korridor.rehearsal.statistics.ranked import Alternative, Ranked


class Wish(Frozen):
    """One change that could be asked for at the table.

    Attributes
    ----------
    change : Change
    row : Alternative
        Its name, bound, planned and rehearsed value, and the gain with its interval.
    planned_gain : int or None
        What the re-planned value gains over today's; ``None`` where one of the two is missing.
    bound_moves : int or None
        By how much the limit that no plan can beat gives way.
    exposure : Alternative or None
        The same change by exposure, in person-seconds; ``None`` where nobody can be exposed.
    searching : bool
        Whether searching again with nothing changed brings as much when it is rehearsed: then the gain may be the search's own.
    """

    change: AnyChange
    row: Alternative
    planned_gain: int | None
    bound_moves: int | None
    exposure: Alternative | None
    searching: bool


class Asked(Rich, Frozen):
    """What to ask for, the most gained first.

    Attributes
    ----------
    operation : str
    ranked : Ranked
        All changes against the operation as it is.
    wishes : tuple of Wish
        In the same order.
    searching_gain : float
        The most that searching again with nothing changed gained when it was rehearsed, in the measure's unit.
    planned_noise : int
        The same of the planned value.
    unanswered : tuple of str
        Changes for which there was no time, or no plan.
    seconds : float
    seed : int
    stopped : bool
        Whether it was interrupted.
    """

    operation: str
    ranked: Ranked
    wishes: tuple[Wish, ...]
    searching_gain: float
    planned_noise: int
    unanswered: tuple[str, ...]
    seconds: float
    seed: int
    stopped: bool

    def __repr__(self) -> str:
        """One line; ``wishes`` has the figures."""
        return f"<Asked of {self.operation}: {len(self.wishes)} changes, {self.ranked.runs:,} runs of each>"

    __str__ = __repr__
