"""why.html and why.json: the same figures, whole, and nothing that a page may not say."""

import json

import pytest

from korridor.operation.changes import MoreVehicles
from korridor.papers.report import write_report
from korridor.papers.why.document import why_document
from korridor.papers.why.written import why_html, write_why
from korridor.planning.planner import plan
from korridor.planning.why.asked import why
from tests.papers.test_report import LOADS, Page
from tests.papers.why.found import example, outcome, planned, why_of
from tests.planning.test_without_limit import road


@pytest.fixture(scope="module")
def html():
    return why_html(example())


def test_both_files_stand_in_the_folder(tmp_path):
    """Page and document are written; the document reads as JSON, and is the one that --json prints."""
    found = example()
    files = write_why(found, tmp_path)
    assert [file.name for file in files] == ["why.html", "why.json"]
    assert json.loads(files[1].read_text(encoding="utf-8")) == json.loads(json.dumps(why_document(found)))


def test_the_page_s_numbers_are_the_document_s(html):
    """Each value and bound of a change, and each of a limit, stands on the page as in the document."""
    page = Page(html)
    document = why_document(example())
    changes, frontier = " ".join(page.sections["why-changes"]), " ".join(page.sections["why-frontier"])
    for each in document["changes"]:
        assert f"{each['value']:,} people out" in changes and f"{each['bound']:,} people out" in changes
        assert each["words"] in changes
        assert each["gain"] == each["value"] - document["today"]["value"]
        assert each["moved"] == each["bound"] - document["today"]["bound"]
    for point in document["frontier"]:
        assert point["value"] is None or f"{point['value']:,} people out" in frontier
    today = " ".join(page.sections["why"])
    assert f"Today: {document['today']['value']:,} people out." in today
    assert document["today"]["bound"] == document["today"]["value"] and "No plan can beat that" in today
    looser = " ".join(Page(why_html(example(bound=250))).sections["why"])
    assert "No plan can beat: 250 people out." in looser
    assert document["frontier"][-1]["limit_s"] is None


def test_the_page_needs_nothing_beside_it(html):
    """No tag loads anything from elsewhere, and it says what it is."""
    page = Page(html)
    assert all(
        value.startswith(("data:", "#")) for _, attributes in page.tags for name, value in attributes.items()
        if name in LOADS and value
    )  # fmt: skip
    assert "Internal edition" in page.text and "Planned, not done" in page.text
    assert "voluntar" not in html.lower()


def test_a_margin_s_price_is_not_hidden(html):
    """Wherever a shorter margin is tried, the page says what it is there for."""
    assert "A shorter margin is no gift" in html
    made = planned()
    bus = MoreVehicles(vehicle_type="bus", depot="R")
    assert "A shorter margin is no gift" not in why_html(why_of(made, outcome(bus, 1, 1, made)))


def test_nothing_found_is_a_page_all_the_same():
    """Without changes, limits, parts or bound nothing is drawn of them, and the page says so."""
    made = planned().model_copy(update={"certificate": None})
    text = why_html(why_of(made, parts=(), frontier=(), bound=None, unchanged=(), stopped=True))
    page = Page(text)
    assert "No change was tried to the end." in page.text and "No limit was tried." in page.text
    assert "What no plan can beat has not been worked out." in page.text
    assert "what is missing below was not tried." in page.text
    assert "picture-why-parts" not in text and "picture-why-gains" not in text


def test_names_from_right_to_left_keep_to_themselves():
    """A place's name in Arabic stands in its own direction, in the table and in the picture's row."""
    operation = road()
    named = operation.model_validate_json(operation.model_dump_json().replace('"A"', '"حلب الشرقية"'))
    made = plan(named, work=1)
    text = why_html(why(made, work=1, limits_s=(3600,)))
    assert '<bdi dir="auto">one more bus at حلب الشرقية (2 instead of 1)</bdi>' in text


def test_a_report_can_have_the_section(tmp_path):
    """With an answer the report has the section and why.json beside it; without, it has neither."""
    found = example()
    files = write_report(found.plan, tmp_path / "with", found)
    assert files[-1].name == "why.json"
    page = Page(files[0].read_text(encoding="utf-8"))
    assert list(page.sections).index("why") == list(page.sections).index("binding") + 1
    plain = write_report(found.plan, tmp_path / "without")
    assert "why.json" not in [file.name for file in plain]
    assert "why" not in Page(plain[0].read_text(encoding="utf-8")).sections
