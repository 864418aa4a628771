"""The soonest that so many trips can have entered a road, worked out twice and held against plans."""

from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.planning.rules import FAMILIES, drawn, seeded
from korridor.clockwork.run import Stuck, run
from korridor.operation.convoy import ConvoyRule
from korridor.operation.read import read_operation
from korridor.planning.bound.clocks import Grid, grid_of
from korridor.planning.bound.crossing import Crossing
from korridor.planning.bound.entries import Bays, soonest_entries_s
from korridor.planning.bound.hops import NEVER
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.program import program_of
from korridor.planning.verify.slot_program.kinds import Kinds as CheckedKinds
from korridor.planning.verify.slot_program.rows import Rows
from korridor.planning.verify.slot_program.slots import Clock
from tests.planning.bound.counted import Counted
from tests.planning.bound.test_bay_waves import column, columns, square
from tests.planning.families.test_families import by_hypothesis

ALEPPO = read_operation(Path(__file__).parents[3] / "examples" / "aleppo-2016" / "operation.yaml")

NOTHING = np.zeros(3, dtype=np.int64)

OUT = Crossing(
    headway_s=60,
    gathers_s=30,
    marshal_s=20,
    singly=False,
    to_s=NOTHING + 10,
    on_s=NOTHING + 100,
    behind_s=np.array([0, 5, 10]),
    spans_s=np.array([[0, 2000]]),
)
"""Columns of up to three: a bay for 30 s, 20 s to form up, 10 s to the road, 100 s beyond it, 5 s from vehicle to vehicle."""

HOME = replace(OUT, gathers_s=0, singly=True, to_s=NOTHING)


def entries(
    out: Crossing, home: Crossing | int, vehicles: int, trips: int, bays: Bays | None = None
) -> list[int]:
    """The moments for one trip and more."""
    return soonest_entries_s(out, home, vehicles, trips, bays)[1:].tolist()


def test_a_column_comes_round_with_its_last_vehicle():
    """Three end 110 s after the head, form up for 20 s, are back 110 s later, at the road after 60 s; one goes singly."""
    assert entries(OUT, HOME, vehicles=3, trips=6) == [0, 0, 0, 260, 290, 300]


def test_columns_are_whole_and_keep_their_headway():
    """Of six vehicles three enter at once and three 60 s later; 100 s later than the fourth nobody can be back."""
    assert entries(OUT, 1, vehicles=6, trips=6) == [0, 0, 0, 60, 60, 60]


def test_who_goes_singly_need_not_form_up_but_takes_a_turn():
    """One vehicle is at the road 40 s after it begins, of two the column is formed 20 s later."""
    single = replace(OUT, singly=True)
    assert entries(single, 0, vehicles=1, trips=2) == [0, 140]
    assert entries(single, 0, vehicles=2, trips=4) == [0, 0, 140, 165]


def test_one_bay_loads_one_after_the_other():
    """With one bay the second of two must be back 30 s sooner, or the column leaves so much later."""
    assert entries(OUT, 0, vehicles=2, trips=4) == [0, 0, 160, 165]
    assert entries(OUT, 0, vehicles=2, trips=4, bays=Bays(1, 30)) == [0, 0, 160, 190]


def test_nobody_enters_after_the_last_window():
    """Until 259 s none of the three is there again."""
    assert entries(replace(OUT, spans_s=np.array([[0, 259]])), HOME, vehicles=3, trips=4) == [0, 0, 0, NEVER]


def test_from_one_window_to_the_next():
    """Who would enter at 260 s does so when the next window opens."""
    windows = replace(OUT, spans_s=np.array([[0, 200], [1000, 2000]]))
    assert entries(windows, HOME, vehicles=3, trips=4) == [0, 0, 0, 1000]


@given(data=st.data(), family=st.sampled_from(FAMILIES), horizon=st.booleans(), tiny=st.booleans())
def test_the_checker_works_out_the_same(data: st.DataObject, family: str, horizon: bool, tiny: bool):
    """Both reckonings, which share no code, say the same of every type and road of any operation."""
    operation = drawn(family, by_hypothesis(data), tiny=tiny, horizon=horizon)
    mine = {
        f"entries/{road}/{'f' if forth else 'b'}/{name}": list(
            accumulate(reversed(found.soonest_s[1:].tolist()), min)
        )[::-1]
        for ((road, forth), name), found in Kinds(operation).entries.items()
    }
    rows = Rows(CheckedKinds(operation), 1 << 40, lambda _: Clock(100, 0, 100))
    assert mine == {name: each._soonest_s for name, each in rows.entries.items()}


@given(
    columns=columns,
    bays=st.integers(1, 4),
    slot_s=st.sampled_from([1, 60, 97, 300]),
    in_phase=st.booleans(),
    spacing_m=st.sampled_from([0, 100, 1000]),
    least=st.integers(1, 2),
)
def test_plans_keep_every_row(columns, bays, slot_s, in_phase, spacing_m, least):
    """However columns go, close together or far apart, no more trips have entered by any slot than the rows say."""
    convoy = ConvoyRule(least=least, most=6, marshalling_s=30, spacing_m=spacing_m)
    operation = square(bays).model_copy(update={"convoy": convoy})
    orders = [order for buses, vans in columns for order in column(buses, vans) if least <= buses + vans <= 6]
    try:
        movements = run(operation, tuple(orders))
    except Stuck as stuck:  # the window is over
        movements = run(operation, tuple(orders[: stuck.rank]))
    kinds = Kinds(operation)
    assert kinds.entries
    grid = grid_of(kinds, slot_s) if in_phase else Grid(slot_s)
    assert Counted(program_of(kinds, grid, 9000, True), movements).broken() == []


def test_whole_columns_bound_what_can_be_out():
    """A shuttle in a window: with long slots everybody could be out, were it not for whole columns in order."""
    operation = drawn("windows", seeded(6, 9), tiny=False, horizon=True)
    assert most_out_bound(operation, slot_s=300).bound_weight < operation.persons


@pytest.mark.parametrize(("until_s", "places"), [(28 * 3600, 1), (60 * 3600, 1), (None, 3)])
def test_who_cannot_empty_a_place_leaves_no_seat_free(until_s: int | None, places: int):
    """In the first window of Aleppo buses can empty one of three places, so one may leave with free seats; in the end all."""
    operation = ALEPPO.until(until_s)
    kinds = Kinds(operation)
    program = program_of(kinds, grid_of(kinds, 3600), operation.horizon_s or 0, True)
    most = {line.name: line.most.tolist() for line in program.lines}
    assert most.get("emptied/bus", [3]) == [places]
