"""The page on drills: its faults are the program's."""

from pathlib import Path

from korridor.clerks.faults import KNOWN, ClerkFaults

PAGE = Path(__file__).parents[2] / "docs" / "drill.md"


def test_the_faults_of_the_page_are_those_that_are_taken():
    """docs/drill.md has a row for each fault, with what is taken and who says so, and none for another."""
    text = PAGE.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    said = ClerkFaults().said
    assert rows == [
        f"| `{key}` | {known.meaning} | `{said[key]}` | {known.source} |" for key, known in KNOWN.items()
    ]
