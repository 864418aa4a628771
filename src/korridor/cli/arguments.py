"""Arguments that several commands share, and how they are read."""

import os
from pathlib import Path
from typing import Annotated

import typer

OperationFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="An operation (.yaml, .xlsx), or a Bus Evacuation Problem (.txt)."),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
ObjectiveOfOperation = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Of an operation: most-out, clearance, priority or exposure."),
]
HorizonOfOperation = Annotated[
    str | None, typer.Option(metavar="TIME", help="Horizon of an operation, as for korridor plan.")
]
BesidePlan = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="DIR", help="Where to write; by default beside the plan."),
]
PaperSize = Annotated[str, typer.Option(metavar="A4|Letter", help="The sheet to print on.")]

NOW = "now"

MOST_SECONDS = 10**9
MOST_SEED = 2**63 - 1
MOST_WORK = 10**15
MOST_RUNS = 10**8
MOST_PERSONS = 10**6
MOST_RUN = 2**32 - 1


def seconds_in(text: str) -> float:
    """Read a time limit: seconds above zero."""
    try:
        number = float(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a number of seconds; write for example 50") from None
    if not 0 < number <= MOST_SECONDS:
        raise typer.BadParameter(f"{text} is out of range; more than 0 seconds, at most {MOST_SECONDS}")
    return number


def seed_in(text: str) -> int:
    """Read a seed: a whole number of 64 bits, none below zero."""
    return _whole(text, 0, MOST_SEED)


def work_in(text: str) -> int:
    """Read an amount of work: iterations, one or more."""
    return _whole(text, 1, MOST_WORK)


def runs_in(text: str) -> int:
    """Read a number of runs, one or more."""
    return _whole(text, 1, MOST_RUNS)


def persons_in(text: str) -> int:
    """Read a number of persons, one or more."""
    return _whole(text, 1, MOST_PERSONS)


def run_in(text: str) -> int:
    """Read the number of one run, from 0."""
    return _whole(text, 0, MOST_RUN)


def _whole(text: str, least: int, most: int) -> int:
    try:
        number = int(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a whole number; write for example 1000") from None
    if not least <= number <= most:
        raise typer.BadParameter(f"{number} is out of range; from {least} to {most}")
    return number


def moment_in(text: str) -> str:
    """Read an instant, or ``now``."""
    from datetime import UTC, datetime

    from korridor.operation.units import parse_instant

    if text == NOW:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        parse_instant(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return text


def folder_at(path: Path) -> Path:
    """Make a folder now: nobody should wait for a plan that cannot be written."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}; name a folder", param_hint="'-o'") from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise typer.BadParameter(f"{path}: you may not write there; name another folder", param_hint="'-o'")
    return path
