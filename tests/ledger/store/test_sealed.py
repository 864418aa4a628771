"""Stores that lie where nobody may write: a read-only medium, a folder without the right to write."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.ledger.ledger import Ledger
from korridor.ledger.reader import Purpose, Reader
from korridor.ledger.store.refused import ReadOnly
from korridor.operation.fault import Faults
from tests.ledger.typed.today import LINES

ROOM = Reader(post="ROOM", organisation="SARC", purpose=Purpose.DUTY)
NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may enter, which pytest's own are not."""
    with TemporaryDirectory(prefix="korridor-sealed-", dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def store(folder: Path) -> Path:
    with Ledger(folder / "books.db") as ledger:
        ledger.read(LINES)
        ledger.account()  # all is imported now that nobody but this user may be able to read
    return folder / "books.db"


@contextmanager
def sealed(folder: Path) -> Iterator[None]:
    """Let nobody write there; root may write everywhere, so be somebody else meanwhile."""
    root = os.geteuid() == 0
    folder.chmod(0o555)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_the_books_are_shown_and_that_it_is_not_logged_is_known(store: Path):
    """The books of a sealed store and its balances, posted or not, are those of any store; the missed reads are known."""
    with Ledger() as here:
        here.read(LINES)
        books, balance = here.account(), here.balance("reception:ATAREB")
    with sealed(store.parent), Ledger(store, new=False, reader=ROOM) as ledger:
        assert (ledger.account(), ledger.balance("reception:ATAREB")) == (books, balance)
        missed = [(read.part, read.of) for read in ledger.reads.missed]
        assert missed == [("books", None), ("balance", "reception:ATAREB")]
        assert len(ledger.reads.all()) == 1
    with Ledger(store) as ledger:
        ledger.post()
    with sealed(store.parent), Ledger(store, new=False) as ledger:
        assert ledger.balance("reception:ATAREB") == balance


def test_notes_are_not_read_where_that_cannot_be_logged(store: Path):
    """X3: a note in a sealed store is refused, with what to do."""
    with (
        sealed(store.parent),
        Ledger(store, new=False, reader=ROOM) as ledger,
        pytest.raises(Faults, match="notes are not read where"),
    ):
        ledger.notes_at(["D1:1"])


def test_nothing_is_recorded_in_it(store: Path):
    """Recording in a sealed store is refused in one line."""
    with (
        sealed(store.parent),
        Ledger(store) as ledger,
        pytest.raises(ReadOnly, match="it cannot be written to"),
    ):
        ledger.read(LINES.replace("D1", "D2"))


def test_it_is_taken_over_to_where_one_may_write(store: Path):
    """What lies in a sealed store is taken over whole, and that it was is written down in the new one."""
    with sealed(store.parent), Ledger(store, new=False) as old, Ledger() as new:
        new.take_over(old)
        assert list(new.log.kept()) == list(old.log.kept())
        assert [read.part for read in new.reads.all()] == ["books", "copy"]


def test_what_lies_beside_it_is_not_overlooked(folder: Path, store: Path):
    """A store whose newest events are still in the file beside it is refused: without them the books would be wrong."""
    (folder / "copy").mkdir()
    with Ledger(store) as ledger:
        ledger.read(
            "2016-12-15T18:00+02:00 passed device=D1 number=9 post=GATE organisation=SARC on=M1 at=GATE"
        )
        for name in ("books.db", "books.db-wal"):
            (folder / "copy" / name).write_bytes((folder / name).read_bytes())
    words = r"what was recorded last is in books\.db-wal beside it.*copy both"
    with sealed(folder / "copy"), pytest.raises(Faults, match=words):
        Ledger(folder / "copy" / "books.db", new=False)
    with Ledger(folder / "copy" / "books.db", new=False) as ledger:
        assert ledger.log.receipts == 3


def test_a_file_that_changes_under_the_reader_says_so(store: Path):
    """A sealed store that somebody else changes while it is read is not read on: of such a one SQLite does not see it."""
    with sealed(store.parent), Ledger(store, new=False) as ledger:
        ledger.account()
        if os.getuid() == 0:
            os.seteuid(0)
        os.utime(store, (1, 1))
        with pytest.raises(Faults, match="it was changed while it was read; try again"):
            ledger.account()


def test_an_older_one_says_what_to_do(store: Path):
    """A sealed store of an earlier version cannot be brought up to date there, and says so."""
    with Ledger(store) as ledger:
        for made in ("DROP TABLE reads", "UPDATE alembic_version SET version_num = '0001'"):
            ledger.log.write(lambda connection, made=made: connection.exec_driver_sql(made))
    words = "an older Korridor made it, and it cannot be brought up to date here"
    with sealed(store.parent), pytest.raises(Faults, match=words):
        Ledger(store, new=False)


def test_the_command_says_that_a_read_is_not_logged(store: Path):
    """The command shows the books all the same, says so on standard error, and leaves nothing beside the store."""
    asked = ["account", str(store), "--leg", "M1"]
    logged, there = CliRunner().invoke(app, asked), sorted(os.listdir(store.parent))
    with sealed(store.parent):
        done = CliRunner().invoke(app, asked)
    assert (done.exit_code, done.stdout) == (logged.exit_code, logged.stdout) and logged.stderr == ""
    assert done.stderr == f"{store}: this read is not logged: the store cannot be written to\n"
    assert sorted(os.listdir(store.parent)) == there
