"""X3: whoever reads what is sensitive is written down before it is handed over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from korridor.ledger.reader import Purpose, Reader
from korridor.ledger.sensitive_read import Part, SensitiveRead
from korridor.ledger.store.log import Log
from korridor.ledger.store.reads import KeptRead, add_reads, kept_reads, new_mark
from korridor.ledger.store.refused import ReadOnly, refused

_NOBODY = (
    "notes may say who somebody is: they are read by a post, of an organisation, for a purpose; say all three"
)
_NOT_HERE = (
    "notes are not read where the read cannot be logged; copy the store to a folder in which you may write"
)


class ReadLog:
    """The reads of a store.

    Parameters
    ----------
    log : Log
    reader : Reader
        Whose reads are written down.

    Attributes
    ----------
    missed : list of SensitiveRead
        What was read since this was made and could not be written down, as the store is not to be written to.
    """

    def __init__(self, log: Log, reader: Reader) -> None:
        self._log, self._reader = log, reader
        self.missed: list[SensitiveRead] = []

    def write(self, part: Part, of: Iterable[str | None] = (None,)) -> None:
        """Write down that something is read; it is on the disk when this returns.

        The books are shown even where that cannot be done: whoever has a copy that he may only read can copy it again,
        and who is missing must not wait for a disk. Notes are not.

        Raises
        ------
        korridor.operation.fault.Faults
            For notes, where the reader does not say everything, or the store is not to be written to.
        """
        if part is Part.NOTE and not self._reader.says_all:
            raise refused(self._log.address, _NOBODY)
        at, receipt = datetime.now(UTC), self._log.receipts
        found = [
            SensitiveRead(at=at, reader=self._reader, part=part, of=each, receipt=receipt) for each in of
        ]
        try:
            self._log.write(lambda connection: add_reads(connection, [_kept(each) for each in found]))
        except ReadOnly:
            if part is Part.NOTE:
                raise refused(self._log.address, _NOT_HERE) from None
            self.missed += found

    def all(self) -> tuple[SensitiveRead, ...]:
        """Return all reads in the order in which they were written down. To look at them is no sensitive read."""
        return tuple(_read(each) for each in self._log.look(kept_reads))

    def take_over(self, other: ReadLog) -> None:
        """Write down the reads of another store, too: who moves a store does not leave behind who read it."""
        kept = [*other._log.look(kept_reads), *map(_kept, other.missed)]
        self._log.write(lambda connection: add_reads(connection, kept))


def _kept(read: SensitiveRead) -> KeptRead:
    reader = read.reader
    return KeptRead(
        mark=new_mark(),
        at=read.at.isoformat(),
        post=reader.post,
        organisation=reader.organisation,
        purpose=reader.purpose.value,
        part=read.part.value,
        of=read.of,
        receipt=read.receipt,
    )


def _read(kept: KeptRead) -> SensitiveRead:
    reader = Reader(post=kept.post, organisation=kept.organisation, purpose=Purpose(kept.purpose))
    at = datetime.fromisoformat(kept.at)
    return SensitiveRead(at=at, reader=reader, part=Part(kept.part), of=kept.of, receipt=kept.receipt)
