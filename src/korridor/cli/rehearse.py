"""``korridor rehearse``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import (
    HorizonOfOperation,
    JsonFlag,
    ObjectiveOfOperation,
    folder_at,
    run_in,
    runs_in,
    seed_in,
)
from korridor.cli.forked import from_state, moment_lines
from korridor.cli.plan_at import plan_at
from korridor.cli.progress_line import live_line
from korridor.cli.rehearsed import How, show_rehearsal, show_run
from korridor.cli.say import complain
from korridor.cli.settings import Dispatch, breaks_of, precision_of
from korridor.rehearsal.engines.name import EngineName
from korridor.rehearsal.runs import RUNS

if TYPE_CHECKING:
    from korridor.rehearsal.statistics.progress import Progress

PLANNING_WORK = 20_000
"""Iterations of the search where an operation is given and is planned first: some seconds."""


def rehearse(
    file: Annotated[
        Path,
        typer.Argument(metavar="PLAN|FILE", help="A plan.json, or an operation, which is planned first."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="Write rehearsal.html and rehearsal.json there; beside its plan.json, korridor report tells of it too.",
        ),
    ] = None,
    one: Annotated[
        int | None,
        typer.Option(
            "--run",
            parser=run_in,
            metavar="N",
            help="Carry out run N alone, from 0; with -o its movement graph and movements are written.",
        ),
    ] = None,
    objective: ObjectiveOfOperation = None,
    until: HorizonOfOperation = None,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="From this moment of a plan on, if all goes as planned until then: 2016-12-15T14:20+02:00, or '+6 h'.",
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="STATE",
            help="From a state.json on (korridor state): planned on from there for a second, then rehearsed.",
        ),
    ] = None,
    runs: Annotated[
        int | None,
        typer.Option(
            parser=runs_in,
            metavar="N",
            help=f"How many runs; {RUNS:,} by default, the most with --precision.",
        ),
    ] = None,
    precision: Annotated[
        str | None,
        typer.Option(
            metavar="P",
            help="Run until the interval is as narrow: '1 %' of the mean, '20 persons', '10 min', '2 points'.",
        ),
    ] = None,
    dispatch: Annotated[
        Dispatch,
        typer.Option(help="Columns leave in the plan's order (rank), or whichever is ready first (ready)."),
    ] = Dispatch.RANK,
    breaks: Annotated[
        str | None,
        typer.Option("--break", metavar="TIME", help="The truce breaks at this moment in every run."),
    ] = None,
    mended: Annotated[
        str | None, typer.Option(metavar="TIME", help="And holds again from this one; never, if not given.")
    ] = None,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of what is drawn.")] = 0,
    engine: Annotated[
        EngineName,
        typer.Option(help="Where the runs are carried out: this machine's cores, or a Ray cluster."),
    ] = EngineName.LOCAL,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Of the Ray cluster; RAY_ADDRESS, or one that is started and stopped again, if not given.",
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """What if? Carry a plan out thousands of times, under what nobody knows beforehand.

    Ctrl-C ends the runs, and what came before it is the answer. What if the truce breaks at 14:20, with columns on the
    road? --at TIME begins there, --break TIME breaks it.

    Example: korridor rehearse build/aleppo/plan.json --runs 10000 -o build/aleppo
    """
    import korridor
    from korridor.operation.fault import one_line
    from korridor.rehearsal.engines.named import engine_of
    from korridor.rehearsal.on_the_road import UnderWayError

    if one is not None and (runs is not None or precision is not None or at is not None):
        raise typer.BadParameter(
            "one run is carried out; leave --runs, --precision and --at out", param_hint="'--run'"
        )
    if at is not None and output is not None:
        raise typer.BadParameter("a page is of a whole plan; leave -o or --at out", param_hint="'--at'")
    folder = folder_at(output) if output else None
    with _engine_errors():
        engine_of(engine, cluster)  # before anybody waits for a plan
    if state is not None:
        plan = from_state(file, state, at, objective, until, json, seed)
    else:
        plan = plan_at(file, objective, until, json, seed, work=PLANNING_WORK, bounded=False)
    if not plan.movements:
        complain(f"{file}: no plan was found, so there is nothing to rehearse; korridor check may know why")
        raise typer.Exit(1)
    asked = precision_of(precision, plan.operation)
    given = breaks_of(breaks, mended, plan.operation)
    began = tuple(map(one_line, moment_lines(plan, at)))
    how = How(seed, dispatch is Dispatch.READY, given)
    if one is not None:
        show_run(plan, one, how, folder, json)
        return
    with _engine_errors(), live_line("rehearsing; Ctrl-C keeps the runs so far") as show:

        def watch(progress: Progress) -> None:
            if show is not None:
                show(progress.words())

        try:
            found = korridor.rehearse(
                plan,
                runs=runs,
                precision=asked,
                seed=seed,
                reorders=dispatch is Dispatch.READY,
                breaks=given,
                at=at,
                engine=engine.value,
                cluster=cluster,
                watch=watch,
            )
        except UnderWayError as error:
            raise typer.BadParameter(str(error), param_hint="'--break'") from None
    planned = file.suffix.lower() != ".json" or state is not None
    show_rehearsal(plan, found, how, folder, json, planned, began)


@contextmanager
def _engine_errors() -> Iterator[None]:
    """Say why an engine cannot carry out runs; then exit with 2."""
    from korridor.rehearsal.engines.engine import EngineError

    try:
        yield
    except EngineError as error:
        complain(f"--engine: {error}")
        raise typer.Exit(2) from None
