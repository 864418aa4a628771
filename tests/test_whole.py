"""Files written whole or not at all."""

import pytest

from korridor.whole import write_whole


def test_files_are_written_under_their_names(tmp_path):
    """Each text becomes a file of the folder, made where it does not exist; nothing else is left."""
    folder = tmp_path / "new" / "folder"
    paths = write_whole(folder, {"a.txt": "one\n", "b.csv": "two\r\n"})
    assert paths == (folder / "a.txt", folder / "b.csv")
    assert [path.read_bytes() for path in paths] == [b"one\n", b"two\r\n"]
    assert sorted(folder.iterdir()) == sorted(paths)


def test_a_failure_leaves_what_was_there(tmp_path):
    """When the second text cannot be written, the first file keeps its old content, and no scrap is left."""
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path, {"a.txt": "new", "b.txt": "\ud800"})
    assert (tmp_path / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
