"""Names in a sentence that may be written from right to left."""

from korridor.papers.own_direction import own_direction


def test_a_name_from_right_to_left_is_set_apart():
    """Arabic and Hebrew names are isolated, so that times and stops beside them stay where they are."""
    assert own_direction("ساحة") == "\u2068ساحة\u2069"
    assert own_direction("שער 4") == "\u2068שער 4\u2069"


def test_other_names_stand_as_they_are():
    """Latin and Cyrillic names need no help."""
    assert own_direction("Ramouseh") == "Ramouseh"
    assert own_direction("Автопарк") == "Автопарк"
