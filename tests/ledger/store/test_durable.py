import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.ledger.store.entries import bodies, opened
from tests.ledger.store.writer import BATCH

WRITER = Path(__file__).with_name("writer.py")


def written_until_killed(path: Path, device: str, lines: int) -> int:
    """Start a writer, kill it after so many acknowledgements, and return the last number that it was told is durable."""
    program = subprocess.Popen(
        [sys.executable, str(WRITER), str(path), device],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    acknowledged = 0
    for line in program.stdout:
        acknowledged = int(line)
        if acknowledged >= lines * BATCH:
            os.kill(program.pid, signal.SIGKILL)
            break
    # What it wrote between the look and the kill was acknowledged, too.
    acknowledged = max([acknowledged, *(int(line) for line in program.stdout if line.endswith("\n"))])
    program.stdout.close()
    assert program.wait(10) == -signal.SIGKILL
    return acknowledged


@pytest.mark.parametrize("lines", [1, 7])
def test_what_was_acknowledged_outlives_its_writer(tmp_path: Path, lines: int):
    """A13: of a writer killed in the middle everything acknowledged is there, whole batches only, and one may go on."""
    path = tmp_path / "books.db"
    acknowledged = written_until_killed(path, "D1", lines)
    with opened(path) as log:
        kept = bodies(log)
        assert len(kept) >= acknowledged
        assert kept == [f"D1:{number}".encode() for number in range(1, len(kept) + 1)]
        assert len(kept) % BATCH == 0
    more = written_until_killed(path, "D2", 1)
    with opened(path) as log:
        assert len([body for body in bodies(log) if body.startswith(b"D2")]) >= more


def test_every_commit_is_synced(tmp_path: Path):
    """Each connection to a store syncs fully, keeps foreign keys, and writes ahead."""
    with opened(tmp_path / "books.db") as log, log.engine.connect() as connection:
        asked = ("synchronous", "foreign_keys", "journal_mode")
        assert [connection.scalar(text(f"PRAGMA {name}")) for name in asked] == [2, 1, "wal"]
