"""The truce as a picture shows it: open, about to close, closed; and when windows open and close."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.pictures.clock import Clock

OPEN, MARGIN, CLOSED, BROKEN = "open", "margin before closing", "closed", "broken"

Break = tuple[int, int | None]
"""When a truce broke, and when it was mended; ``None`` is never."""

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


def with_breaks(found: tuple[Span, ...], breaks: Sequence[Break]) -> tuple[Span, ...]:
    """Return spans in which the truce is broken where it broke while it was open."""
    cut: list[Span] = []
    for span in found:
        if span.state == CLOSED:
            cut.append(span)
            continue
        here_s = span.begins_s
        for begins_s, ends_s in sorted(breaks, key=lambda each: each[0]):
            first_s, last_s = (
                max(begins_s, here_s),
                min(span.ends_s if ends_s is None else ends_s, span.ends_s),
            )
            if first_s < last_s:
                cut += [Span(span.state, here_s, first_s)] if here_s < first_s else []
                cut.append(Span(BROKEN, first_s, last_s))
                here_s = last_s
        cut += [Span(span.state, here_s, span.ends_s)] if here_s < span.ends_s else []
    return tuple(cut)


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
