"""O8: the truce."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from korridor.operation.frozen import Frozen
from korridor.operation.units import DurationS, MomentS


class TruceWindow(Frozen):
    """A span in which truce roads may be used."""

    opens_s: Annotated[MomentS, Field(alias="opens")]
    closes_s: Annotated[MomentS, Field(alias="closes")]

    @model_validator(mode="after")
    def _forwards(self) -> "TruceWindow":
        if self.opens_s >= self.closes_s:
            raise ValueError("a window must open before it closes")
        return self


class PlanOn(StrEnum):
    """Which windows a plan is made for."""

    ANNOUNCED = "announced"
    HAPPENED = "happened"


class WhenBroken(StrEnum):
    """O8: what a column on a truce road does when the truce breaks."""

    ON = "on"
    BACK = "back"
    SHELTER = "shelter"


class Truce(Frozen):
    """The windows, announced and as they happened, and a margin before each end.

    Attributes
    ----------
    announced, happened : tuple of TruceWindow
    plan_on : PlanOn
    margin_s : int
        Seconds before each end by which truce roads are clear.
    when_broken : WhenBroken or None
        What columns on a truce road do when the truce breaks: go on, turn back, take shelter. ``None`` is not
        established; planning does not use it, march orders print it.
    """

    announced: tuple[TruceWindow, ...] = ()
    happened: tuple[TruceWindow, ...] = ()
    plan_on: PlanOn = PlanOn.ANNOUNCED
    margin_s: Annotated[DurationS, Field(alias="margin")] = 0
    when_broken: WhenBroken | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Truce":
        for name in ("announced", "happened"):
            windows = getattr(self, name)
            for earlier, later in pairwise(windows):
                if later.opens_s <= earlier.closes_s:
                    raise ValueError(f"{name} windows must follow each other, with time between them")
        if not self.windows:
            raise ValueError(f"the truce has no {self.plan_on} windows to plan on")
        return self

    @property
    def windows(self) -> tuple[TruceWindow, ...]:
        """The windows that planning uses."""
        return self.announced if self.plan_on is PlanOn.ANNOUNCED else self.happened
