"""``korridor claims``: add, review, agree, export."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from korridor.claims.fact_file import COLUMNS
from korridor.claims.kept.file import read_kept
from korridor.cli.main import app

FACTS = [
    "C1,aleppo,2016-12-16,cumulative.persons,7500,7500,person,Turkish FM/AP,u,B,",
    'C2,aleppo,2016-12-16,cumulative.persons,9500,,person,Russia/RIA,u,C,"over 9,500"',
    "C3,aleppo,2016-12-16,cumulative.wounded,=1+1,,person,x,u,C,",
]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file with two open claims that clash."""
    facts = tmp_path / "facts.csv"
    facts.write_text("\n".join([",".join(COLUMNS), *FACTS[:2]]) + "\n", encoding="utf-8")
    path = tmp_path / "claims.jsonl"
    assert run("add", path, "--facts", facts).stdout == f"{path}: 2 new figures, 2 in all\n"
    return path


def run(*words: object, keys: str = "") -> Result:
    return CliRunner().invoke(app, ["claims", *map(str, words)], input=keys)


def test_dispatches_are_added_once(tmp_path: Path) -> None:
    """The figures of a dispatch are kept, open; added again nothing is new."""
    text, path = tmp_path / "dispatch.txt", tmp_path / "claims.jsonl"
    text.write_text("At least 17 trucks left Baghouz on Wednesday, AFP reported.", encoding="utf-8")
    assert run("add", path, text, "--lang", "en").exit_code == 0
    (one,) = read_kept(path)
    assert (one.stands.low, one.stands.high, one.verdict.value) == (17, None, "open")
    assert "0 new figures, 1 in all" in run("add", path, text, "--lang", "en").stdout


def test_one_key_a_figure(kept: Path) -> None:
    """Key a accepts the first, r rejects the second, and both are in the file."""
    result = run("review", kept, keys="ar")
    assert result.stdout == "1 accepted (0 mended, 0 working figures), 1 rejected, 0 open\n"
    assert "7,500 people, done, aleppo, until 2016-12-16, by AP < Turkish FM" in result.stderr
    assert "    beside it: 9,500.. by RIA < Russia" in result.stderr
    assert [each.verdict.value for each in read_kept(kept)] == ["accepted", "rejected"]


def test_mend_and_working_figure(kept: Path) -> None:
    """Key m asks for the figure and the fields, w for a reason; what was typed stands in the file."""
    run("review", kept, keys="m..7000\nfighters\n\n\n\nAFP < AP\nwthey counted\n")
    first, second = read_kept(kept)
    assert (first.stands.low, first.stands.high, first.stands.category) == (None, 7000, "fighters")
    assert first.stands.sources == ("AFP", "AP")
    assert (second.working, second.reason) == (True, "they counted")


def test_wrong_keys_and_figures_are_asked_again(kept: Path) -> None:
    """An unknown key, a figure that is none and a working figure without reason change nothing and say why."""
    result = run("review", kept, keys="xmmany\n\n\n\n\n\nw\nq")
    for says in ("'x' is no key", "'many' is no number", "a working figure needs a reason"):
        assert says in result.stderr
    assert result.stdout == "0 accepted (0 mended, 0 working figures), 0 rejected, 2 open\n"


def test_stopping_keeps_what_was_decided(kept: Path) -> None:
    """After q, or when the keys end, the first decision is kept and the rest is open; the next review goes on there."""
    run("review", kept, keys="aq")
    assert [each.verdict.value for each in read_kept(kept)] == ["accepted", "open"]
    assert "1 of 1" in run("review", kept, keys="sb").stderr
    assert "1 of 2" in run("review", kept, "--all", keys="").stderr


def test_agree_says_what_clashes(kept: Path) -> None:
    """Both authors are named and the status is 1; with one rejected all can be true and it is 0."""
    result = run("agree", kept)
    assert result.exit_code == 1
    assert "≠ cannot all be true: Russia, quoted by RIA: at least 9,500" in result.stdout
    assert json.loads(run("agree", kept, "--json").stdout)["groups"]
    run("review", kept, keys="r")
    assert run("agree", kept).exit_code == 0


def test_agree_draws(kept: Path, tmp_path: Path) -> None:
    """The picture is written; of a noun that nobody counted it is refused with those that were."""
    picture = tmp_path / "out" / "people.svg"
    run("agree", kept, "--picture", picture)
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    refused = run("agree", kept, "--picture", picture, "--of", "sheep")
    assert refused.exit_code == 2
    assert "no figures of 'sheep'; there are people" in refused.stderr


def test_the_books_are_one_more_party(kept: Path, tmp_path: Path) -> None:
    """With --books the books' interval stands in its group, on the picture, and in what clashes; --known-at takes it back."""
    day, books = tmp_path / "day.txt", tmp_path / "books.db"
    day.write_text(
        "with device=D1 post=GATE organisation=ICRC day=2016-12-16 offset=+02:00\n"
        "06:00 departed on=M1 at=EAST-ALEPPO count=8000\n"
        "09:00 arrived on=M1 at=reception:ATAREB count=8000 recorded=2016-12-16T09:00\n",
        encoding="utf-8",
    )
    assert CliRunner().invoke(app, ["record", str(books), str(day)]).exit_code == 0
    words = ("agree", kept, "--books", books, "--at", "aleppo=EAST-ALEPPO")
    picture = tmp_path / "people.svg"
    result = run(*words, "--picture", picture)
    assert result.exit_code == 1
    assert "  the books (out of place:EAST-ALEPPO, at any hour of 2016-12-16): 0 to 8,000\n" in result.stdout
    assert "2 clashes, 1 of them with the books" in result.stdout
    assert "the books" in picture.read_text(encoding="utf-8")
    nothing_known = run(*words, "--known-at", "2016-12-16T05:00+02:00")
    assert (nothing_known.exit_code, "nothing had been recorded by then" in nothing_known.stderr) == (2, True)


def test_books_that_cannot_be_asked(kept: Path, tmp_path: Path) -> None:
    """No such store, --at without books, an account that is none: status 2 and a line that says what to write."""
    missing = tmp_path / "no.db"
    assert run("agree", kept, "--books", missing).exit_code == 2
    assert not missing.exists()
    assert "--books" in run("agree", kept, "--at", "aleppo=A").stderr
    assert "is not PLACE=ACCOUNT" in run("agree", kept, "--books", missing, "--at", "aleppo").stderr


def test_export(kept: Path, tmp_path: Path) -> None:
    """CSV and JSON have the same rows: figure, chain, verdict, reason; open bounds are empty."""
    run("review", kept, keys="wcounted\na")
    assert run("export", kept, "-o", tmp_path / "out.csv").exit_code == 0
    assert run("export", kept, "-o", tmp_path / "out.json").exit_code == 0
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["low"], row["high"], row["working"], row["reason"]) for row in rows] == [
        ("7500", "7500", "yes", "counted"),
        ("9500", "", "no", ""),
    ]
    assert [row["sources"] for row in json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))] == [
        "AP < Turkish FM",
        "RIA < Russia",
    ]
    assert run("export", kept, "-o", tmp_path / "out.xml").exit_code == 2


def test_no_file_and_wrong_input_are_said(tmp_path: Path) -> None:
    """A missing file, a file of something else and a bad line of facts end with 2 and one line each, and write nothing."""
    missing = tmp_path / "no.jsonl"
    for command in ("review", "agree"):
        result = run(command, missing)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{missing}:1: there is no such file; make it with: korridor claims add" in result.stderr
    facts = tmp_path / "facts.csv"
    facts.write_text("\n".join([",".join(COLUMNS), *FACTS]) + "\n", encoding="utf-8")
    result = run("add", missing, "--facts", facts)
    assert result.exit_code == 2
    assert "facts.csv:4: " in result.stderr
    assert not missing.exists()
    assert run("agree", facts).exit_code == 2
    assert run("add", missing).exit_code == 2


def test_nobody_at_the_desk(kept: Path, tmp_path: Path) -> None:
    """Without a terminal and without a key nothing is decided, and status 2 says so; with nothing open it is 0."""
    result = run("review", kept, keys="")
    assert result.exit_code == 2
    assert "nobody pressed a key, so nothing is decided" in result.stderr
    run("review", kept, keys="aa")
    assert run("review", kept, keys="").exit_code == 0
    assert "is a folder; name a file of claims in it" in run("review", tmp_path).stderr


def test_a_place_that_nobody_spoke_of(kept: Path, tmp_path: Path) -> None:
    """--place is told which places there are, and not which nouns."""
    refused = run("agree", kept, "--picture", tmp_path / "p.svg", "--place", "Homs")
    assert (
        refused.exit_code,
        "no figures of 'people' at 'Homs'; there are some at aleppo" in refused.stderr,
    ) == (2, True)


def test_another_desk_takes_over(kept: Path, tmp_path: Path) -> None:
    """What one desk exported, with its decisions, stands at another one as it stood there."""
    run("review", kept, keys="wcounted\nr")
    for name in ("out.csv", "out.json"):
        run("export", kept, "-o", tmp_path / name)
        there = tmp_path / f"{name}.jsonl"
        assert "2 new figures, 2 in all" in run("add", there, "--table", tmp_path / name).stdout
        assert read_kept(there) == read_kept(kept)
    assert run("add", tmp_path / "x.jsonl", "--table", tmp_path / "no.csv").exit_code == 2
