"""A bound with slots of a length: first long ones, for an answer soon, then short ones while somebody waits for it."""

from collections.abc import Callable

from korridor.planning.bound.certify import certificate_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.model import StoppedError
from korridor.planning.bound.program import Program
from korridor.planning.bound.slot_length import TRIPS_A_SECOND, slot_length_s
from korridor.planning.bound.solve import Effort, solve
from korridor.planning.certificate import Certificate

SECONDS = 10.0
"""What the choice of slot length aims at, unless the caller says otherwise."""

SOON = 0.1
"""The part of that in which there is to be an answer of some kind."""

FINER = 0.7
"""A slot length that is worth another program, as a part of the one before."""


def slot_lengths_s(kinds: Kinds, horizon_s: int, seconds: float) -> tuple[int, ...]:
    """Choose the lengths of slots to try, the longest first; by size alone (P4)."""
    coarse_s, fine_s = (
        slot_length_s(kinds, horizon_s, int(TRIPS_A_SECOND * part * seconds)) for part in (SOON, 1.0)
    )
    return (coarse_s, fine_s) if fine_s < FINER * coarse_s else (fine_s,)


def refined(
    program_of_slots: Callable[[int], Program], lengths_s: tuple[int, ...], effort: Effort
) -> Certificate:
    """Return the best certificate of programs with slots of these lengths, or of as many as there is time for.

    Raises
    ------
    StoppedError
        When nobody waits any more, and not even the first program is solved.
    """
    best: Certificate | None = None
    for slot_s in lengths_s:
        program = program_of_slots(slot_s)
        try:
            found = certificate_of(program, solve(program, effort).proof)
        except StoppedError:
            if best is None:
                raise
            break
        if best is None or found.bound_weight < best.bound_weight:
            best = found
    assert best is not None  # there is a length
    return best
