"""``korridor ask``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import (
    MOST_SECONDS,
    HorizonOfOperation,
    JsonFlag,
    ObjectiveOfOperation,
    runs_in,
    seconds_in,
    seed_in,
    work_in,
)
from korridor.cli.plan_at import plan_at
from korridor.cli.progress_line import live_line
from korridor.cli.say import complain, say, say_json
from korridor.cli.settings import Dispatch

if TYPE_CHECKING:
    from korridor.answers.ask import Told

PLANNED = 0.25
"""The part of the time, besides, for a plan where an operation is given."""


def ask(
    file: Annotated[
        Path, typer.Argument(metavar="FILE|PLAN", help="An operation (.yaml, .xlsx, .txt), or a plan.json.")
    ],
    objective: ObjectiveOfOperation = None,
    until: HorizonOfOperation = None,
    runs: Annotated[
        int | None, typer.Option(parser=runs_in, metavar="N", help="Runs of each change; 1,000 by default.")
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option(
            parser=seconds_in, metavar="S", help="About how long planning may take; 120 by default."
        ),
    ] = None,
    work: Annotated[
        int | None,
        typer.Option(
            parser=work_in, metavar="N", help="Iterations a search; same file, seed and work: same answer."
        ),
    ] = None,
    dispatch: Annotated[
        Dispatch,
        typer.Option(help="Columns leave in the plan's order (rank), or whichever is ready first (ready)."),
    ] = Dispatch.RANK,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of searches and draws.")] = 0,
    json: JsonFlag = False,
) -> None:
    """What should be asked for at the table? One more bus, lane, bay, escort or truce hour: planned again and rehearsed.

    Ctrl-C keeps what is done.

    Example: korridor ask build/aleppo/plan.json
    """
    import korridor
    from korridor.answers.ask import SECONDS
    from korridor.answers.ask_words import ask_words
    from korridor.operation.fault import one_line
    from korridor.rehearsal.runs import RUNS
    from korridor.rehearsal.setting import Setting

    limit_s = seconds if seconds is not None else MOST_SECONDS if work is not None else SECONDS
    plan = plan_at(file, objective, until, json, seed, limit_s * PLANNED, work)
    if not plan.movements:
        complain(f"{file}: no plan was found, so there is nothing to ask of it; korridor check may know why")
        raise typer.Exit(1)
    with live_line("what to ask for? Ctrl-C keeps what is done") as show:

        def told(news: Told) -> None:
            if show is not None:
                show(one_line(news.words))

        try:
            found = korridor.ask(
                plan,
                runs=runs or RUNS,
                seconds=limit_s,
                work=work,
                seed=seed,
                setting=Setting(dispatch is Dispatch.READY),
                told=told,
            )
        except ValueError as error:
            raise typer.BadParameter(f"{file}: {error}") from None
    if json:
        say_json(found.model_dump(mode="json"))
    else:
        say(map(one_line, ask_words(found)))
