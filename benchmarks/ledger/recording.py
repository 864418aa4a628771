"""Recording for good, in batches, against SQLite's own inserts of the same bytes, each batch synced to disk by both.

Ours knows a repetition from a new event, and keeps the order of receipt and each device's last number; theirs is a table of
bytes. The batches go to both in turn, on the same disk, so that a busy machine slows both.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.ledger.days import check, entries
from benchmarks.registry import Ratio, benchmark
from korridor.events.event import Event
from korridor.events.written_event import read_event
from korridor.ledger.ledger import Ledger
from korridor.ledger.store.entry import Entry

BATCHES = (10, 100, 1000)
EVENTS = 20_000
MOST_ROUNDS = 200
AIM = 0.5


@benchmark(
    "ledger.recording",
    question="How many events a second are recorded, durable before the answer?",
    compares_with="SQLite's inserts of the same bytes, synced as often",
)
def recording() -> Iterator[Ratio]:
    """Events as their bytes, as a device sends them; and as values that a program has built, which are written out first."""
    check()
    for batch in BATCHES:
        ours, theirs = _rates(batch, lambda ledger, some: ledger.log.record(some))
        yield Ratio(
            f"batches of {batch:,}, as bytes",
            ours,
            theirs,
            "events/s",
            aim=f"at least {AIM:.0%}",
            met=ours >= AIM * theirs,
        )
    for batch in BATCHES:
        ours, theirs = _rates(batch, lambda ledger, some: ledger.record(some), built=True)
        yield Ratio(f"batches of {batch:,}, as values", ours, theirs, "events/s")


def _rates(
    batch: int, record: Callable[[Ledger, Sequence[Entry | Event]], object], built: bool = False
) -> tuple[float, float]:
    """Return how many events a second were recorded by us and by them: of the median batch."""
    # A batch is what one device sends.
    everything = sorted(
        entries(min(EVENTS, batch * MOST_ROUNDS)), key=lambda entry: (entry.device, entry.number)
    )
    values = [read_event(entry.body) for entry in everything] if built else everything
    # Beside the stores of the other benchmarks: a folder in memory would sync nothing.
    Path("build/benchmarks").mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir="build/benchmarks") as folder, Ledger(f"{folder}/ours.db") as ledger:
        theirs = _theirs(f"{folder}/theirs.db")
        times: list[tuple[float, float]] = []
        for begin in range(0, len(everything), batch):
            rows = [(entry.body,) for entry in everything[begin : begin + batch]]
            some = values[begin : begin + batch]
            ours_s = _seconds(lambda: record(ledger, some))  # noqa: B023 - called at once
            times.append((ours_s, _seconds(lambda: _insert(theirs, rows))))  # noqa: B023
        theirs.close()
    ours_s, theirs_s = (median(each) for each in zip(*times, strict=True))
    return batch / ours_s, batch / theirs_s


def _theirs(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE log (receipt INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    return connection


def _insert(connection: sqlite3.Connection, rows: list[tuple[bytes]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO log (body) VALUES (?)", rows)
    connection.execute("COMMIT")


def _seconds(run: Callable[[], object]) -> float:
    begin = perf_counter()
    run()
    return perf_counter() - begin
