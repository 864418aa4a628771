"""What is lost, to whom, and how the page says it."""

from pathlib import Path

import pytest

from benchmarks.planning.gap_words import in_words
from benchmarks.planning.gaps_page import write_gaps
from benchmarks.planning.losses import Losses, losses
from benchmarks.planning.rules import FAMILIES, drawn, seeded
from korridor.planning.plan import Objective


def test_a_gap_comes_apart_into_search_and_relaxation():
    """A plan of 120 where 100 is best and 90 the bound: the search loses a fifth of the best, the relaxation a tenth."""
    operation = drawn("headway", seeded(1, 1), tiny=True, horizon=False)
    lost = Losses(operation, Objective.CLEARANCE, plan=120, oracle=100, bound=90, gap=0.25)
    assert (lost.search, lost.relaxation) == (pytest.approx(0.2), pytest.approx(0.1))
    left = Losses(operation, Objective.CLEARANCE, plan=None, oracle=100, bound=90, gap=None)
    assert left.search == 1.0
    unknown = Losses(operation, Objective.CLEARANCE, plan=120, oracle=None, bound=90, gap=0.25)
    assert unknown.search is None and unknown.relaxation is None


def test_losses_are_measured():
    """Our plan, the best of all and the bound of one small operation, each no better than the next."""
    operation = drawn("escorts", seeded(1, 1), tiny=True, horizon=True)
    lost = losses(operation, Objective.MOST_OUT, work=1, most_tried=1000)
    assert lost.plan is not None and lost.oracle is not None and lost.bound is not None
    assert lost.plan <= lost.oracle <= lost.bound


@pytest.mark.parametrize("family", FAMILIES)
def test_an_operation_is_said_in_words(family: str):
    """Every rule that binds has its words; who, what and how far are always said."""
    said = in_words(drawn(family, seeded(3, 1), tiny=True, horizon=True))
    for words in ("stand at square", "bus: ", "Roads: square–gate", "It ends after"):
        assert words in said
    told = {
        "escorts": "escorts",
        "lanes": "a vehicle",
        "windows": "Truce 0–",
        "spacing": "m apart",
        "hours": "hours",
    }
    assert told.get(family, "") in said


def test_the_page_shows_the_smallest_example(tmp_path: Path):
    """Of two operations on which the search loses the one with fewer vehicles is told, with its three values."""
    operations = [drawn("headway", seeded(seed, 1), tiny=True, horizon=False) for seed in range(4)]
    small = min(operations, key=lambda each: Losses(each, Objective.CLEARANCE, 0, 0, 0, 0).size)
    tiny = [Losses(each, Objective.CLEARANCE, 6600, 6000, 6000, 0.1) for each in operations]
    page = write_gaps({("headway", Objective.CLEARANCE): (tiny, tiny[:1])}, tmp_path, 4000, 8000)
    text = page.read_text(encoding="utf-8")
    assert "| headway | clearance | 10.0 % | 10.0 % | 10.0 % | 10.0 % | 0.0 % | 0.0 % |" in text
    assert f"**clearance, search.** {in_words(small)}" in text
    assert "Our plan: 1 h 50 min; the best plan: 1 h 40 min; bound: 1 h 40 min." in text
    assert "relaxation.**" not in text
