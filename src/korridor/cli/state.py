"""``korridor state``."""

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.arguments import JsonFlag, folder_at
from korridor.cli.say import complain, say
from korridor.cli.wrong_input import wrong_input


def state(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="The plan in force: a plan.json.")],
    at: Annotated[
        str, typer.Option("--at", metavar="TIME", help="The moment: 2016-12-15T14:20+02:00, or '+6 h'.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to write it; state.json beside the plan if not given.",
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Write down where everything stands at a moment of a plan, to change by hand and to plan on from.

    Example: korridor state build/aleppo/plan.json --at 2016-12-15T14:20+02:00
    """
    from korridor.events.state_file import state_json
    from korridor.operation.fault import one_line
    from korridor.papers.plan_file import read_plan
    from korridor.papers.plan_in_force import naming
    from korridor.papers.state_words import state_lines
    from korridor.planning.replan.state_at import state_at
    from korridor.planning.verify import verify
    from korridor.whole import write_whole

    with wrong_input(json):
        made = read_plan(plan)
    if broken := verify(made):
        for each in broken:
            complain(one_line(str(each)))
        complain(one_line(f"{plan}: the plan breaks rules of docs/semantics.md; no state is taken of it."))
        raise typer.Exit(1)
    try:
        found = state_at(made, at)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--at'") from None
    path = output or plan.parent / "state.json"
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder; name a file in it", param_hint="'-o'")
    if path.resolve() == plan.resolve():
        raise typer.BadParameter(f"{path} is the plan itself; name another file", param_hint="'-o'")
    folder = folder_at(path.parent)
    text = state_json(made.operation, naming(found, plan, folder))
    write_whole(folder, {path.name: text})
    if json:
        say([text.rstrip("\n")])
        return
    say(map(one_line, state_lines(made.operation, found)))
    say([f"Written: {path}. Change in it what is otherwise, and plan on: korridor plan FILE --from {path}"])
