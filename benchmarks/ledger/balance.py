"""How soon a large ledger opens, and says what is in an account; against looking at every event once.

A store is made once and kept in ``build/``. Of ten million events, by name (``--only 10,000,000``), that takes half an hour.
"""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks import registry
from benchmarks.ledger.days import A_DAY, BEGIN, check, entries
from benchmarks.registry import Ratio, benchmark
from korridor.ledger.ledger import Ledger

SIZES = (100_000, 1_000_000, 10_000_000)
USUAL = SIZES[:1]
AT_ONCE = 10_000
ROUNDS = 9
AIM_BALANCE_S = 0.1
AIM_OPEN_S = 1.0
ACCOUNTS = ("place:AMIRIYA", "reception:R1", "hospital:H7", "aboard:M1000/B3/1")
FOLDER = Path("build/benchmarks")


@benchmark(
    "ledger.balance",
    question="How soon does a store open, and what is in an account?",
    compares_with="opening the file, and one look at every event, by SQLite itself",
)
def balance() -> Iterator[Ratio]:
    """The accounts asked for are one that half of all events post to, a third, a twentieth, and one of a single bus."""
    only = registry.asked.only
    sizes = [size for size in SIZES if only is not None and f"{size:,}" in only.split("|")] or USUAL
    for size in sizes:
        path = _made(size)
        opens_s = median(_seconds(partial(_opened, path)) for _ in range(ROUNDS))
        bare_s = median(_seconds(partial(_bare, path, "SELECT max(receipt) FROM log")) for _ in range(ROUNDS))
        aim = f"under {AIM_OPEN_S:g} s"
        yield Ratio(f"opening {size:,} events", opens_s, bare_s, "s", aim=aim, met=opens_s < AIM_OPEN_S)
        with Ledger(path, new=False) as ledger:
            look_s = _seconds(partial(_bare, path, "SELECT sum(length(body)) FROM log"))
            half = BEGIN + timedelta(seconds=size * 86_400 // A_DAY) / 2
            for account, (when, as_of, known_at) in product(ACCOUNTS, _moments(half)):
                asked = partial(ledger.balance, account, as_of, known_at)
                took_s = median(_seconds(asked) for _ in range(ROUNDS))
                yield Ratio(
                    f"balance of {account}{when} over {size:,} events",
                    took_s,
                    look_s,
                    "s",
                    aim=f"under {AIM_BALANCE_S:g} s",
                    met=took_s < AIM_BALANCE_S,
                )


def _moments(half: datetime) -> Iterator[tuple[str, datetime | None, datetime | None]]:
    """Yield moments that cut boxes near their ends: there most single changes are looked at."""
    late = half + timedelta(minutes=28)
    yield "", None, None
    yield ", as of another moment", late, None
    yield ", as known at another", late, late + timedelta(hours=1)


def _made(size: int) -> str:
    """Return a store of so many events, recorded and posted; made where it is not there, or not whole."""
    check()
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"ledger-{size}.db"
    with Ledger(path) as ledger:
        begun = process_time()
        for begin in range(ledger.log.receipts, size, AT_ONCE):
            ledger.log.record(list(entries(min(AT_ONCE, size - begin), begin)))
        recorded = process_time()
        ledger.post()
        if recorded - begun > 1:
            print(
                f"    made {path}: recorded in {recorded - begun:,.0f} s of work, posted in {process_time() - recorded:,.0f} s",
                flush=True,
            )
    return str(path)


def _opened(path: str) -> None:
    with Ledger(path, new=False) as ledger:
        assert ledger.log.receipts


def _bare(path: str, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement).fetchone()
    connection.close()


def _seconds(run: Callable[[], object]) -> float:
    begin = perf_counter()
    run()
    return perf_counter() - begin
