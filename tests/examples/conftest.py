"""The list of reported figures, where it is."""

import csv

import pytest

from tests.examples.sourced import SHARED, Claim


@pytest.fixture
def claims() -> dict[str, Claim]:
    """Claims by number; without the list a test is skipped."""
    file = SHARED / "facts" / "claims.csv"
    if not file.exists():
        pytest.skip(f"the list of reported figures is not here: {file}")
    with file.open(newline="", encoding="utf-8") as rows:
        return {row["claim_id"]: row for row in csv.DictReader(rows)}
