"""States and authors in short passages, a table a language."""

import pytest

from tests.claims.passages import passages, wrong


@pytest.mark.parametrize(
    ("lang", "what", "share"),
    [("en", "states", 0.91), ("nb", "states", 0.84), ("en", "sources", 0.93), ("nb", "sources", 0.94)],
)
def test_passages_are_read_as_a_person_reads_them(lang, what, share):
    """Of the figures in the table no fewer than that share have the state or the whole chain that is right."""
    table = passages(lang, what)
    told = [line for passage in table for line in wrong(passage, lang)]
    figures = sum(len(passage.right) for passage in table)
    assert figures > 80
    assert len(told) <= (1 - share) * figures, "\n".join(told)
