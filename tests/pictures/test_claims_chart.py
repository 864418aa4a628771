"""The picture of what each source said."""

import re

from korridor.claims.agreement.agree import agree
from korridor.claims.agreement.books import Booked
from korridor.claims.agreement.thing import Thing
from korridor.pictures import render
from korridor.pictures.claims_chart import claims_chart
from korridor.pictures.claims_rows import ClaimRows, claims_rows
from tests.claims.agreement.claims import claim

FRIDAY, SUNDAY = {"basis": "until", "date": "2016-12-16"}, {"basis": "until", "date": "2016-12-18"}
SAID = [
    claim(12000, None, "ICRC", **SUNDAY),
    claim(4000, 4000, "the army", "SANA", **FRIDAY),
    claim(None, 9000, "AJ", **FRIDAY),
    claim(8000, None, "Russia", **FRIDAY),
    claim(None, None, "the UN", **FRIDAY),
]


class FridaysBooks:
    def holds(self, thing: Thing) -> Booked | None:
        friday = thing.dates == ("2016-12-16",)
        return Booked(low=4100, high=4100, account="out", as_of="2016-12-16T18:00") if friday else None


def rows(with_books: bool = False) -> ClaimRows:
    agreement = agree(SAID, FridaysBooks() if with_books else None)
    things = [thing for group in agreement.groups for thing in group.things]
    return claims_rows(agreement, things, "People out of Aleppo, by source.")


def test_rows_stand_in_order_of_time() -> None:
    """Friday's four figures come before Sunday's one, each with its whole chain and its words."""
    drawn = rows()
    assert [each.when for each in drawn.claims] == ["until 2016-12-16"] * 4 + ["until 2016-12-18"]
    assert [each.row for each in drawn.claims] == list(range(5))
    assert drawn.claims[0].source == "the army via SANA"
    assert drawn.claims[0].words == "4,000 ≠"
    assert drawn.claims[3].words == "unknown"


def test_open_ends_reach_the_edge() -> None:
    """At least is open to the right edge, at most to the left one, unknown to both, and a number to none."""
    drawn = rows()
    at_most, at_least, unknown = drawn.claims[1:4]
    assert (at_most.opens_left, at_most.opens_right, at_most.low) == (True, False, drawn.begins)
    assert (at_least.opens_left, at_least.opens_right, at_least.high) == (False, True, drawn.ends)
    assert (unknown.low, unknown.high) == (drawn.begins, drawn.ends)
    assert not (drawn.claims[0].opens_left or drawn.claims[0].opens_right)
    assert drawn.ends > 12000


def test_a_round_figure_is_wider_than_its_words() -> None:
    """4,000 is a stroke at 4,000 with a thin line from 3,500 to 4,500."""
    army = rows().claims[0]
    assert (army.low, army.said_low, army.said_high, army.high) == (3500, 4000, 4000, 4500)


def test_who_clashes_is_marked() -> None:
    """The army's and Russia's figures clash and say so without colour too; the others do not."""
    assert [each.clashes for each in rows().claims] == [True, False, True, False, False]


def test_the_books_stand_beside_the_rows_of_their_time() -> None:
    """Friday's books are a line from the top of Friday's rows to their bottom, and no row of their own."""
    drawn = rows(with_books=True)
    (books,) = drawn.books
    assert (books.top, books.bottom, books.low, books.high) == (-0.5, 3.5, 4100, 4100)
    assert len(drawn.claims) == 5
    assert "the books" in words(drawn)
    assert "the books" not in words(rows())


def test_books_without_a_row_are_not_drawn_beside_the_next_one() -> None:
    """200 fighters of Saturday: the books know Saturday's people, of whom nobody spoke; Sunday's row has no band for it."""
    saturday = {"basis": "until", "date": "2016-12-17"}

    class SaturdaysBooks:
        def holds(self, thing: Thing) -> Booked | None:
            asked = thing.category == "people" and thing.dates == ("2016-12-17",)
            return Booked(low=4100, high=None, account="out", as_of="2016-12-17") if asked else None

    fighters = claim(200, 200, "Russia", category="fighters", **saturday)
    agreement = agree([*SAID, fighters], SaturdaysBooks())
    things = [each for group in agreement.groups for each in group.things if each.category == "people"]
    assert claims_rows(agreement, things, "People out.").books == ()
    drawn = claims_rows(
        agree([*SAID, claim(1, 5000, "x", **saturday)], SaturdaysBooks()), things, "People out."
    )
    assert [(each.top, each.bottom, each.opens_right) for each in drawn.books] == [(3.5, 4.5, True)]


def test_it_can_be_drawn() -> None:
    """Sources and words are written out; a picture of nothing is drawn, too."""
    written = words(rows())
    for text in ("the army via SANA", "at most 9,000", "at least 12,000", "until 2016-12-18"):
        assert text in written
    assert "<svg" in render.svg(claims_chart(claims_rows(agree([]), [], "Nothing.")))


def words(drawn: ClaimRows) -> str:
    return " ".join(re.findall(r">([^<>]+)<", render.svg(claims_chart(drawn))))
