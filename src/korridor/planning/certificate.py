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
    multipliers : dict of str to tuple of int
        By row family; never negative.
    bound_weight : int
        Nobody can get more than this weight of people out by ``horizon_s``.
    """

    kind: Literal["slot-program"] = "slot-program"
    horizon_s: int
    slot_s: int
    scale: int
    multipliers: dict[str, tuple[int, ...]]
    bound_weight: int
