"""What an engine is."""

from typing import Protocol

from korridor.rehearsal.statistics.gathered import Gathered
from korridor.rehearsal.task import Task


class EngineError(ValueError):
    """Why an engine cannot carry out runs, in words for a person; what came before it is lost."""


class Engine(Protocol):
    """Carries out runs until enough have been gathered; which worker does which block must not matter."""

    @property
    def name(self) -> str:
        """As it is asked for, and shown in the answer."""
        ...

    def carry_out(self, task: Task, gathered: Gathered) -> None:
        """Add blocks to ``gathered`` until it is done; ``EngineError`` where that cannot be."""
        ...
