"""Which stretches of time a movement graph shows, so that quiet days do not flatten busy ones."""

from collections.abc import Iterable
from dataclasses import dataclass

from korridor.pictures.axis import step_s
from korridor.pictures.clock import DAY_S, HOUR_S

QUIET_S = 3 * HOUR_S
"""A time without any column on the road is cut out when it is longer than this."""

SHORTEST_S, LONGEST_S = DAY_S, 30 * HOUR_S
"""What a panel of a long operation may hold: a day, or a little more where that saves a panel."""

MOST_PANELS = 40


@dataclass(frozen=True)
class Panel:
    """A stretch of time on the picture; all panels of a picture are equally long, so they share one scale."""

    begins_s: int
    ends_s: int


def panels(busy: Iterable[tuple[int, int]], edges: Iterable[int] = ()) -> tuple[Panel, ...]:
    """Cut time into panels.

    Parameters
    ----------
    busy : iterable of pairs of int
        When each movement begins and ends, in seconds from the operation's start.
    edges : iterable of int
        Moments worth showing when something happens close by: a window's opening and closing.

    Returns
    -------
    tuple of Panel
        In order of time, none overlapping, together holding all of ``busy``; empty when nothing is busy.
    """
    stretches = _stretches(busy, sorted(edges))
    if not stretches:
        return ()
    tried = [_cut(stretches, length_s) for length_s in _lengths(stretches)]
    return min(tried, key=len)


def _lengths(stretches: list[tuple[int, int]]) -> list[int]:
    """Return the lengths worth trying, the shortest first: of panels that are as few, those show most."""
    longest_s = max(ends_s - begins_s for begins_s, ends_s in stretches)
    if longest_s <= LONGEST_S:
        step = step_s(longest_s, 24)
        first_s = max(step, -(-longest_s // step) * step)
        return list(range(first_s, max(first_s, min(LONGEST_S, first_s * 5 // 4)) + 1, step))
    busy_s = sum(ends_s - begins_s for begins_s, ends_s in stretches)
    days = max(1, -(-busy_s // (MOST_PANELS * DAY_S)))
    return list(range(days * SHORTEST_S, days * LONGEST_S + 1, HOUR_S))


def _cut(stretches: list[tuple[int, int]], length_s: int) -> tuple[Panel, ...]:
    found: list[Panel] = []
    for begins_s, ends_s in stretches:
        here_s = max(begins_s, found[-1].ends_s) if found else begins_s
        while here_s < ends_s:
            found.append(Panel(here_s, here_s + length_s))
            here_s += length_s
    return tuple(found)


def _stretches(busy: Iterable[tuple[int, int]], edges: list[int]) -> list[tuple[int, int]]:
    """Join what lies closer than ``QUIET_S``, and add edges that lie closer than that."""
    merged: list[tuple[int, int]] = []
    for begins_s, ends_s in sorted(busy):
        if merged and begins_s - merged[-1][1] <= QUIET_S:
            merged[-1] = (merged[-1][0], max(merged[-1][1], ends_s))
        else:
            merged.append((begins_s, ends_s))
    return [
        (
            min([begins_s, *(edge for edge in edges if 0 <= begins_s - edge <= QUIET_S)]),
            max(
                [begins_s + 1, ends_s, *(edge for edge in edges if 0 <= edge - ends_s <= QUIET_S)],
                default=ends_s,
            ),
        )
        for begins_s, ends_s in merged
    ]
