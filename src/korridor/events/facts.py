"""A9: all that can be said in an event, one model a kind; nothing else can."""

from typing import Annotated, Literal

from pydantic import Field

from korridor.events.around import AidIn, Asked, Guarantee, Incident, PassedOutside
from korridor.events.bookkeeping import Assigned, Chosen, Closed, Matched, SameAs
from korridor.events.codes import EventId
from korridor.events.journeys import (
    Alighted,
    Arrived,
    Boarded,
    Departed,
    Diverted,
    Joined,
    Merged,
    Passed,
    Returned,
    Screened,
    Transferred,
)
from korridor.events.keeping import (
    Born,
    Counted,
    Died,
    Estimated,
    HandedOver,
    Holding,
    Left,
    Reclassified,
    Released,
    ReportedMissing,
    TakenIntoCustody,
)
from korridor.operation.frozen import Frozen

Fact = Annotated[
    Boarded
    | Departed
    | Passed
    | Screened
    | Transferred
    | Merged
    | Diverted
    | Joined
    | Alighted
    | Arrived
    | Returned
    | TakenIntoCustody
    | Released
    | HandedOver
    | Left
    | Born
    | Died
    | Estimated
    | Counted
    | Reclassified
    | ReportedMissing
    | Holding
    | SameAs
    | Chosen
    | Assigned
    | Closed
    | Matched
    | Incident
    | Guarantee
    | AidIn
    | PassedOutside
    | Asked,
    Field(discriminator="kind"),
]
"""What an event says, apart from a correction."""


class Corrected(Frozen):
    """What other events said is replaced (A9).

    Attributes
    ----------
    replaces : tuple of str
        The events, or corrections, that no longer stand; two corrections at odds are settled by one that names both.
    instead : Fact or None
        What is true instead, with the moment that the correction gives as its own; ``None`` where nothing of the sort happened.
    """

    kind: Literal["corrected"] = "corrected"
    replaces: Annotated[tuple[EventId, ...], Field(min_length=1, max_length=16)]
    instead: Fact | None = None


What = Annotated[Fact | Corrected, Field(discriminator="kind")]
