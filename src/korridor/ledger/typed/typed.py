"""An event as it was typed in: with the line that it stood on, and the text that a person wrote beside it."""

from dataclasses import dataclass

from korridor.events.event import Event
from korridor.events.written_event import NotUnderstood


@dataclass(frozen=True)
class Typed:
    """One event of a file.

    Attributes
    ----------
    event : Event or NotUnderstood
        Without its note.
    line : int
        Where it stands, from 1.
    note : str or None
        What was written beside it; it goes into the side store (X1).
    """

    event: Event | NotUnderstood
    line: int
    note: str | None = None


@dataclass(frozen=True)
class Lines:
    """A file turned into lines of :mod:`korridor.events.event_lines`, each where its event stands in the file.

    Attributes
    ----------
    text : str
    notes : dict of int to str
        By line.
    skipped : dict of str to int
        What the file has that says nothing of people, and how often.
    """

    text: str
    notes: dict[int, str]
    skipped: dict[str, int]
