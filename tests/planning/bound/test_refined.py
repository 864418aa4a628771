"""An answer soon, and a better one while somebody waits."""

import pytest

from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.model import StoppedError
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.refined import slot_lengths_s
from korridor.planning.bound.solve import Effort
from tests.planning.bound.test_walk import corridor


class StopsAfter(Effort):
    """Somebody who waits for so many programs and no more."""

    def __init__(self, programs: int) -> None:
        super().__init__()
        self._patience = programs

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if name == "programs" and hasattr(self, "_patience") and self.programs >= self._patience:
            self.stop.set()


def test_long_slots_first_then_short_ones():
    """Where the short ones make a large program there are two lengths; where both are small, one."""
    kinds = Kinds(corridor())
    assert len(slot_lengths_s(kinds, 9000, 100.0)) == 1
    coarse_s, fine_s = slot_lengths_s(kinds, 9000, 0.5)
    assert coarse_s > fine_s


def test_nobody_waits_for_the_fine_answer():
    """Stopped after the first program, there is its bound; stopped before it, there is none."""
    soon = most_out_bound(corridor(), seconds=0.5, effort=StopsAfter(1))
    whole = most_out_bound(corridor(), seconds=0.5)
    assert soon.slot_s == slot_lengths_s(Kinds(corridor()), 9000, 0.5)[0]
    assert soon.bound_weight >= whole.bound_weight >= 90
    nobody = Effort()
    nobody.stop.set()
    with pytest.raises(StoppedError):
        most_out_bound(corridor(), seconds=0.5, effort=nobody)
