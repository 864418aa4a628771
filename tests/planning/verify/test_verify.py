"""The checker as a whole: it accepts what keeps the rules, early or late, and names what does not."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.planning import verify as verify_package
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify import CLAIM_RULES, MOVEMENT_RULES, READABLE, verify
from tests.planning.verify.corridor import PLAN, known
from tests.strategies import operations, orders

Where = tuple[str | int, ...]


def numbers(value: Any, path: Where = ()) -> Iterator[Where]:
    """Yield where whole numbers stand."""
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from numbers(item, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from numbers(item, (*path, name))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


def moments(value: Any) -> Iterator[Where]:
    """Yield where the moments stand that a movement comes to; a planned departure is nobody's doing."""
    for path in numbers(value):
        if str(path[-1]).endswith("_s") and path[-1] != "not_before_s":
            yield path


def moved(plan: Plan, path: Where, by: int) -> Plan:
    """Return the plan with one number in its movements changed by so much."""
    data = [movement.model_dump() for movement in plan.movements]
    part: Any = data
    for step in path[:-1]:
        if isinstance(part, dict) and isinstance(part[step], tuple):
            part[step] = list(part[step])
        part = part[step]
    part[path[-1]] += by
    return plan.model_copy(update={"movements": tuple(Movement.model_validate(each) for each in data)})


def shifted(plan: Plan, by_s: int) -> Plan:
    """Return the plan with every moment of its movements later."""
    for path in moments([movement.model_dump() for movement in plan.movements]):
        plan = moved(plan, path, by_s)
    return plan


NUMBERS = list(numbers([movement.model_dump() for movement in PLAN.movements]))
MOMENTS = list(moments([movement.model_dump() for movement in PLAN.movements]))


def test_a_plan_that_keeps_the_rules_passes():
    """Of the plan worked out by hand nothing is said."""
    assert verify(PLAN) == ()


def test_a_plan_later_than_need_be_passes():
    """An hour later in all things, under a longer truce, is as good: times need not be the earliest."""
    later = shifted(PLAN.model_copy(update={"levels": ()}), 3600)
    windows = [{"opens": "+600 s", "closes": "+7600 s"}, {"opens": "+9600 s", "closes": "+10600 s"}]
    assert verify(known(later, truce__announced=windows)) == ()


@pytest.mark.parametrize("path", MOMENTS, ids=str)
def test_no_moment_of_a_tight_plan_can_be_sooner(path):
    """Each single moment that the plan states is the soonest: a second before it breaks a rule."""
    assert verify(moved(PLAN.model_copy(update={"levels": ()}), path, -1)) != ()


# For each moment, the letter and number that must be among the rules broken when it comes a minute sooner.
BY_NAME = {
    "ready_s": {"C3"},
    "departs_s": {"C2", "C4"},
    "head_in_s": {"C4", "C5", "C6"},
    "tail_in_s": {"C5"},
    "head_out_s": {"C5"},
    "tail_out_s": {"C5", "C6"},
    "leaves_s": {"O6"},
    "comes_s": {"O3"},
    "bay_begins_s": {"C2"},
    "boards_s": {"C2"},
    "boarded_s": {"C2"},
    "arrives_s": {"O3", "C6"},
    "begins_s": {"C6"},
    "ends_s": {"C6"},
    "released_s": {"C4", "C5"},
    "unloads_s": {"C7"},
    "free_s": {"C7"},
    "escort_free_s": {"O7"},
}


@pytest.mark.parametrize("path", MOMENTS, ids=str)
def test_the_right_rule_is_named(path):
    """A moment a minute sooner is found by a rule that speaks of that moment."""
    found = {broken.rule for broken in verify(moved(PLAN, path, -60))}
    assert found & BY_NAME[str(path[-1])]


@given(st.sampled_from(NUMBERS), st.integers(-5000, 5000))
def test_no_number_makes_the_checker_stumble(path, by):
    """Whatever whole number a plan states, the checker answers."""
    assert isinstance(verify(moved(PLAN, path, by)), tuple)


def test_no_rule_is_forgotten():
    """Every function of the package that is named after a rule is asked, once."""
    asked = [rule.__name__ for rule in (*READABLE, *MOVEMENT_RULES, *CLAIM_RULES)]
    folder = Path(verify_package.__file__).parent
    written = [
        name
        for file in folder.glob("*.py")
        for name in re.findall(r"^def ([ocp][0-9]\w*)", file.read_text(), re.M)
    ]
    assert sorted(asked) == sorted(written)


@given(st.data())
def test_what_the_clockwork_makes_passes(data):
    """Every schedule of random orders keeps the rules, but for time aboard (O5), which the planner minds."""
    operation = data.draw(operations())
    movements = run(operation, data.draw(orders(operation)))
    plan = Plan(
        operation=operation,
        objective=Objective.MOST_OUT,
        status=Status.FEASIBLE,
        levels=(),
        movements=movements,
    )
    broken = [each for each in verify(plan) if "are aboard" not in each.what]
    assert broken == []
