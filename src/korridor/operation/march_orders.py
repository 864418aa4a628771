"""O7: what march orders say that no rule needs."""

from typing import Annotated

from pydantic import Field

from korridor.operation.frozen import Frozen

MOST_LETTERS = 120
"""A line on a sheet that is read in a dark cab."""

Line = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]


class MarchOrders(Frozen):
    """What a convoy leader must know beside places and times; posts and call signs, never people's names (X1).

    What the file leaves out is a blank line on the sheet, to be filled in by hand before departure.

    Attributes
    ----------
    radio : str or None
        Channel and call signs.
    control_room : str or None
        How the control room is reached.
    counts_to : str or None
        To which post the counts are reported.
    """

    radio: Line | None = None
    control_room: Line | None = None
    counts_to: Line | None = None
