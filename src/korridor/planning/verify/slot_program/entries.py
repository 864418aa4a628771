"""The soonest that so many trips of a type can have entered a road with a headway, worked out anew: rows ``entries``."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, partial
from itertools import accumulate

from korridor.operation.operation import Operation
from korridor.planning.verify.slot_program.entry_columns import EVER_S, Columns
from korridor.planning.verify.slot_program.kinds import Kinds, Loaded

MOST_STEPS = 2_000_000
"""Where working it out takes more, the program has no such row."""


class Entries:
    """The trips of one type that enter a reference, and how many can have by a moment.

    Parameters
    ----------
    kinds : Kinds
    counted : list of Loaded
        Kinds of one type and one reference with a headway, those left out of which the row ``partial`` allows but one.
    """

    def __init__(self, kinds: Kinds, counted: list[Loaded]) -> None:
        self.operation: Operation = kinds.operation
        self.counted = tuple(counted)
        name = counted[0].vehicle_type
        self.vehicles = sum(self.operation.fleet[name].depots.values())
        ends = {each.reaches for each in kinds.loaded if each.vehicle_type == name}
        origins = {each.leaves for each in counted}
        self.back = tuple(
            each
            for each in kinds.empty
            if each.vehicle_type == name and each.leaves in ends and each.reaches in origins
        )
        groups = {group for each in counted for group in each.groups}
        persons = sum(self.operation.people[group].persons for group in groups)
        self.trips = persons // min(each.few for each in counted)
        self.size = min(self.operation.convoy.most, self.vehicles, self.trips)
        self.bays = self._bays(origins)
        waves = 0 if self.bays is None else (self.size - 1) // self.bays
        self.rounds = self.trips // max(1, self.vehicles) + 3
        steps = self.trips * self.rounds * self.size * (1 + waves)
        self.stands = bool(self.back) and not origins & ends and 0 < steps <= MOST_STEPS

    def by(self, moment_s: int) -> int:
        """Return how many can have entered by a moment."""
        return bisect_right(self._soonest_s, moment_s)

    def _bays(self, origins: set[str]) -> int | None:
        bays = [self.operation.places[name].bays for name in origins]
        return None if None in bays else max(each for each in bays if each is not None)

    @cached_property
    def _soonest_s(self) -> list[int]:
        """The soonest moment by which 1, 2, 3, … or more can have entered; with every round more is known of who is back."""
        out = Columns(self.operation, self.counted, self.size, may_be_one=self.operation.convoy.least <= 1)
        back_s: list[int | None] = [None] * (self.trips + 1)
        entered_s: list[int] = []
        for _ in range(self.rounds):
            entered_s, ended_s = out.passed(self.trips, partial(self._ready_s, out, back_s))
            again_s = [None, *(min(each, EVER_S) for each in self._at_home_s(ended_s)[1:])]
            if again_s == back_s:
                break
            back_s = again_s
        return list(accumulate(reversed(entered_s[1:]), min))[::-1]

    def _at_home_s(self, ended_s: list[int]) -> list[int]:
        """Return when so many can be back who had ended by these moments."""
        ways = {each.reference for each in self.back}
        if len(ways) > 1 or None in ways:
            least_s = min(each.before_s + each.beyond_s for each in self.back)
            return [each + least_s for each in ended_s]
        home = Columns(self.operation, self.back, self.size, may_be_one=True)
        return home.passed(self.trips, lambda before, size: ended_s[before + size] + home.ready_s(size))[1]

    def _ready_s(self, out: Columns, back_s: list[int | None], before: int, size: int) -> int:
        """Return the soonest x of a column of ``size``, for the sake of who must be back and load."""
        found_s = 0
        needed = before + size - self.vehicles
        if needed > 0 and (there_s := back_s[needed]) is not None:
            found_s = there_s + out.ready_s(size)
        if self.bays is None or out.gathers_s == 0:
            return found_s
        for waves in range(1, (size - 1) // self.bays + 1):
            needed = before + size - self.vehicles - waves * self.bays
            if needed > 0 and (there_s := back_s[needed]) is not None:
                found_s = max(found_s, there_s + out.loads_s(size, waves))
        return found_s


def entries(kinds: Kinds, limited: frozenset[Loaded]) -> Iterator[tuple[tuple[int, bool], str, Entries]]:
    """Yield by reference with a headway and type the entries that are counted, where the rows about them stand."""
    for name in kinds.operation.fleet:
        mine = [each for each in kinds.loaded if each.vehicle_type == name]
        for reference in dict.fromkeys(each.reference for each in mine):
            counted = [each for each in mine if each.reference == reference and each not in limited]
            if reference is not None and counted:
                found = Entries(kinds, counted)
                if found.stands:
                    yield reference, name, found
