"""What to ask for: bound, plan and rehearsal of each change side by side."""

import pytest

import korridor
from korridor.answers.ask_words import ask_words
from korridor.operation.changes import LargerColumns, LaterClosing, MoreVehicles
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.verdict import Verdict
from tests.planning.test_planner import corridor
from tests.planning.why.coarse import planned

CHANGES = (MoreVehicles(vehicle_type="bus", depot="R"), LargerColumns(), LaterClosing(window=0, later_s=3600))
TIGHT = corridor(buses=2)
"""Two buses, five hours: not everybody gets out, so one more of anything may show."""


def asked() -> korridor.Asked:
    return korridor.ask(planned(TIGHT), changes=CHANGES, runs=192, work=10)


@pytest.fixture(scope="module")
def found() -> korridor.Asked:
    """What was asked of a small corridor."""
    return asked()


def test_each_has_its_three_numbers(found: korridor.Asked) -> None:
    """Each change has its planned and its rehearsed value, and where it was worked out its bound, in the same unit."""
    assert {type(wish.change) for wish in found.wishes} == set(map(type, CHANGES))
    assert found.ranked.measure is Measure.OUT and found.ranked.runs == 192
    for wish in found.wishes:
        assert wish.row.planned is not None and wish.row.rehearsed > 0
        assert wish.row.bound is None or wish.row.bound >= wish.row.planned
        assert wish.planned_gain is not None and wish.planned_gain >= 0


def test_most_gained_comes_first(found: korridor.Asked) -> None:
    """Rows stand in the order of what was rehearsed; gains are against the operation as it is, under the same draws."""
    gains = [wish.row.gain for wish in found.wishes]
    assert gains == sorted(gains, reverse=True)
    for wish in found.wishes:
        assert wish.row.gain == pytest.approx(wish.row.rehearsed - found.ranked.base_rehearsed)


def test_the_search_itself_is_not_sold_as_a_gain(found: korridor.Asked) -> None:
    """What searching again with nothing changed brings is measured too, and a gain no larger is never recommended."""
    assert found.searching_gain >= 0
    lines = list(ask_words(found))
    for wish in found.wishes:
        assert wish.searching == (0 < wish.row.gain <= found.searching_gain)
        line = next(line for line in lines if wish.row.name in line)
        recommended = wish.row.verdict is Verdict.BETTER and not wish.searching
        assert line[0].isdigit() == recommended


def test_same_question_same_answer(found: korridor.Asked) -> None:
    """Same plan, seed and work: the same answer to the last digit."""
    assert asked().model_copy(update={"seconds": 0}) == found.model_copy(update={"seconds": 0})


def test_what_cannot_be_asked_is_refused() -> None:
    """From a saved state, and with nothing to ask for, it says so."""
    made = planned(TIGHT)
    with pytest.raises(ValueError, match="begins from a saved state"):
        korridor.ask(korridor.going_on(made, 3600))
    with pytest.raises(ValueError, match="no number of anything that could be one more"):
        korridor.ask(made, changes=())
