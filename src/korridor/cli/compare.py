"""``korridor compare``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag, runs_in, seed_in
from korridor.cli.plan_at import plan_at
from korridor.cli.progress_line import live_line
from korridor.cli.rehearse import PLANNING_WORK
from korridor.cli.say import complain, say, say_json
from korridor.cli.settings import Dispatch, breaks_of, precision_of

if TYPE_CHECKING:
    from korridor.planning.plan import Plan
    from korridor.rehearsal.compare import Progress


def compare(
    first: Annotated[
        Path, typer.Argument(metavar="A", help="A plan.json, or an operation, which is planned first.")
    ],
    second: Annotated[
        Path | None,
        typer.Argument(
            metavar="B", help="Another; left out, A is compared with itself under another setting."
        ),
    ] = None,
    objective: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of operations: most-out, clearance, priority or exposure."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="TIME", help="Horizon of operations, as for korridor plan.")
    ] = None,
    runs: Annotated[
        int | None,
        typer.Option(
            parser=runs_in, metavar="N", help="Runs of each; 1,000 by default, the most with --precision."
        ),
    ] = None,
    precision: Annotated[
        str | None,
        typer.Option(
            metavar="P",
            help="Run until the difference's interval is as narrow: '20 persons', '10 min', '1 %'.",
        ),
    ] = None,
    dispatch: Annotated[
        Dispatch,
        typer.Option(help="Columns leave in the plan's order (rank), or whichever is ready first (ready)."),
    ] = Dispatch.RANK,
    second_dispatch: Annotated[Dispatch | None, typer.Option(help="The same of the second alone.")] = None,
    breaks: Annotated[
        str | None,
        typer.Option("--break", metavar="TIME", help="The truce breaks at this moment in every run of both."),
    ] = None,
    mended: Annotated[str | None, typer.Option(metavar="TIME", help="And holds again from this one.")] = None,
    second_break: Annotated[
        str | None, typer.Option(metavar="TIME", help="It breaks at this moment in every run of the second.")
    ] = None,
    second_mended: Annotated[
        str | None, typer.Option(metavar="TIME", help="And holds again from this one.")
    ] = None,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of what is drawn.")] = 0,
    json: JsonFlag = False,
) -> None:
    """Is B better than A, or is the difference noise? Both are rehearsed under the same draws.

    Ctrl-C ends the runs, and what came before it is the answer.

    Example: korridor compare build/now/plan.json build/more/plan.json
    """
    import korridor
    from korridor.rehearsal.setting import Setting
    from korridor.rehearsal.statistics.compared_words import compared_words

    one = _planned(first, objective, until, json, seed)
    other = None if second is None else _planned(second, objective, until, json, seed)
    last = other or one
    asked = precision_of(precision, one.operation)
    of_both = breaks_of(breaks, mended, one.operation)
    setting = Setting(dispatch is Dispatch.READY, of_both)
    of_second = (
        breaks_of(second_break, second_mended, last.operation, "--second-break", "--second-mended") or of_both
    )
    second_setting = Setting((second_dispatch or dispatch) is Dispatch.READY, of_second)
    with live_line("comparing; Ctrl-C keeps the runs so far") as show:

        def watch(progress: Progress) -> None:
            if show is not None:
                show(f"{progress.runs:,} of {progress.most_runs:,} runs of each · {progress.words}")

        try:
            found = korridor.compare(
                one,
                other,
                setting=setting,
                second_setting=second_setting,
                runs=runs,
                precision=asked,
                seed=seed,
                names=_names(first, second),
                watch=watch,
            )
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    if json:
        say_json(found.model_dump(mode="json"))
    else:
        say(compared_words(found))


def _planned(file: Path, objective: str | None, until: str | None, json: bool, seed: int) -> Plan:
    is_plan = file.suffix.lower() == ".json"  # a plan has its own
    plan = plan_at(
        file,
        None if is_plan else objective,
        None if is_plan else until,
        json,
        seed,
        work=PLANNING_WORK,
        bounded=False,
    )
    if not plan.movements:
        complain(f"{file}: no plan was found, so there is nothing to compare; korridor check may know why")
        raise typer.Exit(1)
    return plan


def _names(first: Path, second: Path | None) -> tuple[str, str]:
    """Call the two by their files, with as many folders as tell them apart."""
    if second is None:
        return "as asked first", "under the second setting"
    one, other = first.resolve().parts, second.resolve().parts
    for last in range(1, max(len(one), len(other)) + 1):
        if one[-last:] != other[-last:]:
            return "/".join(one[-last:]), "/".join(other[-last:])
    return "A", "B"
