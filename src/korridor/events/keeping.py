"""A1, A7, A9: what happens to people who are somewhere: at a place, in reception, in hospital, in custody."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from korridor.events.code_lists import CLASSES, Answer, Scheme, Way
from korridor.events.codes import Code, Moment, Standing, Whose
from korridor.events.head_count import Between, HeadCount, Heads
from korridor.events.nationalities import NATIONALITIES
from korridor.operation.frozen import Frozen
from korridor.operation.near import one_of
from korridor.operation.units import shown


def _a_nationality(code: str) -> str:
    if code not in NATIONALITIES:
        raise ValueError(
            f"{shown(code)} is not a nationality; its three letters after ISO 3166-1, XXA stateless, XXX not known"
        )
    return code


Nationality = Annotated[str, Field(strict=True), AfterValidator(_a_nationality)]


class TakenIntoCustody(Frozen):
    """People are taken aside and held.

    Attributes
    ----------
    into : str
        The place of custody.
    authority : str
        By whose authority, an organisation.
    nationalities : dict of str to int
        Totals, and no more (A7).
    """

    kind: Literal["taken_into_custody"] = "taken_into_custody"
    of: Whose
    into: Code
    count: HeadCount
    authority: Code
    nationalities: dict[Nationality, Heads] = Field(default_factory=dict)


class Released(Frozen):
    """People are let go out of custody."""

    kind: Literal["released"] = "released"
    of: Standing
    to: Whose
    count: HeadCount


class HandedOver(Frozen):
    """People, or the dead, are handed over to an organisation; it holds them from then on."""

    kind: Literal["handed_over"] = "handed_over"
    of: Whose
    to: Code
    count: HeadCount


class Left(Frozen):
    """People leave the books by a named way: they stay, or they go on their own."""

    kind: Literal["left"] = "left"
    of: Whose
    way: Way
    count: HeadCount


class Born(Frozen):
    """Children are born, at a place or aboard."""

    kind: Literal["born"] = "born"
    to: Whose
    count: HeadCount


class Died(Frozen):
    """People die; they stay in the books until they are handed over.

    Attributes
    ----------
    kept : str
        Where the dead are: a place, or the vehicle that takes them along.
    """

    kind: Literal["died"] = "died"
    of: Whose
    kept: Code
    count: HeadCount


class Estimated(Frozen):
    """How many were at a place before anything was recorded: an opening estimate, never a cap (A6)."""

    kind: Literal["estimated"] = "estimated"
    at: Standing
    count: HeadCount


class Counted(Frozen):
    """Everybody in an account is counted at one moment."""

    kind: Literal["counted"] = "counted"
    of: Whose
    count: HeadCount


class Reclassified(Frozen):
    """People turn out to be of another class of the same scheme (A3)."""

    kind: Literal["reclassified"] = "reclassified"
    of: Whose
    scheme: Scheme
    was: str
    now: str
    heads: Between
    agreement: Code | None = None

    @model_validator(mode="after")
    def _classes_are_the_schemes(self) -> Self:
        for name in (self.was, self.now):
            if name not in CLASSES[self.scheme]:
                allowed = one_of(CLASSES[self.scheme])
                raise ValueError(f"{shown(name)} is not a class of {self.scheme.value}; {allowed}")
        if self.was == self.now:
            raise ValueError(f"was and now are both {self.was}; name two classes")
        if self.scheme is Scheme.STATUS and self.agreement is None:
            raise ValueError("status is counted only where an agreement names it; name the agreement")
        return self


class ReportedMissing(Frozen):
    """So many are missing who were accounted for: opens the account again (A7).

    Attributes
    ----------
    referred_to : str or None
        The organisation that traces families. Who they are stands with it, never here.
    """

    kind: Literal["reported_missing"] = "reported_missing"
    of: Whose
    count: HeadCount
    referred_to: Code | None = None


class Holding(Frozen):
    """Who holds an account, whether others may see the people, and when to ask next (A7)."""

    kind: Literal["holding"] = "holding"
    of: Whose
    holders: Annotated[tuple[Code, ...], Field(min_length=1, max_length=8)]
    access: Answer = Answer.UNKNOWN
    next_enquiry: Moment | None = None
