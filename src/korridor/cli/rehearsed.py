"""What ``korridor rehearse`` shows and writes, once the runs are done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from korridor.cli.progress_line import live_line
from korridor.cli.say import say, say_json

if TYPE_CHECKING:
    from korridor.planning.plan import Plan
    from korridor.rehearsal.given import Break
    from korridor.rehearsal.one_run import OneRun
    from korridor.rehearsal.statistics.rehearsed import Rehearsed


@dataclass(frozen=True)
class How:
    """How runs were asked for."""

    seed: int
    reorders: bool
    breaks: tuple[Break, ...]


def show_rehearsal(
    plan: Plan,
    found: Rehearsed,
    how: How,
    folder: Path | None,
    json: bool,
    planned: bool,
    began: tuple[str, ...] = (),
) -> None:
    """Say what the runs came to; where a folder is named, find out what costs most and write the page."""
    from korridor.rehearsal.statistics.rehearsed_words import rehearsed_words

    files = () if folder is None else _written(plan, found, how, folder, planned)
    if json:
        say_json(found.model_dump(mode="json") | ({"files": list(map(str, files))} if files else {}))
    else:
        head = [*began, "From that moment on:"] if began else []
        say([*head, *rehearsed_words(found), *_named(files)])


def show_run(plan: Plan, number: int, how: How, folder: Path | None, json: bool) -> None:
    """Carry out one run; say what it came to, and write its graph and table where a folder is named."""
    import korridor

    run = korridor.one_run(plan, number, seed=how.seed, reorders=how.reorders, breaks=how.breaks)
    files = () if folder is None else korridor.write_run(plan, run, folder)
    if json:
        say_json(run.model_dump(mode="json") | ({"files": list(map(str, files))} if files else {}))
    else:
        say([*_run_words(plan, run), *_named(files)])


def _written(plan: Plan, found: Rehearsed, how: How, folder: Path, planned: bool) -> tuple[Path, ...]:
    import korridor
    from korridor.papers.plan_mark import plan_mark

    with live_line("what costs most: the same runs again, one thing at a time as planned"):
        costs = korridor.costs(plan, runs=found.runs, seed=how.seed, reorders=how.reorders, breaks=how.breaks)
    rehearsal = korridor.Rehearsal(
        plan=plan_mark(plan),
        reorders=how.reorders,
        breaks=tuple(each.as_given for each in how.breaks),
        found=found,
        costs=costs,
    )
    return korridor.write_rehearsal(plan, rehearsal, folder, with_plan=planned)


def _named(files: tuple[Path, ...]) -> tuple[str, ...]:
    return ("Written: " + ", ".join(map(str, files)),) if files else ()


def _run_words(plan: Plan, run: OneRun) -> tuple[str, ...]:
    from korridor.papers.rehearsal.run_words import run_words

    return run_words(plan.operation, run)
