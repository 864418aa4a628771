"""``korridor erase``."""

import re
from typing import Annotated

import typer

from korridor.cli.arguments import JsonFlag
from korridor.cli.say import say, say_json
from korridor.cli.store import StoreArgument
from korridor.cli.wrong_input import wrong_input

_ID = re.compile(r".+:[0-9]{1,15}")


def id_in(text: str) -> str:
    """Read an event's id."""
    if not _ID.fullmatch(text):
        raise typer.BadParameter(f"{text!r} is not an event's id; write for example D1:17")
    return text


def erase(
    store: StoreArgument,
    ids: Annotated[
        list[str],
        typer.Argument(parser=id_in, metavar="EVENT...", help="The events whose notes are to go."),
    ],
    json: JsonFlag = False,
) -> None:
    """Erase the notes of events, for good. The events themselves stay, and every count with them.

    Exit status 1: none of these events had a note.

    Example: korridor erase books.db D1:17
    """
    from korridor.ledger.ledger import Ledger

    with wrong_input(json), Ledger(store, new=False) as ledger:
        erased = ledger.erase(ids)
    if json:
        say_json({"erased": erased})
    else:
        say([f"{erased:,} {'note' if erased == 1 else 'notes'} erased; the events stay."])
    if not erased:
        raise typer.Exit(1)
