"""Reviewed claims beside the figures of a paper, as an option of a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.claims.kept_file import must_exist

if TYPE_CHECKING:
    from korridor.claims.kept.review import Claims

ClaimsOption = Annotated[
    Path | None,
    typer.Option(
        "--claims",
        metavar="FILE",
        help="What others say, beside: the figures of claims.jsonl that a person accepted. No figure changes by them.",
    ),
]


def claims_in(file: Path | None) -> Claims | None:
    """Read the kept claims; ``None`` where none are asked for.

    Raises
    ------
    korridor.operation.fault.Faults
        If it is no file of claims.
    """
    if file is None:
        return None
    from korridor.claims.kept.file import read_kept

    must_exist(file)
    return read_kept(file)
