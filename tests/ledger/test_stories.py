"""The twenty stories: each file of events gives the pages that stand beside it."""

import pytest

from tests.ledger.story import STORIES, page_of, read_story

FILES = sorted(STORIES.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_story_gives_its_page(path):
    """A story's events give, at each moment that it asks about, the page that a person has read and agreed to."""
    page = page_of(read_story(path))
    assert page == path.with_suffix(".page").read_text(encoding="utf-8")
