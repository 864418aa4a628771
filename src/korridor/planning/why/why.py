"""The answer to "why this long?", as one value."""

from korridor.operation.changes import AnyChange
from korridor.operation.frozen import Frozen
from korridor.planning.plan import Plan
from korridor.planning.why.measure import Measure, value_of
from korridor.planning.why.prices import Part


class Outcome(Frozen):
    """What became of one change.

    Attributes
    ----------
    change : Change
    words : str
        The change, said.
    value : int or None
        What the re-planned operation comes to, by the measure of all; ``None`` where no plan was found.
    bound : int or None
        The re-solved bound: with this change no plan can beat it. ``None`` where it is not worked out.
    at_prices : int or None
        What today's prices say the bound is at most with this change (for *left*, at least): its first-order price.
    out_persons : int
        People out by the horizon in the re-planned operation.
    last_out_s : int or None
        When the last of them is out.
    kept : bool
        Whether today's plan can be carried over, so that the value cannot be worse than today's.
    plan : Plan or None
        The re-planned operation's plan, verified, without bounds; ``None`` where none was found.
    """

    change: AnyChange
    words: str
    value: int | None
    bound: int | None
    at_prices: int | None
    out_persons: int
    last_out_s: int | None
    kept: bool
    plan: Plan | None = None


class Point(Frozen):
    """How much is reached with one limit on the time aboard for everybody.

    Attributes
    ----------
    limit_s : int
        ``MOST`` seconds is no limit.
    value, bound : int or None
        By the measure of all; ``None`` where nothing was found, or is known.
    out_persons : int
    aboard_s : int
        The longest that anybody sits aboard in the plan.
    """

    limit_s: int
    value: int | None
    bound: int | None
    out_persons: int
    aboard_s: int


class Why(Frozen):
    """Why a plan takes as long as it does, and what one more of each thing would bring.

    Attributes
    ----------
    plan : Plan
        Today's: the best that is known without any change; every change is planned from it on.
    given : int or None
        The value of the plan that was asked about; another one than today's where searching longer bettered it.
    measure : Measure
        What all values and bounds here count.
    bound : int or None
        Today's. What no plan can beat with more of something, none can beat without: so it may be tighter than the plan's own.
    unchanged : tuple of int
        By how much the same search, with nothing changed, bettered today's plan: one number a seed.
    again : tuple of Plan
        The plans of those same searches: what searching by itself changes, to be told from what a change brings.
    work : int
        Iterations of each search.
    outcomes : tuple of Outcome
    frontier : tuple of Point
        By limit, the tightest first.
    parts : tuple of Part
        What today's own bound is made up of.
    stopped : bool
        Whether it was interrupted, so that some changes are missing.
    """

    plan: Plan
    given: int | None
    measure: Measure
    bound: int | None
    unchanged: tuple[int, ...] = ()
    again: tuple[Plan, ...] = ()
    work: int = 0
    outcomes: tuple[Outcome, ...] = ()
    frontier: tuple[Point, ...] = ()
    parts: tuple[Part, ...] = ()
    stopped: bool = False

    @property
    def value(self) -> int | None:
        """Today's value."""
        return value_of(self.plan, self.measure)

    @property
    def noise(self) -> int:
        """The most that the same search gained with nothing changed: a gain no larger may be the search's own."""
        return max(self.unchanged, default=0)

    def gain(self, value: int | None) -> int | None:
        """By how much a value is better than today's; ``None`` where one of them is missing."""
        now = self.value
        return None if value is None or now is None else self.measure.gain(now, value)

    def is_noise(self, value: int | None) -> bool:
        """Whether a gain is no larger than what the search gains by itself."""
        gain = self.gain(value)
        return gain is not None and 0 < gain <= self.noise

    def moved(self, bound: int | None) -> int | None:
        """By how much a bound gives more room than today's."""
        return None if bound is None or self.bound is None else self.measure.gain(self.bound, bound)
