"""One key from a person; without a terminal one letter of standard input, and a line asked for is the rest of that line."""

import sys

import click


def one_key() -> str:
    """Return the next key, or nothing when there are no more.

    Ctrl-C and Ctrl-D end it as *no more*: what was decided is kept already.
    """
    if sys.stdin.isatty():
        try:
            return click.getchar()
        except (EOFError, KeyboardInterrupt):
            return ""
    # A script's keys may stand on lines of their own.
    while (letter := sys.stdin.read(1)).isspace():
        pass
    return letter


def one_line_of_text(asked: str) -> str:
    """Ask for a line and return it; empty when there is none."""
    sys.stderr.write(asked)
    sys.stderr.flush()
    return sys.stdin.readline().strip()
