"""What the truce asks of the moment x of a trip (docs/bounds.md, When x may be)."""

from dataclasses import dataclass

from korridor.planning.bound.walk import Walk


@dataclass(frozen=True)
class Windowed:
    """What truce stretches ask of x: seconds before and after it.

    ``holds`` is (f, g) of the stretch that contains the reference; ``before_s`` the f of one that ends before it,
    ``after_s`` the g of one that begins after it.
    """

    holds: tuple[int, int] | None = None
    before_s: int | None = None
    after_s: int | None = None


ANY_TIME = Windowed()
"""Nothing is asked."""


def windowed_of(walk: Walk) -> Windowed:
    """Return what the stretches of a walk ask."""
    holds, before_s, after_s = None, None, None
    at = walk.reference
    for first, last in walk.stretches():
        if last < at:
            before_s = max(before_s or 0, walk.before_s - walk.enters_s[first])
        elif first > at:
            after_s = max(after_s or 0, walk.leaves_s[last] - walk.before_s)
        else:
            holds = walk.before_s - walk.enters_s[first], walk.leaves_s[last] - walk.before_s
    return Windowed(holds, before_s, after_s)
