"""O7: the convoy rule."""

from korridor.planning.verify.o7_convoy import (
    o7_columns_contain_what_they_must,
    o7_columns_have_their_size,
    o7_escorts,
    o7_halts,
)
from tests.planning.verify.corridor import PLAN, change, known, said


def test_least_binds_loaded_columns_and_most_binds_all():
    """Where three are the least two vehicles are too few loaded, enough empty; a bus alone is no column."""
    assert said(o7_columns_have_their_size(known(convoy__least=3))) == [
        "O7: movement 3: 2 vehicles, at least 3 are needed"
    ]
    small = known(convoy__least=1, convoy__most=1)
    assert said(o7_columns_have_their_size(small)) == [
        "O7: movement 0: 3 vehicles, at most 1 are allowed",
        "O7: movement 2: 2 vehicles, at most 1 are allowed",
        "O7: movement 3: 2 vehicles, at most 1 are allowed",
    ]
    assert said(o7_columns_have_their_size(PLAN)) == []


def test_loaded_columns_contain_what_they_must():
    """Two buses in each loaded column: the last has one. Empty columns need none."""
    assert said(o7_columns_contain_what_they_must(known(convoy__must_have={"bus": 2}))) == [
        "O7: movement 3: 1 of bus, 2 must be in it"
    ]
    assert said(o7_columns_contain_what_they_must(PLAN)) == []


def test_loaded_columns_have_an_escort():
    """A loaded column without one, or with one not in the pool, breaks the rule; an empty one needs none."""
    assert said(o7_escorts(change(PLAN, 3, escort=None, escort_free_s=None))) == [
        "O7: movement 3: a loaded column without an escort"
    ]
    assert said(o7_escorts(change(PLAN, 3, escort=1))) == [
        "O7: movement 3: escort 1 is not one of the 1 in the pool"
    ]
    assert said(o7_escorts(PLAN)) == []


def test_an_escort_is_free_after_its_own_way_back():
    """The tail's arrival plus the roads' own times, not the column's: 1178 + 150 + 200 + 100 s."""
    assert said(o7_escorts(change(PLAN, 0, escort_free_s=1627))) == [
        "O7: movement 0: its escort is free at 1627 s, but cannot be back before 1628 s"
    ]


def test_an_escort_goes_with_one_column_at_a_time():
    """A column that departs before its escort is free breaks the rule."""
    late = change(PLAN, 0, escort_free_s=2991)
    assert said(o7_escorts(late)) == ["O7: movement 3: departs at 2990 s, its escort is free at 2991 s"]
    assert said(o7_escorts(change(PLAN, 0, escort_free_s=2990))) == []


def test_an_escort_is_away_wherever_it_is_sent():
    """Even with a bus that needs none it cannot go before it is back."""
    sent = change(PLAN, 1, escort=0, escort_free_s=1230)
    assert said(o7_escorts(sent)) == ["O7: movement 1: departs at 1230 s, its escort is free at 1628 s"]


def test_columns_halt():
    """On its way through the gate a column stands 40 s; at its release point it need not."""
    assert said(o7_halts(change(PLAN, 3, road=2, head_in_s=3129))) == [
        "O7: movement 3: halts 39 s at gate, 40 s are due"
    ]
    assert said(o7_halts(PLAN)) == []


def test_at_a_checkpoint_a_column_halts_when_it_is_through():
    """The last vehicle is through at 858 s: a halt of 10 s there ends at 868 s, by vehicle at 824 s."""
    for release, through_s in (("column", 858), ("vehicle", 814)):
        plan = known(
            change(PLAN, 0, road=3, head_in_s=through_s + 9),
            convoy__halts=[{"at": "post", "lasts": "10 s"}],
            places__post__release=release,
        )
        assert said(o7_halts(plan))[0] == "O7: movement 0: halts 9 s at post, 10 s are due"
        kept = change(plan, 0, road=3, head_in_s=through_s + 10)
        assert "movement 0" not in [each.where for each in o7_halts(kept)]
