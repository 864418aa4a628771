"""The same store on a real PostgreSQL; skipped, and said why, where there is none or no driver."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from korridor.ledger.books import Books
from korridor.ledger.ledger import Ledger
from korridor.ledger.reader import Purpose, Reader
from korridor.operation.fault import Faults
from tests.ledger.store.entries import bodies, entries
from tests.ledger.store.server import missing, server

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

DAY = """with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
14:20 departed on=M1/B7 at=AMIRIYA count=48 care=lying:2,well:46 note="two sat on the floor"
16:35 arrived on=M1/B7 at=reception:ATAREB count=46
18:00 counted of=reception:ATAREB count=45
18:30 transferred of=reception:ATAREB to=hospital:H1 count=2
19:00 corrected replaces=D1:2 instead=arrived on=M1/B7 at=reception:ATAREB count=47
"""


READER = Reader(post="ROOM", organisation="SARC", purpose=Purpose.DUTY)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.fixture
def empty(url: str) -> Iterator[str]:
    yield url
    for each in (url, url.replace("/books?", "/books_notes?")):
        engine = create_engine(each, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()


def test_a_day_is_recorded_and_accounted(empty: str):
    """Recorded twice a day is there once; the books, each posted balance and the notes are those of a store in a file."""
    with Ledger(empty, reader=READER) as ledger, Ledger() as here:
        for each in (ledger, here):
            each.read(DAY, "today.txt")
            each.read(DAY, "today.txt")
        books = Books(ledger.events()).account()
        assert ledger.log.receipts == 5
        assert books == here.account()
        for name in {row.account for row in books.accounts}:
            assert (
                ledger.balance(name)
                == here.balance(name)
                == tuple(r for r in books.accounts if r.account == name)
            )
        then = ("2016-12-15T18:10+02:00", "2016-12-15T18:40+02:00")
        for name in {row.account for row in books.accounts}:
            assert ledger.balance(name, *then) == here.balance(name, *then)
        events = list(Books(ledger.events()).events)
        assert ledger.notes_of(events) == {"D1:1": "two sat on the floor"}
        assert ledger.erase(["D1:1"]) == 1 and ledger.notes_of(events) == {}


def test_programs_that_write_at_once_lose_nothing(empty: str):
    """Four programs that write at once, some of it the same, have every event once and in one order."""
    with Ledger(empty):
        pass

    def write(program: int) -> None:
        with Ledger(empty) as ledger:
            for number in range(1, 26):
                ledger.log.record(entries(f"D{program % 2}", [number]))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with Ledger(empty) as ledger:
        assert sorted(bodies(ledger.log)) == sorted(
            f"D{n}:{k}".encode() for n in range(2) for k in range(1, 26)
        )
        assert ledger.log.receipts == 50 and ledger.log.twins() == []


def test_none_is_made_by_reading(empty: str):
    """A database without a store is refused in one line, which shows no password."""
    with pytest.raises(Faults, match="there is no store here; korridor record makes one"):
        Ledger(empty.replace("korridor@", "korridor:secret@"), new=False)
    try:
        Ledger(empty.replace("korridor@", "korridor:secret@"), new=False)
    except Faults as faults:
        assert "secret" not in str(faults)


def test_a_database_of_something_else_is_left_alone(empty: str):
    """Tables are not made among somebody else's."""
    engine = create_engine(empty)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE photos (id integer)"))
    engine.dispose()
    with pytest.raises(Faults, match="this database has tables, but no Korridor store; name an empty one"):
        Ledger(empty)


def test_a_server_that_does_not_answer(empty: str):
    """Where nobody listens the refusal is one line in the server's words."""
    with pytest.raises(Faults, match="the server says: ") as found:
        Ledger(empty.replace("host=", "host=/nowhere"))
    assert len(str(found.value).splitlines()) == 1


def test_reads_are_only_added_to(empty: str):
    """X3: who read is kept by the database itself: what was written down cannot be changed or taken away."""
    with Ledger(empty, reader=READER) as ledger:
        ledger.read(DAY, "today.txt")
        ledger.account()
        assert [(read.part, read.reader) for read in ledger.reads.all()] == [("books", READER)]
        for act in ("DELETE FROM reads", "UPDATE reads SET post = 'OTHER'", "TRUNCATE reads"):
            with pytest.raises(DBAPIError, match="reads are only ever added to"):
                ledger.log.write(lambda connection, act=act: connection.exec_driver_sql(act))
        assert len(ledger.reads.all()) == 1


def test_who_may_only_read_is_shown_the_books(empty: str):
    """A user of the server who may write nothing reads the books, and that it was not written down is known."""
    with Ledger(empty) as ledger:
        ledger.read(DAY, "today.txt")
        books, balance = ledger.account(), ledger.balance("reception:ATAREB")
        ledger.log.write(
            lambda connection: connection.exec_driver_sql(
                "CREATE ROLE looker LOGIN; GRANT USAGE ON SCHEMA public TO looker; "
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker"
            )
        )
    with Ledger(empty.replace("korridor@", "looker@"), new=False, reader=READER) as ledger:
        assert (ledger.account(), ledger.balance("reception:ATAREB")) == (books, balance)
        assert [read.part for read in ledger.reads.missed] == ["books", "balance"]
