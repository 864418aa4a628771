"""The page on uncertain quantities: its tables are the program's."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_program_makes():
    """docs/uncertainty.md is what docs/uncertainty_page.py makes: the forms, and all that is taken, with its sources."""
    made = runpy.run_path(str(DOCS / "uncertainty_page.py"))["uncertainty_page"]()
    assert (DOCS / "uncertainty.md").read_text(encoding="utf-8") == made
