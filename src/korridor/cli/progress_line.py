"""One line on the terminal that says how far the program has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korridor.planning.progress import Progress


@contextmanager
def live_line(first: str) -> Iterator[Callable[[str], None] | None]:
    """Show a live line on standard error; nothing, and ``None``, where that is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(first) as status:
        yield lambda words: status.update(Text(words))


@contextmanager
def progress_line() -> Iterator[Callable[[Progress], None] | None]:
    """Show how far planning has come, as ``live_line`` does."""
    from korridor.papers.progress_words import progress_words

    with live_line("planning; Ctrl-C keeps the best plan so far") as show:
        yield None if show is None else lambda progress: show(progress_words(progress))
