"""O9: agreements of reciprocity."""

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import MomentS, Number


class Out(Frozen):
    """So many persons out elsewhere by a moment; cumulative."""

    by_s: Annotated[MomentS, Field(alias="by")]
    persons: Number


class Gate(Frozen):
    """Departures out of A beyond ``beyond_persons`` wait until ``until_persons`` are out of B.

    Attributes
    ----------
    out_of : tuple of str
        A: places of this file.
    beyond_persons, until_persons : int
        How many may leave A while it is shut, and how many must be out of B for it to open.
    of_places : tuple of str
        B: places of this file; or
    of_schedule : tuple of Out
        B: moments and cumulative persons, given.
    """

    name: str
    out_of: Annotated[tuple[str, ...], Field(min_length=1)]
    beyond_persons: Annotated[Number, Field(alias="beyond")]
    until_persons: Annotated[Number, Field(alias="until")]
    of_places: tuple[str, ...] = ()
    of_schedule: tuple[Out, ...] = ()

    @model_validator(mode="after")
    def _one_other_side(self) -> "Gate":
        if bool(self.of_places) == bool(self.of_schedule):
            raise ValueError("a gate needs of_places or of_schedule; one of the two")
        for earlier, later in pairwise(self.of_schedule):
            if later.by_s <= earlier.by_s or later.persons < earlier.persons:
                raise ValueError("of_schedule must go forward in time and never down in persons")
        return self

    @property
    def opens_s(self) -> int | None:
        """The moment a given schedule opens the gate; ``None`` if it never does, or is not given."""
        return next((out.by_s for out in self.of_schedule if out.persons >= self.until_persons), None)
