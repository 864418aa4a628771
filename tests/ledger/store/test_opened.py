import os
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import event

from korridor.ledger.store.address import Address
from korridor.ledger.store.log import Log
from korridor.ledger.store.notes import Notes
from korridor.ledger.store.versions import VERSIONS
from korridor.operation.fault import Faults
from tests.ledger.store.entries import bodies, entries, opened

STRANGE = "it is not a Korridor store; name another file, or a new one"


def refusal(path: Path, new: bool = True) -> str:
    with pytest.raises(Faults) as found:
        Log.open(Address.of_file(path), new=new)
    return str(found.value).removeprefix(f"{path}:1: ")


def test_a_new_store_is_whole_and_alone(tmp_path: Path):
    """A new store is one file, with nothing left beside it once it is closed."""
    opened(tmp_path / "books.db").close()
    assert os.listdir(tmp_path) == ["books.db"]


def test_none_is_made_by_reading(tmp_path: Path):
    """Whoever only reads is told that there is nothing, and nothing is made."""
    assert refusal(tmp_path / "boks.db", new=False) == "there is no store here; korridor record makes one"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3", os.urandom(5000)])
def test_what_is_no_database_is_left_alone(tmp_path: Path, content: bytes):
    """A file that is no database, an empty one included, is refused and stays as it is."""
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    assert refusal(path) == STRANGE
    assert path.read_bytes() == content and os.listdir(tmp_path) == ["list.csv"]


def test_another_programs_database_is_left_alone(tmp_path: Path):
    """A database of something else, or one that lies about its format, is refused."""
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    assert refusal(path) == STRANGE
    assert path.read_bytes() == before
    notes = Notes(Address.of_file(tmp_path / "books.db").notes)
    notes.keep(["a remark"])
    notes.close()
    assert refusal(tmp_path / "books.notes.db") == STRANGE


def test_a_damaged_store_says_so(tmp_path: Path):
    """A store whose pages were overwritten is refused in one line."""
    path = tmp_path / "books.db"
    with opened(path) as log:
        log.record(entries("D1", range(1, 500)))
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    assert refusal(path) in ("it is damaged; keep this file, and go on from a copy", STRANGE)


def test_a_folder_is_no_store(tmp_path: Path):
    """A folder is refused, with what to name instead."""
    assert refusal(tmp_path) == f"a folder is not a store; name a file in it{os.sep}"


def test_no_folder_no_store(tmp_path: Path):
    """A store in a folder that does not exist is refused, and the folder is not made."""
    assert (
        refusal(tmp_path / "there" / "books.db")
        == f"there is no folder {tmp_path / 'there'}; make it, or name a file in another"
    )
    assert os.listdir(tmp_path) == []


def test_a_newer_store_is_left_alone(tmp_path: Path):
    """A store of a version that this program does not know is refused with both versions, and not touched."""
    path = tmp_path / "books.db"
    opened(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    words = f"a newer Korridor made it (version 9999, this one knows up to {VERSIONS[-1]}); install that one"
    assert refusal(path) == words


def test_a_locked_store_says_so(tmp_path: Path):
    """While another program writes and does not end, recording is refused in one line, and nothing is recorded."""
    path = tmp_path / "books.db"
    with opened(path, busy_s=0.05) as log:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Faults, match="another program is writing to it and does not end; try again"):
            log.record(entries("D1", [1]))
        other.execute("ROLLBACK")
        other.close()
        assert bodies(log) == []
        log.record(entries("D1", [1]))


def test_a_full_disk_says_so(tmp_path: Path):
    """When there is no more room what did not fit is refused in one line, none of it is there, and the rest is."""
    with opened(tmp_path / "books.db") as log:
        with log.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        log.engine.dispose()

        @event.listens_for(log.engine, "connect")
        def _no_more_room(connection: sqlite3.Connection, _: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages}")

        log.record(entries("D1", [1]))
        with pytest.raises(Faults, match="the disk is full; nothing of this was recorded"):
            log.record(entries("D1", range(2, 5000)))
        assert bodies(log) == [b"D1:1"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_not_be_written(tmp_path: Path):
    """A read-only store refuses to record in one line."""
    path = tmp_path / "books.db"
    opened(path).close()
    path.chmod(stat.S_IRUSR)
    with opened(path) as log, pytest.raises(Faults, match="cannot be written to"):
        log.record(entries("D1", [1]))


def test_two_may_make_it_at_once(tmp_path: Path):
    """Of two that make one store at the same moment both use the one that is there."""
    path = tmp_path / "books.db"
    with opened(path) as one, opened(path) as other:
        one.record(entries("D1", [1]))
        other.record(entries("D2", [1]))
        assert bodies(one) == bodies(other) == [b"D1:1", b"D2:1"]
