"""What a leader reads of a truce that breaks."""

import pytest

from korridor.operation.truce import WhenBroken
from korridor.papers.march.road_rules import RoadRules
from korridor.papers.march.truce_words import BLANK, truce_words
from tests.pictures.convoys import days, town

LOADED = days()[4]
STRETCHES = tuple(RoadRules(town(), days()).truce_stretches(LOADED))


@pytest.mark.parametrize(
    ("rule", "on"),
    [
        (WhenBroken.ON, "between Ramouseh and Rashideen: go on to Rashideen."),
        (WhenBroken.BACK, "between Ramouseh and Rashideen: turn back to Ramouseh."),
        (WhenBroken.SHELTER, f"between Ramouseh and Rashideen: take shelter; where: {BLANK}"),
    ],
)
def test_the_file_s_rule_is_told_by_place(rule, on):
    """On the truce road the file's rule holds; before it nobody goes on, past it nobody turns round."""
    words = truce_words(LOADED, STRETCHES, rule, "")
    assert words.established
    assert words.before == "not departed: do not depart. On the way to Ramouseh: hold there."
    assert words.on == (on,)
    assert words.past == "unload at Rashideen as planned; nobody drives back in."


def test_what_is_not_established_is_left_to_be_decided():
    """Where the file says nothing, the sheet names the three choices to mark, and invents none."""
    words = truce_words(LOADED, STRETCHES, None, "")
    assert not words.established
    (on,) = words.on
    assert "not established; mark one before departure" in on
    assert on.count("☐") == 3 and on.endswith(BLANK)


def test_a_way_without_truce_roads_has_no_such_words():
    """A civil evacuation's sheet does not speak of a truce."""
    assert truce_words(LOADED, (), WhenBroken.ON, "") is None
