"""Stories: a file of events, and the pages that the books must give at the moments that it asks about."""

import re
from dataclasses import dataclass
from pathlib import Path

from korridor.events.event import Event
from korridor.events.event_lines import read_lines
from korridor.ledger.books import Books
from korridor.operation.units import parse_instant
from korridor.papers.account_page import account_lines

STORIES = Path(__file__).parent / "stories"
_ASKS = re.compile(r"as of (\S+)(?: known at (\S+))?\s*(?:#.*)?")


@dataclass(frozen=True)
class Story:
    """Events, and the moments that are asked about; each is answered with the events above it."""

    path: Path
    text: str
    events: tuple[Event, ...]
    asked: tuple[tuple[str, str | None, int], ...]


def read_story(path: Path) -> Story:
    text = path.read_text(encoding="utf-8")
    day, offset, events_so_far = "", "", 0
    lines, asked = [], []
    for line in text.splitlines():
        if match := _ASKS.fullmatch(line):
            as_of, known_at = (_full(moment, day, offset) for moment in match.groups())
            asked.append((as_of, known_at, events_so_far))
            lines.append("")
            continue
        lines.append(line)
        day = (re.findall(r"\bday=(\S+)", line) or [day])[0] if line.startswith("with ") else day
        offset = (re.findall(r"\boffset=(\S+)", line) or [offset])[0] if line.startswith("with ") else offset
        events_so_far += bool(re.match(r"\d", line))
    return Story(path, text, read_lines("\n".join(lines), path.name), tuple(asked))


def _full(moment: str | None, day: str, offset: str) -> str | None:
    if moment is None:
        return None
    return f"{moment if 'T' in moment else f'{day}T{moment}'}{offset}"


def page_of(story: Story) -> str:
    """What the books say at each moment that a story asks about."""
    pages = []
    for as_of, known_at, events in story.asked:
        books = Books(story.events[:events] if known_at is None else story.events)
        account = books.account(as_of, known_at or max(parse_instant(as_of), last_recorded(story, events)))
        pages.append("\n".join(account_lines(account)))
    return "\n\n".join(pages) + "\n"


def last_recorded(story: Story, events: int):
    return max(event.recorded_at for event in story.events[:events])
