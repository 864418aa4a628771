"""The page about recording: what it shows is what comes."""

import re
from pathlib import Path

from typer.testing import CliRunner

import korridor
from korridor.cli.main import app
from korridor.ledger.typed.table import columns

PAGE = Path(__file__).parents[2] / "docs" / "record.md"
TEXTS = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_page_shows_what_comes(tmp_path, monkeypatch):
    """The page's day is recorded and echoed as it says, corrected, and the table beside it recorded, too."""
    monkeypatch.chdir(tmp_path)
    day, echo, correction, table = TEXTS[:4]
    for name, text in (("today.txt", day), ("more.txt", day + correction), ("table.csv", table)):
        Path(name).write_text(text)
    assert CliRunner().invoke(app, ["record", "books.db", "today.txt"]).stdout == echo
    assert CliRunner().invoke(app, ["account", "books.db"]).exit_code == 1
    for name in ("more.txt", "table.csv"):
        assert CliRunner().invoke(app, ["record", "books.db", name]).exit_code == 0
    with korridor.Ledger("books.db") as ledger:
        legs = {leg.leg: (leg.departed.low, leg.arrived.low) for leg in ledger.account().legs}
    assert legs == {"M1": (48, 47), "M2": (50, 50)}


def test_the_columns_that_the_page_names_are_there():
    """Each column that the page names is one."""
    [named] = re.findall(
        r"The columns that there are: (.*?)\n\n", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    found = re.findall(r"`([a-z-]+)`", named)
    assert len(found) > 20 and set(found) <= set(columns())
