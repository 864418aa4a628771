"""Times under the heading of a day."""

from dataclasses import dataclass

from korridor.pictures.clock import Clock


@dataclass(frozen=True)
class DayClock:
    """A clock that leaves the date out on the day of a paper's heading."""

    clock: Clock
    day: str

    @property
    def exact(self) -> "DayClock":
        """The same clock with its seconds, for what must not begin before its time."""
        return DayClock(self.clock.exact, self.day)

    def time(self, moment_s: int, up: bool = False) -> str:
        """``09:05``; ``16 Dec 00:40`` on another day than the heading's; ``+9 h 5 min`` without a start."""
        other = self.clock.day(moment_s, up)
        short = self.clock.time(moment_s, up)
        return short if other == self.day else f"{other.partition(' ')[2].rpartition(' ')[0]} {short}"
