"""Reading an operation: every fault at once, each with its line and in the file's own words."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.count import Count
from korridor.operation.fault import Faults
from korridor.operation.place import Side
from korridor.operation.read import read_operation
from korridor.operation.text import MOST_BYTES
from tests.operation.tiny import TINY, faults, operation


def test_a_sound_file_is_read():
    """Each value arrives in its unit, from the operation's start."""
    found = operation()
    assert found.name == "Tiny" and found.persons == 206
    assert found.places["Square"].side is Side.INSIDE
    assert (found.roads[1].length_m, found.roads[1].speed_m_per_h, found.roads[1].headway_s) == (
        21000,
        40000,
        600,
    )
    assert found.people["well"].count == Count.model_validate(200)
    assert found.fleet["bus"].depots == {"Park": 4}
    assert found.truce is not None and found.truce.windows[0].opens_s == 3600
    assert found.truce.windows[0].closes_s == 14 * 3600
    assert found.horizon_s == 14 * 3600 and found.margin_s == 600


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a\n- b\n", "tiny.yaml:1: a list stands where an operation belongs; write keys: name, places, …"),
        ("Tiny\n", "tiny.yaml:1: 'Tiny' stands where an operation belongs; write keys: name, places, …"),
        ("~\n", "tiny.yaml:1: nothing stands where an operation belongs; write keys: name, places, …"),
        ("{}\n", "tiny.yaml:1: name is missing; an operation needs name, places, roads, people, fleet"),
    ],
)
def test_what_is_no_operation_at_all_is_told(text, words):
    """A file of another kind is told by its first line."""
    assert faults(text)[0] == words


def refused(path) -> str:
    with pytest.raises(Faults) as error:
        read_operation(path)
    return str(error.value)


def test_a_file_that_cannot_be_had_is_told(tmp_path):
    """A missing file, a folder, another kind of file and one that is too large each get their line."""
    missing, folder, letter = tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "a.doc"
    folder.mkdir()
    assert refused(missing) == f"{missing}:1: no such file"
    assert refused(folder) == f"{folder}:1: a folder; name the file in it"
    assert refused(tmp_path) == f"{tmp_path}:1: a folder; name the file in it"
    assert refused(letter) == (
        f"{letter}:1: 'a.doc' does not end as an operation does: .yaml, .yml or .xlsx, or .txt for a Bus "
        "Evacuation Problem"
    )
    missing.write_bytes(b"#" * (MOST_BYTES + 1))
    assert refused(missing) == f"{missing}:1: larger than 10 MB; that is no file of this kind"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "a.xlsm",
            "is a workbook with macros, which are never read; open it and save it as a workbook, .xlsx",
        ),
        ("a.xls", "is a workbook of the old kind; open it and save it as a workbook, .xlsx"),
        ("a.ods", "is a workbook of another kind; open it and save it as a workbook, .xlsx"),
        (
            "a.csv",
            "is one table, and an operation has several; make a workbook with korridor new NAME --xlsx, and "
            "paste it there",
        ),
    ],
)
def test_a_table_of_another_kind_is_told_what_to_become(name, words):
    """Who comes with a table of another program is told how it becomes a workbook that can be read."""
    assert refused(name) == f"{name}:1: {name!r} {words}"


def test_a_file_that_may_not_be_read_is_told(tmp_path):
    """A file without permission gets a line."""
    path = tmp_path / "a.yaml"
    path.write_text(TINY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert refused(path) == f"{path}:1: may not be read by you; ask for permission to read it"


OTHER = "text in UTF-16 or UTF-32, or no text at all; save the file as UTF-8"


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path):
    """Text that is not UTF-8 is told where it begins; a mark of byte order is no fault."""
    path = tmp_path / "a.yaml"
    path.write_bytes(TINY.replace("Tiny", "Ålesund").encode("latin-1"))
    assert refused(path) == f"{path}:2: byte 0xc5 is not text in UTF-8; save the file as UTF-8"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        path.write_bytes(TINY.encode(encoding))
        assert refused(path) == f"{path}:1: {OTHER}"
    path.write_text(TINY, encoding="utf-8-sig")
    assert read_operation(path) == operation()


def test_line_ends_of_other_systems_are_read(tmp_path):
    """A file written on Windows is the same operation."""
    path = tmp_path / "a.yml"
    path.write_bytes(TINY.replace("\n", "\r\n").encode())
    assert read_operation(path) == operation()


LINES = TINY.split("\n")
JUNK = [
    "",
    "-",
    "[",
    "{",
    "}",
    "x",
    "5",
    "-1",
    "~",
    "true",
    "[1]",
    "{a: 1}",
    "{value: 1}",
    "9" * 50,
    "*a",
    "&a x",
]
CHANGES = st.tuples(
    st.integers(0, len(LINES) - 1), st.sampled_from([*JUNK, "&a x", "!t x", "'"]), st.booleans()
)


@given(st.lists(CHANGES, min_size=1, max_size=5))
def test_no_change_to_a_file_brings_the_reader_down(changes):
    """Whatever is done to a file's lines, it is read or refused line by line, in our words."""
    lines = list(LINES)
    for index, junk, whole in changes:
        lines[index] = junk if whole else lines[index].partition(":")[0] + ": " + junk
    for line in faults("\n".join(lines)):
        assert re.match(r"tiny\.yaml:[0-9]+: .", line)
        assert not re.search(r"[Ii]nput|valid|pydantic|Traceback|cannot stand here", line)
