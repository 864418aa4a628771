"""A5, A9: acts about the books themselves. None of them moves a person without saying whom."""

from typing import Literal, Self

from pydantic import model_validator

from korridor.events.code_lists import Reason
from korridor.events.codes import Code, EventId, Whose
from korridor.events.head_count import HeadCount
from korridor.operation.frozen import Frozen


class SameAs(Frozen):
    """Two events are reports of one thing (A5)."""

    kind: Literal["same_as"] = "same_as"
    one: EventId
    other: EventId

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.one == self.other:
            raise ValueError(f"one and other are both {self.one}; name two events")
        return self


class Chosen(Frozen):
    """Of several counts of one thing, this one posts (A5)."""

    kind: Literal["chosen"] = "chosen"
    event: EventId


class Assigned(Frozen):
    """It is a post's task to count what departs, passes or arrives at a place, or to recount who is there (A5)."""

    kind: Literal["assigned"] = "assigned"
    to: Code
    counts: Literal["departed", "arrived", "counted"]
    at: Code


class Closed(Frozen):
    """An unexplained is closed: by this post, for a reason, with the assent of a second organisation (A5)."""

    kind: Literal["closed"] = "closed"
    of: Whose
    count: HeadCount
    reason: Reason
    assent: Code


class Matched(Frozen):
    """Who is missing in one account is who is too many in another (A4).

    Attributes
    ----------
    deficit, surplus : str
        The account that lacks them, and the one that has too many.
    """

    kind: Literal["matched"] = "matched"
    deficit: Whose
    surplus: Whose
    count: HeadCount

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.deficit == self.surplus:
            raise ValueError(f"deficit and surplus are both {self.deficit}; name two accounts")
        return self
