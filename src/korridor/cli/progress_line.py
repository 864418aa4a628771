"""One line on the terminal that says how far planning has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korridor.planning.progress import Progress


@contextmanager
def progress_line() -> Iterator[Callable[[Progress], None] | None]:
    """Show a live line on standard error; nothing, and ``None``, where that is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status("planning; Ctrl-C keeps the best plan so far") as status:
        yield lambda progress: status.update(Text(words(progress)))


def words(progress: Progress) -> str:
    """``searching · 12 s · 14,320, no plan beats 15,360 · 14,320 out by Fri 16 Dec 12:00``."""
    parts = [progress.stage, f"{progress.seconds:.0f} s"]
    if progress.value is not None:
        limit = f", no plan beats {progress.bound:,}" if progress.bound is not None else ""
        parts.append(f"{progress.value:,}{limit}")
    return " · ".join([*parts, progress.best] if progress.best else parts)
