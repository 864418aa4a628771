"""One run as a paper."""

import csv
import io

from korridor.operation.truce import WhenBroken
from korridor.papers.rehearsal.run_page import run_csv, run_html, write_run
from korridor.papers.rehearsal.run_words import run_words
from korridor.pictures.graph_rows import graph_rows
from korridor.pictures.stopped import Stop
from korridor.rehearsal.one_run import OneRun, one_run
from tests.papers.test_report import Page
from tests.pictures.convoys import plan
from tests.rehearsal.test_carry_out import under_way

MADE = plan(6)


def broken() -> tuple[OneRun, int]:
    """A run in which columns turn back, and the moment when they do."""
    task, given = under_way(WhenBroken.BACK)
    return one_run(task, 0), given.begins_s


def test_who_turned_back_is_in_the_table_with_no_times_after() -> None:
    """A row says how its movement ended; of one that turned back no moment after the break is written."""
    run, breaks_s = broken()
    rows = list(csv.DictReader(io.StringIO(run_csv(MADE.operation, run))))
    assert len(rows) == len(run.happened)
    back = [row for row in rows if row["ended"] == "turned back"]
    assert back and {row["ended"] for row in rows} == {"arrived", "turned back"}
    for row in back:
        moments = [int(row[f"{name}_s"]) for name in ("departs", "released", "ends") if row[f"{name}_s"]]
        assert moments and max(moments) <= breaks_s and row["longest_aboard_s"] == ""
    assert all(
        row["ends_s"] and row["longest_aboard_s"]
        for row in rows
        if row["ended"] == "arrived" and row["loaded"] == "yes"
    )


def test_the_page_says_what_did_not_arrive() -> None:
    """The page has who is out, when the truce broke, and each column that turned back."""
    run, _ = broken()
    text = Page(run_html(MADE, run)).text
    for line in run_words(MADE.operation, run):
        assert line in text
    assert "turned back" in text


def test_a_run_is_drawn_by_the_graph_of_a_plan() -> None:
    """Without stops and breaks the rows of a run are those of its movements as a plan's; with them marks are added."""
    run, breaks_s = broken()
    movements = [each.movement for each in run.happened]
    plain = graph_rows(MADE.operation, movements)
    assert plain.stops == () and all(line.ended == "there" for line in plain.lines)
    rank = movements[0].rank
    marked = graph_rows(MADE.operation, movements, {rank: Stop(breaks_s, True, "turned back")}, run.breaks)
    assert {mark.movement for mark in marked.stops} <= {"M001"} and len(marked.lines) == len(plain.lines)
    assert any(span.state == "broken" for _, span in marked.truce)


def test_its_files_have_its_number(tmp_path) -> None:
    """Page and table of a run are named after it."""
    run, _ = broken()
    assert [path.name for path in write_run(MADE, run, tmp_path)] == ["run-0.html", "run-0-movements.csv"]
