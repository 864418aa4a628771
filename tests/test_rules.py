"""The rules' examples: what each says must come out does, of the reader, both clockworks and the checker."""

import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from korridor.clockwork.run import Stuck as StuckCompiled
from korridor.clockwork.run import run as run_compiled
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.tables import Index
from korridor.events.state_file import read_state, write_state
from korridor.operation.fault import Faults, path_text
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml
from korridor.planning.clash import clashes
from korridor.planning.plan import Objective, Plan
from korridor.planning.planner import plan
from korridor.planning.replan.remaining import remaining
from korridor.planning.replan.state_at import orders_of_the_rest, rest_of, state_at
from korridor.planning.verify import verify
from tests.plain.clockwork import Stuck as StuckPlain
from tests.plain.clockwork import run as run_plain
from tests.rule_example import (
    EXPECTATIONS,
    RULES,
    Example,
    as_file,
    changed,
    differences,
    follow,
    read_example,
)

NUMBERS = [f"{letter}{n}" for letter, last in (("O", 10), ("C", 9), ("P", 5)) for n in range(1, last + 1)]
EXAMPLES = {str(file.relative_to(RULES)): read_example(file) for file in sorted(RULES.glob("*/*.yaml"))}


def that_expect(what: str) -> pytest.MarkDecorator:
    """Run a test once for each example that expects something, its path as the test's name."""
    cases = {path: example for path, example in EXAMPLES.items() if what in example.expect}
    return pytest.mark.parametrize("example", cases.values(), ids=cases.keys())


def operation_of(example: Example) -> Operation:
    return read_yaml(as_file(example.operation), "example.yaml")


def plan_of(example: Example) -> Plan:
    operation = operation_of(example)
    movements = changed(run_plain(operation, example.orders), example.change)
    stated = {"objective": "most-out", "status": "feasible", **example.plan}
    return Plan.model_validate({**stated, "operation": operation, "movements": movements})


@that_expect("fault")
def test_the_fault_is_found(example: Example):
    """A file that an example calls wrong is refused, in the example's words."""
    with pytest.raises(Faults) as faults:
        operation_of(example)
    assert example.expect["fault"] in str(faults.value)


@that_expect("reads")
def test_the_values_are_read(example: Example):
    """A value in an example's file is read as the example says."""
    operation = operation_of(example)
    for path, value in example.expect["reads"].items():
        assert follow(operation, path) == value, path


@that_expect("movements")
def test_the_times_come_out(example: Example):
    """Both clockworks give an example's movements the times that were worked out by hand."""
    operation = operation_of(example)
    for run in (run_plain, run_compiled):
        assert not differences(example.expect["movements"], run(operation, example.orders), "movements")


@that_expect("movements")
def test_the_clockworks_agree(example: Example):
    """The plain and the compiled clockwork agree on an example's movements to the last field."""
    operation = operation_of(example)
    assert run_compiled(operation, example.orders) == run_plain(operation, example.orders)


@that_expect("stuck")
def test_the_movement_cannot_go(example: Example):
    """Both clockworks say of the same movement, by the same rule, that it cannot go."""
    operation = operation_of(example)
    with pytest.raises(StuckPlain) as plain:
        run_plain(operation, example.orders)
    with pytest.raises(StuckCompiled) as compiled:
        run_compiled(operation, example.orders)
    for stuck in (plain.value, compiled.value):
        assert {"movement": stuck.rank, "rule": stuck.rule} == example.expect["stuck"]


@that_expect("departed")
def test_a_stopped_plan_goes_on(example: Example, tmp_path: Path):
    """Stopped, saved and restored, an example's plan goes on as if it had never been stopped."""
    made, path = plan_of(example), tmp_path / "state.json"
    write_state(path, made.operation, state_at(made, example.stop_s))
    rest = rest_of(made, example.stop_s)
    assert rest == made.movements[example.expect["departed"] :]
    state = read_state(path, made.operation)
    operation = remaining(made.operation, state)
    orders = orders_of_the_rest(made, example.stop_s)
    on = run_compiled(operation, orders, arrays_of(Index(operation), state))
    assert [(each.departs_s, each.passages) for each in on] == [
        (each.departs_s, each.passages) for each in rest
    ]
    assert [trip.free_s for each in on for trip in each.trips] == [
        t.free_s for each in rest for t in each.trips
    ]
    assert not verify(made.model_copy(update={"operation": operation, "start": state, "movements": on}))


@that_expect("refused")
def test_the_state_is_refused(example: Example, tmp_path: Path):
    """A state is refused by another operation, in the example's words."""
    made, path = plan_of(example), tmp_path / "state.json"
    write_state(path, made.operation, state_at(made, example.stop_s))
    other = operation_of(replace(example, operation={**example.operation, **example.other}))
    with pytest.raises(Faults) as faults:
        read_state(path, other)
    assert example.expect["refused"] in str(faults.value)


@that_expect("plans")
def test_the_plans_are_alike(example: Example):
    """Runs of the planner end in plans that are equal to the last figure, or not, as an example says."""
    operation = operation_of(example)
    plans = [plan(operation, objective=Objective.CLEARANCE, **run) for run in example.runs]
    assert (plans[0] == plans[1]) == (example.expect["plans"] == "equal")


@that_expect("clash")
def test_the_facts_that_clash_are_found(example: Example):
    """The first irreducible set of facts is the one that an example names; none where it names none."""
    found = clashes(operation_of(example))
    facts = [path_text(fact.where) for fact in found[0].facts] if found else []
    assert facts == example.expect["clash"]


@that_expect("verdict")
def test_the_checker_says_so(example: Example):
    """The checker passes a plan that keeps the rules, and finds the right fault in one that does not."""
    rules = {broken.rule for broken in verify(plan_of(example))}
    if example.expect["verdict"] == "kept":
        assert not rules
    else:
        assert example.expect.get("by", example.rule) in rules


@that_expect("verdict")
def test_only_the_change_is_wrong(example: Example):
    """What an example changes is what is wrong with it: before the change the checker finds no fault."""
    if example.change:
        assert not verify(plan_of(replace(example, change=[])))


@pytest.mark.parametrize("rule", NUMBERS)
def test_every_rule_has_its_three(rule: str):
    """Beside every rule lies an example that keeps it, one that breaks it, and one at its edge."""
    for kind in ("keeps", "breaks", "edge"):
        assert list((RULES / rule).glob(f"{kind}-*.yaml")), f"no {kind}-*.yaml for {rule}"


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_is_what_its_name_says(path: str):
    """An example lies with its rule, expects something, and is kept or broken as its file's name says."""
    example, file = EXAMPLES[path], Path(path)
    assert example.rule == file.parent.name
    assert example.expect and set(example.expect) <= EXPECTATIONS
    wrong = bool({"fault", "stuck", "refused"} & set(example.expect)) or bool(example.expect.get("clash"))
    wrong = wrong or example.expect.get("verdict") == "broken" or example.expect.get("plans") == "different"
    if not file.name.startswith("edge-"):
        assert wrong == file.name.startswith("breaks-")


def test_the_index_is_current():
    """The page of the examples names every one of them as it is now."""
    page = runpy.run_path(str(RULES / "index.py"))["page"]
    assert (RULES / "README.md").read_text(encoding="utf-8") == page()


def test_the_drawn_examples_are_in_the_rules():
    """Each example that is drawn keeps its rule, can be drawn again, and its picture stands beside the rule."""
    drawing = runpy.run_path(str(RULES / "pictures.py"))
    page = (RULES.parent / "semantics.md").read_text(encoding="utf-8")
    for name in drawing["DRAWN"]:
        assert EXAMPLES[f"{name}.yaml"].expect["verdict"] == "kept"
        assert drawing["path_of"](name).read_text(encoding="utf-8").startswith("<svg")
        assert f"(pictures/{drawing['path_of'](name).name})" in page
        assert drawing["picture"](name).count("M00") == len(EXAMPLES[f"{name}.yaml"].orders)
