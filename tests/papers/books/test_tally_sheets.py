"""Tally sheets: what is written on paper is typed in without a thought."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.events.code_lists import Scheme
from korridor.ledger.account import NOT_THE_SAME_PEOPLE
from korridor.ledger.ledger import Ledger
from korridor.papers.books.tally_page import tally_lines, write_tally
from korridor.papers.books.tally_sheet import blank_sheets, planned_sheets, sheets_of
from korridor.papers.plan_file import plan_json
from tests.papers.small_plan import made

FILLED = {
    "organisation=______": "organisation=SARC",
    "recorded=____-__-__T__:__": "recorded=2016-12-16T08:00",
    "day=____-__-__": "day=2016-12-15",
    "offset=______": "offset=+02:00",
    "__:__": "09:00",
    "count=___": "count=10",
}


def filled(text: str) -> str:
    """What a clerk makes of the lines: every blank filled, classes that nobody told apart struck out."""
    for blank, written in FILLED.items():
        text = text.replace(blank, written)
    return re.sub(r" (care|age-sex)=\S+", "", text)


def test_a_filled_sheet_of_a_plan_is_typed_in():
    """The lines of a plan's sheets, their blanks filled, are events that the books take, and nobody is unexplained."""
    plan = made()
    text = filled("\n".join(tally_lines(planned_sheets(plan))))
    with Ledger() as ledger:
        ledger.read(text)
        account = ledger.account()
    assert "_" not in re.sub("#.*", "", text)
    assert {leg.leg for leg in account.legs} == {f"M{m.rank + 1}" for m in plan.movements if m.loaded}
    assert account.counts_agree and all(str(leg.departed) == "10" for leg in account.legs)


@pytest.mark.parametrize("scheme", [Scheme.CARE, Scheme.AGE_SEX])
def test_a_filled_blank_sheet_is_typed_in(scheme):
    """Each kind of blank sheet becomes events with their classes; a blank that was left is a fault of its line."""
    text = "\n".join(tally_lines(blank_sheets("PAD-3", scheme)))
    for blank, written in FILLED.items():
        text = text.replace(blank, written)
    text = re.sub("on=______", "on=M1/B7", text).replace("of=______ into", "of=M1/B7 into")
    text = text.replace("______", "GATE")
    typed = text.replace(":___", ":2")
    with Ledger() as ledger:
        recorded = ledger.read(typed)
        first = next(iter(ledger.events()))
    assert len(recorded) == 5 * 12 and first.what.count.scheme is scheme
    with Ledger() as ledger, pytest.raises(Exception, match="is not a count"):
        ledger.read(text)


def test_rows_may_stay_empty():
    """A row is numbered on paper, so one left out does not shift the others; typed in later it is one event more."""
    lines = filled("\n".join(tally_lines(planned_sheets(made())))).splitlines()
    rows = [n for n, line in enumerate(lines) if line.startswith("09:00")]
    less = [line for n, line in enumerate(lines) if n != rows[0]]
    with Ledger() as ledger:
        ledger.read("\n".join(less))
        assert sum(each.outcome == "recorded" for each in ledger.read("\n".join(lines))) == 1


def test_sheets_have_codes_of_their_own():
    """No two sheets of a plan count as one device, and sheets of another plan have other codes."""
    one = [sheet.device for sheet in planned_sheets(made())]
    other = [sheet.device for sheet in planned_sheets(made(rides=3))]
    assert len({*one, *other}) == len(one) + len(other) and max(map(len, one)) <= 16


def test_every_sheet_says_so(tmp_path: Path):
    """Every sheet has the sentence of A8, and says that no name belongs on it."""
    sheets = tuple(planned_sheets(made()))
    page = write_tally(sheets, tmp_path)[0].read_text(encoding="utf-8")
    assert page.count(NOT_THE_SAME_PEOPLE) == page.count("never a name") == len(sheets)
    assert "http" not in page.replace("http-equiv", "")


def test_the_command(tmp_path: Path):
    """Korridor tally takes a plan or a pad's code; both or neither, or a wrong sheet, is a wrong call."""
    plan = tmp_path / "plan.json"
    plan.write_text(plan_json(made()))

    def run(*arguments: object):
        return CliRunner().invoke(app, ["tally", *map(str, arguments)])

    assert run(plan).exit_code == 0 and (tmp_path / "tally.txt").exists()
    assert run("--pad", "PAD-3", "-o", tmp_path / "blank").exit_code == 0
    for wrong in ([], [plan, "--pad", "P"], ["--pad", "a name"], ["--pad", "P", "--paper", "A7"]):
        assert run(*wrong).exit_code == 2
    assert run(tmp_path / "none.json").exit_code == 2


def test_who_counts_later_does_not_know_what_to_find():
    """Planned numbers stand where people leave, and on no sheet of those who count them after that."""
    kinds = {sheet.kind: sheet.planned for sheet in planned_sheets(made())}
    assert kinds["departed"] and not any(planned for kind, planned in kinds.items() if kind != "departed")


def test_one_column_by_itself_is_what_it_is_among_all(tmp_path: Path):
    """The sheets of one column are those that all sheets have of it, code and lines alike; of no other column is a word."""
    everything = tuple(planned_sheets(made()))
    column = everything[-1].column
    found = sheets_of(everything, column)
    assert found == tuple(sheet for sheet in everything if sheet.column == column) and 0 < len(found) < len(
        everything
    )
    plan = tmp_path / "plan.json"
    plan.write_text(plan_json(made()), encoding="utf-8")
    done = CliRunner().invoke(app, ["tally", str(plan), "--column", column])
    text = (tmp_path / "tally.txt").read_text(encoding="utf-8")
    assert done.exit_code == 0 and text == "\n".join(tally_lines(found)) + "\n"


def test_a_column_that_is_none_is_said(tmp_path: Path):
    """A column that the plan does not have is said with status 2, with those that it has; a blank sheet has none."""
    plan = tmp_path / "plan.json"
    plan.write_text(plan_json(made()), encoding="utf-8")
    done = CliRunner().invoke(app, ["tally", str(plan), "--leg", "M99"])
    assert done.exit_code == 2 and done.stderr.startswith(f"{plan}: there is no column 'M99' to count; ")
    assert not (tmp_path / "tally.html").exists()
    assert CliRunner().invoke(app, ["tally", "--pad", "PAD-3", "--column", "M1"]).exit_code == 2
