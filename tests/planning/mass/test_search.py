"""The search for large operations, on small ones."""

from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.exercise.exercise import exercise
from korridor.exercise.size import read_size
from korridor.planning.mass.search import MassSearch, is_large
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify import verify
from tests.strategies import operations


def broken(operation, orders):
    """What the checker finds wrong with the movements of some orders."""
    made = Plan(
        operation=operation,
        objective=Objective.CLEARANCE,
        status=Status.FEASIBLE,
        movements=run(operation, orders),
    )
    return [each for each in verify(made) if each.rule not in ("P1", "P2")]


@given(operation=operations(most=30), aim=st.sampled_from(list(Objective)))
@settings(max_examples=40)
def test_what_it_sends_keeps_the_rules(operation, aim):
    """Of any operation, whatever it sends is a plan in which the checker finds no rule of the road broken."""
    search = MassSearch(operation, aim, 0)
    search.begin()
    search.round()
    assert broken(operation, search.orders()) == []


def test_nobody_is_left_who_is_too_few_for_a_column():
    """The first rules get everybody out of a town, though no vehicle may go alone: no single load is left behind."""
    operation = exercise(read_size("people=4000,assemblies=10,vehicles=50,seed=3"))
    search = MassSearch(operation, Objective.CLEARANCE, 0)
    search.begin()
    out = sum(trip.persons for each in run(operation, search.orders()) for trip in each.trips)
    assert out == operation.persons


def test_equal_work_makes_equal_plans():
    """The same seed and rounds give the same orders."""

    def orders():
        search = MassSearch(exercise(read_size("people=2000,assemblies=6")), Objective.MOST_OUT, 5)
        search.begin()
        for _ in range(3):
            search.round()
        return search.orders()

    assert orders() == orders()


def test_large_is_what_has_many_columns_or_groups():
    """An exercise of a hundred thousand is large, one of a thousand is not."""
    assert is_large(exercise(read_size("people=200000")))
    assert not is_large(exercise(read_size("people=1000")))
