"""--claims of korridor report and korridor account: what others say, on the page."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from korridor.claims.kept.file import write_kept
from korridor.claims.kept.kept import Kept, Verdict
from korridor.cli.main import app
from korridor.papers.plan_file import plan_json
from tests.claims.agreement.claims import claim
from tests.papers.small_plan import made

DAY = """with device=D1 post=GATE organisation=ICRC day=2016-12-16 offset=+02:00
06:00 departed on=M1 at=EAST-ALEPPO count=8000
09:00 arrived on=M1 at=reception:ATAREB count=8000
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """One figure that was accepted, and is above what the books hold."""
    said = claim(9500, None, "Russia", "RIA", basis="until")
    path = tmp_path / "claims.jsonl"
    write_kept(path, (Kept(claim=said, verdict=Verdict.ACCEPTED),))
    return path


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """Books of one day, of which all counts agree."""
    (tmp_path / "day.txt").write_text(DAY, encoding="utf-8")
    assert run("record", tmp_path / "books.db", tmp_path / "day.txt").exit_code == 0
    return tmp_path / "books.db"


def test_the_books_page_has_them(kept: Path, books: Path, tmp_path: Path) -> None:
    """Beside what was counted stands what was said, with what it cannot be true beside; status is that of the books alone."""
    done = run("account", books, "-o", tmp_path / "out", "--claims", kept, "--at", "Aleppo=EAST-ALEPPO")
    assert (done.exit_code, done.stderr) == (0, "")
    page = (tmp_path / "out" / "account.html").read_text(encoding="utf-8")
    assert "Russia, quoted by RIA" in page and "the books: 0 to 8,000" in page
    early = run(
        "account", books, "-o", tmp_path / "early", "--claims", kept, "--at", "Aleppo=EAST-ALEPPO",
        "--as-of", "2016-12-16T05:00+02:00",
    )  # fmt: skip
    assert (early.exit_code, "nothing had been recorded by then" in early.stderr) == (2, True)


def test_the_report_has_them(kept: Path, books: Path, tmp_path: Path) -> None:
    """Beside a plan, with the books where they are named."""
    (tmp_path / "plan.json").write_text(plan_json(made()), encoding="utf-8")
    done = run(
        "report", tmp_path / "plan.json", "--claims", kept, "--books", books, "--at", "Aleppo=EAST-ALEPPO"
    )
    assert (done.exit_code, done.stderr) == (0, "")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "What others say" in page and "the books: 0 to 8,000" in page


def test_a_call_that_cannot_be_meant(kept: Path, books: Path, tmp_path: Path) -> None:
    """Without a page, in an edition for others, with --at or --books alone, of a file that is not there: 2, and why."""
    (tmp_path / "plan.json").write_text(plan_json(made()), encoding="utf-8")
    for words, says in (
        (("account", books, "--claims", kept), "say where to write it with -o"),
        (
            ("account", books, "-o", tmp_path, "--claims", kept, "--edition", "public"),
            "internal edition only",
        ),
        (("account", books, "--at", "a=b"), "name their file with --claims"),
        (("account", books, "-o", tmp_path, "--claims", tmp_path / "no.jsonl"), "there is no such file"),
        (("report", tmp_path / "plan.json", "--books", books), "name their file with --claims"),
    ):
        done = run(*words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert says in " ".join(done.stderr.split())
