import os
import sqlite3
from pathlib import Path

import pytest

from korridor.ledger.store.address import Address
from korridor.ledger.store.notes import MOST_LETTERS, Notes, reference_of
from korridor.operation.fault import Faults

TEXT = "two got off at the bridge, the driver says"


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(Address.of_file(tmp_path / "books.db").notes)


def test_nothing_is_made_before_the_first_text(notes: Notes, tmp_path: Path):
    """A store without notes has no side store; the first text makes one in a file of its own."""
    assert notes.texts(["0" * 64]) == {} and notes.erase(["0" * 64]) == 0
    assert os.listdir(tmp_path) == []
    reference = notes.keep([TEXT])
    assert "books.notes.db" in os.listdir(tmp_path)
    assert notes.texts(reference) == {reference[0]: TEXT}
    notes.close()


def test_a_reference_gives_nothing_away(notes: Notes):
    """One text kept twice has two references: without its salt nobody can try texts against one."""
    one, other = notes.keep([TEXT, TEXT])
    assert one != other and len(one) == 64
    assert reference_of(b"1" * 16, TEXT) == reference_of(b"1" * 16, TEXT) != reference_of(b"2" * 16, TEXT)
    notes.close()


def test_what_is_erased_is_in_no_file(notes: Notes, tmp_path: Path):
    """An erased text is in no byte of the side store or beside it, nor is its salt; the others stay."""
    gone, stays = notes.keep([TEXT, "the second bus was late"])
    connection = sqlite3.connect(tmp_path / "books.notes.db")
    salt = connection.execute("SELECT salt FROM notes WHERE reference = ?", [gone]).fetchone()[0]
    connection.close()
    assert notes.erase([gone, "f" * 64]) == 1 and notes.erase([gone]) == 0
    assert notes.texts([gone, stays]) == {stays: "the second bus was late"}
    notes.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert TEXT.encode() not in left and salt not in left
    assert b"the second bus was late" in left


def test_a_text_too_long_is_refused_with_all(notes: Notes, tmp_path: Path):
    """A text of a book's length is refused, and nothing that came with it is kept."""
    with pytest.raises(ValueError, match=f"a note of {MOST_LETTERS + 1} letters; {MOST_LETTERS} or fewer"):
        notes.keep(["short", "a" * (MOST_LETTERS + 1)])
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"no database"])
def test_what_lies_where_notes_belong_is_left_alone(tmp_path: Path, content: bytes):
    """Another file by the side store's name is refused and stays as it is."""
    path = tmp_path / "books.notes.db"
    path.write_bytes(content)
    with pytest.raises(
        Faults, match="this is where the notes belong, but it is something else; move it away"
    ):
        Notes(Address.of_file(path))
    assert path.read_bytes() == content


def test_a_newer_side_store_is_left_alone(notes: Notes, tmp_path: Path):
    """A side store of a later version is refused."""
    notes.keep([TEXT])
    notes.close()
    with sqlite3.connect(tmp_path / "books.notes.db") as connection:
        connection.execute("UPDATE side_store SET version = 2")
    connection.close()
    with pytest.raises(Faults, match=r"a newer Korridor made it \(version 2\); install that one"):
        Notes(Address.of_file(tmp_path / "books.notes.db")).texts(["0"])
