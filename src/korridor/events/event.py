"""A9: one event: who says it, when it happened, when it was recorded, and what happened."""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from korridor.events.bookkeeping import Closed
from korridor.events.codes import MOST_NUMBER, Code, Moment, Note, event_id
from korridor.events.facts import Corrected, Fact, What
from korridor.operation.frozen import Frozen

VERSION: Literal[1] = 1


class Event(Frozen):
    """What a device recorded; it never changes.

    Attributes
    ----------
    version : int
        Of the schema.
    device, number : str, int
        Each device numbers its events from 1.
    post, organisation : str
        Whose task it was.
    occurred_at, recorded_at : datetime
        When it happened, and when it was written down; with the offset as it was given. Clocks never order events.
    note : str or None
        Salted hash of a text in the side store (X1).
    what : What
        What happened; its ``kind`` says which fields there are.
    """

    version: Literal[1] = VERSION
    device: Code
    number: Annotated[int, Field(ge=1, le=MOST_NUMBER, strict=True)]
    post: Code
    organisation: Code
    occurred_at: Moment
    recorded_at: Moment
    note: Note | None = None
    what: What

    @model_validator(mode="after")
    def _two_assent(self) -> Self:
        for fact in (self.what, self.fact):
            if isinstance(fact, Closed) and fact.assent == self.organisation:
                raise ValueError(
                    f"closing an unexplained takes the assent of a second organisation; {fact.assent} is the first"
                )
        return self

    @property
    def id(self) -> str:
        """``device:number``."""
        return event_id(self.device, self.number)

    @property
    def kind(self) -> str:
        """What sort of thing happened."""
        return self.what.kind

    @property
    def fact(self) -> Fact | None:
        """What it says is so: a correction's new fact, ``None`` where it takes one back."""
        return self.what.instead if isinstance(self.what, Corrected) else self.what

    def known(self, known_at: datetime) -> bool:
        """Whether somebody had written it down by then."""
        return self.recorded_at.astimezone(UTC) <= known_at.astimezone(UTC)
