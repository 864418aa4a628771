"""How many of each group get out, and how many are left."""

import pytest
from hypothesis import given

from korridor.operation.people import Group
from korridor.papers.headcount import counted, headcount
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, town


@pytest.mark.parametrize(
    ("given_as", "words"),
    [
        ({"count": 1300}, "1,300"),
        ({"count": "around 200"}, "around 200 (160 to 240)"),
        ({"count": "at least 15000"}, "at least 15,000"),
        ({"count": "up to 400"}, "up to 400"),
        ({"count": "9594..10176"}, "9,594 to 10,176, planned as 9,885"),
        ({"families": "around 50", "household": 6}, "around 50 (40 to 60) families × 6"),
    ],
)
def test_a_count_keeps_its_wording(given_as, words):
    """A figure that was a guess is shown as one, with what its wording commits its author to."""
    assert counted(Group(place="here", person_class="well", **given_as)) == words


def test_everybody_of_a_group_is_out_or_left():
    """The town's groups add up to what its columns carry, and the rest is left behind."""
    lines = {line.name: line for line in headcount(town(), days())}
    assert lines["sitting, Sukkari"].left == 0
    assert lines["wounded, Amiriya"].left == 300 - lines["wounded, Amiriya"].out > 0
    assert sum(line.out for line in lines.values()) == sum(movement.persons for movement in days())


@given(runs())
def test_nobody_is_lost_between_out_and_left(drawn):
    """On any operation each group's out and left are its persons, and neither is below zero."""
    operation, movements = drawn
    lines = headcount(operation, movements)
    assert [line.persons for line in lines] == [group.persons for group in operation.people.values()]
    assert all(line.out >= 0 and line.left >= 0 for line in lines)
