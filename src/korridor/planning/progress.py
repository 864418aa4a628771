"""How far planning has come, for whoever waits for it."""

from dataclasses import dataclass

STOPPED = "stopped; the best plan so far is kept"
"""The stage at which Ctrl-C has ended a search."""


@dataclass(frozen=True)
class Progress:
    """What is known at one moment of planning.

    Attributes
    ----------
    stage : str
        What is being done, in a word or two.
    seconds : float
        Since planning began.
    value, bound : int or None
        The first open level's, in the level's unit; ``None`` is not known yet.
    best : str
        The best plan so far, in words.
    """

    stage: str
    seconds: float
    value: int | None
    bound: int | None
    best: str
