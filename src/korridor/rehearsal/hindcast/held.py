"""R7: what was reported, beside what was rehearsed; and a score."""

from korridor.operation.frozen import Frozen
from korridor.operation.rich import Rich
from korridor.rehearsal.hindcast.reported import Reported

LOW, HIGH = 5, 95
"""The band: of a hundred runs five are below it, and five above."""


class Held(Frozen):
    """One reported figure beside the rehearsed one.

    Attributes
    ----------
    reported : Reported
    p5, p50, p95 : int
        Persons rehearsed to come out in the same span.
    met : bool
        Whether the figure's bounds and the band from p5 to p95 have a number in common.
    difference : float or None
        How far p50 is from the figure as stated (of *at least 25,000* that is 25,000), as a part of it; ``None`` for nought.
    """

    reported: Reported
    p5: int
    p50: int
    p95: int
    met: bool
    difference: float | None

    @classmethod
    def of(cls, reported: Reported, p5: int, p50: int, p95: int) -> "Held":
        """Hold a figure against what was rehearsed."""
        stated = reported.stated
        return cls(
            reported=reported,
            p5=p5,
            p50=p50,
            p95=p95,
            met=reported.meets(p5, p95),
            difference=abs(p50 - stated) / stated if stated else None,
        )


class Score(Frozen):
    """How the figures that are no input were met, taken together.

    Attributes
    ----------
    figures, met : int
    share_met : float or None
        ``None`` where there is no figure to hold it against.
    mean_difference : float or None
        The mean of the relative differences, each figure counting once.
    """

    figures: int
    met: int
    share_met: float | None
    mean_difference: float | None

    @classmethod
    def of(cls, held: tuple[Held, ...]) -> "Score":
        """Take the figures together; those that the operation was made from do not count."""
        scored = [each for each in held if not each.reported.is_input]
        apart = [each.difference for each in scored if each.difference is not None]
        met = sum(each.met for each in scored)
        return cls(
            figures=len(scored),
            met=met,
            share_met=met / len(scored) if scored else None,
            mean_difference=sum(apart) / len(apart) if apart else None,
        )


class Hour(Frozen):
    """People out up to the end of an hour, counted from the start."""

    hour: int
    p5: int
    p50: int
    p95: int


class Unused(Frozen):
    """A figure of the list that nothing was held against, and why."""

    claim: str
    metric: str
    why: str


class Hindcast(Rich, Frozen):
    """An operation that happened, held against what was reported of it.

    Attributes
    ----------
    operation : str
    runs : int
    planned_out : int
        People out in the plan that was rehearsed.
    held : tuple of Held
        In the list's order; those that the file was made from, too.
    score : Score
    by_hour : tuple of Hour
    assumed : tuple of str
        What was assumed, in words.
    unused : tuple of Unused
    seed : int
    seconds : float
        How long running took.
    """

    operation: str
    runs: int
    planned_out: int
    held: tuple[Held, ...]
    score: Score
    by_hour: tuple[Hour, ...]
    assumed: tuple[str, ...]
    unused: tuple[Unused, ...]
    seed: int
    seconds: float

    def __repr__(self) -> str:
        """One line; ``held`` has the figures."""
        return f"<Hindcast of {self.operation}: {self.score.met} of {self.score.figures} figures met, {self.runs:,} runs>"

    __str__ = __repr__
