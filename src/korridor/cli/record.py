"""``korridor record``."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag
from korridor.cli.say import complain, say, say_json
from korridor.cli.store import StoreArgument
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.ledger.recorded import Recorded
    from korridor.ledger.typed.typed import Typed
    from korridor.operation.fault import Fault

STDIN = "-"
MOST_BYTES = 1_000_000_000
"""A million events are a third of this."""


class FormName(StrEnum):
    """How the file says events."""

    LINES = "lines"
    CSV = "csv"
    TIDES = "tides"
    JSON = "json"


def code_in(text: str) -> str:
    """Read a code of a post or an organisation."""
    from pydantic import TypeAdapter, ValidationError

    from korridor.events.codes import CODE_WORDS, Code

    try:
        return str(TypeAdapter(Code).validate_python(text))
    except ValidationError:
        raise typer.BadParameter(f"{text!r} is not {CODE_WORDS}") from None


def offset_given(text: str) -> str:
    """Read an offset from UTC."""
    from korridor.ledger.typed.moments import offset_in

    try:
        return offset_in(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def record(
    store: StoreArgument,
    file: Annotated[
        str, typer.Argument(metavar="[FILE|-]", help="What happened, one line an event; - is standard input.")
    ] = STDIN,
    form: Annotated[
        FormName | None,
        typer.Option(
            help="Lines, a table (csv), TIDES passenger events, or JSON; seen from the file if not given."
        ),
    ] = None,
    post: Annotated[
        str | None,
        typer.Option(parser=code_in, metavar="CODE", help="Of TIDES: the post whose counts they are."),
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(parser=code_in, metavar="CODE", help="Of TIDES: the post's organisation.")
    ] = None,
    offset: Annotated[
        str | None,
        typer.Option(
            parser=offset_given, metavar="+HH:MM", help="Of TIDES: for time stamps without an offset."
        ),
    ] = None,
    keep_both: Annotated[
        bool,
        typer.Option(
            "--keep-both", help="Keep a line that says otherwise than what has its number, and flag both."
        ),
    ] = False,
    keep_good: Annotated[
        bool,
        typer.Option(
            "--keep-good",
            help="Record the lines that are right, though others are wrong; those keep their numbers.",
        ),
    ] = False,
    json: JsonFlag = False,
) -> None:
    """What happened? Record events, for good; what is said to be recorded is on the disk.

    A store that is not there yet is made. If a line is wrong, nothing of the file is recorded; with --keep-good the
    others are, and exit status 1 says that not all was. A file may be recorded again once lines were added to
    it, or mended: an event twice is there once.

    Example: korridor record books.db today.txt
    """
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.recorded import Outcome
    from korridor.ledger.typed.form import Form, form_of, read_typed

    with wrong_input(json):
        name, text = _text(file)
        found = Form(form.value) if form is not None else form_of(text)
        if found is Form.TIDES and not (post and organisation):
            raise typer.BadParameter(
                "TIDES does not say whose counts these are; give --post and --organisation"
            )
        if found is Form.TIDES and keep_good:
            raise typer.BadParameter(
                "a TIDES table is recorded whole or not at all", param_hint="'--keep-good'"
            )
        refused: list[Fault] | None = [] if keep_good else None
        typed, skipped = read_typed(
            text,
            name,
            found,
            post=post or "",
            organisation=organisation or "",
            offset=offset or "",
            refused=refused,
        )
        if not typed:
            complain(f"{name}: no event in it, so nothing was recorded")
        with Ledger(store) as ledger:
            recorded = ledger.record_typed(
                typed, name, keep_both=keep_both or found is Form.JSON, refused=refused
            )
    left_out = {fault.line for fault in refused or ()}
    typed = tuple(each for each in typed if each.line not in left_out)
    for fault in sorted(refused or (), key=lambda fault: fault.line):
        complain(str(fault))
    counts = Counter(each.outcome for each in recorded)
    if json:
        say_json(
            {
                "store": _shown(store),
                "recorded": len(recorded) - counts[Outcome.AGAIN],
                "events": [
                    {"line": each.line, **asdict(became)}
                    for each, became in zip(typed, recorded, strict=True)
                ],
                "skipped": skipped,
                **({"refused": [asdict(fault) for fault in refused]} if refused is not None else {}),
            }
        )
        _end(left_out)
        return
    for each, became in zip(typed, recorded, strict=True):
        if became.outcome is Outcome.TWIN:
            complain(f"{name}:{each.line}: {became.id} is the number of another event, too; both are kept")
        if became.outcome is Outcome.NOT_UNDERSTOOD:
            complain(
                f"{name}:{each.line}: not understood, kept as it is: {getattr(each.event, 'reason', '')}"
            )
    for what, number in skipped.items():
        complain(f"{name}: {number:,} × {what!r} left out; it says nothing of people")
    say(_line(each, became) for each, became in zip(typed, recorded, strict=True))
    new = len(recorded) - counts[Outcome.AGAIN]
    lines = "line" if len(left_out) == 1 else "lines"
    wrong = f" {len(left_out):,} {lines} refused: mend them and record the file again." if left_out else ""
    say([f"{new:,} recorded in {_shown(store)}, {counts[Outcome.AGAIN]:,} there already.{wrong}"])
    _end(left_out)


def _end(left_out: set[int]) -> None:
    if left_out:
        raise typer.Exit(1)


def _line(typed: Typed, became: Recorded) -> str:
    from korridor.events.event import Event

    if not isinstance(typed.event, Event):
        return f"{became.id or 'no id'}  {became.outcome}"
    when = typed.event.occurred_at.isoformat(timespec="minutes")
    return f"{became.id}  {when}  {typed.event.kind}  {became.outcome}"


def _text(file: str) -> tuple[str, str]:
    """Return what messages call the input, and its text."""
    from korridor.operation.fault import Fault, Faults
    from korridor.operation.text import read_text

    if file != STDIN:
        return file, read_text(Path(file), MOST_BYTES)
    name = "standard input"
    content = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(content) > MOST_BYTES:
        raise Faults([Fault(name, 1, "", f"more than {MOST_BYTES // 10**6} MB; record it in parts")])
    try:
        return name, content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"byte {content[error.start]:#04x} is not text in UTF-8; write UTF-8"
        raise Faults([Fault(name, line, "", what)]) from None


def _shown(store: str) -> str:
    from korridor.ledger.store.address import Address

    return str(Address.read(store))
