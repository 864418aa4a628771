"""Cases as the store has them: which event belongs to which, and which are one from now on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, select, tuple_, update

from korridor.events.event import Event
from korridor.events.written_event import read_event
from korridor.ledger.joined import Joined
from korridor.ledger.posted.tables import awaited, case_keys, members
from korridor.ledger.posted.ties import Key, key_of, names_in
from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.rows import insert_rows
from korridor.ledger.store.tables import log, twins

Named = tuple[str, int]


class Cases:
    """The cases that a batch of events belongs to.

    Parameters
    ----------
    connection : sqlalchemy.Connection
    batch : mapping of int to Event
        New events by receipt; none of them is a member of a case yet.

    Attributes
    ----------
    keys : dict of str to Key
        What the batch is about.
    touched : set of int
        The cases in the store that the batch adds to.
    """

    def __init__(self, connection: Connection, batch: Mapping[int, Event]) -> None:
        self._connection, self._batch = connection, batch
        # A case is called after one of its events: of these no two have one receipt.
        self._joined: Joined[int] = Joined(batch)
        self.keys: dict[str, Key] = {}
        self._of_key: dict[str, int] = {}
        self._waiting: dict[Named, set[int]] = defaultdict(set)
        self._join()
        self.touched = {case for group in self._groups() for case in group if case not in batch}

    def save(self) -> None:
        """Write down to which case each event of the batch belongs, and which cases have become one."""
        root = {case: min(group) for group in self._groups() for case in group}
        for case in sorted(self.touched):
            if root[case] != case:
                for table in (members, case_keys):
                    moved = update(table).where(table.c.case_id == case).values(case_id=root[case])
                    self._connection.execute(moved)
        insert_rows(self._connection, members, [(receipt, root[receipt]) for receipt in self._batch])
        known = set(_cases_of(self._connection, self.keys))
        new = [
            (key.key, key.about, root[self._of_key[name]])
            for name, key in self.keys.items()
            if name not in known
        ]
        insert_rows(self._connection, case_keys, new)
        self._wait()

    def _groups(self) -> list[list[int]]:
        return self._joined.groups()

    def _join(self) -> None:
        found = {receipt: key_of(event.fact) for receipt, event in self._batch.items()}
        self.keys = {key.key: key for key in found.values() if key is not None}
        self._of_key = _cases_of(self._connection, self.keys)
        named = self._named()
        here: dict[Named, list[int]] = defaultdict(list)
        for receipt, event in self._batch.items():
            here[event.device, event.number].append(receipt)
        there = _cases_of_events(self._connection, {name for names in named.values() for name in names})
        waited_for = _awaiting(self._connection, here)
        for receipt, event in self._batch.items():
            together = [receipt, *waited_for.get((event.device, event.number), ())]
            if (key := found[receipt]) is not None:
                together.append(self._of_key.setdefault(key.key, receipt))
            for name in named.get(receipt, ()):
                cases = [*there.get(name, ()), *here.get(name, ())]
                together += cases
                if not cases:
                    self._waiting[name].add(receipt)
            self._joined.join(together)

    def _named(self) -> dict[int, tuple[Named, ...]]:
        """Return the events that each event of the batch names; one whose number was given twice names the other one."""
        found = {
            receipt: tuple(_split(name) for name in names)
            for receipt, event in self._batch.items()
            if (names := names_in(event))
        }
        asked = select(twins.c.receipt).where(twins.c.receipt.between(min(self._batch), max(self._batch)))
        for receipt in self._connection.scalars(asked):
            if receipt in self._batch:
                event = self._batch[receipt]
                found[receipt] = (*found.get(receipt, ()), (event.device, event.number))
        return found

    def _wait(self) -> None:
        """Remember who names what has not come yet, and forget what has."""
        came = {(event.device, event.number) for event in self._batch.values()}
        if _awaiting(self._connection, came):
            for some in chunks(came):
                self._connection.execute(
                    delete(awaited).where(tuple_(awaited.c.device, awaited.c.number).in_(some))
                )
        rows = sorted((*name, receipt) for name, receipts in self._waiting.items() for receipt in receipts)
        insert_rows(self._connection, awaited, rows)


def receipts_in(connection: Connection, cases: Iterable[int]) -> set[int]:
    """Return the receipts of the events of cases."""
    found: set[int] = set()
    for some in chunks(cases):
        found.update(connection.scalars(select(members.c.receipt).where(members.c.case_id.in_(some))))
    return found


def cases_by_key(connection: Connection, keys: Iterable[str]) -> set[int]:
    """Return the cases of keys; those that there are."""
    return set(_cases_of(connection, keys).values())


def events_at(connection: Connection, receipts: Iterable[int]) -> list[Event]:
    """Read events of the log by receipt."""
    found = []
    for some in chunks(receipts):
        for body in connection.scalars(select(log.c.body).where(log.c.receipt.in_(some))):
            event = read_event(body)
            if isinstance(event, Event):
                found.append(event)
    return found


def events_by_key(connection: Connection, keys: Iterable[str]) -> list[Event]:
    """Return the events of the cases of keys."""
    return events_at(connection, receipts_in(connection, cases_by_key(connection, keys)))


def _cases_of(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(keys):
        asked = select(case_keys.c.key, case_keys.c.case_id).where(case_keys.c.key.in_(some))
        found.update((key, case) for key, case in connection.execute(asked))
    return found


def _cases_of_events(connection: Connection, names: Collection[Named]) -> dict[Named, list[int]]:
    found: dict[Named, list[int]] = defaultdict(list)
    for some in chunks(names):
        asked = (
            select(log.c.device, log.c.number, members.c.case_id)
            .join(members, members.c.receipt == log.c.receipt)
            .where(tuple_(log.c.device, log.c.number).in_(some))
        )
        for device, number, case in connection.execute(asked):
            found[device, number].append(case)
    return found


def _awaiting(connection: Connection, names: Collection[Named]) -> dict[Named, list[int]]:
    """Return the cases that await these; mostly nobody awaits anything, which is seen at once."""
    found: dict[Named, list[int]] = defaultdict(list)
    if not names or connection.scalar(select(awaited.c.number).limit(1)) is None:
        return found
    for some in chunks(names):
        asked = (
            select(awaited.c.device, awaited.c.number, members.c.case_id)
            .join(members, members.c.receipt == awaited.c.by_receipt)
            .where(tuple_(awaited.c.device, awaited.c.number).in_(some))
        )
        for device, number, case in connection.execute(asked):
            found[device, number].append(case)
    return found


def _split(name: str) -> Named:
    device, _, number = name.rpartition(":")
    return device, int(number)
