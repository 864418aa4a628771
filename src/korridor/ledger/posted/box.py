"""Boxes of time, so that a balance at any moment, as known at any other, is a sum over few rows.

What a case posts changes as things happen and as they come to be known: a posting of some heads begins to count from a moment
*happened* and a moment *known* on, and a later one may take it away again. Each such change is kept with both moments, and with
the moment *posted* that the posting itself bears (a part that is counted at noon adds to what was posted at eleven). The balance
as of T, known at K, since a recount at S is the sum of all changes with happened ≤ T, known ≤ K and posted > S: a corner of a
space of three times. Changes are added up by boxes of that space. Boxes wholly in the corner are summed as they are, and only in
those that T, K or S cut single changes are looked at (sums over dominated corners: J. L. Bentley, "Multidimensional
divide-and-conquer", Communications of the ACM 23, 1980, doi 10.1145/358841.358850; here with one level of boxes).
"""

from typing import NamedTuple

BOX = 1_800_000_000
"""Microseconds, half an hour: at a million events a day a cut box has some ten thousand rows, a month fifteen hundred boxes."""


class Change(NamedTuple):
    """When a change to an account begins to count, in microseconds since 1970 (UTC)."""

    happened: int
    known: int
    posted: int

    @property
    def box(self) -> tuple[int, int, int]:
        """The box that it lies in."""
        return self.happened // BOX, self.known // BOX, self.posted // BOX


class Corner(NamedTuple):
    """What is asked for: ``None`` is without limit."""

    as_of: int | None = None
    known_at: int | None = None
    since: int | None = None
