"""Days of a large operation as events: what is recorded at boarding, on the way and in reception, forty events a convoy."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from korridor.events.event import Event
from korridor.events.written_event import event_bytes, read_event
from korridor.ledger.store.entry import Entry

A_CONVOY = 40
A_DAY = 1_000_000
BEGIN = datetime(2016, 12, 15, tzinfo=UTC)
HOSPITALS = 20
ON_PAPER = 19
"""The one device of twenty that is a pad of sheets."""


def entries(number: int, begin: int = 0) -> Iterator[Entry]:
    """Yield so many events, as their bytes: a million a day, by twenty devices, of which one is a pad that is typed in later."""
    for n in range(begin, begin + number):
        device, seq = f"D{n % 20}", n // 20 + 1
        yield Entry(device, seq, _bytes(n, device, seq))


def check() -> None:
    """Hold that the bytes are those that an event of its own has."""
    for entry in entries(A_CONVOY):
        event = read_event(entry.body)
        assert isinstance(event, Event) and event_bytes(event) == entry.body, entry.body


def _bytes(n: int, device: str, seq: int) -> bytes:
    convoy, at = divmod(n, A_CONVOY)
    moment = BEGIN + timedelta(seconds=n * 86_400 // A_DAY)
    recorded = _typed_in(moment) if n % 20 == ON_PAPER else moment
    said = (
        f'{{"device":"{device}","number":{seq},"occurred_at":"{moment.isoformat()}","organisation":"SARC","post":"P{n % 20}",'
        f'"recorded_at":"{recorded.isoformat()}","version":1,"what":'
    )
    return f"{said}{_what(convoy, at)}}}".encode()


def _typed_in(moment: datetime) -> datetime:
    """Return when paper is typed in: four times a day."""
    return moment.replace(hour=moment.hour - moment.hour % 6, minute=0, second=0) + timedelta(hours=6)


def _what(convoy: int, at: int) -> str:
    trip = f"M{convoy}/B{at % 4}/1"
    heads = 20 + (convoy + at) % 5
    count = f'{{"high":{heads},"infants":"unknown","low":{heads},"method":"heads"}}'
    if at < 8:
        classes = (
            f'"classes":{{"lying":{{"high":2,"low":2}},"well":{{"high":{heads - 2},"low":{heads - 2}}}}}'
        )
        count = (
            f'{{{classes},"high":{heads},"infants":"unknown","low":{heads},"method":"heads","scheme":"care"}}'
        )
        return f'{{"at":"place:AMIRIYA","count":{count},"kind":"boarded","on":"{trip}"}}'
    if at < 24:
        return f'{{"at":"RAMOUSEH","kind":"passed","on":"{trip}"}}'
    if at < 32:
        return f'{{"at":"reception:R{convoy % 3}","count":{count},"kind":"alighted","on":"{trip}"}}'
    if at < 39:
        few = '{"high":1,"infants":"unknown","low":1,"method":"heads"}'
        to = f"hospital:H{(convoy + at) % HOSPITALS}"
        return f'{{"count":{few},"kind":"transferred","of":"reception:R{convoy % 3}","to":"{to}"}}'
    n = convoy * A_CONVOY + 31
    again = f'{{"at":"reception:R{convoy % 3}","count":{count},"kind":"alighted","on":"M{convoy}/B3/1"}}'
    return f'{{"instead":{again},"kind":"corrected","replaces":["D{n % 20}:{n // 20 + 1}"]}}'


if __name__ == "__main__":
    check()
    print(json.dumps(json.loads(next(entries(1)).body), indent=2))
