"""Typed events held against those that the log has: the same again, or otherwise."""

from collections.abc import Sequence
from typing import cast

from korridor.events.event import Event
from korridor.events.written_event import Malformed, NotUnderstood, event_bytes, read_event
from korridor.ledger.store.log import Log
from korridor.ledger.store.notes import MOST_LETTERS, Notes
from korridor.ledger.typed.typed import Typed
from korridor.operation.fault import Fault, Faults


def resolved(
    typed: Sequence[Typed],
    file: str,
    log: Log,
    notes: Notes,
    *,
    keep_both: bool,
    refused: list[Fault] | None = None,
) -> list[Event | NotUnderstood]:
    """Return the events to record, with references to their notes; new notes are on the disk by then.

    A typed event is the recorded one of its number if it says the same, and its note is the same or has been erased. Where
    ``refused`` takes the faults, lines that have one are left out.

    Raises
    ------
    korridor.operation.fault.Faults
        For lines that say otherwise than what is recorded, or than another line, where ``refused`` does not take that.
    """
    keys = [(each.event.device, each.event.number) for each in typed if isinstance(each.event, Event)]
    before = {key: [_read(body) for body in bodies] for key, bodies in log.with_numbers(keys).items()}
    texts = notes.texts(
        event.note for events in before.values() for event in events if event is not None and event.note
    )
    found: list[Event | NotUnderstood] = []
    kept: list[Typed] = []
    faults: list[Fault] = [] if refused is None else refused
    lines: dict[tuple[str, int], Typed] = {}
    next_numbers = log.next_numbers({device for device, _ in keys})
    for each in typed:
        event = each.event
        if isinstance(event, NotUnderstood):
            found.append(event)
            kept.append(each)
            continue
        before_this = len(faults)
        key = event.device, event.number
        recorded = [other for other in before.get(key, []) if other is not None]
        same = next((other for other in recorded if _same(each, event, other, texts)), None)
        earlier = lines.setdefault(key, each)
        if each.note is not None and len(each.note) > MOST_LETTERS:
            what = f"a note of {len(each.note)} letters; {MOST_LETTERS} or fewer"
            faults.append(Fault(file, each.line, "note", what))
        if (earlier.event, earlier.note) != (event, each.note) and not keep_both:
            what = f"{event.id} is on line {earlier.line}, too, and says otherwise there; give one another number"
            faults.append(Fault(file, each.line, "number", what))
        elif same is None and recorded and not keep_both:
            faults.append(Fault(file, each.line, "number", _otherwise(event, next_numbers)))
        if len(faults) == before_this:
            found.append(event if same is None else same)
            kept.append(each)
    if faults and refused is None:
        raise Faults(faults)
    return _with_notes(kept, found, notes)


def _with_notes(
    typed: Sequence[Typed], found: list[Event | NotUnderstood], notes: Notes
) -> list[Event | NotUnderstood]:
    """Keep the notes of new events; the same line twice is one event with one note."""
    noted = {
        at: (event_bytes(event), each.note)
        for at, (each, event) in enumerate(zip(typed, found, strict=True))
        if each.note is not None and isinstance(event, Event) and event.note is None
    }
    new = list(dict.fromkeys(noted.values()))
    references = dict(zip(new, notes.keep(note for _, note in new), strict=True))
    for at, key in noted.items():
        found[at] = cast(Event, found[at]).model_copy(update={"note": references[key]})
    return found


def _same(each: Typed, event: Event, recorded: Event, texts: dict[str, str]) -> bool:
    if event == recorded and each.note is None:
        return True
    if event.note is not None or event != recorded.model_copy(update={"note": None}):
        return False
    if recorded.note is None or each.note is None:
        return recorded.note is None and each.note is None
    return texts.get(recorded.note, each.note) == each.note


def _otherwise(event: Event, next_numbers: dict[str, int]) -> str:
    number = next_numbers.get(event.device, 1)
    return (
        f"{event.id} is recorded already and says otherwise; correct it with a line "
        f"'corrected replaces={event.id} instead=…', or if this is another event write number={number}"
    )


def _read(body: bytes) -> Event | None:
    try:
        event = read_event(body)
    except Malformed:
        return None
    return event if isinstance(event, Event) else None
