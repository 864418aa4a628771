"""How wide texts are, and how they are cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures import render
from korridor.pictures.text_width import in_two_lines, shortened, text_px


@given(st.text(max_size=300), st.floats(20, 200))
def test_a_text_is_cut_to_what_there_is_room_for(text, most_px):
    """Cut or not, a text is never wider than asked for, and what is cut begins as the text does."""
    cut = shortened(text, most_px, 11)
    assert text_px(cut, 11) <= most_px
    assert cut == text or text.startswith(cut.rstrip("…\u200f"))


@pytest.mark.parametrize(
    "text",
    [
        "Amiriya",
        "Bab al-Hawa hospital",
        "WWWW MMMM",
        "Khan al-Asal",
        "العامرية",
        "illicit",
        "16,090 arrived",
        "%@mw",
        "最后的政府检查站",
        "ЩШЖ Москва",
    ],
)
def test_no_text_is_wider_than_we_think(text):
    """Drawn in this machine's bold sans-serif face, a text is no wider than its estimate."""
    mark = {"type": "text", "align": "left", "fontSize": 11, "fontWeight": "bold", "text": text}
    drawn = render.svg({"data": {"values": [{}]}, "mark": mark, "width": 1, "height": 1,
                        "autosize": {"type": "pad"}, "padding": 0, "config": {"view": {"stroke": None}}})  # fmt: skip
    width = float(re.search(r'width="([0-9.]+)"', drawn)[1])
    assert width - 1 <= text_px(text, 11)  # the text begins in the middle of a picture one pixel wide


def test_an_endless_name_is_cut_at_once():
    """A name of a million letters, or of marks that take no room, costs nothing."""
    assert len(shortened("a" * 1_000_000, 190, 11)) < 130
    assert len(shortened("a" + "\u0301" * 1_000_000, 190, 11)) < 130


def test_the_ellipsis_is_at_the_text_s_own_end():
    """A name from right to left keeps its ellipsis at its end, on the left."""
    assert shortened("ساحة السكري المدخل الجنوبي للحي القديم", 100, 11).endswith("…\u200f")
    assert shortened("a long name of a square in the south", 100, 11).endswith("…")


@given(st.text(max_size=200), st.floats(20, 200))
def test_two_lines_have_room_for_a_text_or_cut_it(text, most_px):
    """No line is wider than asked for, and both together are the text, or its beginning."""
    lines = in_two_lines(text, most_px, 11)
    assert 1 <= len(lines) <= 2
    assert all(text_px(line, 11) <= most_px for line in lines)
    together = " ".join(lines)
    assert together == text or text.startswith(together.rstrip("…\u200f"))
