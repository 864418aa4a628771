"""O8, C4, C8: truce roads and windows."""

from korridor.planning.verify.o8_truce import (
    c4_the_first_stretch_is_awaited_at_the_origin,
    c8_nobody_is_on_a_truce_road_when_a_window_ends,
    o8_truce_stretches_lie_in_one_window,
)
from tests.planning.verify.corridor import PLAN, change, known, said

SECOND = {"opens": "+6000 s", "closes": "+7000 s"}


def windows(opens_s: int, closes_s: int) -> list[dict[str, str]]:
    return [{"opens": f"+{opens_s} s", "closes": f"+{closes_s} s"}, SECOND]


def test_a_stretch_lies_in_one_window_less_its_margin():
    """The head enters when it opens and the tail leaves a margin before it closes, to the second."""
    # first entry 600 s, last exit 3670 s
    assert said(o8_truce_stretches_lie_in_one_window(known(truce__announced=windows(600, 3770)))) == []
    assert said(o8_truce_stretches_lie_in_one_window(known(truce__announced=windows(600, 3769)))) == [
        "O8: movement 3: on truce roads from 3130 s to 3670 s; no window less its margin holds it"
    ]
    assert said(o8_truce_stretches_lie_in_one_window(known(truce__announced=windows(601, 4000)))) == [
        "O8: movement 0: on truce roads from 600 s to 1178 s; no window less its margin holds it"
    ]


def test_a_stretch_is_not_spread_over_two_windows():
    """Roads that follow each other are one stretch: each in a window of its own is not enough."""
    split = known(
        truce__margin="0 s",
        truce__announced=[{"opens": "+600 s", "closes": "+840 s"}, {"opens": "+850 s", "closes": "+7000 s"}],
    )
    assert said(o8_truce_stretches_lie_in_one_window(split)) == [
        "O8: movement 0: on truce roads from 600 s to 1178 s; no window less its margin holds it"
    ]
    assert said(c8_nobody_is_on_a_truce_road_when_a_window_ends(split)) == []


def test_windows_are_cut_at_the_horizon():
    """``until`` ends the first window sooner, and does away with the second."""
    cut = PLAN.model_copy(update={"operation": PLAN.operation.until(3769)})
    assert [each.where for each in o8_truce_stretches_lie_in_one_window(cut)] == ["movement 3"]
    kept = PLAN.model_copy(update={"operation": PLAN.operation.until(3770)})
    assert said(o8_truce_stretches_lie_in_one_window(kept)) == []


def test_the_windows_that_happened_count_where_the_plan_is_on_them():
    """With ``plan_on: happened`` the announced windows are nothing."""
    happened = known(truce__plan_on="happened", truce__happened=windows(0, 2000))
    assert [each.where for each in o8_truce_stretches_lie_in_one_window(happened)] == [
        "movement 2",
        "movement 3",
    ]


def test_nobody_is_on_a_truce_road_when_a_window_ends():
    """Loaded or empty; who leaves at that very second is off it."""
    ends = known(truce__announced=windows(600, 2750))
    assert said(c8_nobody_is_on_a_truce_road_when_a_window_ends(ends)) == []
    sooner = known(truce__announced=windows(600, 2749))
    assert said(c8_nobody_is_on_a_truce_road_when_a_window_ends(sooner)) == [
        "C8: movement 2: on road 2 when the window ends at 2749 s"
    ]


def test_the_first_stretch_is_awaited_at_the_origin():
    """A column that leaves a second sooner stands before the closed road until it opens."""
    sooner = change(PLAN, 0, road=1, head_in_s=459)
    assert said(c4_the_first_stretch_is_awaited_at_the_origin(sooner)) == [
        "C4: movement 0: reaches its first truce road at 599 s and stands there until 600 s"
    ]
    assert said(c4_the_first_stretch_is_awaited_at_the_origin(PLAN)) == []


def test_who_is_held_by_the_column_ahead_does_not_wait_for_the_window():
    """A column that reaches the road before it opens, but is held longer by headway, keeps the rule."""
    # movement 3 reaches road 2 at 3130 s; movement 0 ahead is moved so that headway holds it until 3200 s
    held = change(change(PLAN, 0, road=2, head_in_s=3080), 3, road=2, head_in_s=3200)
    opened = known(held, truce__announced=windows(3150, 4000))
    assert "movement 3" not in [each.where for each in c4_the_first_stretch_is_awaited_at_the_origin(opened)]
    alone = known(change(PLAN, 3, road=2, head_in_s=3200), truce__announced=windows(3150, 4000))
    assert said(c4_the_first_stretch_is_awaited_at_the_origin(alone)) == [
        "C4: movement 3: reaches its first truce road at 3130 s and stands there until 3150 s"
    ]
