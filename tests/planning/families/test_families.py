"""Operations that each stress one rule: plan, best plan and bound keep the rules, and come in this order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.planning.rules import FAMILIES, Below, drawn, seeded
from korridor.planning.plan import Objective
from tests.planning.families.sandwich import MOST, out_of_order

KEY = 16
CHUNKS, EACH = 100, 100


def by_hypothesis(data: st.DataObject) -> Below:
    """Let Hypothesis draw, so that it finds the smallest counter-example."""
    return lambda n: data.draw(st.integers(0, n - 1))


@pytest.mark.parametrize("objective", list(Objective))
@given(data=st.data(), family=st.sampled_from(FAMILIES), horizon=st.booleans())
def test_plan_best_and_bound_come_in_this_order(
    objective: Objective, data: st.DataObject, family: str, horizon: bool
):
    """Plan and certificate pass the checker, no plan beats the best of all that can be tried, nor that one the bound."""
    operation = drawn(family, by_hypothesis(data), tiny=True, horizon=horizon or objective in MOST)
    assert out_of_order(operation, objective) == ""


@pytest.mark.long
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_ten_thousand_operations_keep_this_order(chunk: int):
    """As above, for a hundred hundreds of operations by seed, the families and the objectives in turn."""
    wrong = []
    for seed in range(chunk * EACH, (chunk + 1) * EACH):
        family, turn = FAMILIES[seed % len(FAMILIES)], seed // len(FAMILIES)
        objective = tuple(Objective)[turn % len(Objective)]
        horizon = objective in MOST or turn // len(Objective) % 3 > 0
        operation = drawn(family, seeded(seed, KEY), tiny=True, horizon=horizon)
        if what := out_of_order(operation, objective):
            wrong.append(f"drawn({family!r}, seeded({seed}, {KEY}), True, {horizon}), {objective}: {what}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_the_same_each_time(family: str):
    """A seed makes one operation, and middle ones are larger than tiny ones."""
    tiny, again, middle = (
        drawn(family, seeded(7, KEY), small, horizon=True) for small in (True, True, False)
    )
    assert tiny == again
    assert tiny.persons < middle.persons
    assert sum(kind.number for kind in tiny.fleet.values()) <= 6
