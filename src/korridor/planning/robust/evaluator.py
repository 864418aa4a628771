"""What planning asks of whoever knows futures."""

from collections.abc import Sequence
from typing import Protocol

from korridor.events.movement import Movement


class Carried(Protocol):
    """What became of a plan; a whole number a future, the same future at the same place for every plan."""

    @property
    def out(self) -> Sequence[int]:
        """Persons out by the horizon."""

    @property
    def left(self) -> Sequence[int]:
        """Persons left behind."""

    @property
    def exposure_person_s(self) -> Sequence[int]:
        """Person-seconds on truce roads while no truce held (C8)."""

    @property
    def last_out_s(self) -> Sequence[int]:
        """When the last of those who got out was out."""


class Evaluator(Protocol):
    """Carries a plan out in a sample of futures."""

    def __call__(self, movements: tuple[Movement, ...], sample: int, runs: int) -> Carried:
        """Return what became of it; samples of other numbers have no future in common."""
