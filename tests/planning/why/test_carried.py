"""A plan carried over to an operation that has more."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from korridor.operation.changes import LongestAboard, changes_for
from korridor.operation.operation import Operation
from korridor.planning.planner import plan
from korridor.planning.verify import verify
from korridor.planning.why.carried import carried
from korridor.planning.why.measure import measure_of, value_of
from tests.planning.test_planner import corridor
from tests.strategies import operations


@settings(max_examples=20)
@given(operation=operations(horizon=True), data=st.data())
def test_what_is_carried_over_keeps_the_rules_there(operation: Operation, data: st.DataObject) -> None:
    """Whatever is added, a plan that is carried over is verified in the changed operation, and no worse there."""
    made = plan(operation, work=1, bounded=False)
    assume(made.movements)
    change = data.draw(st.sampled_from(changes_for(operation)))
    changed, measure = change.made_in(operation), measure_of(made)
    kept = carried(made, changed, measure)
    assert kept is not None
    assert verify(kept) == () and kept.operation == changed
    before, after = value_of(made, measure), value_of(kept, measure)
    assert before is not None and after is not None and measure.gain(before, after) >= 0


def test_a_plan_that_breaks_a_rule_is_not_carried_over() -> None:
    """Nobody can be aboard for a minute only where the road alone takes half an hour."""
    made = plan(corridor(), work=200, bounded=False)
    tight = LongestAboard(limit_s=60).made_in(made.operation)
    assert carried(made, tight, measure_of(made)) is None
