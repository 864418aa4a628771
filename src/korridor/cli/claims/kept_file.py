"""The file of kept claims, as an argument."""

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.say import complain

KeptFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The file of claims, beside the ledger: claims.jsonl.")
]


def must_exist(file: Path) -> None:
    """End with 2 where there is no such file: an empty answer would look like no claims."""
    if file.is_dir():
        complain(f"{file}:1: is a folder; name a file of claims in it, such as {file / 'claims.jsonl'}")
        raise typer.Exit(2)
    if not file.is_file():
        complain(f"{file}:1: there is no such file; make it with: korridor claims add {file} TEXT...")
        raise typer.Exit(2)
