from pathlib import Path

import pytest

import korridor
from korridor.events.event import Event
from korridor.events.written_event import read_event
from korridor.ledger.read_log import ReadLog
from korridor.ledger.reader import Purpose, Reader
from korridor.ledger.recorded import Outcome
from korridor.operation.fault import Faults
from tests.ledger.typed.today import LINES

READER = Reader(post="ROOM", organisation="SARC", purpose=Purpose.DUTY)


def outcomes(ledger: korridor.Ledger, text: str) -> list[Outcome]:
    return [each.outcome for each in ledger.read(text, "today.txt")]


def noted(ledger: korridor.Ledger) -> dict[str, str]:
    ids = [event.id for event in ledger.events() if isinstance(event, Event)]
    ledger.reads = ReadLog(ledger.log, READER)
    return ledger.notes_at(ids)


def test_a_file_that_grows_is_recorded_again(tmp_path: Path):
    """What was recorded before is there already, notes included, also from another program; the new line is recorded."""
    with korridor.Ledger(tmp_path / "books.db") as ledger:
        assert outcomes(ledger, LINES) == [Outcome.RECORDED] * 2
    with korridor.Ledger(tmp_path / "books.db") as ledger:
        more = LINES + "16:50 alighted on=M1/B7 at=reception:ATAREB count=2\n"
        assert outcomes(ledger, more) == [Outcome.AGAIN, Outcome.AGAIN, Outcome.RECORDED]
        assert ledger.log.receipts == 3
        assert noted(ledger) == {"D1:1": "two sat on the floor # the driver says"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("count=46", "count=47"),
        ("the floor", "the roof"),
        (' note="two sat on the floor # the driver says"', ""),
    ],
)
def test_a_line_that_says_otherwise_is_refused(was: str, now: str):
    """A recorded line that was changed afterwards, or its note, is a fault that says how to correct; nothing is recorded."""
    with korridor.Ledger() as ledger:
        ledger.read(LINES)
        with pytest.raises(
            Faults, match=r"is recorded already and says otherwise; correct it with a line .*number=3"
        ):
            ledger.read(LINES.replace(was, now) + "17:00 passed on=M1 at=GATE\n", "today.txt")
        assert ledger.log.receipts == 2


def test_one_number_on_two_lines_is_refused():
    """Two lines of one file with one number that say different things are a slip of the pen."""
    twice = LINES + "17:00 passed number=2 on=M1 at=GATE\n"
    with korridor.Ledger() as ledger:
        with pytest.raises(
            Faults, match=r"today\.txt:5: number: D1:2 is on line 4, too, and says otherwise there"
        ):
            ledger.read(twice, "today.txt")
        assert ledger.log.receipts == 0 and noted(ledger) == {}


def test_what_a_device_sends_is_kept_both():
    """A11: two events of a device with one number are both recorded, and the second is flagged."""
    with korridor.Ledger() as ledger, korridor.Ledger() as other:
        ledger.read(LINES)
        other.read(LINES.replace("count=46", "count=47").replace(" note=", " # note="))
        sent = list(other.events())
        assert [each.outcome for each in ledger.record(sent)] == [Outcome.TWIN, Outcome.TWIN]
        assert ledger.log.receipts == 4 and ledger.log.twins() == [(3, 1), (4, 2)]
        assert any(task.what == "number twice" for task in ledger.account().worklist)


def test_an_erased_note_leaves_the_event_valid():
    """X1: after its text is erased the event is the same byte for byte, and its line is known when it comes again."""
    with korridor.Ledger() as ledger:
        ledger.read(LINES)
        before = [kept.body for kept in ledger.log.kept()]
        assert ledger.erase(["D1:1"]) == 1 and ledger.erase(["D1:1", "D1:2", "D9:9"]) == 0
        assert noted(ledger) == {}
        assert outcomes(ledger, LINES) == [Outcome.AGAIN] * 2
        assert [kept.body for kept in ledger.log.kept()] == before
        assert noted(ledger) == {}


def test_no_text_stands_in_the_log(tmp_path: Path):
    """X1: what a person wrote is in the side store's file and in no byte of the log's."""
    with korridor.Ledger(tmp_path / "books.db") as ledger:
        ledger.read(LINES)
    assert b"the floor" not in (tmp_path / "books.db").read_bytes()
    assert b"the floor" in (tmp_path / "books.notes.db").read_bytes()


def test_the_books_are_those_of_its_events():
    """What a ledger accounts are the books of the events that it holds, and a balance is a part of them."""
    with korridor.Ledger() as ledger:
        with pytest.raises(ValueError, match="no events yet"):
            ledger.account()
        assert ledger.balance("reception:ATAREB") == ledger.balance("unexplained:reception:ATAREB") == ()
        ledger.read(LINES + "18:00 counted of=reception:ATAREB count=44\n")
        books = ledger.account()
        assert books.legs[0].unexplained.low == 2 and not books.counts_agree
        for name in {row.account for row in books.accounts}:
            assert ledger.balance(name) == tuple(row for row in books.accounts if row.account == name)


def test_a_ledger_is_taken_over_whole(tmp_path: Path):
    """Moved to another store, every event has its bytes and its place, and every note that was not erased its reference."""
    with korridor.Ledger(tmp_path / "old.db") as old, korridor.Ledger(tmp_path / "new.db") as new:
        old.read(LINES + '17:00 passed on=M1 at=GATE note="gone"\n')
        old.erase(["D1:3"])
        later = next(kept.body for kept in old.log.kept()).replace(b'"version":1', b'"version":9')
        old.record([read_event(later)])
        assert new.take_over(old) == 4 and new.take_over(old) == 0
        assert list(new.log.kept()) == list(old.log.kept())
        assert noted(new) == noted(old) == {"D1:1": "two sat on the floor # the driver says"}
        assert new.log.not_understood() == old.log.not_understood()
