"""``tally.html`` to print and ``tally.txt`` to type in: the same lines, with the same blanks."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from korridor.ledger.account import NOT_THE_SAME_PEOPLE
from korridor.papers.books.tally_sheet import TallySheet
from korridor.papers.orders import Paper
from korridor.papers.page import page
from korridor.version import __version__
from korridor.whole import write_whole

PAGE, TEXT = "tally.html", "tally.txt"

_ASKED = {
    "departed": "Who leaves: count every head as the vehicle goes",
    "screened": "Who was looked at, and is aboard as it goes on",
    "arrived": "Who gets out: count every head",
    "taken_into_custody": "Who is taken aside and held: how many, into whose hands",
    "counted": "Who is here now: everybody, at one moment",
}


def write_tally(
    sheets: Iterable[TallySheet], folder: str | Path, paper: Paper = Paper.A4
) -> tuple[Path, ...]:
    """Write the sheets, whole or not at all.

    Parameters
    ----------
    sheets : iterable of TallySheet
    folder : str or Path
        Made if it does not exist; files of these names in it are replaced.
    paper : Paper
    """
    found = tuple(sheets)
    words = {
        "operation": {"name": "Counts"},
        "sheets": found,
        "asked": _ASKED,
        "paper": Paper(paper).value,
        "same_people": NOT_THE_SAME_PEOPLE,
        "version": __version__,
    }
    text = "\n".join(tally_lines(found)) + "\n"
    return write_whole(Path(folder), {PAGE: page(PAGE, words, css="account.css"), TEXT: text})


def tally_lines(sheets: Iterable[TallySheet]) -> Iterator[str]:
    """Yield what is typed in, sheet after sheet."""
    yield "# Fill in every blank as it stands on the sheet; delete the lines of rows that are empty."
    yield "# A class that was not counted: delete its name with the number. Then: korridor record STORE tally.txt"
    for sheet in sheets:
        yield ""
        yield f"# sheet {sheet.device}: {sheet.kind} {sheet.about}".rstrip()
        yield sheet.opens
        yield from (row.line for row in sheet.rows)
