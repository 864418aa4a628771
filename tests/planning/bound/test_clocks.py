"""Slots and phases."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.read import read_operation
from korridor.planning.bound.clocks import Grid, Offsets, grid_of, stock
from korridor.planning.bound.kinds import Kinds
from korridor.planning.verify.slot_program.slots import Clock
from tests.planning.bound.test_walk import corridor

SLOTS = st.integers(1, 5000)
LAPS = st.none() | st.integers(0, 20_000)
"""By how much a lap is longer than a slot."""


def grid(slot_s: int, longer_s: int | None, phase_s: int) -> Grid:
    """Slots of one clock."""
    lap_s = None if longer_s is None else slot_s + longer_s
    return Grid(slot_s, {"clock": phase_s % (lap_s or slot_s)}, lap_s)


@given(st.integers(0, 10**6), SLOTS, LAPS, st.integers(0, 10**6))
def test_a_moment_lies_in_its_slot(moment_s: int, slot_s: int, longer_s: int | None, phase_s: int):
    """The slot of a moment begins no later and ends no sooner than the moment; it is no longer than a slot is."""
    slots = grid(slot_s, longer_s, phase_s)
    slot = slots.slot("clock", moment_s)
    assert slot >= 0
    assert slots.first_s("clock", slot) <= moment_s <= slots.last_s("clock", slot)
    assert slots.last_s("clock", slot) - slots.first_s("clock", slot) < slot_s
    assert slots.first_s("clock", slot + 1) == slots.last_s("clock", slot) + 1


@given(st.integers(0, 10**6), SLOTS, st.integers(0, 20_000), st.integers(0, 10**6))
def test_slots_begin_anew_after_a_lap(moment_s: int, slot_s: int, longer_s: int, phase_s: int):
    """What is a lap later lies in the slot that is a lap later."""
    slots = grid(slot_s, longer_s, phase_s)
    apart = slots.slot("clock", moment_s + slot_s + longer_s) - slots.slot("clock", moment_s)
    assert apart == slots.round_slots


@given(st.integers(-(10**5), 10**6), SLOTS, LAPS, st.integers(0, 10**6))
def test_verify_has_the_same_clock(moment_s: int, slot_s: int, longer_s: int | None, phase_s: int):
    """The planner's slots are those that a certificate is checked with, by code of its own."""
    slots = grid(slot_s, longer_s, phase_s)
    clock = Clock(slot_s, slots.phases["clock"], slots.round_s)
    slot = int(slots.slot("clock", moment_s))
    assert clock.slot(moment_s) == slot
    assert clock.first_s(slot) == slots.first_s("clock", slot)
    assert clock.last_s(slot) == slots.last_s("clock", slot)


def test_offsets_join_clocks_once():
    """What is joined stays as it is; a clock apart counts from its own root."""
    tree = Offsets()
    tree.link("a", "b", 10)
    tree.link("c", "b", 3)
    tree.link("a", "c", 99)
    tree.link("x", "y", 5)
    assert dict(tree.after_s("a")) == {"b": 10, "c": 7, "x": 0, "y": 5}


def test_the_largest_lap_is_not_rounded():
    """Out and back the ends of trips fall on the ends of slots, where the lap closes, too."""
    kinds = Kinds(corridor())
    grid = grid_of(kinds, 113)
    lost = []
    out = next(kind for kind in kinds.loaded if kind.few == kind.many == 10 and kind.usual)
    back = min((each for each in kinds.empty if each.usual), key=lambda kind: kind.a_s + kind.b_s)
    for kind in (out, back):
        x = grid.phases.get(kind.clock, 0)
        leaves = grid.phases.get(stock("bus", kind.origin), 0)
        comes = grid.phases.get(stock("bus", kind.destination), 0)
        lost += [(x - kind.a_s - leaves) % kinds.lap_s, (x + kind.b_s - comes) % kinds.lap_s]
    assert lost == [0, 0, 0, 0]
    assert kinds.lap_s == grid.lap_s == out.a_s + out.b_s + back.a_s + back.b_s


def test_slots_longer_than_a_lap_are_all_alike():
    """Where a lap lies within one slot nothing begins anew."""
    kinds = Kinds(corridor())
    assert grid_of(kinds, kinds.lap_s).lap_s is None


def test_without_a_headway_all_slots_are_alike():
    """Where vehicles go singly, at laps of many lengths, nothing begins anew."""
    flood = Path(__file__).parents[3] / "examples" / "town-flood" / "operation.yaml"
    kinds = Kinds(read_operation(flood))
    assert kinds.lap_s == 0
    assert grid_of(kinds, 60).lap_s is None
