"""``korridor why``."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import (
    MOST_SECONDS,
    HorizonOfOperation,
    JsonFlag,
    ObjectiveOfOperation,
    folder_at,
    seconds_in,
    seed_in,
    work_in,
)
from korridor.cli.plan_at import plan_at
from korridor.cli.progress_line import live_line
from korridor.cli.say import complain, say, say_json

if TYPE_CHECKING:
    from korridor.planning.plan import Plan
    from korridor.planning.why.news import News
    from korridor.planning.why.why import Why

SECONDS = 180.0
"""How long it may take where nobody says, once there is a plan."""

PLANNED = 0.2
"""The part of that, besides, for a plan where an operation is given."""


def why(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE|PLAN", help="An operation (.yaml, .xlsx, .txt), or a plan.json."),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Write why.html and why.json there."),
    ] = None,
    objective: ObjectiveOfOperation = None,
    until: HorizonOfOperation = None,
    seconds: Annotated[
        float | None,
        typer.Option(
            parser=seconds_in, metavar="S", help=f"About how long it may take; {SECONDS:.0f} by default."
        ),
    ] = None,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of the searches.")] = 0,
    work: Annotated[
        int | None,
        typer.Option(
            parser=work_in, metavar="N", help="Iterations a search; same file, seed and work: same answer."
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Why this long? What binds, when; what one more bus, lane, bay or truce hour brings; what the time aboard costs.

    Each answer is said on standard error as it comes; Ctrl-C keeps what is done.

    Example: korridor why build/aleppo/plan.json -o build/aleppo
    """
    from korridor.papers.why.document import why_document
    from korridor.papers.why.lines import why_lines
    from korridor.papers.why.written import write_why

    folder = folder_at(output) if output else None
    limit_s = seconds if seconds is not None else MOST_SECONDS if work is not None else SECONDS
    plan = plan_at(file, objective, until, json, seed, limit_s * PLANNED, work)
    if not plan.movements:
        complain(
            f"{file}: no plan was found, so nothing can be said of what binds it; korridor check may know why"
        )
        raise typer.Exit(1)
    began = perf_counter()
    found = asked(plan, limit_s, seed, work)
    took = perf_counter() - began
    files = write_why(found, folder) if folder else ()
    if json:
        say_json(why_document(found, took, tuple(map(str, files))))
    else:
        say(why_lines(found, took, files))


def asked(plan: Plan, seconds: float, seed: int, work: int | None) -> Why:
    """Find out, and say each answer as it comes."""
    from korridor.papers.why.lines import news_line
    from korridor.planning.why.asked import why as find_out

    with live_line("why this long? Ctrl-C keeps what is done") as show:

        def told(news: News) -> None:
            if news.found is not None:
                complain(news_line(plan, news))
            elif show is not None:
                show(news_line(plan, news))

        return find_out(plan, seconds=seconds, work=work, seed=seed, told=told)
