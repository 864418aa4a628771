"""A ledger: the log of what happened, the notes beside it, and the books that the log makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from korridor.events.codes import event_id
from korridor.events.event import Event
from korridor.events.written_event import Malformed, NotUnderstood, read_event
from korridor.ledger.account import Account, Row
from korridor.ledger.books import Books
from korridor.ledger.one_account import post_all, rows_of_account
from korridor.ledger.part import part_of
from korridor.ledger.read_log import ReadLog
from korridor.ledger.reader import Reader
from korridor.ledger.recorded import Outcome, Recorded
from korridor.ledger.released.release import Release
from korridor.ledger.released.suppress import release_of
from korridor.ledger.sensitive_read import Part
from korridor.ledger.store.address import Address
from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.entry import Entry
from korridor.ledger.store.entry_of import entry_of
from korridor.ledger.store.log import Log
from korridor.ledger.store.notes import Notes
from korridor.ledger.typed.resolved import resolved
from korridor.ledger.typed.typed import Typed
from korridor.operation.fault import Fault
from korridor.operation.units import parse_instant


class Ledger:
    """What happened, in a store or in memory.

    Parameters
    ----------
    store : str or Path, optional
        A file, or the URL of a PostgreSQL database; in memory if not given.
    new : bool
        Whether to make the store where there is none.
    reader : Reader, optional
        Who reads, and what for: whatever is read of the books and of the notes is written down in ``reads`` (X3).

    Attributes
    ----------
    log : Log
    notes : Notes
    reads : ReadLog

    Raises
    ------
    korridor.operation.fault.Faults
        One line that says why a store cannot be opened.

    Examples
    --------
    >>> import korridor
    >>> with korridor.Ledger() as ledger:
    ...     ledger.read("2016-12-15T14:20+02:00 passed device=D1 post=GATE organisation=SARC on=M1 at=RAMOUSEH")[0].id
    'D1:1'
    """

    def __init__(
        self, store: str | Path | None = None, *, new: bool = True, reader: Reader | None = None
    ) -> None:
        address = None if store is None else Address.read(store)
        self.log = Log.open(address, new=new)
        self.notes = Notes(None if address is None else address.notes)
        self.reads = ReadLog(self.log, reader or Reader())

    def record(self, events: Iterable[Event | NotUnderstood]) -> tuple[Recorded, ...]:
        """Record events in their order; they are on the disk when this returns (A13).

        An event that is there already is there once; of two with one number both are kept, and flagged (A11).
        """
        entries = [entry_of(event) for event in events]
        received = self.log.record(entries)
        return tuple(
            Recorded(_id_of(entry), receipt, _outcome(entry, at in received.again, at in received.twins))
            for at, (entry, receipt) in enumerate(zip(entries, received.receipts, strict=True))
        )

    def record_typed(
        self,
        typed: Sequence[Typed],
        file: str,
        *,
        keep_both: bool = False,
        refused: list[Fault] | None = None,
    ) -> tuple[Recorded, ...]:
        """Record events that a person typed in, and their notes.

        A file may be recorded again after lines were added to it. A line that says otherwise than what has been recorded
        under its number is a fault of the file.

        Parameters
        ----------
        typed : sequence of Typed
        file : str
            As messages name it.
        keep_both : bool
            Keep events that say otherwise, and flag them, as is done with those of devices.
        refused : list of Fault, optional
            Takes what is wrong with a line, and that line is not recorded; the others are.

        Returns
        -------
        tuple of Recorded
            Of every line that was not refused.

        Raises
        ------
        korridor.operation.fault.Faults
            Where ``refused`` does not take it; then nothing of the file is recorded.
        """
        return self.record(resolved(typed, file, self.log, self.notes, keep_both=keep_both, refused=refused))

    def read(self, text: str, file: str = "text") -> tuple[Recorded, ...]:
        """Record what a text says, in any form that ``korridor record`` takes.

        Raises
        ------
        korridor.operation.fault.Faults
            Every line that is wrong; then nothing of it is recorded.
        """
        from korridor.ledger.typed.form import form_of, read_typed

        typed, _ = read_typed(text, file, form_of(text))
        return self.record_typed(typed, file)

    def events(self) -> Iterator[Event | NotUnderstood]:
        """Read all events in order of receipt."""
        self.reads.write(Part.EVENTS)
        yield from self._events()

    def account(
        self,
        as_of: datetime | str | None = None,
        known_at: datetime | str | None = None,
        *,
        leg: str | None = None,
        place: str | None = None,
    ) -> Account:
        """Return the books as of a moment, from what had been recorded by another (A9).

        Parameters
        ----------
        as_of : datetime or str, optional
            Such as ``"2016-12-15T18:00+02:00"``; the last moment that any event speaks of if not given.
        known_at : datetime or str, optional
            Everything that is recorded if not given.
        leg, place : str, optional
            Only what the books have of a leg, or of a place: :func:`korridor.ledger.part.part_of`.

        Raises
        ------
        ValueError
            If there is no event and no moment is given, a moment is none, or there is no such leg or place.
        """
        found = part_of(self._account(as_of, known_at), leg=leg, place=place)
        part = Part.LEG if leg is not None else Part.PLACE if place is not None else Part.BOOKS
        self.reads.write(part, [leg if leg is not None else place])
        return found

    def release(
        self,
        as_of: datetime | str | None = None,
        known_at: datetime | str | None = None,
        *,
        before: Release | None = None,
    ) -> tuple[Account, Release]:
        """Return the books, and what of them may be given out (X3).

        Parameters
        ----------
        as_of, known_at : datetime or str, optional
            As for :meth:`account`.
        before : Release, optional
            What was given out last. Without it each release is safe by itself, and two of them may not be.

        Raises
        ------
        ValueError
            As for :meth:`account`.
        """
        books = Books(self._events())
        account = books.account(as_of, known_at)
        chain = before.chain if before is not None else ()
        earlier = [books.account(each.as_of, each.known_at) for each in chain]
        self.reads.write(Part.RELEASE)
        return account, release_of(account, earlier, before)

    def post(self) -> None:
        """Bring the posted books up to what is recorded; :meth:`balance` does it first, too."""
        post_all(self.log)

    def balance(
        self,
        account: str,
        as_of: datetime | str | None = None,
        known_at: datetime | str | None = None,
    ) -> tuple[Row, ...]:
        """Return what is in one account, in all and by class, without going through all events.

        Parameters
        ----------
        account : str
            Such as ``"reception:ATAREB"`` or ``"aboard:M1/B7/1"``.
        as_of, known_at : datetime or str, optional
            As for :meth:`account`.

        Returns
        -------
        tuple of Row
            As :meth:`account` has them; none if nothing was posted there.

        Raises
        ------
        ValueError
            Where a moment is none.
        """
        moments = [None if each is None else parse_instant(each) for each in (as_of, known_at)]
        rows = rows_of_account(self.log, account, *moments)
        if rows is None:
            books = self._account(*moments) if self.log.receipts else None
            rows = tuple(row for row in books.accounts if row.account == account) if books else ()
        if rows:
            self.reads.write(Part.BALANCE, [account])
        return rows

    def take_over(self, other: Ledger) -> int:
        """Record everything that another ledger holds, in its order, with the notes that it still has and who read it.

        Returns
        -------
        int
            How many of its events were not here yet.
        """
        new = 0
        other.reads.write(Part.COPY)
        for some in chunks(other.log.kept(), _AT_ONCE):
            entries = [entry_of(_read(kept.body)) for kept in some]
            # The bytes as they are there: another program may have written them otherwise than this one would.
            received = self.log.record(
                [entry._replace(body=kept.body) for entry, kept in zip(entries, some, strict=True)]
            )
            new += len(some) - len(received.again)
        self.notes.take_over(other.notes)
        self.reads.take_over(other.reads)
        return new

    def notes_of(self, events: Iterable[Event]) -> dict[str, str]:
        """Return the notes that are still there, by the events' ids.

        Raises
        ------
        korridor.operation.fault.Faults
            Where the ledger's reader does not say who reads and what for, or that cannot be written down (X3).
        """
        references = {event.id: event.note for event in events if event.note is not None}
        texts = self.notes.texts(references.values())
        found = {name: texts[reference] for name, reference in references.items() if reference in texts}
        if found:
            self.reads.write(Part.NOTE, sorted(found))
        return found

    def notes_at(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the notes of events by their ids, as :meth:`notes_of` does."""
        return self.notes_of(self._at(ids))

    def erase(self, ids: Iterable[str]) -> int:
        """Erase the notes of events, for good; the events stay as they are (X1). Return how many texts were still there."""
        return self.notes.erase(event.note for event in self._at(ids) if event.note is not None)

    def close(self) -> None:
        """Let go of the store."""
        self.log.close()
        self.notes.close()

    def _events(self) -> Iterator[Event | NotUnderstood]:
        for kept in self.log.kept():
            yield _read(kept.body)

    def _account(
        self, as_of: datetime | str | None = None, known_at: datetime | str | None = None
    ) -> Account:
        return Books(self._events()).account(as_of, known_at)

    def _at(self, ids: Iterable[str]) -> list[Event]:
        bodies = self.log.with_numbers(_key(name) for name in ids).values()
        events = [_read(body) for found in bodies for body in found]
        return [event for event in events if isinstance(event, Event)]

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_AT_ONCE = 5000


def _read(body: bytes) -> Event | NotUnderstood:
    try:
        return read_event(body)
    except Malformed as malformed:  # a later program took it, and this one is stricter
        return NotUnderstood(body, str(malformed))


def _key(name: str) -> tuple[str, int]:
    device, _, number = name.rpartition(":")
    return device, int(number)


def _id_of(entry: Entry) -> str | None:
    return None if entry.device is None or entry.number is None else event_id(entry.device, entry.number)


def _outcome(entry: Entry, again: bool, twin: bool) -> Outcome:
    if again:
        return Outcome.AGAIN
    if twin:
        return Outcome.TWIN
    return Outcome.RECORDED if entry.reason is None else Outcome.NOT_UNDERSTOOD
