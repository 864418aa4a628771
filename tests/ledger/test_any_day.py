"""Whatever anybody writes: heads are conserved, order and repetition change nothing, and the past stays as it was known."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from korridor.ledger.account import Account
from korridor.ledger.books import Books
from korridor.papers.account_page import account_lines
from tests.ledger.any_day import days

END = "2016-12-16T09:00+02:00"
SOURCES = ("source:", "surplus:")


def books(events) -> Account:
    return Books(events).account(END, END)


def sums(account: Account) -> tuple[float, float]:
    """What is in all accounts less what sources gave, at least and at most."""
    low, high = 0.0, 0.0
    for row in account.accounts:
        if row.scheme is None:
            least = float("-inf") if row.low is None else row.low
            most = float("inf") if row.high is None else row.high
            given_ = row.account.startswith(SOURCES)
            low, high = low - most if given_ else low + least, high - least if given_ else high + most
    return low, high


@given(events=days(exact=True, with_acts=False))
def test_heads_are_conserved_whatever_is_written(events):
    """Of any events, in accounts is what sources gave: to the head where no counts differ, else within the range."""
    account = books(events)
    low, high = sums(account)
    assert low <= 0 <= high
    if not account.differed:
        assert low == high == 0


@given(events=days(exact=False, with_acts=True), data=st.data())
def test_any_events_in_any_order_give_one_answer(events, data):
    """Corrections, choices, numbers given twice, merged rings: in any order, and repeated, there is one answer."""
    account = books(events)
    again = [*data.draw(st.permutations(events)), *events[:2]]
    assert books(again) == account
    low, high = sums(account)
    assert low <= 0 <= high


@given(events=days(exact=False, with_acts=True), as_of=st.integers(0, 20), known=st.integers(0, 20))
def test_what_was_known_of_any_day_stays_known(events, as_of, known):
    """What is written down later changes no answer about what was known before."""
    first = min(event.occurred_at for event in events)
    moment, known_at = first + timedelta(hours=as_of), first + timedelta(hours=known)
    before = [event for event in events if event.known(known_at)]
    assert Books(events).account(moment, known_at) == Books(before).account(moment, known_at)


@given(events=days(exact=False, with_acts=True))
def test_any_day_has_a_page(events):
    """The books of any day can be written as a page and as JSON, and nothing infinite is in them."""
    account = books(events)
    page, tree = "\n".join(account_lines(account)), str(account.as_json())
    assert "inf" not in tree.replace("infants", "") and "nan" not in tree
    assert page.startswith("As of")
