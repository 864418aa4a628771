"""P5: changed facts in words: what the field means, what it was and what it is."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from korridor.pictures.clock import Clock, lasting
from korridor.planning.replan.facts import Counted, Fact

_MOMENTS = {"opens_s", "closes_s", "by_s", "available_from_s", "available_until_s", "until_s"}
_MEANS = {
    "opens_s": "a truce window opens",
    "closes_s": "a truce window closes",
    "margin_s": "truce roads are clear so long before a window closes",
    "until_s": "the horizon",
    "escorts": "escorts",
    "outward": "screening lanes outward",
    "inward": "screening lanes inward",
    "bays": "bays",
    "capacity_persons": "room for people",
    "beyond_persons": "may leave before the gate opens",
    "until_persons": "must be out elsewhere for the gate to open",
    "least": "vehicles in a column, at least",
    "most": "vehicles in a column, at most",
    "headway_s": "headway between columns",
    "when_broken": "what columns do when the truce breaks",
}
NOTHING = "not in the file"


@dataclass(frozen=True)
class FactLine:
    """One changed fact."""

    what: str
    then: str
    now: str
    path: str


def fact_line(clock: Clock, fact: Fact) -> FactLine:
    """Say a field that was changed in the operation."""
    steps = fact.path.replace('"', "").split(".")
    if fact.name == "persons":
        what = f"people in {_named(fact.path, 'people.', '.count')}"
    elif fact.name == "vehicles":
        what = f"vehicles: {_named(fact.path, 'fleet.', '').replace('.depots.', ' at ')}"
    else:
        what = _MEANS.get(fact.name, steps[-1].replace("_", " "))
        about = fact.path.split(".")[1] if fact.path.startswith(("places.", "fleet.", "people.")) else ""
        what += f", {about.strip(chr(34))}" if about else ""
    return FactLine(what, _said(clock, fact.name, fact.then), _said(clock, fact.name, fact.now), fact.path)


def counted_line(counted: Counted) -> FactLine:
    """Say a number that was counted on the spot."""
    what = f"people of {counted.what} who wait" if counted.is_people else f"vehicles: {counted.what}"
    return FactLine(what, f"{counted.then:,}", f"{counted.now:,}", "state.json")


def _named(path: str, before: str, after: str) -> str:
    return path.removeprefix(before).removesuffix(after).replace('"', "")


def _said(clock: Clock, name: str, value: Any) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, tuple):
        return ", ".join(_said(clock, name, each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum) or not isinstance(value, int):
        return str(value)
    if name in _MOMENTS:
        return clock.full(value)
    if name.endswith("_clock_s"):
        return f"{value // 3600:02d}:{value // 60 % 60:02d}"
    if name.endswith("_m_per_h"):
        return f"{value / 1000:g} km/h"
    if name.endswith("_s"):
        return lasting(value)
    if name.endswith("_m"):
        return f"{value / 1000:g} km"
    return f"{value:,}"
