"""Claims held against each other and against the books."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.claims.agreement.agree import agree
from korridor.claims.agreement.books import Booked
from korridor.claims.agreement.thing import Thing
from korridor.claims.claim import Claim, Quantity, State
from tests.claims.agreement.claims import claim


class Ledger:
    """Bookkeeper that hold one interval for everything."""

    def __init__(self, low: int | None, high: int | None) -> None:
        self.entry = Booked(low=low, high=high, account="aboard", as_of="2016-12-16T12:00")

    def holds(self, thing: Thing) -> Booked | None:
        return self.entry if thing.category == "people" else None


def test_two_voices_of_one_thing_clash() -> None:
    """Turkey's 7,500 and Russia's more than 9,500 of one day cannot both be true, and the answer names them."""
    (group,) = agree(
        [claim(7500, 7500, "Turkey"), claim(9500, None, "Russia"), claim(None, 9000, "AJ")]
    ).groups
    assert group.clash is not None
    assert (group.clash.more.author, group.clash.less.author) == ("Russia", "Turkey")
    assert group.voices == ("turkey", "russia", "aj")


def test_round_figures_may_agree() -> None:
    """4,000 and 3,600 are one number told roundly and less roundly; 4,000 and 4,600 are not."""
    agreed = agree([claim(4000, 4000, "the army"), claim(3600, 3600, "SOHR")])
    assert not agreed.clashes
    assert agreed.groups[0].left(agreed.groups[0].things[0]) == (3550, 3650)
    assert agree([claim(4000, 4000, "the army"), claim(4600, 4600, "SOHR")]).clashes


def test_words_for_everybody_are_one_category() -> None:
    """Evacuees, persons and people are held against each other; residents may be others than those who left."""
    people = claim(9500, None, "Russia")
    for word in ("evacuees", "Persons"):
        assert agree([people, claim(7500, 7500, "Turkey", category=word)]).clashes
    assert not agree([people, claim(7500, 7500, "Turkey", category="residents")]).clashes


def test_different_things_are_not_held_against_each_other() -> None:
    """Another place, day, state or category is another number."""
    one = claim(7500, 7500, "Turkey")
    for change in (
        {"place": "Foua"},
        {"date": "2016-12-17"},
        {"state": State.REMAINING},
        {"category": "fighters", "low": 1, "high": 1},
    ):
        other = claim(**({"low": 9500, "high": None} | change))  # type: ignore[arg-type]
        assert not agree([one, other]).clashes


def test_a_part_is_at_most_its_whole() -> None:
    """951 people, 2,000 of them fighters: the text's own part is larger than its whole, whatever the places say."""
    whole = claim(951, 951, "a source", quote="951 people", place=None, date=None)
    part = claim(
        2000,
        2000,
        "a source",
        category="fighters",
        subset_of="951 people",
        place=None,
        date=None,
        span=(9, 12),
    )
    (clash,) = agree([whole, part]).clashes
    assert clash.size == 3
    same_words = part.model_copy(update={"category": "people", "low": 900, "high": 900})
    assert not agree([whole, same_words]).clashes


def test_unsaid_places_are_not_one_place() -> None:
    """With neither place nor date two figures are of one thing in one text only, and the clash asks whether they are."""
    said = [
        claim(350, 350, "a doctor", place=None, date=None),
        claim(382, 382, "RIA", place=None, date=None, span=(9, 12)),
    ]
    (clash,) = agree(said).clashes
    assert "are they about the same thing?" in str(clash)
    elsewhere = said[1].model_copy(update={"file": "other.txt"})
    assert not agree([said[0], elsewhere]).clashes
    hours = [each.model_copy(update={"quantity": Quantity.DURATION_S}) for each in said]
    assert not agree(hours).clashes


def test_kinds_are_among_people() -> None:
    """More fighters than people left one place on one day by two accounts; with neither place nor day nothing ties them."""
    tied = [claim(300, 300, "Russia"), claim(900, None, "SOHR", category="fighters")]
    assert len(agree(tied).clashes) == 1
    loose = [each.model_copy(update={"place": None, "time": None}) for each in tied]
    assert not agree(loose).clashes


def test_who_is_out_stays_out() -> None:
    """More were out by Friday than by Sunday: three members, the two figures and that the number only grows."""
    friday = claim(9500, None, "Russia", basis="until", date="2016-12-16")
    sunday = claim(8000, 8000, "UNHCR", basis="until", date="2016-12-18")
    (clash,) = agree([friday, sunday]).clashes
    assert clash.size == 3
    assert not agree([friday, sunday.model_copy(update={"state": State.REMAINING})]).clashes


def test_a_voice_does_not_clash_with_itself_in_one_text() -> None:
    """29 buses, then 25 more: one author's two figures in one text are two things; over two texts they are one."""
    buses = [claim(29, 29, "SOHR"), claim(25, 25, "SOHR", span=(9, 10))]
    assert len(agree(buses).groups) == 2
    echoed = [
        claim(34000, 34000, "SDF", "Reuters"),
        claim(37000, 37000, "the SDF", "Rudaw", file="rudaw.txt"),
    ]
    (clash,) = agree(echoed).clashes
    assert clash.is_one_voice
    assert "one voice" in str(clash)


def test_the_books_are_tested_too() -> None:
    """What the books hold is no voice, is not rounded, and clashes like a figure; unknown books clash with nothing."""
    said = [claim(4000, 4000, "the army")]
    against = agree(said, Ledger(3500, 3600))
    assert not against.clashes
    assert against.groups[0].voices == ("army",)
    (clash,) = agree(said, Ledger(3000, 3100)).clashes
    assert clash.less.author == "the books (aboard, 2016-12-16T12:00)"
    assert not agree(said, Ledger(None, None)).clashes


@given(
    st.lists(st.tuples(st.integers(0, 999), st.sampled_from(["UN", "AP", "SDF"]), st.booleans()), max_size=8)
)
def test_every_claim_is_in_one_group(drawn: list[tuple[int, str, bool]]) -> None:
    """Nothing is left out, nothing stands twice, and the order of claims does not change whether they agree."""
    claims: list[Claim] = [
        claim(low, None if open_ended else low + 9, voice, file=f"{number}.txt")
        for number, (low, voice, open_ended) in enumerate(drawn)
    ]
    agreement = agree(claims)
    assert sorted((s.said for g in agreement.groups for s in g.statements), key=str) == sorted(
        claims, key=str
    )
    assert bool(agree(claims[::-1]).clashes) == bool(agreement.clashes)


@given(
    st.lists(st.tuples(st.integers(0, 99), st.sampled_from(["UN", "AP", "SDF"]), st.booleans()), max_size=8),
    st.integers(0, 99),
)
def test_the_books_hide_no_quarrel(drawn: list[tuple[int, str, bool]], booked: int) -> None:
    """What clashes without the books clashes in the same words beside them, and each further clash has the books in it."""
    claims = [
        claim(low, None if open_ended else low + 9, voice, file=f"{number}.txt")
        for number, (low, voice, open_ended) in enumerate(drawn)
    ]
    without, beside = agree(claims).clashes, agree(claims, Ledger(booked, booked)).clashes
    assert [clash for clash in beside if not clash.has_the_books] == list(without)
    ruled_out = {one.file for one in claims if one.low > booked or (one.high or booked) < booked}
    named = {
        each.said.file
        for clash in beside
        if clash.has_the_books
        for each in (clash.more, clash.less)
        if isinstance(each.said, Claim)
    }
    assert named == ruled_out
