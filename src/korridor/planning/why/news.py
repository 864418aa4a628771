"""How far a "why" has come, for whoever waits for it."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.planning.why.why import Outcome, Point


@dataclass(frozen=True)
class News:
    """What is known at one moment.

    Attributes
    ----------
    done, of : int
        Questions answered, and all there are.
    now : str
        What is being worked on, or has just been answered.
    found : Outcome or Point or None
        The answer, where there is one.
    """

    done: int
    of: int
    now: str
    found: Outcome | Point | None = None


Told = Callable[[News], None]
