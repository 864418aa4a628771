"""Korridor as a person starts it: a process of its own."""

import subprocess
import sys
from pathlib import Path

from tests.operation.tiny import TINY

INSTANCE = "2 10\n1 2\n2 40 30 10\n2 60 20 40\n\n1 5 7\n\n1 3 4\n2 6 8\n"


def korridor(*arguments: str | Path, **more) -> subprocess.CompletedProcess[str]:
    """Run the command without a terminal."""
    command = [sys.executable, "-m", "korridor", *map(str, arguments)]
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        **more,
    )


def tiny(folder: Path, text: str = TINY) -> Path:
    path = folder / "tiny.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def instance(folder: Path) -> Path:
    path = folder / "small.txt"
    path.write_text(INSTANCE)
    return path
