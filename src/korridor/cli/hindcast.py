"""``korridor hindcast``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import JsonFlag, OperationFile, folder_at, runs_in, seed_in, work_in
from korridor.cli.progress_line import live_line, progress_line
from korridor.cli.say import say, say_json
from korridor.cli.wrong_input import wrong_input

CLAIMS = "claims.csv"
"""The list of reported figures, beside the operation, where none is named."""


def hindcast(
    file: OperationFile,
    claims: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help=f"The list of reported figures; {CLAIMS} beside FILE if not given."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Write hindcast.svg, .png and .json there."),
    ] = None,
    runs: Annotated[
        int | None, typer.Option(parser=runs_in, metavar="N", help="How many runs; 2,000 by default.")
    ] = None,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of what is drawn.")] = 0,
    work: Annotated[
        int | None,
        typer.Option(
            parser=work_in, metavar="N", help="Iterations of the search for the plan; 20,000 by default."
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Would it have told what happened? An operation with the windows as they happened, against what was reported.

    Ctrl-C ends the runs, and what came before it is the answer.

    Example: korridor hindcast examples/aleppo-2016/happened.yaml -o build/hindcast
    """
    import korridor
    from korridor.answers.hindcast import RUNS, WORK
    from korridor.operation.fault import one_line
    from korridor.operation.read import read_operation
    from korridor.papers.hindcast.written import write_hindcast
    from korridor.rehearsal.hindcast.words import hindcast_words

    folder = folder_at(output) if output else None
    with wrong_input(json):
        operation = read_operation(file)
        number = runs or RUNS
        with progress_line() as progress, live_line("the runs; Ctrl-C keeps those so far") as show:

            def watch(done: int) -> None:
                if show is not None:
                    show(f"{done:,} of {number:,} runs")

            try:
                found = korridor.hindcast(
                    operation,
                    claims or file.parent / CLAIMS,
                    runs=number,
                    seed=seed,
                    work=work or WORK,
                    progress=progress,
                    watch=watch,
                )
            except ValueError as error:
                raise typer.BadParameter(f"{file}: {error}") from None
    files = write_hindcast(found, operation, folder) if folder else ()
    if json:
        say_json({**found.model_dump(mode="json"), "files": [str(each) for each in files]})
    else:
        say(map(one_line, hindcast_words(found)))
        say([f"Written: {', '.join(map(str, files))}"] if files else [])
