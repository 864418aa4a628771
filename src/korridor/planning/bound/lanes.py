"""How trips take up a checkpoint's lanes (docs/bounds.md, rows ``lanes``)."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.operation.place import Release
from korridor.planning.bound.walk import Walk


@dataclass(frozen=True)
class Lane:
    """How a kind takes up a checkpoint's lanes (rows ``lanes``).

    Attributes
    ----------
    checkpoint : str
    outward : bool
    service_s : int
    before : bool
        Whether the checkpoint lies before the reference.
    from_opening_s : int or None
        Before: least time from a window's opening to the arrival, if the checkpoint lies in the stretch of the reference.
    from_begin_s : int
        Before: least time from bay begin (leaving) to the arrival.
    to_x_s : int
        Before: least time from the end of service to x.
    lead_s : int
        After: least time from x to the arrival.
    to_closing_s : int or None
        After: least time from the end of service to the end of the stretch, if it must end in the stretch.
    to_end_s : int
        After: least time from the end of service to the end of the trip.
    """

    checkpoint: str
    outward: bool
    service_s: int
    before: bool
    from_opening_s: int | None = None
    from_begin_s: int = 0
    to_x_s: int = 0
    lead_s: int = 0
    to_closing_s: int | None = None
    to_end_s: int = 0


def lanes_of(walk: Walk, outward: bool, first_s: int, last_s: int) -> Iterator[Lane]:
    """Yield what the walk takes of each checkpoint's lanes; ``first_s`` lies before it, ``last_s`` after it."""
    seen: set[str] = set()
    at, roads = walk.reference, len(walk.part.steps)
    stretch = next(((i, j) for i, j in walk.stretches() if i <= at <= j), None)
    for screened in walk.screened:
        if screened.name in seen:
            continue
        seen.add(screened.name)
        by_column = walk.place_of(screened).release is Release.COLUMN
        i = screened.step
        if i < at:
            if by_column:
                inside = stretch is not None and stretch[0] <= i
                yield Lane(
                    screened.name,
                    outward,
                    screened.own_s,
                    before=True,
                    from_opening_s=screened.arrives_s - walk.enters_s[stretch[0]]
                    if stretch and inside
                    else None,
                    from_begin_s=first_s + screened.arrives_s,
                    to_x_s=walk.before_s - screened.served_s,
                )
        elif by_column or i == roads - 1:
            inside = by_column and stretch is not None and i < stretch[1]
            yield Lane(
                screened.name,
                outward,
                screened.own_s,
                before=False,
                lead_s=screened.arrives_s - walk.before_s,
                to_closing_s=walk.leaves_s[stretch[1]] - screened.served_s if stretch and inside else None,
                to_end_s=walk.total_s - screened.served_s + last_s,
            )
