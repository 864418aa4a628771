"""X3: one read of what is sensitive: who, when, what for, and which part; never what stood there."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from korridor.ledger.reader import Purpose, Reader
from korridor.operation.frozen import Frozen


class Part(StrEnum):
    """What was read."""

    BOOKS = "books"
    LEG = "leg"
    PLACE = "place"
    BALANCE = "balance"
    EVENTS = "events"
    NOTE = "note"
    RELEASE = "release"
    COPY = "copy"


class SensitiveRead(Frozen):
    """A read of the internal edition, or of a text of the side store.

    Attributes
    ----------
    at : datetime
        When, by the reader's clock, with its offset.
    reader : Reader
    part : Part
    of : str or None
        Which leg, place, account or event; nothing where it was the whole.
    receipt : int
        The last event that the log held then: what was there to be read can be told from it.
    """

    at: datetime
    reader: Reader
    part: Part
    of: str | None = None
    receipt: int

    def as_json(self) -> dict[str, Any]:
        """Return the read as a row."""
        reader = self.reader
        return {
            "at": self.at.isoformat(),
            "post": reader.post,
            "organisation": reader.organisation,
            "purpose": None if reader.purpose is Purpose.NOT_SAID else reader.purpose.value,
            "part": self.part.value,
            "of": self.of,
            "receipt": self.receipt,
        }
