"""What holds people up, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.papers.binding import hour_s, hours, person_seconds, runs
from korridor.papers.wait import Resource, Wait
from korridor.pictures.clock import HOUR_S, MINUTE_S, Clock


@dataclass(frozen=True)
class RunWords:
    """Hours on end, what held most people in them, and how many."""

    when: str
    binding: str
    persons: str


def binding_words(operation: Operation, found: Sequence[Wait]) -> tuple[str, ...]:
    """Return which waits weigh most, while the truce is open; at least one wait."""
    held = person_seconds(found)
    closed_s = held.pop(Resource.WINDOW, 0)
    total_s = sum(held.values())
    words = []
    if total_s:
        parts = ", ".join(f"{resource} {_percent(person_s, total_s)}" for resource, person_s in held.items())
        open_truce = ", hours of closed truce left aside" if operation.truce else ""
        words.append(
            f"People aboard, or next to board, wait for {_person_time(total_s)} in all{open_truce}: "
            f"for {parts}."
        )
    if closed_s:
        words.append(f"For the truce to open they wait for {_person_time(closed_s)}.")
    return tuple(words)


def run_words(operation: Operation, found: Sequence[Wait]) -> tuple[RunWords, ...]:
    """Return what holds most people, hour by hour, equal hours joined; at least one wait."""
    clock = Clock(operation.start)
    lines = []
    for run in runs(hours(found, hour_s(found), clock.face_s)):
        begins_s = max(0, run.begins_s)
        same_day = clock.start is not None and clock.day(begins_s) == clock.day(run.ends_s)
        ends = clock.time(run.ends_s) if same_day else clock.moment(run.ends_s)
        lines.append(RunWords(f"{clock.moment(begins_s)} – {ends}", run.binding, _people(run.persons)))
    return tuple(lines)


def _people(persons: float) -> str:
    return f"{persons:,.0f} people" if persons >= 1.5 else "1 person" if persons >= 0.5 else "under 1 person"


def _percent(part: int, whole: int) -> str:
    percent = 100 * part / whole
    return "under 1 %" if percent < 1 else f"{percent:.0f} %"


def _person_time(person_s: int) -> str:
    if person_s < HOUR_S:
        minutes = -(-person_s // MINUTE_S)
        return f"{minutes:,} person-{'minute' if minutes == 1 else 'minutes'}"
    return f"{round(person_s / HOUR_S):,} person-hours"
