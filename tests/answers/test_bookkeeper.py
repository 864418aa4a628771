"""The books as one more party: their interval for what a claim is about, and what cannot be true beside it."""

from pathlib import Path

import pytest

import korridor
from korridor.claims.agreement.thing import Thing, thing_of
from korridor.claims.claim import Claim, Quantity, State
from tests.claims.agreement.claims import claim

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "claims.csv"
STORY = Path(__file__).parents[1] / "ledger" / "stories" / "20-east-aleppo.txt"
TODAY = """
with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
07:00 estimated at=EAST-ALEPPO count=9000
14:20 departed on=M1 at=EAST-ALEPPO count=951
17:00 arrived on=M1 at=reception:ATAREB count=947
with day=2016-12-16
06:00 departed on=M2 at=EAST-ALEPPO count=3000 due=11:00
10:00 arrived on=M2 at=reception:ATAREB count=3000
23:00 passed on=M2 at=ATAREB
"""
UNTIL = {"basis": "until", "place": "East Aleppo"}


def ledger(text: str = TODAY) -> korridor.Ledger:
    found = korridor.Ledger()
    found.read("\n".join(line for line in text.splitlines() if not line.startswith("as of")))
    return found


def held(one: Claim, **at: str) -> tuple[int | None, int | None] | None:
    booked = korridor.bookkeeper(ledger(), at=at).holds(thing_of(one))
    return None if booked is None else (booked.low, booked.high)


def test_a_figure_that_the_books_rule_out_clashes_with_them() -> None:
    """9,500 out by the 16th cannot stand beside books in which 3,951 departed; 3,500 can, and what clashes is named."""
    said = [claim(9500, None, "Russia", **UNTIL), claim(3500, 3500, "ICRC", **UNTIL)]
    found = korridor.agree(said, books=korridor.bookkeeper(ledger()))
    (with_books,) = found.against_the_books
    assert (with_books.more.author, with_books.less.author) == (
        "Russia",
        "the books (out of place:EAST-ALEPPO, at any hour of 2016-12-16)",
    )
    assert len(found.clashes) == 2


def test_fighters_are_among_the_people_of_the_books() -> None:
    """The books count no fighters, but 5,000 of them cannot have left where 3,951 people have."""
    said = [claim(5000, 6000, "Russia", category="fighters", **UNTIL)]
    (clash,) = korridor.agree(said, books=korridor.bookkeeper(ledger())).clashes
    assert (clash.size, clash.has_the_books) == (3, True)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (UNTIL, (947, 3951)),
        (UNTIL | {"date": "2016-12-15"}, (0, 951)),
        (UNTIL | {"basis": "at"}, (0, 3951)),
        (UNTIL | {"state": State.REMAINING}, (5049, 8049)),
        ({"place": "Atareb", "basis": "until"}, (947, 3947)),
        (UNTIL | {"state": State.PLANNED}, None),
        (UNTIL | {"state": State.ONGOING}, None),
        (UNTIL | {"basis": "since"}, None),
        (UNTIL | {"date": None}, None),
        (UNTIL | {"date": "2016-12-14"}, None),
        (UNTIL | {"place": "Aleppo"}, None),
        (UNTIL | {"place": None}, None),
        (UNTIL | {"category": "patients"}, None),
        (UNTIL | {"category": "buses", "quantity": Quantity.VEHICLES}, None),
    ],
)
def test_what_the_books_answer(
    changes: dict[str, object], expected: tuple[int | None, int | None] | None
) -> None:
    """Out by a day, out on one, still there, come to a reception; of plans, vehicles, no date, other places: nothing."""
    assert held(claim(1, 1, "x", **changes)) == expected


@pytest.mark.parametrize(
    ("at", "changes", "expected"),
    [
        ({"idlib": "reception:ATAREB"}, {"place": "Idlib", "basis": "until"}, (947, 3947)),
        ({"idlib": "reception:ATAREB"}, {"place": "Idlib", "state": State.ONGOING}, (947, 3947)),
        ({"patients@idlib": "reception:ATAREB"}, {"place": "Idlib"}, None),
        ({"patients@idlib": "reception:ATAREB"}, {"place": "Idlib", "category": "patients"}, (0, 3947)),
        ({"convoy 1": "M1"}, {"place": "Convoy 1"}, (947, 951)),
        ({"the road": "aboard"}, {"place": "the road", "state": State.ONGOING}, (0, 3004)),
        ({"": "EAST-ALEPPO"}, {"place": None, "basis": "until"}, (947, 3951)),
    ],
)
def test_a_person_says_what_a_place_is(
    at: dict[str, str], changes: dict[str, object], expected: tuple[int | None, int | None] | None
) -> None:
    """Reception, one kind of people, a leg, the road, and figures without a place, as --at has them."""
    assert held(claim(1, 1, "x", **changes), **at) == expected


def test_a_figure_that_stands_alone_is_of_some_of_them() -> None:
    """One voice's 300 and then 350 are two loads: each is at most who left, and need not be all of them."""
    alone = thing_of(claim(300, 300, "x", **UNTIL)).model_copy(update={"apart": "a.txt:7"})
    assert isinstance(alone, Thing)
    booked = korridor.bookkeeper(ledger()).holds(alone)
    assert booked is not None and (booked.low, booked.high) == (0, 3951)


def test_several_places_are_one_to_who_speaks_of_them() -> None:
    """An enclave has two assembly points: out of it is who left either for elsewhere, not who went from one to the other."""
    text = """
with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
08:00 departed on=M1 at=AMIRIYA count=100
09:00 arrived on=M1 at=SUKKARI count=100
10:00 departed on=M2 at=SUKKARI count=250
11:00 arrived on=M2 at=reception:ATAREB count=250
"""
    books = korridor.bookkeeper(ledger(text), at={"Aleppo": "AMIRIYA + SUKKARI"})
    booked = books.holds(thing_of(claim(1, 1, "x", basis="until", date="2016-12-16")))
    assert booked is not None and (booked.low, booked.high) == (250, None)
    on_the_day = books.holds(thing_of(claim(1, 1, "x", basis="until", date="2016-12-15")))
    assert on_the_day is not None and (on_the_day.low, on_the_day.high) == (0, 350)
    assert on_the_day.account == "out of place:AMIRIYA and place:SUKKARI"
    with pytest.raises(ValueError, match="is not of one kind"):
        korridor.bookkeeper(ledger(text), at={"Aleppo": "AMIRIYA+reception:ATAREB"})


def test_an_account_that_is_none_is_told() -> None:
    """A misspelt account, one written two ways, and books of nothing are said in words."""
    with pytest.raises(ValueError, match="'EAST-ALEPO' is no account of the books; did you mean"):
        korridor.bookkeeper(ledger(), at={"x": "EAST-ALEPO"})
    with pytest.raises(ValueError, match=r"'ATAREB' may be .*reception:ATAREB; write which"):
        korridor.bookkeeper(
            ledger(TODAY + "23:30 passed on=M2 at=ATAREB\n23:40 left of=place:ATAREB way=stayed count=1\n"),
            at={"x": "ATAREB"},
        )
    with pytest.raises(ValueError, match="nothing had been recorded by then"):
        korridor.bookkeeper(ledger(), known_at="2016-12-01T00:00+02:00")


@pytest.mark.skipif(not FACTS.exists(), reason=f"the reference facts are not here: {FACTS}")
def test_the_reference_facts_beside_the_books_of_east_aleppo() -> None:
    """The reported totals can stand beside the books of the story; at most 20,000 cannot, as 31,221 were traced."""
    claims = korridor.read_facts(FACTS)
    at = {"aleppo-2016": "EAST-ALEPPO", "arrived registered@aleppo-2016": "NPM-154"}
    books = korridor.bookkeeper(ledger(STORY.read_text(encoding="utf-8")), at=at)
    with_books, without = korridor.agree(claims, books=books), korridor.agree(claims)
    assert not with_books.against_the_books
    assert set(with_books.clashes) == set(without.clashes)
    wrong = claim(None, 20000, "a minister", place="aleppo-2016", basis="until", date="2017-01-04")
    (clash,) = korridor.agree([*claims, wrong], books=books).against_the_books
    assert (clash.less.author, clash.more.low) == ("a minister", 31221)
