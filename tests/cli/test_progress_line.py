"""The line that says how far planning has come."""

import os
import pty
import subprocess
import sys

from korridor.cli.progress_line import progress_line
from korridor.papers.progress_words import progress_words as words
from korridor.planning.progress import Progress


def test_progress_in_words():
    """What is done, since when, the value, what no plan beats, and the best so far."""
    assert words(Progress("search", 12.4, 14320, 15360, "40 movements")) == (
        "search · 12 s · 14,320, no plan beats 15,360 · 40 movements"
    )
    assert words(Progress("begin", 0.2, None, None, "")) == "begin · 0 s"
    assert words(Progress("search", 3.0, 10, None, "")) == "search · 3 s · 10"


def test_without_a_terminal_there_is_no_line(capsys):
    """Logs and pipes get no moving line."""
    with progress_line() as progress:
        assert progress is None
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_the_line_moves():
    """On a terminal each report replaces the one before, and nothing of it is on standard output."""
    code = (
        "import time\n"
        "from korridor.cli.progress_line import progress_line\n"
        "from korridor.planning.progress import Progress\n"
        "with progress_line() as progress:\n"
        "    progress(Progress('search', 12.0, 14320, None, '[bold]best[/bold]'))\n"
        "    time.sleep(0.3)\n"
    )
    here, there = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=there,
        text=True,
        timeout=60,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(there)
    shown = os.read(here, 100_000).decode()
    os.close(here)
    assert done.stdout == ""
    assert "search · 12 s · 14,320 · [bold]best[/bold]" in shown
