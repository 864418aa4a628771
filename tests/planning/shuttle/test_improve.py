"""The search's door: the best there is on small shuttles, an end as good as the start on all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.operation import Operation
from korridor.planning.shuttle.improve import ShuttlePlan, improve
from korridor.planning.shuttle.search import ShuttleSearch
from tests.planning.shuttle.shuttles import best_clearance_s, shuttles
from tests.planning.shuttle.test_plain import PLAIN, other, place


@given(shuttles(whole_loads=True), st.integers(0, 2**32))
def test_small_shuttles_are_cleared_as_soon_as_can_be(operation: Operation, seed: int) -> None:
    """Of four loads the search finds the soonest clearance of all plans of single loaded vehicles."""
    assert improve(operation, iterations=20_000, seed=seed).clearance_s == best_clearance_s(operation)


@pytest.mark.long
@given(shuttles(whole_loads=True, most_loads=6))
def test_six_loads_are_cleared_as_soon_as_can_be(operation: Operation) -> None:
    """Of six loads, too, the search finds the soonest clearance."""
    assert improve(operation, iterations=50_000, seed=0).clearance_s == best_clearance_s(operation)


@given(shuttles())
def test_last_loads_cost_less_than_a_load_takes(operation: Operation) -> None:
    """The search takes last loads for full ones, and is off by no more than these are quicker, 8 s at each place."""
    found_s, best_s = improve(operation, iterations=20_000, seed=0).clearance_s, best_clearance_s(operation)
    assert best_s <= found_s <= best_s + 16


@given(shuttles(most_loads=8), st.integers(0, 2**32))
def test_going_on_from_a_plan_is_never_worse(operation: Operation, seed: int) -> None:
    """A search that starts from a plan ends with one that is as good or better."""
    first = improve(operation, iterations=300, seed=seed)
    then = improve(operation, iterations=300, seed=seed + 1, start=first)
    assert (then.clearance_s, then.waiting_person_s) <= (first.clearance_s, first.waiting_person_s)


@given(shuttles(most_loads=8), st.integers(0, 2**32))
def test_the_same_work_makes_the_same_plan(operation: Operation, seed: int) -> None:
    """P4: equal operation, iterations and seed give equal plans."""
    assert improve(operation, iterations=1000, seed=seed) == improve(operation, iterations=1000, seed=seed)


def test_nobody_needs_no_orders() -> None:
    """An operation without people is cleared at once, by nothing."""
    empty = improve(other(people={}), iterations=100, seed=0)
    assert empty == ShuttlePlan(orders=(), tours=(), clearance_s=0, waiting_person_s=0, iterations=0)


@pytest.mark.parametrize(
    ("tours", "fault"),
    [
        (((), ()), "2 runs for 3 vehicles"),
        ((((0, 1),), ((0, 1),), ()), "0 trips from square, which needs 1"),
        ((((0, 0), (1, 0)), ((0, 0),), ()), "1 loads too many for hall"),
    ],
)
def test_a_start_that_does_not_fit_is_refused(
    tours: tuple[tuple[tuple[int, int], ...], ...], fault: str
) -> None:
    """Tours for other vehicles, other loads or more room than there is cannot be a start."""
    start = ShuttlePlan(orders=(), tours=tours, clearance_s=0, waiting_person_s=0, iterations=0)
    with pytest.raises(ValueError, match=f"^{fault}$"):
        improve(PLAIN, iterations=10, seed=0, start=start)


def test_what_is_no_shuttle_is_refused() -> None:
    """The search is for plain shuttles alone."""
    with pytest.raises(ValueError, match=r"^plain is not a plain shuttle: hall has bays$"):
        improve(place("hall", bays=2), iterations=10, seed=0)


@given(shuttles(most_loads=8))
def test_the_planners_search_has_a_plan_from_the_start_and_says_when_it_is_better(
    operation: Operation,
) -> None:
    """Round by round it has orders for every load, counts its work, and a round that is no better changes nothing."""
    search = ShuttleSearch(operation, seed=3)
    search.begin()
    for _ in range(3):
        orders, done = search.orders(), search.iterations
        better = search.round()
        assert better or search.orders() == orders
        assert search.iterations > done
        assert sum(order.loaded for order in search.orders()) == len(orders)
