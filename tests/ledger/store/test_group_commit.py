from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from korridor.ledger.store.entry import Entry, Received
from korridor.ledger.store.group_commit import GroupCommit
from tests.ledger.store.entries import entries, opened

WRITERS = 8


class SlowDisk:
    """Commits of which the first one takes until all the others wait."""

    def __init__(self) -> None:
        self.commits: list[int] = []
        self.begun, self.go = Event(), Event()

    def __call__(self, together: Sequence[Entry]) -> Received:
        self.begun.set()
        assert self.go.wait(10)
        before = sum(self.commits)
        self.commits.append(len(together))
        return Received(range(before, before + len(together)), frozenset({0}))


def test_writers_share_a_sync():
    """Seven writers that come while one commits are committed together, and each is told of its own entries."""
    disk = SlowDisk()
    group = GroupCommit(disk)
    with ThreadPoolExecutor(WRITERS) as pool:
        first = pool.submit(group.record, entries("D0", [1]))
        assert disk.begun.wait(10)
        others = [pool.submit(group.record, entries(f"D{n}", [1, 2])) for n in range(1, WRITERS)]
        while len(group._queue) < WRITERS - 1:
            sleep(0.001)
        disk.go.set()
        assert list(first.result().receipts) == [0]
        got = [each.result() for each in others]
    assert disk.commits == [1, 2 * (WRITERS - 1)]
    assert sorted(receipt for each in got for receipt in each.receipts) == list(range(1, 2 * WRITERS - 1))
    assert sum(len(each.again) for each in got) == 1


def test_a_failed_sync_fails_all_who_shared_it():
    """Nobody is told that an event is durable when the disk refused it."""

    def refuse(together: Sequence[Entry]) -> Received:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        GroupCommit(refuse).record(entries("D1", [1]))


def test_many_writers_lose_nothing(tmp_path: Path):
    """Eight threads that write two hundred events one by one find them all, each device's in its order."""
    with opened(tmp_path / "books.db") as log, ThreadPoolExecutor(WRITERS) as pool:

        def write(device: str) -> list[int]:
            return [log.record(entries(device, [number])).receipts[0] for number in range(1, 26)]

        got = list(pool.map(write, (f"D{n}" for n in range(WRITERS))))
        kept = {each.receipt: each.body for each in log.kept()}
    assert sorted(kept) == list(range(1, 25 * WRITERS + 1))
    for n, receipts in enumerate(got):
        assert [kept[receipt] for receipt in receipts] == [f"D{n}:{k}".encode() for k in range(1, 26)]
        assert receipts == sorted(receipts)
