"""``korridor claims export``."""

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import folder_at
from korridor.cli.claims.kept_file import KeptFile, must_exist
from korridor.cli.say import say
from korridor.cli.wrong_input import wrong_input


def export(
    file: KeptFile,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="A table: claims.csv or claims.json, by its ending."
        ),
    ],
) -> None:
    """Write the figures as they stand, each with what was decided about it and why.

    Example: korridor claims export claims.jsonl -o claims.csv
    """
    import json

    from korridor.claims.kept.file import read_kept
    from korridor.papers.claims_table import claims_csv, claims_table
    from korridor.whole import write_whole

    must_exist(file)
    if output.suffix not in (".csv", ".json"):
        raise typer.BadParameter(f"{output} ends in neither .csv nor .json", param_hint="'-o'")
    with wrong_input(False):
        kept = read_kept(file)
    text = (
        claims_csv(kept)
        if output.suffix == ".csv"
        else json.dumps(claims_table(kept), indent=2, ensure_ascii=False)
    )
    write_whole(folder_at(output.parent), {output.name: text})
    say([f"{output}: {len(kept)} figures"])
