"""What a contender had after so many seconds."""

from dataclasses import dataclass

SAMPLED_S = (1, 2, 5, 10, 20, 60)
"""The moments at which curves are read off."""


@dataclass(frozen=True)
class Point:
    """From ``at_s`` on: the value of the best plan, and the best bound."""

    at_s: float
    value: int | None
    bound: int | None


@dataclass(frozen=True)
class Curve:
    """One contender on one instance.

    Attributes
    ----------
    tool : str
    points : tuple of Point
        In order; values are those of plans that the clockwork has driven and ``verify`` has passed.
    took_s : float
    own_bound : bool
        Whether its bound is one of its own model only, which is narrower than the operation.
    note : str
        What must be said of it.
    """

    tool: str
    points: tuple[Point, ...]
    took_s: float
    own_bound: bool = False
    note: str = ""

    def at(self, seconds: float) -> Point:
        """What it had after so many seconds."""
        before = [point for point in self.points if point.at_s <= seconds]
        values = [point.value for point in before if point.value is not None]
        bounds = [point.bound for point in before if point.bound is not None]
        return Point(seconds, values[-1] if values else None, bounds[-1] if bounds else None)

    @property
    def last(self) -> Point:
        """What it had in the end."""
        return self.at(float("inf"))
