"""Korridor as a person starts it: a process of its own."""

import subprocess
import sys
from pathlib import Path

from tests.operation.tiny import TINY
from tests.papers.small_plan import INSTANCE


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
