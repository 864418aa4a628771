"""``korridor claims add``."""

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import folder_at
from korridor.cli.claims.kept_file import KeptFile
from korridor.cli.claims.names import NamesOption, say_who_finds_names
from korridor.cli.say import say
from korridor.cli.wrong_input import wrong_input


def add(
    file: KeptFile,
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...", help="Dispatches: files, folders, or - for standard input."),
    ] = None,
    facts: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Figures compiled by hand, one a line; see docs/agreement.md."),
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="en|nb", help="The language; told from each text if not given.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM[-DD]", help="When the dispatches were sent.")
    ] = None,
    names: NamesOption = "installed",
    table: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What claims export wrote at another desk, with its decisions: .csv or .json.",
        ),
    ] = None,
) -> None:
    """Read figures and keep them, open for review; what is kept already stays as it was decided.

    Example: korridor claims add claims.jsonl dispatches/ --date 2016-12-16
    """
    import korridor
    from korridor.claims.fact_file import read_facts
    from korridor.claims.kept.file import read_kept, write_kept
    from korridor.claims.kept.review import added, taken_over
    from korridor.claims.kept.table_file import read_table

    if not texts and facts is None and table is None:
        raise typer.BadParameter("name a dispatch, a folder of them, --facts or --table", param_hint="TEXT")
    with wrong_input(False):
        before = read_kept(file)
        found = list(read_facts(facts)) if facts else []
        try:
            if texts:
                say_who_finds_names(names, lang)
                found += korridor.read_claims(*texts, lang=lang, date=date, names=names)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
        taken = read_table(table) if table else ()
    after = added(taken_over(before, taken), found)
    folder_at(file.parent)
    write_kept(file, after)
    say([f"{file}: {len(after) - len(before)} new figures, {len(after)} in all"])
