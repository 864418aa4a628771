"""The truce as a picture shows it: open, about to close, closed; and when windows open and close."""

from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.pictures.clock import Clock

OPEN, MARGIN, CLOSED = "open", "margin before closing", "closed"

_WORDS = 0.09
"""How much of a picture's width the words at an edge take up."""


@dataclass(frozen=True)
class Span:
    """A span of one state of the truce (O8)."""

    state: str
    begins_s: int
    ends_s: int


@dataclass(frozen=True)
class Edge:
    """The moment a window opens or closes; ``late`` where its words stand to the left of it."""

    moment_s: int
    says: str
    late: bool


def spans(operation: Operation, begins_s: int, ends_s: int) -> tuple[Span, ...]:
    """Cut a stretch of time into open, margin and closed.

    Parameters
    ----------
    operation : Operation
    begins_s, ends_s : int
        The stretch, in seconds from the operation's start.

    Returns
    -------
    tuple of Span
        In order of time, without gaps or overlaps, from ``begins_s`` to ``ends_s``; empty without a truce.
    """
    if operation.truce is None:
        return ()
    changes: list[tuple[str, int]] = []
    for window in operation.windows:
        margin_s = max(window.opens_s, window.closes_s - operation.margin_s)
        changes += [(CLOSED, window.opens_s), (OPEN, margin_s), (MARGIN, window.closes_s)]
    found, here_s = [], begins_s
    for state, change_s in [*changes, (CLOSED, ends_s)]:
        until_s = min(change_s, ends_s)
        if until_s > here_s:
            found.append(Span(state, here_s, until_s))
            here_s = until_s
    return tuple(found)


def edges(operation: Operation, begins_s: int, ends_s: int) -> tuple[Edge, ...]:
    """Return the openings and closings in a stretch; of words that would overlap, the first are kept."""
    clock = Clock(operation.start)
    length_s = ends_s - begins_s
    found: list[Edge] = []
    words_end_s = float(begins_s)
    for window in operation.windows:
        for moment_s, does in ((window.opens_s, "opens"), (window.closes_s, "closes")):
            if not begins_s <= moment_s <= ends_s:
                continue
            late = moment_s > ends_s - _WORDS * length_s
            words_begin_s = moment_s - late * _WORDS * length_s
            fits = words_begin_s >= words_end_s
            if fits:
                words_end_s = words_begin_s + _WORDS * length_s
            found.append(Edge(moment_s, f"{does} {clock.time(moment_s)}" if fits else "", late))
    return tuple(found)
