"""``korridor drill``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import (
    HorizonOfOperation,
    JsonFlag,
    ObjectiveOfOperation,
    folder_at,
    persons_in,
    runs_in,
    seed_in,
)
from korridor.cli.plan_at import plan_at
from korridor.cli.progress_line import live_line
from korridor.cli.rehearse import PLANNING_WORK
from korridor.cli.say import complain, say, say_json

if TYPE_CHECKING:
    from pydantic import ValidationError

    from korridor.clerks.faults import ClerkFaults
    from korridor.ledger.alarm import Alarm


def drill(
    file: Annotated[
        Path,
        typer.Argument(metavar="PLAN|FILE", help="A plan.json, or an operation, which is planned first."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="Write drill.html, drill.svg, .png and .json there."
        ),
    ] = None,
    persons: Annotated[
        int | None,
        typer.Option(
            parser=persons_in, metavar="N", help="Act on an unexplained of certainly so many; 1 by default."
        ),
    ] = None,
    age: Annotated[
        str | None, typer.Option(metavar="TIME", help="That is so old: '30 min' by default, '0 min' at once.")
    ] = None,
    clerks: Annotated[
        list[str] | None,
        typer.Option(
            "--clerks",
            metavar="FAULT=VALUE",
            help="How clerks err, again for each: 'forgets=5 %', 'delay=30 min ± 100 %'; docs/drill.md has the list.",
        ),
    ] = None,
    faultless: Annotated[
        bool, typer.Option(help="Begin from clerks without faults; --clerks gives them some.")
    ] = False,
    as_planned: Annotated[
        bool, typer.Option(help="Every run goes as planned; only clerks differ, and what is lost.")
    ] = False,
    objective: ObjectiveOfOperation = None,
    until: HorizonOfOperation = None,
    runs: Annotated[
        int | None, typer.Option(parser=runs_in, metavar="N", help="How many runs; 200 by default.")
    ] = None,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of what is drawn.")] = 0,
    json: JsonFlag = False,
) -> None:
    """How long until the books notice a lost bus? A rehearsal's events through clerks who miscount, forget and write late.

    In each run one loaded vehicle vanishes between two posts. Ctrl-C ends the runs, and what came before it is the answer.

    Example: korridor drill build/aleppo/plan.json --persons 20 -o build/drill
    """
    import korridor
    from korridor.answers.drill import RUNS
    from korridor.papers.drill.words import drill_words

    alarm, faults = _alarm(persons, age), _faults(clerks or [], faultless)
    folder = folder_at(output) if output else None
    plan = plan_at(file, objective, until, json, seed, work=PLANNING_WORK, bounded=False)
    if not plan.movements:
        complain(f"{file}: no plan was found, so there is nothing to drill; korridor check may know why")
        raise typer.Exit(1)
    number = runs or RUNS
    with live_line("the runs; Ctrl-C keeps those so far") as show:

        def watch(done: int) -> None:
            if show is not None:
                show(f"{done:,} of {number:,} runs")

        try:
            found = korridor.drill(
                plan,
                alarm=alarm,
                faults=faults,
                runs=number,
                seed=seed,
                as_planned=as_planned,
                watch=watch,
            )
        except ValueError as error:
            raise typer.BadParameter(f"{file}: {error}") from None
    files = korridor.write_drill(found, folder) if folder else ()
    if json:
        say_json(found.model_dump(mode="json") | ({"files": list(map(str, files))} if files else {}))
    else:
        say(drill_words(found))
        say([f"Written: {', '.join(map(str, files))}"] if files else [])


def _alarm(persons: int | None, age: str | None) -> Alarm:
    """Return the threshold that is asked about."""
    from pydantic import ValidationError

    from korridor.ledger.alarm import Alarm

    found = Alarm() if persons is None else Alarm(persons=persons)
    if age is None:
        return found
    try:
        read = Alarm.model_validate({"age": age}, context={"file": True})
    except ValidationError as error:
        raise typer.BadParameter(_why(error), param_hint="'--age'") from None
    return found.model_copy(update={"age_s": read.age_s})


def _faults(clerks: list[str], faultless: bool) -> ClerkFaults:
    """Return how clerks err, as it is said."""
    from pydantic import ValidationError

    from korridor.clerks.faults import KNOWN, NONE, ClerkFaults
    from korridor.operation.near import near, one_of

    found = NONE if faultless else ClerkFaults()
    for text in clerks:
        key, mark, value = (part.strip() for part in text.partition("="))
        if not mark or key not in KNOWN:
            offer = "write for example 'forgets=5 %'" if not mark else near(key, KNOWN) + one_of(KNOWN)
            raise typer.BadParameter(f"{text!r} is no fault of clerks; {offer}", param_hint="'--clerks'")
        try:
            read = ClerkFaults.model_validate({key: value}, context={"file": True})
        except ValidationError as error:
            raise typer.BadParameter(f"{key}: {_why(error)}", param_hint="'--clerks'") from None
        found = found.model_copy(update={name: getattr(read, name) for name in read.model_fields_set})
    return found


def _why(error: ValidationError) -> str:
    """Say what is wrong with the one value that was read."""
    return str(error.errors(include_url=False)[0]["msg"]).removeprefix("Value error, ")
