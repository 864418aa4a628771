"""What a column can wait for, and one wait."""

from dataclasses import dataclass
from enum import StrEnum


class Resource(StrEnum):
    """What a column can wait for."""

    WINDOW = "the truce to open"
    VEHICLES = "vehicles"
    BAYS = "loading bays"
    ESCORT = "an escort"
    GATE = "an agreed exchange"
    SCREENING = "screening"
    HEADWAY = "the column ahead"
    OPPOSING = "opposing traffic"
    UNLOADING = "unloading bays or room"
    TURN = "its turn in the order of departure"
    PLANNED = "its planned time"
    OTHER = "something else"


@dataclass(frozen=True)
class Wait:
    """A span in which so many persons were held by one thing.

    Attributes
    ----------
    persons : int
        Those aboard the column, or, before they board, those who will be.
    """

    movement: str
    resource: Resource
    begins_s: int
    ends_s: int
    persons: int

    @property
    def person_s(self) -> int:
        """Persons × seconds."""
        return self.persons * (self.ends_s - self.begins_s)
