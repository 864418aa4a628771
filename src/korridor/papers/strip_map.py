"""``strip-map.html``: each way as a strip, one line a place, in large type, to print for drivers."""

from dataclasses import dataclass
from typing import Any

from korridor.operation.operation import Operation
from korridor.papers.page import page
from korridor.papers.strip import Strip, strips
from korridor.papers.strip_words import StripLine, strip_lines
from korridor.planning.plan import Plan
from korridor.version import __version__

_MOST_NUMBERS = 8


@dataclass(frozen=True)
class Sheet:
    """One strip in one direction; ``lines`` is empty where the roads give no way back."""

    title: tuple[str, str]
    direction: str
    used_by: str
    speed: str
    lines: tuple[StripLine, ...]
    without_length: bool


def strip_map_html(plan: Plan) -> str:
    """Return ``strip-map.html``: two sheets a way, out and back."""
    words: dict[str, Any] = {
        "operation": plan.operation,
        "sheets": [
            sheet
            for strip in strips(plan.operation, plan.movements)
            for sheet in _sheets(plan.operation, strip)
        ],
        "version": __version__,
    }
    return page("strip-map.html", words)


def _sheets(operation: Operation, strip: Strip) -> tuple[Sheet, Sheet]:
    def sheet(loaded: bool) -> Sheet:
        stops = strip.out if loaded else strip.back
        ends = (strip.origin, strip.destination)
        return Sheet(
            title=ends if loaded else ends[::-1],
            direction="Way out, with people" if loaded else "Way back, empty",
            used_by=_used_by(strip) if loaded else f"The way back of {_used_by(strip)}",
            speed=_speed(strip),
            lines=strip_lines(operation, stops, loaded),
            without_length=any(stop.from_start_m is None for stop in stops),
        )

    return sheet(True), sheet(False)


def _used_by(strip: Strip) -> str:
    many = len(strip.movements)
    if many == 1:
        return f"movement {strip.movements[0]}"
    listed = ", ".join(strip.movements[:_MOST_NUMBERS])
    more = f" and {many - _MOST_NUMBERS} more" if many > _MOST_NUMBERS else ""
    return f"{many} movements: {listed}{more}"


def _speed(strip: Strip) -> str:
    if strip.slowest_m_per_h is None:
        return "at the roads' own speed"
    return f"at the roads' own speed, but no faster than {strip.slowest_m_per_h / 1000:g} km/h"
