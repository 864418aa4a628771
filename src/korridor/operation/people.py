"""O4, O5: people, counted in groups; never listed."""

from typing import Annotated

from pydantic import Field, model_validator

from korridor.operation.count import Count
from korridor.operation.frozen import Frozen
from korridor.operation.scheme import Need
from korridor.operation.units import MOST, Number, Positive


class Asked(Frozen):
    """X4: how a group was asked whether to leave; what is not said is *not established*."""

    by: str | None = None
    in_private: bool | None = None
    armed_men_present: bool | None = None
    staying_possible: bool | None = None
    prevented_from_leaving: str | None = None


class Group(Frozen):
    """People of one class who stand at one place.

    Attributes
    ----------
    person_class : str
        A class of the operation's scheme.
    count : Count or None
        Persons; or ``families`` of ``household`` persons each. Companions are counted in it.
    need : Need or None
        What each person occupies (companions take seats); ``None`` is by class (O5).
    party : int
        Persons who stay together.
    companions : int
        Persons who go with each patient, on seats of the same vehicle; with it a party is ``1 + companions``.
    to : tuple of str or None
        Where they may be taken; ``None`` is wherever people are received.
    weight : int
        What one person counts in *most-out*.
    urgency : int or None
        Lower boards first; ``None`` is the order of the scheme.
    asked : Asked or None
        How they were asked whether to leave; ``None`` is not established.
    """

    place: Annotated[str, Field(alias="at")]
    person_class: Annotated[str, Field(alias="class")]
    count: Count | None = None
    families: Count | None = None
    household: Positive | None = None
    need: Need | None = None
    party: Positive = 1
    companions: Number = 0
    to: tuple[str, ...] | None = None
    weight: Positive = 1
    urgency: Number | None = None
    asked: Asked | None = None

    @model_validator(mode="after")
    def _counted_one_way(self) -> "Group":
        if (self.count is None) == (self.families is None):
            raise ValueError("a group needs count, or families with household; one of the two")
        if (self.families is None) != (self.household is None):
            raise ValueError("families and household go together")
        if self.party > 1 and self.companions:
            raise ValueError("a group has party or companions, not both")
        if self.persons > MOST:
            raise ValueError(f"{self.persons} persons are out of range; from 0 to {MOST}")
        if self.persons % self.party_persons:
            raise ValueError(
                f"{self.persons} persons are not a whole number of parties of {self.party_persons}"
            )
        if self.asked == Asked():  # a table in which nothing is said establishes nothing
            object.__setattr__(self, "asked", None)
        return self

    @property
    def persons(self) -> int:
        """Planning's number of persons: the central value (O4)."""
        if self.count is not None:
            return self.count.central
        assert self.families is not None and self.household is not None
        return self.families.central * self.household

    @property
    def party_persons(self) -> int:
        """Persons in one party."""
        return self.party + self.companions

    @property
    def parties(self) -> int:
        """Number of parties."""
        return self.persons // self.party_persons
