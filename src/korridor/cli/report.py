"""``korridor report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import BesidePlan, JsonFlag, folder_at
from korridor.cli.claims.beside_books import AtOption, BooksOption, KnownAtOption, books_at
from korridor.cli.claims.reviewed import ClaimsOption, claims_in
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input


def report(
    file: Annotated[Path, typer.Argument(metavar="PLAN", help="A plan.json that korridor plan wrote.")],
    output: BesidePlan = None,
    claims: ClaimsOption = None,
    books: BooksOption = None,
    at: AtOption = None,
    known_at: KnownAtOption = None,
    json: JsonFlag = False,
) -> None:
    """Verify a plan, and write its report again; with what may happen, where its rehearsal stands beside it.

    With --claims, what others say stands beside what is planned and rehearsed, with --books also beside what was counted.

    Example: korridor report build/aleppo/plan.json --claims claims.jsonl -o build/again
    """
    from korridor.papers.plan_file import read_plan
    from korridor.papers.rehearsal.rehearsal_file import NAME, rehearsal_beside
    from korridor.papers.report import write_report
    from korridor.papers.verified import verified_document, verified_lines
    from korridor.planning.verify import verify

    if claims is None and books is not None:
        raise typer.BadParameter(
            "stands beside what others say; name their file with --claims", param_hint="'--books'"
        )
    with wrong_input(json):
        plan = read_plan(file)
        rehearsal = rehearsal_beside(file.parent, plan)
        kept = claims_in(claims)
        party = books_at(books, at, known_at)
    if rehearsal is None and (file.parent / NAME).exists():
        complain(f"{file.parent / NAME} is a rehearsal of another plan, and left out")
    broken = verify(plan)
    folder = folder_at(output or file.parent)
    files = () if broken else write_report(plan, folder, rehearsal=rehearsal, claims=kept, books=party)
    if json:
        say_json(verified_document(plan, broken, files))
    else:
        say(verified_lines(str(file), plan, broken, files))
    if broken:
        raise typer.Exit(1)
