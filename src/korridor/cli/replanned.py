"""``korridor plan --from``: what a state and the plan in force before it bring to the question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import typer

from korridor.cli.arguments import MOST_SECONDS
from korridor.cli.progress_line import progress_line
from korridor.cli.say import complain, say, say_json

if TYPE_CHECKING:
    from korridor.events.saved_state import SavedState
    from korridor.operation.operation import Operation
    from korridor.planning.plan import Objective, Plan

SECONDS = 1.0
"""How long the search may take where nobody says: columns are on the road, and people wait to be told."""


@dataclass(frozen=True)
class Moment:
    """The moment to plan on from.

    Attributes
    ----------
    operation : Operation
        Whole; with the horizon of the earlier plan, where the question sets none.
    state : SavedState
    earlier : Plan or None
    """

    operation: Operation
    state: SavedState
    earlier: Plan | None


def moment_of(path: Path, operation: Operation) -> Moment:
    """Read a state and the plan that it names; raises :class:`korridor.operation.fault.Faults`."""
    from korridor.events.state_file import read_state
    from korridor.papers.plan_in_force import plan_in_force

    state = read_state(path, operation)
    earlier = plan_in_force(path, state, operation)
    if earlier is not None and operation.until_s is None:
        operation = operation.until(earlier.operation.until_s)
    return Moment(operation, state, earlier)


def replan(
    moment: Moment,
    aim: Objective,
    folder: Path | None,
    seconds: float | None,
    seed: int,
    work: int | None,
    json: bool,
) -> None:
    """Plan on, and say what changes."""
    import korridor
    from korridor.operation.check import check
    from korridor.operation.fault import one_line
    from korridor.papers.changes_document import changes_document
    from korridor.papers.changes_page import write_changes
    from korridor.papers.changes_words import changes_lines
    from korridor.papers.summary import summary_document, summary_lines
    from korridor.planning.plan import Status
    from korridor.planning.replan.changes import changes_of

    bounded = seconds is not None or work is not None  # a bound takes longer than people on the road can wait
    if seconds is None:
        seconds = MOST_SECONDS if work is not None else SECONDS
    findings = check(moment.operation)
    for finding in findings:
        complain(one_line(str(finding)))
    began = perf_counter()
    with progress_line() as progress:
        made = korridor.plan(
            moment.operation,
            objective=aim,
            seconds=seconds,
            seed=seed,
            work=work,
            progress=progress,
            bounded=bounded,
            start=moment.state,
            earlier=moment.earlier,
        )
    took = perf_counter() - began
    changes = changes_of(moment.operation, moment.state, made, moment.earlier)
    files: tuple[Path, ...] = ()
    if folder is not None:
        from korridor.papers.report import write_report

        files = (*write_changes(changes, folder), *write_report(made, folder))
    if json:
        say_json({**summary_document(made, took, files, findings), **changes_document(changes)})
    else:
        say(one_line(line) for line in (*changes_lines(changes), "", *summary_lines(made, took, files)))
    if made.status is Status.NONE_FOUND and made.operation.persons:
        raise typer.Exit(1)
