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

    from korridor.papers.progress_words import progress_words

    with Console(stderr=True).status("planning; Ctrl-C keeps the best plan so far") as status:
        yield lambda progress: status.update(Text(progress_words(progress)))
