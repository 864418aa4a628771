"""The reader as everybody has it: ``korridor read --json``, asked once a text."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typer
from typer.testing import CliRunner

from korridor.cli.main import app
from tests.claims.labelled import Dispatch
from tests.claims.score import Answer


def is_there() -> bool:
    """Whether this version has the command."""
    return "read" in typer.main.get_command(app).commands  # type: ignore[attr-defined]


def read(dispatch: Dispatch) -> Sequence[Answer]:
    """What the command answers for one text; its language is given, and its date where there is one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dispatch.txt"
        path.write_text(dispatch.text, encoding="utf-8")
        date = ["--date", dispatch.date] if dispatch.date else []
        result = CliRunner().invoke(app, ["read", str(path), "--lang", dispatch.language, *date, "--json"])
    if result.exit_code != 0:
        raise AssertionError(f"{dispatch.name}: exit status {result.exit_code}\n{result.output}")
    answers: Sequence[Answer] = json.loads(result.stdout)
    return answers
