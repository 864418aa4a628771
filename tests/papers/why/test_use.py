"""How much of each thing is in use."""

from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.papers.why.rows import MOST_THINGS, stretches, use_rows
from korridor.papers.why.use import Use, uses
from korridor.pictures.cells import cell_chart
from korridor.pictures.clock import Clock
from korridor.pictures.render import svg
from tests.papers.why.found import planned
from tests.strategies import START, operations, orders


@settings(max_examples=15)
@given(operation=operations(), data=st.data())
def test_no_more_is_in_use_than_there_is(operation, data):
    """At no time more vehicles, bays, lanes, escorts or places for a column are taken than there are."""
    movements = run(operation, data.draw(orders(operation)))
    for use in uses(operation, movements):
        moments = sorted({moment for span in use.taken for moment in span})
        for moment in moments:
            taken = sum(from_s <= moment < to_s for from_s, to_s in use.taken)
            assert taken <= use.number, use.thing
        assert 0 <= use.share(moments[0], moments[-1] + 1) <= 1


def test_a_share_is_of_the_whole_stretch():
    """One of two for half of the time is a quarter; what lies outside does not count."""
    use = Use("bays", 2, ((0, 1800), (9000, 9900)))
    assert use.share(0, 3600) == 0.25
    assert use.share(3600, 7200) == 0


def test_what_is_in_use_is_drawn():
    """The corridor's buses, road and nothing else: a row each, by the operation's clock."""
    made = planned()
    found = uses(made.operation, made.movements)
    assert [use.thing for use in found] == ["bus (of 1)", "headway A – R", "headway R – A"]
    rows = use_rows(made.operation, found)
    assert rows is not None and rows.things == tuple(use.thing for use in found)
    assert all(0 < cell.amount <= 1 for cell in rows.cells)
    drawn = svg(cell_chart(rows))
    assert all(use.thing in drawn for use in found)


def test_of_very_many_things_the_fullest_are_kept():
    """Forty places with bays make no picture of forty rows."""
    found = [Use(f"bays at {at}", 1, ((0, 100 + at),)) for at in range(40)]
    rows = use_rows(planned().operation, found)
    assert rows is not None and len(rows.things) == MOST_THINGS
    assert "bays at 39" in rows.things and "bays at 0" not in rows.things
    assert use_rows(planned().operation, []) is None


def test_stretches_are_hours_of_the_clock():
    """They begin where the clock shows a whole hour, and none before the operation does."""
    cut = stretches(Clock(START), 1800, 10 * 3600)
    assert cut[0] == (0, 3600) and all(to_s - from_s <= 3600 for from_s, to_s in cut)
    assert [from_s for from_s, _ in cut[1:]] == [to_s for _, to_s in cut[:-1]]
