"""A9, X4: what is recorded besides people: incidents, guarantees, aid, who was asked."""

from typing import Annotated, Literal

from pydantic import Field

from korridor.events.code_lists import Aid, Answer, Disturbance, Promised
from korridor.events.codes import Aboard, Code, Moment, Whose
from korridor.events.head_count import HeadCount
from korridor.operation.frozen import Frozen
from korridor.operation.units import MOST


class Incident(Frozen):
    """The truce is breached, there is fire, a halt, an obstruction."""

    kind: Literal["incident"] = "incident"
    what: Disturbance
    at: Code
    on: Aboard | None = None


class Guarantee(Frozen):
    """Somebody vouches for something to somebody, for a time."""

    kind: Literal["guarantee"] = "guarantee"
    guarantor: Code
    beneficiary: Code
    what: Promised
    begins: Moment
    ends: Moment | None = None


class AidIn(Frozen):
    """Aid comes in, so many vehicles."""

    kind: Literal["aid_in"] = "aid_in"
    at: Code
    what: Aid
    vehicles: Annotated[int, Field(ge=0, le=MOST, strict=True)]


class PassedOutside(Frozen):
    """People pass outside the convoys; where they came from, if that is known."""

    kind: Literal["passed_outside"] = "passed_outside"
    at: Code
    count: HeadCount
    of: Whose | None = None


class Asked(Frozen):
    """X4: how people were asked whether they want to go. What is unknown is *not established*.

    Attributes
    ----------
    of : str
        Whose account they are in.
    by : str or None
        The organisation that asked.
    in_private, armed_present, staying_possible : Answer
        Whether in private; whether armed men were present; whether staying was possible.
    prevented : HeadCount or None
        How many were prevented from leaving.
    """

    kind: Literal["asked"] = "asked"
    of: Whose
    by: Code | None = None
    in_private: Answer = Answer.UNKNOWN
    armed_present: Answer = Answer.UNKNOWN
    staying_possible: Answer = Answer.UNKNOWN
    prevented: HeadCount | None = None
