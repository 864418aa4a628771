"""What may happen, in words and pictures."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.quantity import KNOWN, Quantity
from korridor.papers.rehearsal.advice import advice, headline
from korridor.papers.rehearsal.assumed import assumed
from korridor.papers.rehearsal.lines import lines
from korridor.papers.rehearsal.promise import promise_of
from korridor.papers.rehearsal.rows import fan_rows, hours_rows, waiting_rows
from korridor.papers.rehearsal.written import rehearsal_html, write_rehearsal
from korridor.papers.report import report_html
from tests.papers.rehearsal.rehearsals import made, rehearsal
from tests.papers.test_report import LOADS, Page


@pytest.fixture(scope="module")
def page():
    return Page(rehearsal_html(made(), rehearsal()))


def test_the_page_asks_for_nothing(page):
    """The page needs no network: nothing in it is loaded from elsewhere."""
    asked = [value for _, attrs in page.tags for key, value in attrs.items() if key in LOADS]
    assert asked and all(value.startswith("data:") for value in asked)


def test_the_first_line_has_plan_and_runs(page):
    """The headline has what the plan promises, and what nine of ten runs and the average come to."""
    found, promise = rehearsal().found, promise_of(made())
    said = headline(made(), rehearsal())
    for number in (promise.out, found.out.p10, round(found.out.mean)):
        assert f"{number:,.0f}" in said
    assert said in page.text


def test_advice_names_what_may_go_wrong(page):
    """Break of the truce, full places and private vehicles are spoken of where there are such things, each with its share."""
    said = " ".join(advice(made(), rehearsal()))
    for words in (
        "while no truce holds",
        "beyond what it has room for",
        "in private vehicles",
        "What costs most: if ",
    ):
        assert words in said
    assert "voluntar" not in page.text.lower() and "optim" not in said


@given(st.integers(0, 20_000))
def test_no_more_is_announced_than_nine_of_ten_runs_reach(reached):
    """What the advice would have announced is not above what nine of ten runs reach, and not far below; nothing for nobody."""
    out = rehearsal().found.out.model_copy(update={"p10": reached})
    found = rehearsal().found.model_copy(update={"out": out})
    said = " ".join(advice(made(), rehearsal().model_copy(update={"found": found})))
    announced = re.search(r"announce more than about ([\d,]+)", said)
    if reached >= 0.9 * promise_of(made()).out:
        assert announced is None and "The plan is firm" in said
    elif reached:
        assert announced is not None
        assert 0.9 * reached <= int(announced[1].replace(",", "")) <= reached
    else:
        assert "Do not announce any number" in said


def test_the_worst_tenth_is_the_worse_end():
    """Of people out the worst tenth is the low end, of everything else the high one."""
    table = {line.what: line for line in lines(made(), rehearsal().found)}
    out, left = table["people out"], table["people left behind"]
    assert out.bad.startswith(f"{rehearsal().found.out.p10:,.0f}")
    assert left.bad.startswith(f"{rehearsal().found.left.p90:,.0f}")
    assert out.plan == f"{promise_of(made()).out:,}"


def test_everything_that_is_drawn_from_is_owned():
    """Each quantity that plays a part stands in the table: what the file says with its source, the rest with whose it is."""
    table = assumed(made().operation)
    keys = {line.key for line in table}
    no_part = {Quantity.GATE_LATE, Quantity.GATE_BREAK, Quantity.GATE_MENDED}
    assert keys == {str(quantity) for quantity in Quantity if quantity not in no_part}
    said = next(line for line in table if line.key == "truce_break")
    assert (said.value, said.source, said.note, said.ours) == (
        "40 %",
        "the liaison officer",
        "a guess",
        False,
    )
    alone = [line for line in table if line.key == "on_their_own"]
    assert [(line.of, line.ours) for line in alone] == [("Sukkari", False), ("", True)]
    assert all(line.source for line in table) and table[-1].ours == KNOWN[Quantity(table[-1].key)].assumed


def test_pictures_have_the_figures():
    """Fan and hours hold the very figures of the rehearsal, and the hours add up to the plan's people out."""
    found = rehearsal().found
    fan, hours = fan_rows(made(), found), hours_rows(made(), found)
    assert fan is not None and hours is not None
    assert fan.runs[-1].p10 == found.out.p10 and fan.runs[-1].p90 == found.out.p90
    assert fan.plan[-1].persons == sum(hour.planned for hour in hours.hours) == promise_of(made()).out
    assert all(each.p10 <= each.p25 <= each.p50 <= each.p75 <= each.p90 for each in fan.runs)
    waiting = waiting_rows(made(), found)
    assert waiting is not None and "Ramouseh" in waiting.things


def test_the_report_has_it_as_a_part():
    """With its rehearsal a report has a part of that name with the same first line; without, it points to it."""
    with_it, without = Page(report_html(made(), rehearsal=rehearsal())), Page(report_html(made()))
    assert headline(made(), rehearsal()) in with_it.sections["rehearsal"]
    assert "rehearsal" not in without.sections and "korridor rehearse" in without.text


def test_files_are_written_whole(tmp_path):
    """Page and document stand in the folder, the plan too where it stands nowhere else, and nothing besides."""
    files = write_rehearsal(made(), rehearsal(), tmp_path, with_plan=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "plan.json",
        "rehearsal.html",
        "rehearsal.json",
    ]
    assert {path.name for path in files} == {path.name for path in tmp_path.iterdir()}
