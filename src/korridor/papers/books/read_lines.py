"""X3: who read the books, as lines."""

from collections.abc import Iterable, Iterator

from korridor.ledger.reader import Purpose
from korridor.ledger.sensitive_read import Part, SensitiveRead

_WORDS = {
    Part.BOOKS: "the books",
    Part.LEG: "leg",
    Part.PLACE: "place",
    Part.BALANCE: "balance of",
    Part.EVENTS: "all events",
    Part.NOTE: "note of",
    Part.RELEASE: "what a release is made from",
    Part.COPY: "everything, notes too, to copy it",
}
_PURPOSES = {
    Purpose.DUTY: "on duty",
    Purpose.ENQUIRY: "for an enquiry",
    Purpose.REPORT: "for a report",
    Purpose.TRACING: "for family tracing",
    Purpose.CHECK: "to check the books",
    Purpose.NOT_SAID: "what for not said",
}


def read_lines(reads: Iterable[SensitiveRead]) -> Iterator[str]:
    """Yield a line a read, in the order in which they were written down."""
    found = False
    for read in reads:
        found = True
        reader = read.reader
        who = f"{reader.post} of {reader.organisation or 'an organisation not said'}" if reader.post else ""
        who = who or (f"somebody of {reader.organisation}" if reader.organisation else "not said who")
        what = f"{_WORDS[read.part]} {read.of}" if read.of else _WORDS[read.part]
        moment = read.at.isoformat(sep=" ", timespec="seconds")
        yield f"{moment}  {who}, {_PURPOSES[reader.purpose]}: {what}, up to receipt {read.receipt:,}"
    if not found:
        yield "Nobody has read it yet."
