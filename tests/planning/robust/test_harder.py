"""Operations a little harder than the one at hand."""

from hypothesis import given

from korridor.operation.operation import Operation
from korridor.planning.plan import Objective
from korridor.planning.robust.harder import SLOW_TAILS, harder, slower, with_margin
from tests.planning.robust.two_roads import two_roads
from tests.rehearsal.calm import calmed
from tests.strategies import operations


@given(operation=operations())
def test_nothing_is_quicker_in_a_slower_operation(operation: Operation) -> None:
    """Every road, boarding, alighting, turn-round and screening takes as long or longer, the more so the rarer the tail."""
    before = operation
    for tail in SLOW_TAILS:
        after = slower(operation, tail)
        for road, was in zip(after.roads, before.roads, strict=True):
            assert all(road.travel_s(forth) >= was.travel_s(forth) for forth in (True, False))
        for name, kind in after.fleet.items():
            was_kind = before.fleet[name]
            assert kind.turn_round_s >= was_kind.turn_round_s
            assert all(kind.boarding_s[need] >= s for need, s in was_kind.boarding_s.items())
        for name, place in after.places.items():
            assert place.per_vehicle_s >= before.places[name].per_vehicle_s
        before = after


@given(operation=operations())
def test_where_nothing_is_uncertain_nothing_is_slower(operation: Operation) -> None:
    """A slower operation is the operation itself where all takes as long as planned."""
    calm = calmed(operation)
    assert all(slower(calm, tail) == calm for tail in SLOW_TAILS)


@given(operation=operations())
def test_each_harder_operation_is_one(operation: Operation) -> None:
    """The first is the operation itself; each is well-formed, with the same people, and says in words what it is."""
    found = list(harder(operation, Objective.MOST_OUT))
    assert found[0].operation == operation
    for each in found:
        assert Operation.model_validate(each.operation.model_dump()) == each.operation
        assert each.operation.people == operation.people and each.said
    assert len({each.said for each in found}) == len(found)


def test_a_margin_is_a_longer_one() -> None:
    """Truce roads are to be clear sooner; an operation without a truce has none to lengthen."""
    assert with_margin(two_roads("100 %"), 60) == two_roads("100 %")


def test_only_what_is_unsure_is_slower() -> None:
    """The road on which nobody knows takes longer, the other as long as the file says."""
    hill, valley = slower(two_roads("100 % ± 60 %"), 0.1).roads
    assert hill.time_s == 1800 and valley.time_s is not None and valley.time_s > 2 * 28 * 60 * 0.8
