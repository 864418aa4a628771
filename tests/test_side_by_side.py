"""The comparison's curves and page: what was there when, how far it was from the bound, and in which words."""

from pathlib import Path

import pytest

from benchmarks.planning.rules import drawn, seeded
from benchmarks.planning.side.contenders import CONTENDERS, CannotError, hand_rules
from benchmarks.planning.side.curve import Curve, Point
from benchmarks.planning.side.instances import Instance
from benchmarks.planning.side.page import write_page
from benchmarks.planning.side.table import away, best_bound, tables
from korridor.planning.plan import Objective

OURS = Curve("Korridor", (Point(0.5, 400, None), Point(3.0, 300, 240)), took_s=3.0)
THEIRS = Curve("CP-SAT", (Point(1.5, 330, 290),), took_s=10.0, own_bound=True)


def instance(objective: Objective = Objective.CLEARANCE) -> Instance:
    operation = drawn("headway", seeded(1, 1), tiny=True, horizon=objective is Objective.MOST_OUT)
    return Instance("families", "headway", operation, objective, seconds=10.0, published={"GRASP": 320})


def test_a_curve_says_what_was_there_by_then():
    """Before the first plan there is nothing; later the last value and the last bound that had come."""
    assert OURS.at(0.4) == Point(0.4, None, None)
    assert OURS.at(1) == Point(1, 400, None)
    assert (OURS.last.value, OURS.last.bound) == (300, 240)


def test_a_bound_of_another_model_closes_no_gap():
    """The gap is to the best bound that holds for the operation; CP-SAT's, of its own model, does not count."""
    assert best_bound(instance(), (OURS, THEIRS)) == 240
    assert away(instance(), 300, 240) == pytest.approx(0.2)
    assert away(instance(), None, 240) is None


def test_the_table_says_who_had_what_when():
    """A row for each tool, with values at the moments, the best one bold, the bound of another model marked."""
    lines = list(tables([(instance(), (OURS, THEIRS), {"PyVRP": "no words for them"})], limit_s=10.0))
    assert "| headway | Korridor | 400 | 400 | 300 | 300 | **300** | 240 | 20.0 % | 3.0 |" in lines
    assert "|  | CP-SAT | – | 330 | 330 | 330 | 330 | 290 * | 27.3 % | 10.0 |" in lines
    assert "|  | GRASP, published |  |  |  |  | 320 |  | 25.0 % |  |" in lines
    assert "Not asked here: PyVRP: no words for them." in lines


def test_the_page_is_written_with_its_picture(tmp_path: Path):
    """Page and picture stand side by side, and name what is compared."""
    seconds = {"family_s": 20.0, "random_s": 10.0}
    page = write_page([(instance(), (OURS, THEIRS), {})], tmp_path, 10.0, seconds, 576)
    text = page.read_text(encoding="utf-8")
    assert "10 s an operation at most" in text and "576 rules of dispatch" in text
    picture = (tmp_path / "pictures" / "side-by-side.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg") and "CP-SAT" in picture


def test_hand_rules_make_a_curve_that_only_gets_better():
    """What counts is the best plan so far of those that pass the checker."""
    curve = hand_rules(instance(Objective.MOST_OUT), 2.0)
    values = [point.value or 0 for point in curve.points]
    assert values and values == sorted(values)


def test_routing_solvers_are_not_asked_for_columns():
    """Who has no words for an operation, or is not installed, says so."""
    for tool in ("OR-Tools routing", "PyVRP"):
        with pytest.raises(CannotError, match=r"no words for them|not installed"):
            CONTENDERS[tool](instance(), 1.0)
