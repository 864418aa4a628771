"""The books as pages: nothing that is open is left out, nothing needs a network, nothing half-written stays."""

import json
from pathlib import Path

import pytest

from korridor.events.event_lines import read_lines
from korridor.ledger.account import NOT_THE_SAME_PEOPLE
from korridor.ledger.books import Books
from korridor.papers.account_page import task_line
from korridor.papers.books.written import write_account
from tests.ledger.story import STORIES


def books_of(path: Path):
    """The books of a story, at the last moment that it speaks of."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("as of")]
    return Books(read_lines("\n".join(lines), path.name)).account()


@pytest.mark.parametrize("number", ["01", "14", "20"])
def test_pages_say_everything(number, tmp_path):
    """Every leg and every task stands on its page, each page has A8's sentence, and none needs a network."""
    account = books_of(next(STORIES.glob(f"{number}*.txt")))
    files = {path.name: path for path in write_account(account, tmp_path)}
    text = {name: path.read_text(encoding="utf-8") for name, path in files.items() if name.endswith(".html")}
    for name, page in text.items():
        assert NOT_THE_SAME_PEOPLE in page and "Internal edition" in page, name
        assert not any(far in page for far in ("src=", "<script", "<link", "url(")), name
    for leg in account.legs:
        assert f"Leg {leg.leg}" in text["legs.html"]
    for task in account.worklist:
        said = task_line(task, account.as_of).replace("'", "&#39;")
        assert said in text["worklist.html"] and said in text["account.html"]
    said = json.loads(files["account.json"].read_text(encoding="utf-8"))
    assert said["counts_agree"] is account.counts_agree
    assert files["flow.png"].read_bytes().startswith(b"\x89PNG")


def test_a_folder_that_cannot_be_written_stays_as_it_was(tmp_path):
    """Where a page cannot be put in its place, nothing aside is left behind."""
    (tmp_path / "account.html").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_account(books_of(next(STORIES.glob("01*.txt"))), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["account.html"]
