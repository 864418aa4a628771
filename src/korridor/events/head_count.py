"""A2, A3: a count of heads as it was taken: between two numbers, by a method, in at most one scheme."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from korridor.events.code_lists import CLASSES, UNKNOWN, Answer, Method, Scheme
from korridor.events.codes import Code
from korridor.operation.frozen import Frozen
from korridor.operation.near import one_of
from korridor.operation.units import MOST, shown

Heads = Annotated[int, Field(ge=0, le=MOST, strict=True)]


class Between(Frozen):
    """From low to high heads; ``high`` is ``None`` where nobody knows an upper limit."""

    low: Heads
    high: Heads | None

    @model_validator(mode="before")
    @classmethod
    def _exact(cls, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return {"low": value, "high": value}
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"{self.low}..{self.high} runs backwards; the smaller number first")
        return self

    @property
    def exact(self) -> bool:
        """Whether low and high are one number."""
        return self.low == self.high


class HeadCount(Between):
    """A count of people (A2).

    Attributes
    ----------
    low, high : int, int or None
        Heads; *unknown* is from 0 without an upper limit.
    method : Method
    infants : Answer
        Whether infants in arms are in it.
    scheme : Scheme or None
        Of the breakdown, if there is one (A3).
    classes : dict of str to Between
        Heads by class of the scheme; what they leave of the total is of class *unknown*.
    agreement : str or None
        The agreement that names ``status``; without it nobody is counted so.

    Examples
    --------
    >>> HeadCount.exactly(48).high, HeadCount.unknown().high
    (48, None)
    """

    method: Method = Method.UNKNOWN
    infants: Answer = Answer.UNKNOWN
    scheme: Scheme | None = None
    classes: dict[str, Between] = Field(default_factory=dict)
    agreement: Code | None = None

    @classmethod
    def exactly(cls, heads: int) -> Self:
        """So many, counted head by head."""
        return cls(low=heads, high=heads, method=Method.HEADS)

    @classmethod
    def unknown(cls) -> Self:
        """Some, and nobody counted: that is a count, too."""
        return cls(low=0, high=None)

    @model_validator(mode="after")
    def _classes_are_the_schemes(self) -> Self:
        if self.scheme is None:
            if self.classes:
                raise ValueError(f"classes without a scheme; name it, {one_of(Scheme)}")
            return self
        allowed = CLASSES[self.scheme]
        for name in self.classes:
            if name not in allowed:
                raise ValueError(f"{shown(name)} is not a class of {self.scheme.value}; {one_of(allowed)}")
        if not self.classes:
            raise ValueError(f"a scheme without classes; give heads for {one_of(allowed)}")
        if self.scheme is Scheme.STATUS and self.agreement is None:
            raise ValueError("status is counted only where an agreement names it; name the agreement")
        least = sum(each.low for each in self.classes.values())
        if self.high is not None and least > self.high:
            raise ValueError(
                f"the classes add up to {least}, more than the total of {self.high}; count again"
            )
        return self

    def of_class(self, name: str) -> Between:
        """Heads of one class of the scheme; of *unknown* also what the classes leave of the total."""
        if name != UNKNOWN:
            return self.classes.get(name, Between(low=0, high=0))
        named = [each for key, each in self.classes.items() if key != UNKNOWN]
        highs = [each.high for each in named if each.high is not None]
        low = 0 if len(highs) < len(named) else max(0, self.low - sum(highs))
        high = None if self.high is None else max(0, self.high - sum(each.low for each in named))
        return Between(low=low, high=high)
