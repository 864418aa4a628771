"""Copying in compiled code: a plain loop, since numba's own assignment of slices first asks for memory to copy to."""

from korridor.clockwork.tables import Ints
from korridor.compiled import inner


@inner
def copy(target: Ints, source: Ints) -> None:
    """Make the beginning of ``target`` equal to ``source``; both have one axis."""
    for i in range(len(source)):
        target[i] = source[i]
