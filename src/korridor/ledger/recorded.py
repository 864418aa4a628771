"""What became of an event that was recorded."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """Whether an event is new in the log."""

    RECORDED = "recorded"
    AGAIN = "was there already"
    TWIN = "recorded, and another event has its number"
    NOT_UNDERSTOOD = "recorded, not understood"


@dataclass(frozen=True)
class Recorded:
    """One event, and what became of it.

    Attributes
    ----------
    id : str or None
        ``device:number``; nothing where the event does not say it.
    receipt : int
        Its place in the order of receipt.
    outcome : Outcome
    """

    id: str | None
    receipt: int
    outcome: Outcome
