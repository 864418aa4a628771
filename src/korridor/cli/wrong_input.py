"""What a wrong file leads to: its faults, line by line, and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

import typer

from korridor.cli.say import complain, say_json


@contextmanager
def wrong_input(json: bool) -> Iterator[None]:
    """Say the faults of a file on standard error, with ``--json`` as a document too; then exit with 2."""
    from korridor.operation.fault import Faults

    try:
        yield
    except Faults as faults:
        complain(str(faults))
        if json:
            say_json({"faults": [asdict(fault) for fault in faults.faults]})
        raise typer.Exit(2) from None
