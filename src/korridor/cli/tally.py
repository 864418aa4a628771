"""``korridor tally``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import BesidePlan, JsonFlag, PaperSize, folder_at
from korridor.cli.record import code_in
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input

LONGEST_PAD = 12


class SchemeName(StrEnum):
    """In which classes people are counted; status only by an agreement, and not on a blank sheet."""

    CARE = "care"
    AGE_SEX = "age-sex"


def tally(
    plan: Annotated[
        Path | None, typer.Argument(metavar="[PLAN]", help="A plan.json: a sheet a column and post.")
    ] = None,
    column: Annotated[
        str | None,
        typer.Option(
            "--column", "--leg", metavar="MOVEMENT", help="Of a plan: only this column, such as M3."
        ),
    ] = None,
    pad: Annotated[
        str | None,
        typer.Option(parser=code_in, metavar="CODE", help="Without a plan: a code that no other pad has."),
    ] = None,
    scheme: Annotated[
        SchemeName, typer.Option(help="Without a plan: the classes to be told apart.")
    ] = SchemeName.CARE,
    output: BesidePlan = None,
    paper: PaperSize = "A4",
    json: JsonFlag = False,
) -> None:
    """Sheets to count on, and the lines that they become when they are typed in: codes and counts, no names.

    Example: korridor tally build/aleppo/plan.json -o build/tally
    """
    from korridor.events.code_lists import Scheme
    from korridor.papers.books.tally_page import write_tally
    from korridor.papers.books.tally_sheet import blank_sheets, planned_sheets, sheets_of
    from korridor.papers.orders import Paper
    from korridor.papers.plan_file import read_plan

    if paper not in list(Paper):
        raise typer.BadParameter(
            f"{paper!r} is not a sheet; one of {', '.join(Paper)}", param_hint="'--paper'"
        )
    if (plan is None) == (pad is None):
        raise typer.BadParameter("name a plan.json; or, for blank sheets, --pad and a code for them")
    if pad is not None and len(pad) > LONGEST_PAD:
        raise typer.BadParameter(f"{pad}: at most {LONGEST_PAD} letters", param_hint="'--pad'")
    if column is not None and plan is None:
        raise typer.BadParameter("belongs to a plan; blank sheets have no column", param_hint="'--column'")
    with wrong_input(json):
        if plan is not None:
            sheets = tuple(planned_sheets(read_plan(plan)))
        else:
            sheets = tuple(blank_sheets(pad or "", Scheme(scheme.value)))
    if not sheets:
        complain(f"{plan}: the plan moves nobody, so there is nothing to count")
        raise typer.Exit(1)
    if column is not None:
        try:
            sheets = sheets_of(sheets, column)
        except ValueError as error:
            complain(f"{plan}: {error}")
            raise typer.Exit(2) from None
    folder = folder_at(output or (plan.parent if plan is not None else Path()))
    files = write_tally(sheets, folder, Paper(paper))
    if json:
        say_json({"sheets": len(sheets), "files": [str(file) for file in files]})
    else:
        say([f"{len(sheets):,} sheets:", *map(str, files)])
