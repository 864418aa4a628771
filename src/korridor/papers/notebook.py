"""What a notebook shows while planning goes on."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from korridor.papers.progress_words import progress_words
from korridor.planning.progress import Progress, Watch

OFTEN_S = 0.25
"""The line changes no more often than this: each change is a message to the browser."""


@contextmanager
def notebook_progress() -> Iterator[Watch | None]:
    """Show one line under the cell, changed as planning goes on; ``None`` where no notebook runs this program."""
    display = _display()
    if display is None:
        yield None
        return
    began = time.perf_counter()
    line = _line("planning; interrupt the kernel to keep the best plan so far")
    handle = display(line, raw=True, display_id=True)
    last = began

    def watch(progress: Progress) -> None:
        nonlocal last
        now = time.perf_counter()
        if now - last >= OFTEN_S:
            last = now
            handle.update(_line(f"planning · {progress_words(progress)}"), raw=True)

    try:
        yield watch
    finally:
        handle.update(_line(f"Planned for {time.perf_counter() - began:.0f} s."), raw=True)


def _display() -> Any:
    """Return IPython's ``display`` where a kernel runs us; whoever never imported IPython has no kernel."""
    if "IPython" not in sys.modules:
        return None
    from IPython.core.getipython import get_ipython
    from IPython.display import display

    shell = get_ipython()
    return display if shell is not None and hasattr(shell, "kernel") else None


def _line(text: str) -> dict[str, str]:
    return {"text/plain": text}
