"""Going on from a plan: its orders become a list of laps again."""

from hypothesis import given, settings

from korridor.events.orders_of import orders_of
from korridor.operation.operation import Operation
from korridor.planning.laps.begins import from_orders
from korridor.planning.laps.search import LapSearch
from korridor.planning.plan import Objective
from korridor.planning.planner import plan
from tests.planning.test_planner import corridor
from tests.strategies import operations


def searched(operation: Operation, rounds: int = 1) -> LapSearch:
    """A search after some rounds."""
    search = LapSearch(operation, Objective.MOST_OUT, seed=3)
    search.begin()
    for _ in range(rounds):
        search.round()
    return search


@settings(max_examples=15)
@given(operation=operations())
def test_a_search_goes_on_from_orders_that_can_go(operation: Operation) -> None:
    """Whatever was found, a search that starts from it has orders that can go, and betters them as any other does."""
    found = searched(operation)
    again = LapSearch(operation, Objective.MOST_OUT, 4, begins=from_orders(found.orders()))
    again.begin()
    assert bool(again.orders()) == bool(found.orders())
    before = again.values
    again.round()
    assert again.values <= before


def test_a_list_that_waits_for_vehicles_is_found_again() -> None:
    """A lap that asked for more than came, and so waited, waits again: the plan is the same to the last order."""
    found = searched(corridor(), rounds=3)
    again = LapSearch(found.operation, Objective.MOST_OUT, 4, begins=from_orders(found.orders()))
    again.begin()
    assert again.orders() == found.orders()
    assert again.values[:3] == found.values[:3]


def test_planning_goes_on_from_a_plan() -> None:
    """With the orders of a plan to start from, and next to no work, the plan is the same; its movements are timed again."""
    made = plan(corridor(), work=2000, bounded=False)
    again = plan(corridor(), work=1, bounded=False, start_from=orders_of(made.movements))
    assert again.movements == made.movements
    assert again.work.search_iterations < made.work.search_iterations
