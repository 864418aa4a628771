"""The page on reading: its table of hedges is the program's."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_table_is_what_the_program_reads_by():
    """docs/reading.md holds the hedges of the grammar, as docs/reading_page.py prints them."""
    made = runpy.run_path(str(DOCS / "reading_page.py"))
    text = (DOCS / "reading.md").read_text(encoding="utf-8")
    assert made["page"](text) == text
