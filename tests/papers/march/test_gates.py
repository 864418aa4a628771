"""The agreements that a column has to wait for."""

from hypothesis import given

from korridor.operation.agreement import Gate, Out
from korridor.papers.march.gates import gate_words, gates_before
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, town

EXCHANGE = Gate(
    name="exchange",
    out_of=("Amiriya", "Salah Eddin"),
    beyond_persons=1000,
    until_persons=500,
    of_schedule=(Out(by_s=0, persons=500),),
)


def test_whoever_would_pass_the_number_waits():
    """The first two columns have 1,062 people: the second waits for the gate, and so do all that follow from there."""
    waiting = gates_before(town(gates=(EXCHANGE,)), days())
    loaded = [m for m in days() if m.loaded and m.origin in EXCHANGE.out_of]
    assert [m.persons for m in loaded[:2]] == [512, 550]
    assert sorted(waiting) == [movement.rank for movement in loaded[1:]]


def test_words_say_who_has_to_be_out():
    """The sheet says how many have to be out, and of where if that is in the file."""
    assert gate_words((EXCHANGE,)) == ("exchange: leave only when 500 are out on the other side.",)
    within = EXCHANGE.model_copy(update={"of_schedule": (), "of_places": ("Sukkari square",)})
    assert gate_words((within,)) == ("exchange: leave only when 500 are out of Sukkari square.",)


@given(runs())
def test_a_plan_s_columns_leave_after_the_gates_on_their_sheets(drawn):
    """Where a sheet names a gate with a schedule, the column is planned to leave no sooner than it opens."""
    operation, movements = drawn
    by_rank = {movement.rank: movement for movement in movements}
    for rank, gates in gates_before(operation, movements).items():
        for gate in gates:
            assert by_rank[rank].origin in gate.out_of
            if gate.of_schedule:
                assert gate.opens_s is not None and by_rank[rank].departs_s >= gate.opens_s
