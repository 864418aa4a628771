"""A4, A9: what happens to people who are carried.

Parts add up, totals are held against each other: ``boarded`` and ``alighted`` are parts, any number of them; ``departed`` and
``arrived`` are totals of one trip, and so is the sum of the parts.
"""

from typing import Literal, Self

from pydantic import model_validator

from korridor.events.codes import Aboard, Code, Moment, Standing, Whose
from korridor.events.head_count import HeadCount
from korridor.operation.frozen import Frozen


class Boarded(Frozen):
    """People get in: a part of those who leave."""

    kind: Literal["boarded"] = "boarded"
    on: Aboard
    at: Standing
    count: HeadCount


class Departed(Frozen):
    """A vehicle, or a whole movement, leaves with so many aboard: a total.

    Attributes
    ----------
    to : str or None
        Where to.
    due : datetime or None
        When it is expected there; whoever is not accounted for by then is unexplained.
    """

    kind: Literal["departed"] = "departed"
    on: Aboard
    at: Standing
    count: HeadCount
    to: Code | None = None
    due: Moment | None = None


class Passed(Frozen):
    """It is seen at a place on the way; counted, or not."""

    kind: Literal["passed"] = "passed"
    on: Aboard
    at: Code
    count: HeadCount | None = None


class Screened(Frozen):
    """Everybody aboard has been looked at, at a checkpoint."""

    kind: Literal["screened"] = "screened"
    on: Aboard
    at: Code
    count: HeadCount | None = None


class Transferred(Frozen):
    """People go over from one account to another: into another bus after a breakdown, from reception to hospital."""

    kind: Literal["transferred"] = "transferred"
    of: Whose
    to: Whose
    count: HeadCount


class Merged(Frozen):
    """Two movements go on as one: who is aboard ``movement`` is from then on aboard ``into``."""

    kind: Literal["merged"] = "merged"
    movement: Code
    into: Code
    at: Code | None = None


class Diverted(Frozen):
    """It goes elsewhere than it was to go, or a part of it does, as another movement.

    Attributes
    ----------
    into : str or None
        The movement, or vehicle of it, that this part goes on as; then ``count`` says how many.
    """

    kind: Literal["diverted"] = "diverted"
    on: Aboard
    to: Code
    due: Moment | None = None
    into: Aboard | None = None
    count: HeadCount | None = None

    @model_validator(mode="after")
    def _a_part_is_counted(self) -> Self:
        if (self.into is None) != (self.count is None):
            raise ValueError(
                "into and count belong together: a part that goes on as another movement is counted"
            )
        return self


class Joined(Frozen):
    """People whom nobody had registered get in on the way."""

    kind: Literal["joined"] = "joined"
    on: Aboard
    count: HeadCount
    at: Code | None = None


class Alighted(Frozen):
    """People get out: a part of those who arrive."""

    kind: Literal["alighted"] = "alighted"
    on: Aboard
    at: Standing
    count: HeadCount


class Arrived(Frozen):
    """A vehicle, or a whole movement, is emptied at a place where so many got out: a total."""

    kind: Literal["arrived"] = "arrived"
    on: Aboard
    at: Standing
    count: HeadCount


class Returned(Frozen):
    """People go back to a place inside: an arrival there, not an exit (A1)."""

    kind: Literal["returned"] = "returned"
    of: Whose
    to: Standing
    count: HeadCount
