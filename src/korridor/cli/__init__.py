"""The commands: each reads, calls and shows; what takes time to import is imported when one runs."""

from korridor.cli.main import main

__all__ = ["main"]
