"""Who speaks."""

from korridor.claims.agreement.voice import voice_of
from tests.claims.agreement.claims import claim


def test_an_echo_is_no_second_voice() -> None:
    """The UN, quoted by AP, and UN, quoted by Reuters in another file, are one voice."""
    assert voice_of(claim(1, 1, "the UN", "AP")) == voice_of(claim(1, 1, "UN", "Reuters", file="other.txt"))
    assert voice_of(claim(1, 1, "the UN")) != voice_of(claim(1, 1, "UNHCR"))


def test_a_figure_without_author_is_the_texts_own() -> None:
    """Two texts that name nobody are two voices."""
    assert voice_of(claim(1, 1, file="one.txt")) != voice_of(claim(1, 1, file="two.txt"))
