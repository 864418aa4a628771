"""Who reads a store, and what for (X3)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.record import code_in
from korridor.cli.say import complain

if TYPE_CHECKING:
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.reader import Reader


class PurposeName(StrEnum):
    """What it is read for."""

    DUTY = "duty"
    ENQUIRY = "enquiry"
    REPORT = "report"
    TRACING = "tracing"
    CHECK = "check"


PostOption = Annotated[
    str | None,
    typer.Option(
        "--post",
        parser=code_in,
        metavar="CODE",
        envvar="KORRIDOR_POST",
        help="Who reads: the post; each read is written down in the store.",
    ),
]
OrganisationOption = Annotated[
    str | None,
    typer.Option(
        "--organisation",
        parser=code_in,
        metavar="CODE",
        envvar="KORRIDOR_ORGANISATION",
        help="Who reads: the post's organisation.",
    ),
]
PurposeOption = Annotated[PurposeName | None, typer.Option("--for", help="What it is read for.")]


def reader_of(post: str | None, organisation: str | None, purpose: PurposeName | None) -> Reader:
    """Return who reads; whatever is not said is written down as not said."""
    from korridor.ledger.reader import Purpose, Reader

    name = Purpose(purpose.value) if purpose is not None else Purpose.NOT_SAID
    return Reader(post=post, organisation=organisation, purpose=name)


def say_if_missed(ledger: Ledger, store: str) -> None:
    """Say that a read could not be written down."""
    if ledger.reads.missed:
        complain(f"{store}: this read is not logged: the store cannot be written to")
