"""Labels on a map: none over another, none cut by the edge, none lost."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.label_ground import Box, Wish
from korridor.pictures.labels import place_labels

WIDTH, HEIGHT = 300.0, 200.0
TAKEN = (Box(0, 170, 90, 200), Box(264, 0, 300, 52))

texts = st.text(st.sampled_from("abc WÄ漢العامرية…-1"), min_size=1, max_size=24)
wishes = st.lists(
    st.builds(
        Wish,
        st.floats(-20, 320),
        st.floats(-20, 220),
        st.lists(texts, min_size=1, max_size=3).map(tuple),
        in_key=st.booleans(),
    ),
    max_size=30,
)


@given(wishes)
def test_no_label_stands_on_another_or_beyond_the_edge(asked):
    """However many labels are wanted, and wherever: none overlaps another or what is taken, all are in the frame."""
    placed = place_labels(asked, WIDTH, HEIGHT, TAKEN).placed
    for one, other in combinations([label.box for label in placed] + list(TAKEN), 2):
        assert not one.overlaps(other)
    for label in placed:
        assert label.box.within(WIDTH, HEIGHT)


@given(wishes)
def test_no_label_is_lost(asked):
    """What has no room stands in the key, once, numbered in order; only what is not for the key may be missing."""
    found = place_labels(asked, WIDTH, HEIGHT, TAKEN)
    texts_placed = {label.wish for label in found.placed if label.lines == asked[label.wish].lines}
    in_key = [wish for wish, _ in found.key]
    for index, wish in enumerate(asked):
        assert (index in texts_placed or wish.in_key is False) or in_key.count(index) == 1
    numbers = [number for _, number in found.key if number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    drawn = {label.lines[0]: label.wish for label in found.placed if label.wish in in_key}
    assert drawn == {str(number): wish for wish, number in found.key if number is not None}


@given(wishes)
def test_labels_stand_where_they_stood(asked):
    """The same wishes give the same labels, each time."""
    assert place_labels(asked, WIDTH, HEIGHT, TAKEN) == place_labels(asked, WIDTH, HEIGHT, TAKEN)


def test_a_label_alone_stands_right_above_its_point():
    """With all the room in the world the first position is taken, close by."""
    (label,) = place_labels([Wish(100, 100, ("Amiriya",))], WIDTH, HEIGHT).placed
    assert label.align == "left"
    assert (label.box.left > 100, label.box.bottom < 100) == (True, True)
    assert label.box.left - 100 < 10


def test_a_label_avoids_a_road():
    """A label goes to the side where it hides no road, though it could stand above it."""
    (label,) = place_labels([Wish(100, 100, ("A",))], WIDTH, HEIGHT, lines=[[(100, 100), (150, 50)]]).placed
    assert not (label.box.left > 100 and label.box.bottom < 100)


def test_all_at_one_point():
    """Forty labels for one point: some are text, some numbers, and the rest are in the key without one."""
    found = place_labels([Wish(150, 100, ("a place",))] * 40, WIDTH, HEIGHT)
    numbers = [number for _, number in found.key]
    assert len(found.placed) + numbers.count(None) == 40
    assert None in numbers
    assert 1 in numbers


def test_ten_thousand_labels_are_placed_in_time():
    """A map of ten thousand places is not what anyone wants, but it is drawn, not waited for."""
    asked = [Wish(i * 37 % 300, i * 61 % 200, (f"place {i}",)) for i in range(10_000)]
    found = place_labels(asked, WIDTH, HEIGHT)
    assert len(found.key) > 9_000
