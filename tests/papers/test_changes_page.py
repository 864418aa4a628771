"""P5: the page that says what changed and why reads on its own, and puts those in danger first."""

import re
from pathlib import Path

from korridor.operation.operation import Operation
from korridor.papers.changes_document import changes_document
from korridor.papers.changes_page import changes_html, write_changes
from korridor.papers.changes_words import changes_lines
from korridor.planning.planner import plan
from korridor.planning.replan.changes import Changes, changes_of
from korridor.planning.replan.state_at import state_at
from tests.planning.replan.small import NOW_S, closing, made, operation


def changed(now: Operation) -> Changes:
    state = state_at(made(), NOW_S)
    return changes_of(now, state, plan(now, start=state, earlier=made(), work=400, bounded=False), made())


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.partition("</style>")[2]))


def test_the_exposed_come_first(tmp_path: Path):
    """Who is on a truce road while the truce is closed stands above everything else, with a number and an hour."""
    (file,) = write_changes(changed(closing(NOW_S // 60)), tmp_path)
    text = words(file.read_text(encoding="utf-8"))
    assert file.name == "changes.html" and "Internal edition" in text
    assert 0 < text.index("WARNING: ") < text.index("What is known otherwise now")
    assert "The file says that columns take shelter when the truce breaks." in text
    assert "is outside the truce from Thu 15 Dec 09:50 until" in text


def test_what_changed_is_said_with_its_hours():
    """The end of the truce, then and now, stands on the page; so does why a promise is broken."""
    text = words(changes_html(changed(closing(210))))
    assert (
        "a truce window closes" in text
        and "Thu 15 Dec 2016, 14:30" in text
        and "Thu 15 Dec 2016, 11:30" in text
    )
    assert "its window has closed" in text and "not any more" in text
    assert "voluntary" not in text


def test_nothing_changed_reads_so():
    """With nothing changed the page says that nothing is known otherwise."""
    text = words(changes_html(changed(operation())))
    assert "the operation is as it was" in text and "WARNING" not in text


def test_the_terminal_says_the_same():
    """The lines begin with the moment, and count promises."""
    lines = list(changes_lines(changed(closing(210))))
    assert lines[0].startswith("Planned on from Thu 15 Dec 2016, 09:50: ")
    assert any(line.startswith("Promises (") for line in lines)


def test_programs_read_it():
    """The document has promises, what was changed and each column that is not as planned."""
    document = changes_document(changed(closing(210)))
    assert set(document["promises"]) == {"kept", "broken"}
    assert document["changes"]["operation"][0]["path"] == "truce.announced[0].closes"
    assert {"fate", "origin", "to", "then_s", "now_s", "more_persons"} == set(
        document["changes"]["columns"][0]
    )
