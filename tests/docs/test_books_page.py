"""docs/books.md: what it tells a clerk to write can be read, and what it shows a duty officer comes out."""

import re
from pathlib import Path

from korridor.events.event_lines import read_lines
from korridor.events.written_event import kinds
from korridor.ledger.books import Books
from korridor.papers.account_page import account_lines

PAGE = (Path(__file__).parents[2] / "docs" / "books.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_a_clerk_may_write_what_the_page_writes():
    """The page's lines are events, and their books agree."""
    events = read_lines(BLOCKS[0], "books.md")
    assert [event.kind for event in events] == ["departed", "passed", "taken_into_custody", "arrived"]
    assert Books(events).account().counts_agree


def test_every_kind_is_on_the_page():
    """A clerk finds each kind of event on the page, by its name."""
    assert [kind for kind in kinds() if not re.search(rf"`{kind}\b", PAGE)] == []


def test_the_page_shows_a_leg_as_the_books_do():
    """The leg that the page shows is what such a day gives, to the letter."""
    day = """with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
    14:20 departed on=M1 at=AMIRIYA count=951 due=17:00
    15:00 passed on=M1 at=RAMOUSEH
    15:10 taken_into_custody of=aboard:M1 into=RAMOUSEH authority=GOV count=9
    16:40 arrived on=M1 at=reception:ATAREB count=938 post=R3"""
    assert BLOCKS[1].strip() in list(account_lines(Books(read_lines(day, "day")).account()))
