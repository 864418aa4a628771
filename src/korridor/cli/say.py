"""What a command says: the answer on standard output, everything else on standard error."""

import io
import json
import os
import sys
from collections.abc import Iterable
from typing import Any


def say(lines: Iterable[str]) -> None:
    """Print the answer, whole; nobody reading on (``| head -1``) is no fault."""
    _write("".join(f"{line}\n" for line in lines))


def say_json(document: Any) -> None:
    """Print one JSON document and nothing else; ASCII, so that no terminal's encoding can spoil it."""
    _write(json.dumps(document, indent=2, allow_nan=False) + "\n")


def complain(text: str) -> None:
    """Print a message on standard error."""
    if sys.stderr is not None:
        # In one piece: answers may come from several threads at once.
        print(f"{text}\n", end="", file=sys.stderr, flush=True)


def _write(text: str) -> None:
    if sys.stdout is None:  # closed before we began
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        hush()
        if not isinstance(error, BrokenPipeError):
            raise


def hush() -> None:
    """Let what is still buffered go nowhere, or Python would complain of the broken pipe when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_any_letter() -> None:
    """Write out letters that the terminal's encoding lacks; a name in Arabic must not stop a plan."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
