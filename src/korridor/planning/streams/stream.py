"""Members taken together: all of one type and layout between two districts by one reference (docs/bounds-streams.md, Streams)."""

from collections.abc import Mapping
from dataclasses import dataclass

from korridor.operation.ways import Step
from korridor.planning.streams.gates import gated
from korridor.planning.streams.member import Member, Members
from korridor.planning.streams.nearest import NEVER

Leg = tuple[str, int, str, str, Step | None, bool]
"""Type, layout, districts of origin and destination, reference, and whether it lies on a truce stretch."""


@dataclass(frozen=True)
class Stream:
    """One leg in one bucket: every time is the least over its members.

    Attributes
    ----------
    take_s, give_s : int
        From when the vehicle is taken from the pool to x, and from x to when it is given back.
    """

    leg: Leg
    full: bool
    many: int
    take_s: int
    give_s: int
    b_s: int
    bay_s: int
    after_s: int
    first_s: int
    from_s: int
    to_s: int


class Streams:
    """The streams of an operation for a partition into districts.

    Attributes
    ----------
    all : tuple of Stream
    groups : dict of Leg to set of str
        Who can go by a leg.
    origins, ends : dict of str to set of str
        The places in each district that members leave, and that they come to.
    begin_s : dict of str to int
        When anybody can begin to load in a district at the soonest.
    """

    def __init__(self, members: Members, districts: Mapping[str, int]) -> None:
        operation = members.operation
        self.operation, self.districts = operation, dict(districts)
        self._nearest = members.nearest
        self.members = members.all
        self.part = gated(operation) if operation.convoy.most > 1 else {}
        self._near, self._far = self._halves()
        self.groups: dict[Leg, set[str]] = {}
        self.origins: dict[str, set[str]] = {}
        self.ends: dict[str, set[str]] = {}
        self.begin_s: dict[str, int] = {}
        together: dict[tuple[Leg, bool], Stream] = {}
        for member in self.members:
            mine = self._stream(member)
            key = mine.leg, mine.full
            together[key] = _least(together[key], mine) if key in together else mine
            self.groups.setdefault(mine.leg, set()).update(member.groups)
            self.begin_s[mine.leg[2]] = min(member.begin_s, self.begin_s.get(mine.leg[2], member.begin_s))
            self.origins.setdefault(mine.leg[2], set()).add(member.origin)
            self.ends.setdefault(mine.leg[3], set()).add(member.destination)
        self.all = tuple(together[key] for key in sorted(together, key=_sorting))

    def label(self, place: str) -> str:
        """Name a place's district: its number, or the place itself where it is in none."""
        return f"#{self.districts[place]}" if place in self.districts else place

    def _halves(self) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
        """Part the way back in two: q of the origin, the least from any end; p of the end, what is more than that at least."""
        fleet = self.operation.fleet
        origins: dict[str, dict[str, None]] = {name: {} for name in fleet}
        ends: dict[str, dict[str, None]] = {name: {} for name in fleet}
        for member in self.members:
            origins[member.vehicle_type][member.origin] = None
            ends[member.vehicle_type][member.destination] = None
        near, far = {}, {}
        for kind, vehicles in fleet.items():
            table = {end: self._nearest.of(end, vehicles.speed_m_per_h) for end in ends[kind]}
            for origin in origins[kind]:
                near[kind, origin] = min((least.get(origin, NEVER) for least in table.values()), default=0)
            for end, least in table.items():
                far[kind, end] = min(
                    least.get(origin, NEVER) - near[kind, origin] for origin in origins[kind]
                )
        return near, far

    def _stream(self, member: Member) -> Stream:
        kind = member.vehicle_type
        near_s = self._near[kind, member.origin]
        if member.origin in self.part:
            near_s += self.operation.convoy.marshalling_s
        leg = (
            kind,
            member.layout,
            self.label(member.origin),
            self.label(member.destination),
            member.reference,
            member.truced,
        )
        return Stream(
            leg,
            member.full,
            member.many,
            member.a_s + near_s,
            member.b_s + self._far[kind, member.destination],
            member.b_s,
            member.bay_s,
            member.a_s - member.bay_s,
            member.first_s,
            member.from_s,
            member.to_s,
        )


def _least(one: Stream, other: Stream) -> Stream:
    return Stream(
        one.leg,
        one.full,
        max(one.many, other.many),
        *(
            min(getattr(one, name), getattr(other, name))
            for name in ("take_s", "give_s", "b_s", "bay_s", "after_s", "first_s", "from_s", "to_s")
        ),
    )


def leg_name(leg: Leg) -> str:
    """Name a leg in a certificate."""
    kind, layout, origin, end, reference, truced = leg
    road = "alone" if reference is None else f"{reference[0]}{'f' if reference[1] else 'b'}"
    return f"{kind}/{layout}/{origin}/{end}/{road}/{'truce' if truced else 'free'}"


def _sorting(key: tuple[Leg, bool]) -> tuple[bool, str]:
    return not key[1], leg_name(key[0])
