"""``korridor read --date``: which days a dispatch's words can mean."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app

THURSDAYS = ["2016-12-01", "2016-12-08", "2016-12-15", "2016-12-22", "2016-12-29"]

# The 15th of December 2016 was a Thursday.
CASES = [
    ("2016-12-15", "300 people are to leave Aleppo next Thursday, the army said.", "at", ["2016-12-22"]),
    ("2016-12-17", "The army said 300 people left Aleppo on Thursday.", "at", ["2016-12-15"]),
    ("2016-12", "The army said 300 people left Aleppo on Thursday.", "at", THURSDAYS),
    ("2016-12", "Hæren sier at 300 mennesker forlot Aleppo sist torsdag.", "at", THURSDAYS),
    (None, "The army said 300 people left Aleppo on Thursday.", "at", []),
    ("2017-01-02", "300 people left Aleppo on 30 December, the army said.", "at", ["2016-12-30"]),
    ("2016-12-15", "300 people left Aleppo on Thursday, the army said.", "at", ["2016-12-15"]),
    ("2016-12-15", "300 mennesker forlot Aleppo forrige torsdag, sier hæren.", "at", ["2016-12-08"]),
    (
        "2016-12-15",
        "By Wednesday evening 300 people had left Aleppo, the army said.",
        "until",
        ["2016-12-14"],
    ),
    ("2016-12-15", "300 mennesker har forlatt Aleppo siden tirsdag, sier hæren.", "since", ["2016-12-13"]),
    ("2016-12-15", "300 mennesker forlot Aleppo natt til torsdag, sier hæren.", "at", ["2016-12-15"]),
    (
        "2016-12-15",
        "Another 300 people are to leave Aleppo on Saturday, the army said.",
        "at",
        ["2016-12-17"],
    ),
    ("2016-12-15", "Ytterligere 300 mennesker skal forlate Aleppo lørdag, sier hæren.", "at", ["2016-12-17"]),
    (
        "2016-12-15",
        "Another 300 people are to leave Aleppo on Thursday, the army said.",
        "at",
        ["2016-12-15"],
    ),
    ("2016-12-15", "300 people were to leave Aleppo on Saturday.", "at", ["2016-12-10", "2016-12-17"]),
    ("2016-12-15", "Innen mandag skal 300 mennesker være ute, sier hæren.", "until", ["2016-12-19"]),
    ("2016-12-15", "300 mennesker skal evakueres i morgen, sier hæren.", "at", ["2016-12-16"]),
]


@pytest.mark.parametrize(("date", "text", "basis", "days"), CASES)
def test_days_that_the_words_can_mean(
    date: str | None, text: str, basis: str, days: list[str], tmp_path: Path
) -> None:
    """Weekdays are the last ones, of plans the next ones, of a past plan either; of a month each of them, without a date none."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    sent = ["--date", date] if date else []
    result = CliRunner().invoke(app, ["read", str(tmp_path / "a.txt"), "--json", *sent])
    (claim,) = json.loads(result.stdout)
    assert (claim["time"]["basis"], claim["time"]["dates"]) == (basis, days)
