from collections.abc import Sequence
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from korridor.events.event import Event
from korridor.ledger.books import Books
from korridor.ledger.ledger import Ledger
from korridor.ledger.posted.post import post
from tests.ledger.posted.days import days, moments


def posted_in_batches(ledger: Ledger, most: int) -> None:
    while ledger.log.write(lambda connection: post(connection, most)):
        pass


@given(days(), st.integers(1, 5), st.integers(1, 5))
def test_a_posted_balance_is_that_of_all_events(day: Sequence[Event], at_once: int, most: int):
    """Every account's balance, in all and by class, is what the books made from all events have, however the events came."""
    with Ledger() as ledger:
        for begin in range(0, len(day), at_once):
            ledger.record(day[begin : begin + at_once])
            posted_in_batches(ledger, most)
        rows = Books(day).account().accounts
        for name in {row.account for row in rows}:
            assert ledger.balance(name) == tuple(row for row in rows if row.account == name), name
        names = {row.account for row in rows}
        for name in (
            "place:A",
            "reception:R",
            "aboard:M1/B1/1",
            "aboard:M2/B1/1",
            "aboard:M3/B1/1",
            "aboard:M1",
        ):
            assert name in names or ledger.balance(name) == ()


NAMES = (
    "place:A",
    "place:B",
    "reception:R",
    "hospital:H",
    "aboard:M1/B1/1",
    "aboard:M2/B1/1",
    "aboard:M3/B1/1",
    "aboard:M1",
    "unexplained:reception:R",
    "surplus:hospital:H",
    "source:estimate",
)


@given(days(), moments(), moments(), st.integers(1, 5))
def test_a_balance_at_any_moment_is_that_of_the_books_then(
    day: Sequence[Event], as_of: datetime, known_at: datetime, most: int
):
    """As of any moment, known at any other, every account's posted balance is what all events give, however they came."""
    with Ledger() as ledger:
        ledger.record(day)
        posted_in_batches(ledger, most)
        rows = Books(day).account(as_of, known_at).accounts
        for name in {*NAMES, *(row.account for row in rows)}:
            assert ledger.balance(name, as_of, known_at) == tuple(r for r in rows if r.account == name), name


@given(days(), moments(), moments(), st.data())
def test_a_balance_once_known_stays(
    day: Sequence[Event], as_of: datetime, known_at: datetime, data: st.DataObject
):
    """What an account held at a moment, as known at another, is never changed by what is written down later."""
    before = [event for event in day if event.known(known_at)]
    later = [event for event in day if not event.known(known_at)]
    with Ledger() as ledger:
        ledger.record(before)
        found = {name: ledger.balance(name, as_of, known_at) for name in NAMES}
        ledger.record(data.draw(st.permutations(later)))
        assert {name: ledger.balance(name, as_of, known_at) for name in NAMES} == found


@given(days())
def test_books_of_another_form_are_posted_anew(day: Sequence[Event]):
    """Posted books that an earlier program made by other rules are made again from the log."""
    with Ledger() as ledger:
        ledger.record(day)
        ledger.post()
        before = {name: ledger.balance(name) for name in ("place:A", "aboard:M1/B1/1")}
        ledger.log.write(lambda connection: connection.exec_driver_sql("UPDATE posted SET form = 0"))
        ledger.log.write(lambda connection: connection.exec_driver_sql("DELETE FROM sums_by_box"))
        assert {name: ledger.balance(name) for name in before} == before


DAY = """with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
09:00 chosen number=5 event=D1:8
09:10 corrected number=2 replaces=D1:8
09:20 boarded number=9 on=M1/B1 at=A count=3
09:30 same_as number=3 one=D1:5 other=D1:2
09:40 boarded number=8 on=M1/B1 at=A count=40
"""


def test_two_that_wait_for_one_may_become_one_before_it_comes():
    """Two acts that name an event which has not come, and are then joined by a third, both find it when it comes."""
    with Ledger() as ledger:
        ledger.read(DAY)
        posted_in_batches(ledger, 1)
        rows = ledger.account().accounts
        assert ledger.balance("place:A") == tuple(row for row in rows if row.account == "place:A")
