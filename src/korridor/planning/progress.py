"""How far planning has come, for whoever waits for it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
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


Watch = Callable[[Progress], None]

Shown = Callable[[], AbstractContextManager[Watch | None]]
"""While it is entered, whoever waits sees how far planning has come; ``None`` where nobody can."""

_shown: Shown = nullcontext


def show_progress_with(shown: Shown) -> None:
    """Let planning show its progress by ``shown`` where nobody else watches; the public face wires a notebook's here."""
    global _shown
    _shown = shown


def shown_progress() -> AbstractContextManager[Watch | None]:
    """Return what shows progress where nobody else watches."""
    return _shown()
