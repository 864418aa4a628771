"""One claim that is kept, and what a person decided about it."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from korridor.claims.claim import Claim
from korridor.operation.frozen import Frozen


class Verdict(StrEnum):
    """What a person said of a claim; of an open one nobody has said anything yet."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Kept(Frozen):
    """A claim as it was read, and beside it what became of it.

    Attributes
    ----------
    claim : Claim
        As read; it is never changed.
    mended : Claim or None
        What a person says that the text says, where the reader was wrong.
    verdict : Verdict
    working : bool
        Whether it is the operation's working figure for what it is of (S4).
    reason : str or None
        Why; a working figure has one.
    decided_at : str or None
        When, ISO, with offset.
    """

    claim: Claim
    mended: Claim | None = None
    verdict: Verdict = Verdict.OPEN
    working: bool = False
    reason: str | None = None
    decided_at: str | None = None

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if self.working and self.verdict is not Verdict.ACCEPTED:
            raise ValueError("a working figure is an accepted one")
        if self.working and not self.reason:
            raise ValueError("a working figure needs a reason")
        return self

    @property
    def stands(self) -> Claim:
        """The claim as it stands: mended, or as read."""
        return self.mended or self.claim

    @property
    def same(self) -> tuple[str, tuple[int, int], str]:
        """What tells whether a claim read again is this one: the file, the place in it, and the words."""
        return self.claim.file, self.claim.span, self.claim.quote
