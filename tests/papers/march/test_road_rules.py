"""What a column keeps on the road."""

from hypothesis import given

from korridor.papers.march.road_rules import RoadRules
from tests.pictures.any_runs import runs
from tests.pictures.convoys import HOUR, days, town


def test_the_truce_stretch_is_one():
    """Two truce roads on end are one stretch, to be left fifteen minutes before the window closes."""
    loaded = days()[4]
    (stretch,) = RoadRules(town(), days()).truce_stretches(loaded)
    assert (stretch.begins, stretch.ends) == ("Ramouseh", "Rashideen")
    assert (stretch.opens_s, stretch.closes_s, stretch.off_by_s) == (8 * HOUR, 29 * HOUR, 29 * HOUR - 900)
    assert (stretch.enters_s, stretch.off_s) == (
        loaded.passages[1].head_in_s,
        loaded.passages[2].tail_out_s,
    )


def test_the_column_ahead_is_named():
    """The first column out has nobody ahead of it; the second keeps behind the first."""
    rules, (first, second, *_) = RoadRules(town(), days()), [m for m in days() if m.loaded]
    (alone,), (behind,) = rules.headways(first), rules.headways(second)
    assert (alone.begins, alone.ends, alone.headway_s, alone.ahead) == (
        "Ramouseh",
        "Last government post",
        1200,
        None,
    )
    assert behind.ahead == first


@given(runs())
def test_what_the_sheet_asks_the_plan_does(drawn):
    """A plan's columns leave truce roads in time, and keep the headways behind the columns that are named."""
    operation, movements = drawn
    rules = RoadRules(operation, movements)
    for movement in movements:
        for stretch in rules.truce_stretches(movement):
            assert stretch.opens_s <= stretch.enters_s <= stretch.off_s <= stretch.off_by_s
        begins = {
            operation.roads[p.road].between[0 if p.forth else 1]: p.head_in_s for p in movement.passages
        }
        for line in rules.headways(movement):
            if line.ahead is not None:
                theirs = {
                    operation.roads[p.road].between[0 if p.forth else 1]: p.head_in_s
                    for p in line.ahead.passages
                }
                assert begins[line.begins] - theirs[line.begins] >= line.headway_s
