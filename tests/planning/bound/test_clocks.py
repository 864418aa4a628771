"""Slots and phases."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.planning.bound.clocks import Grid, Offsets, grid_of, stock
from korridor.planning.bound.kinds import Kinds
from tests.planning.bound.test_walk import corridor


@given(st.integers(0, 10**6), st.integers(1, 5000), st.integers(0, 4999))
def test_a_moment_lies_in_its_slot(moment_s: int, slot_s: int, phase_s: int):
    """The slot of a moment begins no later and ends no sooner than the moment."""
    grid = Grid(slot_s, {"clock": phase_s % slot_s})
    slot = grid.slot("clock", moment_s)
    assert slot >= 0
    assert grid.first_s("clock", slot) <= moment_s <= grid.last_s("clock", slot)


def test_offsets_join_clocks_once():
    """What is joined stays as it is; a clock apart counts from its own root."""
    tree = Offsets()
    tree.link("a", "b", 10)
    tree.link("c", "b", 3)
    tree.link("a", "c", 99)
    tree.link("x", "y", 5)
    assert dict(tree.after_s("a")) == {"b": 10, "c": 7, "x": 0, "y": 5}


def test_a_lap_is_rounded_once():
    """Out and back the ends of trips fall on the ends of slots, but for the one place where the lap closes."""
    kinds = Kinds(corridor())
    grid = grid_of(kinds, 113)
    lost = []
    out = next(kind for kind in kinds.loaded if kind.few == kind.many == 10 and kind.usual)
    back = min((each for each in kinds.empty if each.usual), key=lambda kind: kind.a_s + kind.b_s)
    for kind in (out, back):
        x = grid.phases.get(kind.clock, 0)
        leaves = grid.phases.get(stock("bus", kind.origin), 0)
        comes = grid.phases.get(stock("bus", kind.destination), 0)
        lost += [(x - kind.a_s - leaves) % 113, (x + kind.b_s - comes) % 113]
    assert lost[:3] == [0, 0, 0]
    assert lost[3] == (out.a_s + out.b_s + back.a_s + back.b_s) % 113
