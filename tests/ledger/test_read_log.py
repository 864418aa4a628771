from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from korridor.ledger.ledger import Ledger
from korridor.ledger.reader import Purpose, Reader
from korridor.ledger.sensitive_read import Part
from korridor.operation.fault import Faults
from tests.ledger.typed.today import LINES

ROOM = Reader(post="ROOM", organisation="SARC", purpose=Purpose.DUTY)
REMARK = "two sat on the floor"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "books.db") as ledger:
        ledger.read(LINES)
    return tmp_path / "books.db"


def written(ledger: Ledger) -> list[tuple[str, str | None]]:
    return [(read.part.value, read.of) for read in ledger.reads.all()]


def test_each_read_is_written_down_with_who_and_what_for(store: Path):
    """Every way to read the books or a note leaves one line: who, what for, which part, and how far the log went then."""
    with Ledger(store, reader=ROOM) as ledger:
        ledger.account()
        ledger.account(leg="M1")
        ledger.account(place="ATAREB")
        ledger.balance("reception:ATAREB")
        ledger.balance("unexplained:reception:ATAREB")
        list(ledger.events())
        ledger.release()
        ledger.notes_at(["D1:1", "D1:2"])
        assert written(ledger) == [
            ("books", None),
            ("leg", "M1"),
            ("place", "ATAREB"),
            ("balance", "reception:ATAREB"),
            ("events", None),
            ("release", None),
            ("note", "D1:1"),
        ]
        reads = ledger.reads.all()
        assert {(read.reader, read.receipt) for read in reads} == {(ROOM, 2)}
        assert sorted(reads, key=lambda read: read.at) == list(reads)


def test_who_does_not_say_who_is_written_down_so(store: Path):
    """The books are shown to whoever has the store; a reader who says nothing is written down as one who said nothing."""
    with Ledger(store) as ledger:
        ledger.account()
        assert [read.reader for read in ledger.reads.all()] == [Reader()]


@pytest.mark.parametrize("left_out", ["post", "organisation", "purpose"])
def test_notes_are_read_by_somebody(store: Path, left_out: str):
    """A note is handed to nobody who does not say post, organisation and purpose; the attempt shows nothing of it."""
    some = Reader(**{k: v for k, v in ROOM.model_dump().items() if k != left_out})
    with Ledger(store, reader=some) as ledger:
        with pytest.raises(Faults, match="say all three"):
            ledger.notes_at(["D1:1"])
        assert written(ledger) == []


def test_what_was_not_found_was_not_read(store: Path):
    """A leg, an account or a note that is not there is no read, so that nothing a person typed stands in the log of reads."""
    with Ledger(store, reader=ROOM) as ledger:
        with pytest.raises(ValueError, match="there is no leg"):
            ledger.account(leg="JOHN SMITH")
        assert ledger.balance("custody:JOHN SMITH") == () and ledger.notes_at(["D1:2", "D9:9"]) == {}
        assert written(ledger) == []


def test_no_content_is_in_the_log_of_reads(store: Path):
    """What was read does not stand in the log of reads: no count, and no word of a note."""
    with Ledger(store, reader=ROOM) as ledger:
        ledger.account()
        ledger.notes_at(["D1:1"])
        said = str([read.as_json() for read in ledger.reads.all()])
    assert REMARK not in said and "48" not in said.replace(":48", "") and "departed" not in said
    assert REMARK.encode() not in store.read_bytes()


@pytest.mark.parametrize("act", ["DELETE FROM reads", "UPDATE reads SET post = 'OTHER'"])
def test_reads_are_only_added_to(store: Path, act: str):
    """The database itself refuses to change or take away what was written down."""
    with Ledger(store, reader=ROOM) as ledger:
        ledger.account()
        with pytest.raises(DBAPIError, match="reads are only ever added to"):
            ledger.log.write(lambda connection: connection.exec_driver_sql(act))
        assert len(ledger.reads.all()) == 1


def test_reads_go_along_when_a_store_is_taken_over(store: Path, tmp_path: Path):
    """Who takes a store over has its reads, once, however often he does, and the copying itself among them."""
    with Ledger(store, reader=ROOM) as old, Ledger(tmp_path / "new.db") as new:
        old.account()
        new.take_over(old)
        assert written(new) == written(old) == [("books", None), ("copy", None)]
        new.take_over(old)
        assert [read.part for read in new.reads.all()] == [Part.BOOKS, Part.COPY, Part.COPY]
