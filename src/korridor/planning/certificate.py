"""P3: a bound's certificate, whole numbers that anyone can check."""

from typing import Literal

from korridor.operation.frozen import Frozen


class Certificate(Frozen):
    """Multipliers of the slot program's rows; see ``docs/bounds.md``.

    Attributes
    ----------
    horizon_s : int
        The horizon the program was built for.
    slot_s : int
        Slot length.
    scale : int
        Multipliers are these integers divided by ``scale``.
    phases : dict of str to int
        Phase of each clock, in seconds; 0 where not named.
    multipliers : dict of str to tuple of int
        By row family; never negative; 0 where not named or beyond the tuple's end.
    unweighted : bool
        Whether every person counts one, whatever the group's weight (for *clearance*).
    bound_weight : int
        Nobody can get more than this weight of people out by ``horizon_s``.
    """

    kind: Literal["slot-program"] = "slot-program"
    horizon_s: int
    slot_s: int
    scale: int
    phases: dict[str, int]
    multipliers: dict[str, tuple[int, ...]]
    unweighted: bool
    bound_weight: int
