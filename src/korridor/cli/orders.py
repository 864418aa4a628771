"""``korridor orders``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import BesidePlan, JsonFlag, PaperSize, folder_at
from korridor.cli.progress_line import live_line
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input


def orders(
    file: Annotated[Path, typer.Argument(metavar="PLAN", help="A plan.json that korridor plan wrote.")],
    output: BesidePlan = None,
    paper: PaperSize = "A4",
    json: JsonFlag = False,
) -> None:
    """Verify a plan, and write its march orders and movement table to print, HTML and PDF.

    One sheet for the leader of each loaded column. PDF needs WeasyPrint (the extra pdf) and Pango; without them
    the HTML is written, which a browser prints.

    Example: korridor orders build/aleppo/plan.json -o build/orders
    """
    from korridor.papers.ordered import ordered_document, ordered_lines, warning_lines
    from korridor.papers.orders import Paper, write_orders
    from korridor.papers.plan_file import read_plan
    from korridor.planning.verify import verify

    try:
        sheet = Paper(paper)
    except ValueError:
        raise typer.BadParameter(
            f"{paper!r} is not a sheet; one of {', '.join(Paper)}", param_hint="'--paper'"
        ) from None
    with wrong_input(json):
        plan = read_plan(file)
    broken = verify(plan)
    folder = folder_at(output or file.parent)
    with live_line("march orders") as watch:
        printed = None if broken or not plan.movements else write_orders(plan, folder, sheet, watch)
    for line in warning_lines(printed):
        complain(line)
    if json:
        say_json(ordered_document(plan, broken, printed))
    else:
        say(ordered_lines(str(file), plan, broken, printed))
    if printed is None:
        raise typer.Exit(1)
