"""X3: who reads, and what for: posts and organisations, never a person's name (X1)."""

from enum import StrEnum

from korridor.events.codes import Code
from korridor.operation.frozen import Frozen


class Purpose(StrEnum):
    """X2: what somebody reads for; a closed list, so that no text stands in the log of reads."""

    DUTY = "duty"
    ENQUIRY = "enquiry"
    REPORT = "report"
    TRACING = "tracing"
    CHECK = "check"
    NOT_SAID = "not-said"


class Reader(Frozen):
    """Whoever reads the books.

    Attributes
    ----------
    post, organisation : str or None
        Codes; ``None`` where the reader does not say it.
    purpose : Purpose

    Examples
    --------
    >>> Reader(post="ROOM", organisation="SARC", purpose=Purpose.DUTY).says_all
    True
    """

    post: Code | None = None
    organisation: Code | None = None
    purpose: Purpose = Purpose.NOT_SAID

    @property
    def says_all(self) -> bool:
        """Whether it says who reads, and what for."""
        return None not in (self.post, self.organisation) and self.purpose is not Purpose.NOT_SAID
