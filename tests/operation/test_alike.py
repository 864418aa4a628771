"""Names that look the same."""

import pytest

from korridor.operation.alike import looks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Idlib", "Іdlіb"),  # Cyrillic
        ("Ramouseh", "Rαmουsεh"),  # Greek
        ("كفريا", "کفریا"),  # an Arabic and a Persian keyboard
        ("المدينة", "المدينه"),
        ("Zone 1", "Zone ١"),
        ("Camp B", "Camp В"),
        ("Khan al-Asal", "Khān Al Asal"),
        ("full", "ｆｕｌｌ"),
    ],
)
def test_names_in_different_alphabets_look_the_same(one: str, other: str):
    """What a person in haste takes for the same name is told."""
    assert one != other and looks(one) == looks(other)


@pytest.mark.parametrize(("one", "other"), [("Zone 1", "Zone 2"), ("Idlib", "Idlit"), ("حلب", "حمص")])
def test_other_names_do_not(one: str, other: str):
    """Names that differ to the eye stay different."""
    assert looks(one) != looks(other)
