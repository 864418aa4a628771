"""Events as the log takes them."""

from pydantic import TypeAdapter, ValidationError

from korridor.events.codes import MOST_NUMBER, Code
from korridor.events.event import Event
from korridor.events.written_event import NotUnderstood, event_bytes
from korridor.ledger.store.entry import Entry

_CODE: TypeAdapter[str] = TypeAdapter(Code)


def entry_of(event: Event | NotUnderstood) -> Entry:
    """Return an event's entry; what was not understood keeps its bytes, and its number where it has one (A9).

    Examples
    --------
    >>> entry_of(NotUnderstood(b"{}", "version 9", "D1", 3)).number
    3
    """
    if isinstance(event, Event):
        return Entry(event.device, event.number, event_bytes(event))
    device, number = event.device, event.number
    if device is None or number is None or not 1 <= number <= MOST_NUMBER or not _is_code(device):
        device = number = None
    return Entry(device, number, event.raw, event.reason)


def _is_code(text: str) -> bool:
    try:
        _CODE.validate_python(text)
    except ValidationError:
        return False
    return True
