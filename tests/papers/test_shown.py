"""What a notebook shows of an operation, a plan and findings."""

import re

import pytest
from hypothesis import given

from korridor.operation.check import check
from korridor.operation.finding import Findings, impossible
from korridor.papers.shown import MOST_PLACES, MOST_ROWS, shown
from korridor.planning.plan import Status
from tests.operation.tiny import TINY, operation
from tests.papers.small_plan import made
from tests.papers.test_report import Page
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, plan, town


def text(html):
    return " ".join(Page(html).text.split())


def test_an_operation_shows_what_it_is():
    """People, fleet, places, roads and truce stand in tables, with the edition and what the check found."""
    said = text(shown(town()))
    for words in (
        "Eastern town, eight days Internal edition",
        "wounded, Amiriya Amiriya lying 300 300",
        "bus 60 at Rashideen 50 seats",
        "Ramouseh checkpoint corridor lanes out 4, in 4",
        "Ramouseh – Last government post 6.8 km, 20 min 24 s truce, headway 20 min",
        "2 to 20 vehicles, 50 m apart, escorts: 6, 10 min to form up",
        "happened (this plan is made for these): Thu 15 Dec 2016, 14:00",
        "Checked: nothing is impossible by itself. That does not show that a plan exists.",
    ):
        assert words in said, words


def test_an_operation_that_cannot_work_shows_why():
    """An impossible finding stands below the tables, with its path."""
    broken = operation(TINY.replace("ambulance: {depot: Park, number: 2, layouts: [{stretchers: 2, seats: 1}]",
                                    "ambulance: {depot: Park, number: 2, layouts: [{seats: 3}]"))  # fmt: skip
    (found, *_) = check(broken)
    said = text(shown(broken))
    assert "impossible" in said and " ".join(found.what.split()) in said


def test_a_plan_shows_the_answer_its_limits_and_pictures():
    """Headline, levels in words, what no plan can beat, and two still pictures that need no network and no script."""
    html = shown(plan())
    said = text(html)
    assert "plan for most-out, feasible Internal edition" in said
    assert "people out by the horizon" in said and "No plan can get more than" in said
    assert re.findall(r'<img src="([^;]*;[^,]*),', html) == ["data:image/svg+xml;base64"] * 2
    assert "<script" not in html and 'href="http' not in html and 'src="http' not in html


def test_a_plan_of_thousands_of_movements_is_not_drawn():
    """What would take longer than a look is left to the report, and the answer stands there all the same."""
    many = tuple(
        movement.model_copy(update={"rank": lap * 100 + movement.rank})
        for lap in range(30)
        for movement in days()
    )
    html = shown(plan(movements=many))
    assert "the report has the pictures" in html and "<img" not in html and "Planned: " in html


def test_a_plan_without_movements_is_shown_too():
    """Where nothing was found, that is what is shown."""
    said = text(shown(made(rides=0, status=Status.NONE_FOUND)))
    assert "none-found" in said and "Nobody gets out in this plan" in said


def test_findings_are_a_table():
    """Each finding has its line; what is impossible is bold, and what a plan could still do is said."""
    html = shown(Findings([impossible("gates[0]", "never opens", clearance_only=True)]))
    assert "<strong>impossible</strong>" in html and "<code>gates[0]</code>" in html
    assert "can still bring out the others" in html
    assert "nothing is impossible by itself" in shown(Findings())


def test_names_are_no_tags():
    """A name that is a tag is a name."""
    html = shown(operation(TINY.replace("name: Tiny", "name: <script>alert(1)</script>")))
    assert "<script" not in html and "&lt;script&gt;" in html


def test_a_large_operation_is_shown_in_part():
    """Of ten thousand places the first rows are shown, and the rest is counted; it is not checked for a look."""
    places = dict(town().places) | {
        f"junction {n}": town().places["Last government post"] for n in range(10_000)
    }
    large = town().model_copy(update={"places": places})
    html = shown(large)
    assert len(places) > MOST_PLACES
    assert f"and {len(places) - MOST_ROWS:,} more" in html and "korridor.check(…) does it" in html
    assert len(html) < 50_000


@given(runs())
def test_anything_can_be_shown(drawn):
    """Any operation is shown, with every one of its groups."""
    operation, _ = drawn
    html = shown(operation)
    assert all(f'<bdi dir="auto">{name}</bdi>' in html for name in operation.people)


def test_what_nobody_knows_is_refused():
    """A value without a way to be shown is a fault of ours, and named."""
    with pytest.raises(TypeError, match="nobody knows how to show a int"):
        shown(3)
