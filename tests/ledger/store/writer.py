"""A program that records in batches and says on standard output what is durable; it is killed in the middle."""

import sys
from pathlib import Path

from korridor.ledger.store.address import Address
from korridor.ledger.store.entry import Entry
from korridor.ledger.store.log import Log

BATCH = 20


def main(path: Path, device: str) -> None:
    with Log.open(Address.of_file(path), new=True) as log:
        for first in range(1, 10**9, BATCH):
            numbers = range(first, first + BATCH)
            log.record([Entry(device, number, f"{device}:{number}".encode()) for number in numbers])
            print(first + BATCH - 1, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
