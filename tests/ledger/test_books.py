"""The books: properties that a person could state of any operation."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.event_lines import read_lines
from korridor.ledger.account import Account, Row
from korridor.ledger.books import Books
from tests.ledger.story import STORIES, read_story
from tests.ledger.world import World, worlds

END = "2016-12-16T09:00+02:00"


def books(world: World) -> Account:
    return Books(world.events).account(END, END)


def within(truth: int, low: int | None, high: int | None) -> bool:
    return (low is None or low <= truth) and (high is None or truth <= high)


def rows(account: Account) -> list[Row]:
    return [row for row in account.accounts if row.scheme is None]


@given(world=worlds(exact=True))
def test_heads_are_conserved(world):
    """Whoever came into the books is in one account: with exact counts, accounts add up to what sources gave."""
    account = books(world)
    given_ = sum(row.low for row in rows(account) if row.account.startswith(("source:", "surplus:")))
    assert given_ == sum(
        row.low for row in rows(account) if not row.account.startswith(("source:", "surplus:"))
    )


@given(world=worlds(), data=st.data())
def test_order_and_repetition_change_nothing(world, data):
    """Events in any order, and any of them again, give the same books to the last figure."""
    shuffled = data.draw(st.permutations(world.events))
    again = data.draw(st.lists(st.sampled_from(world.events), max_size=5))
    found = Books(shuffled).add(again)
    assert found.account(END, END) == books(world)
    assert found.account(END, END).as_json() == books(world).as_json()


@given(world=worlds())
def test_the_books_hold_the_truth(world):
    """Where clerks say intervals that hold the truth, the books' intervals hold it: the lost, the too many, who is where."""
    account = books(world)
    for leg in account.legs:
        assert within(world.lost[leg.leg], leg.unexplained.low, leg.unexplained.high), leg
        assert within(world.stowed[leg.leg], leg.surplus.low, leg.surplus.high), leg
    for name, heads in world.there.items():
        row = account.row(name)
        assert row is None or within(heads, row.low, row.high), name
    missing = account.row("unexplained:reception:CAMP")
    assert within(world.gone, missing.low, missing.high) if missing else world.gone == 0


@given(world=worlds(exact=True))
def test_exact_counts_give_exactly_who_is_missing(world):
    """With exact counts the books name exactly who is missing and who is too many, bus by bus, never one against the other."""
    for leg in books(world).legs:
        assert (leg.unexplained.low, leg.unexplained.high) == (world.lost[leg.leg],) * 2
        assert (leg.surplus.low, leg.surplus.high) == (world.stowed[leg.leg],) * 2


@given(world=worlds(exact=True))
def test_counts_agree_only_where_nobody_is_missing(world):
    """Counts are said to agree just when every trip brings as many as it should."""
    missing = sum(world.lost.values()) + sum(world.stowed.values()) + world.gone
    assert books(world).counts_agree == (missing == 0)


@given(world=worlds(), hours=st.integers(0, 14), known=st.integers(0, 14), data=st.data())
def test_what_was_known_stays_known(world, hours, known, data):
    """An answer about a moment, as it was known at another, never changes: not by anything that is recorded later."""
    first = min(event.occurred_at for event in world.events)
    as_of, known_at = first + timedelta(hours=hours), first + timedelta(hours=known)
    before = [event for event in world.events if event.known(known_at)]
    later = [event for event in world.events if not event.known(known_at)]
    some = data.draw(st.lists(st.sampled_from(later), unique_by=id)) if later else []
    assert Books(before + some).account(as_of, known_at) == Books(before).account(as_of, known_at)


@given(missing=st.integers(1, 40), too_many=st.integers(1, 40))
def test_no_difference_is_netted_away(missing, too_many):
    """Who is missing from one bus is never set against who is too many in another: both stand, until matched by name."""
    lines = f"""
        with device=D1 post=P organisation=O day=2016-12-15 offset=+02:00
        09:00 departed on=M1/B1 at=TOWN count=50
        09:00 departed on=M1/B2 at=TOWN count=50
        11:00 arrived on=M1/B1 at=reception:CAMP count={50 - missing}
        11:00 arrived on=M1/B2 at=reception:CAMP count={50 + too_many}
    """
    [leg] = Books(read_lines(lines, "lines")).account().legs
    assert (leg.unexplained.low, leg.surplus.low) == (missing, too_many)
    matched = f"{lines}\n 12:00 matched deficit=M1/B1 surplus=M1/B2 count={min(missing, too_many)}"
    [leg] = Books(read_lines(matched, "lines")).account().legs
    assert (leg.unexplained.low, leg.surplus.low) == (max(missing - too_many, 0), max(too_many - missing, 0))


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
@given(data=st.data())
def test_a_story_told_in_another_order_ends_alike(path, data):
    """However a story's events come in, and whatever comes twice, its books are the same."""
    events = read_story(path).events
    shuffled = data.draw(st.permutations(events))
    assert Books([*shuffled, *shuffled[:3]]).account() == Books(events).account()


def test_empty_books_ask_for_a_moment():
    """Books without an event have nothing to say of no moment, and say so; of a given one they are empty."""
    with pytest.raises(ValueError, match="no events yet; give as_of and known_at"):
        Books().account()
    assert Books().account(END, END).counts_agree
