"""Simulated operations whose truth is known, and what clerks write down of them."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from korridor.events.event import Event
from korridor.events.written_event import read_event

DAY = "2016-12-15T{:02d}:{:02d}+02:00"


@dataclass
class World:
    """What is true, and the events that tell of it.

    Attributes
    ----------
    events : list of Event
    lost, stowed : dict of str to int
        By movement: who vanished on the way, and who was aboard though nobody counted them in.
    there : dict of str to int
        By account, who is in it.
    gone : int
        Who left the camp unseen before it was recounted.
    """

    events: list[Event] = field(default_factory=list)
    lost: dict[str, int] = field(default_factory=dict)
    stowed: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)
    gone: int = 0

    def move(self, account: str, heads: int) -> None:
        self.there[account] = self.there.get(account, 0) + heads


class Clerk:
    """Writes down events, numbered."""

    def __init__(self, world: World) -> None:
        self._world, self._number = world, 0

    def writes(self, hour: int, minute: int, what: dict[str, Any], post: str = "P1", after: int = 0) -> str:
        self._number += 1
        at = DAY.format(hour, minute)
        event = read_event(
            {
                "version": 1,
                "device": "D1",
                "number": self._number,
                "post": post,
                "organisation": "ORG",
                "occurred_at": at,
                "recorded_at": DAY.format(min(hour + after, 23), minute),
                "what": what,
            }
        )
        assert isinstance(event, Event)
        self._world.events.append(event)
        return event.id


def counts(truth: int, exact: bool) -> st.SearchStrategy[dict[str, Any]]:
    """What an honest clerk says of so many: always an interval that holds the truth."""
    right = st.just({"low": truth, "high": truth})
    if exact:
        return right
    wide = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
        lambda ends: {"low": max(0, truth - ends[0]), "high": truth + ends[1]}
    )
    return st.one_of(right, wide, st.just({"low": 0, "high": None}))


@st.composite
def worlds(draw: st.DrawFn, exact: bool = False, losses: bool = True) -> World:
    """Up to three movements of up to three buses; what happens aboard, and who gets out."""
    world = World()
    clerk = Clerk(world)
    for m in range(draw(st.integers(1, 3))):
        movement = f"M{m + 1}"
        by_vehicle, by_vehicle_there, on_the_way = (draw(st.booleans()) for _ in range(3))
        aboard = {}
        for b in range(draw(st.integers(1, 3))):
            aboard[f"{movement}/B{b + 1}/1"] = draw(st.integers(0, 60))
        _departs(draw, clerk, world, movement, aboard, by_vehicle, exact)
        _change(draw, clerk, aboard, exact)
        for trip in aboard:
            _happens(draw, clerk, world, trip if on_the_way else movement, trip, aboard, exact)
        lost = {trip: draw(st.integers(0, n)) if losses else 0 for trip, n in aboard.items()}
        stowed = {trip: draw(st.integers(0, 4)) if losses else 0 for trip in aboard}
        if not (by_vehicle and by_vehicle_there and on_the_way):
            # of a whole movement who is too many may stand for who is missing: nobody can tell
            stowed = dict.fromkeys(stowed, 0)
        world.lost[movement], world.stowed[movement] = 0, 0
        for trip, n in aboard.items():
            # a bus that loses some and brings others looks as if it lost fewer: heads are conserved, people are not known
            missing = lost[trip] - stowed[trip]
            world.lost[movement] += max(missing, 0)
            world.stowed[movement] += max(-missing, 0)
            aboard[trip] = n - missing
        _arrives(draw, clerk, world, movement, aboard, by_vehicle_there, exact)
    if draw(st.booleans()):
        there = world.there["reception:CAMP"]
        world.gone = draw(st.integers(0, there)) if losses else 0
        world.move("reception:CAMP", -world.gone)
        what = {"kind": "counted", "of": "reception:CAMP", "count": draw(counts(there - world.gone, exact))}
        clerk.writes(20, 0, what, post="P3")
    return world


def _change(draw, clerk, aboard, exact) -> None:  # type: ignore[no-untyped-def]
    """Some go over from one bus to another, and the driver says so."""
    one, other = draw(st.sampled_from(sorted(aboard))), draw(st.sampled_from(sorted(aboard)))
    n = draw(st.integers(0, aboard[one]))
    if one != other:
        what = {"kind": "transferred", "of": f"aboard:{one}", "to": f"aboard:{other}"}
        clerk.writes(9, 30, what | {"count": draw(counts(n, exact))})
        aboard[one] -= n
        aboard[other] += n


def _departs(draw, clerk, world, movement, aboard, by_vehicle, exact) -> None:  # type: ignore[no-untyped-def]
    left = dict(aboard) if by_vehicle else {movement: sum(aboard.values())}
    for on, n in left.items():
        first = {"kind": "departed", "on": on, "at": "TOWN", "count": draw(counts(n, exact))}
        if draw(st.booleans()):
            wrong = clerk.writes(9, 0, first | {"count": draw(st.integers(0, 99))})
            clerk.writes(9, 0, {"kind": "corrected", "replaces": [wrong], "instead": first})
        else:
            clerk.writes(9, 0, first)
        if draw(st.booleans()):
            clerk.writes(9, 1, first | {"count": draw(counts(n, exact))}, post="P2")
    world.move("place:TOWN", -sum(aboard.values()))


def _happens(draw, clerk, world, on, trip, aboard, exact) -> None:  # type: ignore[no-untyped-def]
    for kind in draw(st.lists(st.sampled_from(["joined", "born", "died", "custody", "back"]), max_size=3)):
        n = draw(st.integers(0, min(5, aboard[trip])))
        count = draw(counts(n, exact))
        whose = f"aboard:{on}"
        match kind:
            case "joined":
                clerk.writes(10, 0, {"kind": "joined", "on": on, "count": count})
                aboard[trip] += n
            case "born":
                clerk.writes(10, 0, {"kind": "born", "to": whose, "count": count})
                aboard[trip] += n
            case "died":
                clerk.writes(10, 0, {"kind": "died", "of": whose, "kept": "ROAD", "count": count})
                aboard[trip] -= n
                world.move("dead:ROAD", n)
            case "custody":
                what = {"kind": "taken_into_custody", "of": whose, "into": "GATE", "authority": "GOV"}
                clerk.writes(10, 0, what | {"count": count})
                aboard[trip] -= n
                world.move("custody:GATE", n)
            case "back":
                clerk.writes(10, 0, {"kind": "returned", "of": whose, "to": "TOWN", "count": count})
                aboard[trip] -= n
                world.move("place:TOWN", n)


def _arrives(draw, clerk, world, movement, aboard, by_vehicle, exact) -> None:  # type: ignore[no-untyped-def]
    came = dict(aboard) if by_vehicle else {movement: sum(aboard.values())}
    late = draw(st.integers(0, 9))
    for on, n in came.items():
        what = {"kind": "arrived", "on": on, "at": "reception:CAMP", "count": draw(counts(n, exact))}
        clerk.writes(12, 0, what, post="P3", after=late)
    world.move("reception:CAMP", sum(aboard.values()))
