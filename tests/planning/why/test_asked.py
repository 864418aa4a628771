"""The whole of "why": never worse, never tighter, alike every time, and kept when it is stopped."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from korridor.operation.changes import LargerColumns, LaterClosing, MoreBays, MoreVehicles, changes_for
from korridor.operation.operation import Operation
from korridor.planning.planner import plan
from korridor.planning.verify import verify
from korridor.planning.why.asked import why
from korridor.planning.why.carried import bounded_by
from korridor.planning.why.measure import Measure
from korridor.planning.why.news import News
from korridor.planning.why.why import Why
from tests.papers.small_plan import made as small_plan
from tests.planning.test_planner import corridor
from tests.planning.why.coarse import planned
from tests.strategies import operations

WORK = 1


def holds(found: Why) -> None:
    """What must hold whatever was asked: only-adding changes never lower value or bound; the frontier never turns back."""
    for outcome in found.outcomes:
        if outcome.change.only_adds:
            assert outcome.kept
            assert (found.gain(outcome.value) or 0) >= 0
            assert outcome.bound is None or (found.moved(outcome.bound) or 0) >= 0
        if outcome.value is not None and outcome.bound is not None:
            assert found.measure.gain(outcome.value, outcome.bound) >= 0
    values = [point.value for point in found.frontier if point.value is not None]
    bounds = [point.bound for point in found.frontier if point.bound is not None]
    for row in (values, bounds):
        assert all(found.measure.gain(tight, loose) >= 0 for tight, loose in pairwise(row))
    first = next((at for at, point in enumerate(found.frontier) if point.value is not None), None)
    assert first is None or all(point.value is not None for point in found.frontier[first:])
    for point in found.frontier:
        assert point.aboard_s <= point.limit_s
    assert verify(found.plan) == ()


@pytest.mark.parametrize("objective", ["most-out", "clearance"])
@settings(max_examples=6)
@given(operation=operations(), data=st.data())
def test_more_of_anything_never_hurts(objective: str, operation: Operation, data: st.DataObject) -> None:
    """Whatever an operation has one more of: after carrying over, neither the re-planned value nor the bound is worse."""
    made = planned(operation, objective)
    assume(made.movements)
    changes = data.draw(st.lists(st.sampled_from(changes_for(operation)), max_size=2, unique_by=str))
    holds(why(made, work=WORK, changes=changes, limits_s=(900, 2400)))


@pytest.mark.long
@pytest.mark.parametrize("objective", ["most-out", "clearance", "priority", "exposure"])
@settings(max_examples=100)
@given(operation=operations())
def test_more_of_anything_never_hurts_whatever_is_asked(objective: str, operation: Operation) -> None:
    """The same for all objectives, all changes, the limits that are chosen, and many more operations."""
    made = planned(operation, objective)
    assume(made.movements)
    holds(why(made, work=WORK))


def test_one_more_bus_brings_its_load() -> None:
    """One bus for four hundred: a second one doubles plan and bound, a bay that nobody has is not asked for."""
    found = why(planned(corridor(buses=1), slot_s=50), work=400, limits_s=())
    by_kind = {outcome.change.change: outcome for outcome in found.outcomes}
    assert "bays" not in by_kind and "lanes" not in by_kind and "escorts" not in by_kind
    assert found.value is not None and found.bound is not None
    bus = by_kind["vehicles"]
    assert (bus.value, bus.bound) == (2 * found.value, 2 * found.bound)
    assert found.gain(bus.value) == found.moved(bus.bound) == found.value
    assert not found.is_noise(bus.value)


def test_the_same_work_gives_the_same_answer() -> None:
    """P4: same plan, seed and work: same answer, to the last number."""
    made = planned(corridor())
    changes = (MoreVehicles(vehicle_type="bus", depot="R"), LargerColumns(), LaterClosing(window=0))
    first, second = (why(made, work=200, changes=changes, limits_s=(3600, 7200)) for _ in range(2))
    assert first == second
    assert [outcome.change for outcome in first.outcomes] == list(changes)
    assert [point.limit_s for point in first.frontier] == [3600, 7200]


def test_clearance_is_asked_of_a_plain_shuttle() -> None:
    """Of a published instance, where the bound has no slots: one more bus, and how long people may sit aboard."""
    made = plan(small_plan().operation, objective="clearance", work=400)
    found = why(made, work=400)
    assert found.measure is Measure.CLEARANCE and found.parts == ()
    assert {outcome.change.change for outcome in found.outcomes} == {"vehicles"}
    assert found.bound is not None
    holds(found)


def test_a_bound_that_was_cut_short_is_worked_out_anew() -> None:
    """A plan whose bound is next to nothing is bounded again, so that changes are held against what holds today."""
    made = planned(corridor(), "clearance")
    weak = bounded_by(made, 1, None)
    found = why(weak, work=50, changes=(), limits_s=())
    assert made.levels[0].name == "clearance"
    assert found.bound is not None and found.bound > 1000
    assert found.plan.levels[0].bound == found.bound
    assert verify(found.plan) == ()


def test_what_is_done_is_kept_when_it_is_stopped() -> None:
    """An interrupt after the first answer ends it soon; that answer stays, what is missing is not made up."""
    made = planned(corridor())
    told: list[News] = []

    def stop_at_the_first(news: News) -> None:
        told.append(news)
        if news.found is not None:
            raise KeyboardInterrupt

    found = why(made, work=200, told=stop_at_the_first)
    assert found.stopped
    assert 1 <= len(found.outcomes) < len(changes_for(made.operation))


def test_a_bound_that_takes_too_long_is_not_known() -> None:
    """With no time left for bounds the plans still stand, and nothing is said of the bounds not worked out."""
    found = why(planned(corridor()), seconds=0.01, limits_s=())
    assert len(found.outcomes) == len(changes_for(found.plan.operation))
    holds(found)


def test_a_plan_without_movements_is_refused() -> None:
    """Nothing binds what does not move."""
    made = planned(corridor()).model_copy(update={"movements": ()})
    with pytest.raises(
        ValueError, match="the plan has no movements, so nothing can be said of what binds it"
    ):
        why(made)


def test_news_count_up_to_all_questions() -> None:
    """Each change and each limit is answered once, and the count says so."""
    told: list[News] = []
    made = planned(corridor())
    changes = (MoreVehicles(vehicle_type="bus", depot="R"), MoreBays(place="A"))[:1]
    why(made, work=50, changes=changes, limits_s=(3600,), told=told.append)
    answers = [news for news in told if news.found is not None]
    assert [(news.done, news.of) for news in answers] == [(1, 2), (2, 2)]
