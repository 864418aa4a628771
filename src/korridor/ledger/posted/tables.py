"""The tables of the posted books: all of it follows from the log, and can be made again from it."""

from sqlalchemy import BigInteger, Column, Index, Table, Text

from korridor.ledger.store.tables import Whole, tables

FORM = 2
"""Changed with what is posted, or how: then the books are posted anew."""

posted = Table(
    "posted",
    tables,
    Column("form", Whole, primary_key=True, autoincrement=False),
    Column("receipt", Whole, nullable=False, comment="the last event that is posted"),
)

members = Table(
    "members",
    tables,
    Column("receipt", Whole, primary_key=True, autoincrement=False),
    Column("case_id", Whole, nullable=False, index=True),
)

case_keys = Table(
    "case_keys",
    tables,
    Column("key", Text, primary_key=True, comment="what the case is of, such as departed|M1|place:AMIRIYA"),
    Column("about", Text, comment="whose task it is: what is counted, and where"),
    Column("case_id", Whole, nullable=False, index=True),
    Index(None, "about"),
)

awaited = Table(
    "awaited",
    tables,
    Column("device", Text, primary_key=True),
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("by_receipt", Whole, primary_key=True, autoincrement=False, comment="who names it before it came"),
)

_BOX = ("happened_box", "known_box", "posted_box")
_MOMENT = ("happened", "known", "posted")


def _sums(name: str, spans: tuple[str, ...]) -> Table:
    return Table(
        name,
        tables,
        Column("account", Text, primary_key=True),
        *(Column(span, BigInteger, primary_key=True, autoincrement=False) for span in spans),
        Column("way", Text, primary_key=True, comment="into or out_of"),
        Column("scheme", Text, primary_key=True, comment="of those that were counted in it; empty: of all"),
        Column("class", Text, primary_key=True, comment="empty: all of them"),
        Column("postings", Whole, nullable=False),
        Column("low", BigInteger, nullable=False),
        Column("low_open", Whole, nullable=False, comment="how many have no lower limit"),
        Column("high", BigInteger, nullable=False),
        Column("high_open", Whole, nullable=False, comment="how many have no upper limit"),
        sqlite_with_rowid=False,  # rows lie in the order of their key: a box is read in one go
    )


by_box = _sums("sums_by_box", _BOX)
"""What went into accounts and out of them, added up by boxes of time (:mod:`korridor.ledger.posted.box`)."""

by_moment = _sums("sums_by_moment_in_box", (*_BOX, *_MOMENT))
"""The same by the microsecond, box by box: for the boxes that a moment cuts."""
