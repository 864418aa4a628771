"""The picture of what changes bring."""

import re

from korridor.pictures import render
from korridor.pictures.gains_chart import Gain, GainRows, gains_chart

LONG = (
    "one more lane outward at the checkpoint of the ring road at the old Rashideen crossing (5 instead of 4)"
)


def drawn(*changes: str) -> str:
    """The picture as SVG."""
    return render.svg(
        gains_chart(GainRows(tuple(Gain(name, 10.0, 20.0, "") for name in changes), "people", 0))
    )


def words(picture: str) -> str:
    """All that is written in a picture."""
    return " ".join(re.findall(r">([^<>]+)<", picture))


def test_a_long_name_stands_in_two_lines_and_whole() -> None:
    """The longest words of a change are not cut: they go on in a second line."""
    picture = drawn(LONG, "one more bus")
    assert "…" not in picture
    assert LONG in words(picture)
    assert "one more bus" in words(picture)


def test_names_alike_where_they_are_cut_keep_a_row_each() -> None:
    """Two changes whose endless names begin alike are two rows of bars, in the order given."""
    one, other = (f"one more bay at {'a very long name of a place ' * 9}{end}" for end in ("north", "south"))
    bars = gains_chart(GainRows((Gain(one, 1, 2, ""), Gain(other, 3, 4, "")), "people", 0))["datasets"][
        "bars"
    ]
    assert [(bar["row"], bar["change"]) for bar in bars] == [(0, one), (0, one), (1, other), (1, other)]
    assert drawn(one, other).count("…") == 2
