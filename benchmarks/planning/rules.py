"""Small operations that stress one rule each: a shuttle through a gate, and what each rule makes of it.

One piece serves the benchmark, which draws by :mod:`korridor.chance`, and the tests, which let Hypothesis draw.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from korridor.chance import stream
from korridor.operation.operation import Operation

Below = Callable[[int], int]
"""Draws an integer from 0 to one less than its argument."""

Spec = dict[str, Any]
"""An operation as a file says it."""

One = TypeVar("One")


class Drawing:
    """Draws for one operation.

    Attributes
    ----------
    tiny : bool
        Whether it is to have so few vehicles that every plan can be tried.
    lap_min : int
        Minutes out and back again at least, once that is drawn.
    """

    def __init__(self, below: Below, tiny: bool) -> None:
        self._below, self.tiny = below, tiny
        self.lap_min = 0

    def one_of(self, options: Sequence[One]) -> One:
        """Return one of several, each as likely."""
        return options[self._below(len(options))]

    def size(self, tiny: Sequence[One], middle: Sequence[One]) -> One:
        """Return one of the tiny ones or one of the middle ones."""
        return self.one_of(tiny if self.tiny else middle)


def seeded(seed: int, key: int) -> Below:
    """Draw by chance, from a seed and a key."""
    state = stream.new(seed, key)
    return lambda n: int(stream.below(state, n))


Rule = Callable[[Spec, Drawing], None]
"""Makes a rule bind in an operation that is given as its file would say it."""


def shuttle(draw: Drawing) -> Spec:
    """Draw what all have: a square, a gate, a camp; buses that go out and come back for more."""
    buses, seats = draw.size((1, 2, 2, 3), (6, 10, 16)), draw.size((2, 4), (20, 50))
    loads = buses * draw.size((1, 2), (2, 3, 4)) + draw.one_of((0, 1))
    near_min, far_min = draw.one_of((5, 10, 20)), draw.one_of((5, 10, 20))
    draw.lap_min = 2 * (near_min + far_min)
    spec: Spec = {
        "name": "shuttle",
        "start": "2016-12-15T08:00+02:00",
        "places": {
            "square": {"kind": "assembly"},
            "gate": {"kind": "junction"},
            "camp": {"kind": "reception"},
        },
        "roads": [
            {"between": ["square", "gate"], "time": f"{near_min} min"},
            {"between": ["gate", "camp"], "time": f"{far_min} min", "risk": 1},
        ],
        "people": {"well": {"at": "square", "class": "well", "count": loads * seats}},
        "fleet": {
            "bus": {
                "depots": {draw.one_of(("camp", "square")): buses},
                "layouts": [{"seats": seats}],
                "boarding": draw.size(("0 s", "30 s"), ("0 s", "4 s")),
            }
        },
        "time_aboard": "6 h",
    }
    if draw.one_of((False, False, True)):
        _second_square(spec, draw)
    return spec


def _second_square(spec: Spec, draw: Drawing) -> None:
    """Let people stand at a second place too, nearer or farther."""
    seats = spec["fleet"]["bus"]["layouts"][0]["seats"]
    spec["places"]["market"] = {"kind": "assembly"}
    spec["roads"].append({"between": ["market", "gate"], "time": f"{draw.one_of((5, 15))} min"})
    spec["people"]["market"] = {
        "at": "market",
        "class": "well",
        "count": seats * draw.size((1, 2), (6, 12)),
        "weight": draw.one_of((1, 1, 2)),
    }


def _road(spec: Spec) -> Spec:
    """The corridor: the road from the gate to the camp."""
    road: Spec = spec["roads"][1]
    return road


def _columns(spec: Spec, draw: Drawing) -> Spec:
    """Have vehicles go in column through the corridor; returns the convoy rule."""
    _road(spec).setdefault("headway", "2 min")
    convoy: Spec = spec.setdefault("convoy", {"least": 1, "most": draw.size((2, 3), (5, 8))})
    return convoy


def _checkpoint(spec: Spec, draw: Drawing) -> Spec:
    """Make the gate a checkpoint; returns it."""
    _columns(spec, draw)
    gate: Spec = spec["places"]["gate"]
    gate["kind"] = "checkpoint"
    gate.setdefault("lanes", draw.size((1, 2), (2, 4)))
    gate.setdefault("per_vehicle", "30 s")
    return gate


def headway(spec: Spec, draw: Drawing) -> None:
    """C4: so many minutes between columns, and columns of few."""
    _road(spec)["headway"] = f"{draw.size((5, 10, 20), (5, 10))} min"
    spec["convoy"] = {"least": 1, "most": draw.size((1, 1, 2), (2, 3))}


def lanes(spec: Spec, draw: Drawing) -> None:
    """C6: everyone aboard is looked at, in few lanes."""
    gate = _checkpoint(spec, draw)
    gate["per_vehicle"] = draw.one_of(("1 min", "2 min", "5 min"))
    gate["per_person"] = draw.size(("0 s", "30 s"), ("0 s", "6 s"))


def bays(spec: Spec, draw: Drawing) -> None:
    """C2: few vehicles load at once, and the vehicles of a column wait for each other."""
    _columns(spec, draw)
    spec["places"]["square"]["bays"] = draw.size((1, 2), (2, 3))
    spec["fleet"]["bus"]["turn_round"] = draw.one_of(("2 min", "5 min"))
    spec["fleet"]["bus"]["boarding"] = draw.size(("1 min", "2 min"), ("6 s", "12 s"))


def marshalling(spec: Spec, draw: Drawing) -> None:
    """C3, O7: columns form up, and may not be small."""
    convoy = _columns(spec, draw)
    convoy["least"] = min(draw.size((1, 2), (1, 3)), *spec["fleet"]["bus"]["depots"].values())
    convoy["most"] = max(convoy["most"], convoy["least"])
    convoy["marshalling"] = draw.one_of(("5 min", "15 min"))


def escorts(spec: Spec, draw: Drawing) -> None:
    """O7: a column goes with an escort, of which there are few."""
    _columns(spec, draw)["escorts"] = draw.size((1, 1, 2), (1, 2, 3))


def aboard(spec: Spec, draw: Drawing) -> None:
    """O5: nobody sits aboard for long, so who loads must not have to wait for others."""
    bays(spec, draw)
    lanes(spec, draw)
    spec["time_aboard"] = draw.one_of(("35 min", "50 min", "75 min"))


def windows(spec: Spec, draw: Drawing) -> None:
    """O8, C8: the corridor is open for a lap or two at a time, and must be clear before each end."""
    _columns(spec, draw)
    _road(spec)["truce"] = True
    opens, announced = 0, []
    for _ in range(draw.one_of((2, 3))):
        closes = opens + draw.size((40, 70, 100), (90, 150, 240))
        announced.append({"opens": f"+{opens} min", "closes": f"+{closes} min"})
        opens = closes + draw.one_of((20, 60, 120))
    spec["truce"] = {"announced": announced, "margin": draw.one_of(("0 min", "5 min"))}


def gates(spec: Spec, draw: Drawing) -> None:
    """O9: who leaves here beyond a number waits until others are out elsewhere."""
    persons = spec["people"]["well"]["count"]
    opens = f"+{draw.one_of((45, 90, 150))} min"
    spec["gates"] = [
        {
            "name": "gate",
            "out_of": ["square"],
            "beyond": persons // draw.one_of((2, 3)),
            "until": 10,
            "of_schedule": [{"by": opens, "persons": 10}],
        }
    ]


def spacing(spec: Spec, draw: Drawing) -> None:
    """C5: a column is long, and its tail comes minutes after its head."""
    _columns(spec, draw)["spacing"] = draw.one_of(("300 m", "800 m"))
    road = _road(spec)
    road.pop("time")
    road |= {"length": f"{draw.one_of((4, 8))} km", "speed": "24 km/h"}


def release(spec: Spec, draw: Drawing) -> None:
    """C6: at the checkpoint vehicles go on one by one, or all when the last is through."""
    lanes(spec, draw)
    spec["places"]["gate"]["release"] = draw.one_of(("vehicle", "column"))


def mixed(spec: Spec, draw: Drawing) -> None:
    """O5, O6: some lie, some sit; ambulances that are slow to load, and buses that can be fitted out otherwise."""
    _columns(spec, draw)
    seats = spec["fleet"]["bus"]["layouts"][0]["seats"]
    if draw.one_of((False, True)):
        spec["fleet"]["bus"]["layouts"].append({"seats": seats // 2, "stretchers": draw.size((1,), (4,))})
    spec["fleet"]["ambulance"] = {
        "depot": "camp",
        "number": draw.size((1,), (2, 4)),
        "layouts": [{"stretchers": 1, "seats": 1}],
        "boarding": "2 min",
        "speed": "40 km/h",
    }
    spec["people"]["lying"] = {"at": "square", "class": "lying", "count": draw.size((1, 2, 3), (8, 16))}


def reception(spec: Spec, draw: Drawing) -> None:
    """C7: the near place has little room, and the far one is far; unloading takes a bay."""
    people = sum(group["count"] for group in spec["people"].values())
    spec["places"]["hall"] = {
        "kind": "reception",
        "capacity": people // draw.one_of((2, 3)),
        "bays": draw.one_of((1, 2)),
    }
    spec["roads"].append({"between": ["gate", "hall"], "time": "4 min"})
    spec["fleet"]["bus"]["alighting"] = draw.size(("10 s", "1 min"), ("2 s", "5 s"))


def transfers(spec: Spec, draw: Drawing) -> None:
    """O5, C7: everybody changes vehicle half-way, and is out only at the end."""
    spec["places"]["change"] = {"kind": "transfer", "side": "corridor"}
    spec["roads"][1]["between"] = ["gate", "change"]
    spec["roads"].append({"between": ["change", "camp"], "time": f"{draw.one_of((5, 20))} min"})
    spec["fleet"]["bus"]["serves"] = ["square", "change"] + (["market"] if "market" in spec["places"] else [])
    depots = spec["fleet"]["bus"]["depots"]
    spec["fleet"]["bus"]["depots"] = {"square": sum(depots.values())}
    spec["fleet"]["coach"] = {
        "depot": "change",
        "number": draw.size((1,), (4, 8)),
        "layouts": [{"seats": spec["fleet"]["bus"]["layouts"][0]["seats"]}],
        "serves": ["change", "camp"],
    }


def hours(spec: Spec, draw: Drawing) -> None:
    """O2, O6: loading and duty have their hours."""
    spec["places"]["square"]["hours"] = draw.one_of(("08:30-10:00", "07:00-09:00"))
    if draw.one_of((False, True)):
        spec["fleet"]["bus"]["duty"] = draw.one_of(("08:00-10:30", "09:00-12:00"))


def alternate(spec: Spec, draw: Drawing) -> None:
    """C4: one road for both directions, by turns."""
    _columns(spec, draw)
    _road(spec)["alternate"] = True


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        headway,
        lanes,
        bays,
        marshalling,
        escorts,
        aboard,
        windows,
        gates,
        spacing,
        release,
        mixed,
        reception,
        transfers,
        hours,
        alternate,
    )
}
"""Each rule that matters to the gap, by name."""

TOGETHER = "together"
"""The family in which several rules bind at once."""

FAMILIES = (*RULES, TOGETHER)


def drawn(family: str, below: Below, tiny: bool, horizon: bool) -> Operation:
    """Draw an operation of a family.

    Parameters
    ----------
    family : str
        One of :data:`FAMILIES`.
    below : callable
    tiny : bool
        Of at most four vehicles and some ten loads; else of some dozens of vehicles and a thousand people.
    horizon : bool
        Whether it ends too soon for everybody, as a rule.
    """
    draw = Drawing(below, tiny)
    spec = shuttle(draw)
    for name, rule in RULES.items():
        if name == family or (family == TOGETHER and draw.one_of((True, False, False))):
            rule(spec, draw)
    spec["name"] = family
    if horizon:
        spec["until"] = f"+{draw.lap_min * draw.size((12, 18, 25), (18, 26, 34)) // 10 + 10} min"
    return Operation.model_validate(spec)
