"""Entries for the store's tests: what is in their bytes is no matter there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from korridor.ledger.store.address import Address
from korridor.ledger.store.entry import Entry
from korridor.ledger.store.log import Log


def entries(device: str, numbers: Sequence[int], body: str = "{device}:{number}") -> list[Entry]:
    return [Entry(device, number, body.format(device=device, number=number).encode()) for number in numbers]


def opened(path: Path, **options: float) -> Log:
    return Log.open(Address.of_file(path), new=True, **options)


def bodies(log: Log) -> list[bytes]:
    return [kept.body for kept in log.kept()]


def numbered() -> st.SearchStrategy[Entry]:
    """Few devices, numbers and texts, so that many entries are the same and many are at odds."""
    return st.builds(
        Entry,
        st.sampled_from(["D1", "D2", "D3"]),
        st.integers(1, 6),
        st.sampled_from([b"a", b"b", b"c"]),
    )


def strange() -> st.SearchStrategy[Entry]:
    return st.builds(Entry, st.none(), st.none(), st.sampled_from([b"x", b"y"]), st.just("of version 9"))


def cut(some: list[Entry], at: list[int]) -> Iterator[list[Entry]]:
    """Cut entries into batches."""
    marks = sorted({0, len(some), *(mark % (len(some) + 1) for mark in at)})
    for begin, end in pairwise(marks):
        yield some[begin:end]
