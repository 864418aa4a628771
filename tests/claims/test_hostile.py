"""Hostile text is read or refused, in linear time."""

import subprocess
import sys
from time import process_time

import pytest

from korridor.claims.reading import read_text

SIZE = 20_000
PIECES = [
    "“",
    '"',
    "(",
    "«",
    "4 000 ",
    "1-",
    "at least ",
    "he said ",
    "\u202e",
    "\u200f",
    "\x00",
    "og",
    "hundre",
    "Ab ",
    "9" * 50 + " ",
    "said, ",
    "of ",
    "5 people left, ",
    "“5 buses” the army said. ",
    "\n- 5 people left. ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length(piece):
    """Four times as much of anything takes no more than some nine times as long (quadratic would be sixteen)."""

    def seconds(times: int) -> float:
        begin = process_time()
        read_text(piece * times, lang="nb" if piece in ("og", "hundre") else "en")
        return process_time() - begin

    seconds(100)
    small, large = (min(seconds(n // len(piece)) for _ in range(2)) for n in (SIZE, 4 * SIZE))
    assert large < 9 * small + 0.05


def test_other_digits():
    """Arabic-Indic and full-width digits are digits; letters that look like noughts are not."""
    assert [c.low for c in read_text("٤٠٠٠ people left. ４０００ people left.", lang="en")] == [4000, 4000]
    assert read_text("4OOO people left.", lang="en") == ()


def test_a_mark_that_turns_the_direction():
    """Digits behind a mark that turns the direction of writing are not read; marks that only hide are passed over."""
    assert read_text("\u202e0004 people left.", lang="en") == ()
    assert [c.low for c in read_text("4\u200b000 people left.", lang="en")] == [4000]


def test_a_gigabyte_on_one_line_is_refused_before_it_is_read(tmp_path):
    """A file of a gigabyte costs one line on standard error and status 2."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(10**9)
    done = subprocess.run(
        [sys.executable, "-m", "korridor", "read", str(path)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1 and "a dispatch has at most" in done.stderr
