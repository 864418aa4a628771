"""Moments and durations in words: the operation's own clock, or time since the start where it has none."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

# Not strftime's %a and %b: those follow the machine's language, and a paper must read the same everywhere.
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

MINUTE_S, HOUR_S, DAY_S = 60, 3600, 86400


def lasting(seconds: int, up: bool = False, exact: bool = False) -> str:
    """Return a duration in words: ``3 h 54 min``, ``12 min 30 s``.

    Parameters
    ----------
    seconds : int
        Not negative. From an hour on, whole minutes are enough.
    up : bool
        Whether an hour or more is rounded up to the minute, and not down.
    exact : bool
        Whether an hour or more is not rounded at all.
    """
    if seconds >= HOUR_S and not exact:
        seconds = (seconds + 59 * up) // MINUTE_S * MINUTE_S
    parts = ((seconds // HOUR_S, "h"), (seconds % HOUR_S // MINUTE_S, "min"), (seconds % MINUTE_S, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 min"


@dataclass(frozen=True)
class Clock:
    """The clock that an operation's people read.

    What begins is told to the minute before, what is done by a moment (``up``) to the minute after, so that
    no rounding makes a plan look better than it is. Who must not act before a moment reads it on the ``exact`` clock: a
    departure that is told a minute early breaks a headway.

    Attributes
    ----------
    start : datetime or None
        The instant of second 0 with its offset; ``None`` where only durations matter.
    seconds : bool
        Whether seconds are told, where there are any.
    """

    start: datetime | None
    seconds: bool = False

    @property
    def exact(self) -> "Clock":
        """The same clock with its seconds."""
        return replace(self, seconds=True)

    @property
    def offset(self) -> str:
        """How the clock stands to UTC, ``UTC+02:00``; empty without a start."""
        if self.start is None:
            return ""
        ahead = self.start.utcoffset() or timedelta(0)
        minutes = abs(ahead) // timedelta(minutes=1)
        return f"UTC{'-' if ahead < timedelta(0) else '+'}{minutes // 60:02d}:{minutes % 60:02d}"

    @property
    def face_s(self) -> int:
        """What the local clock shows at second 0, counted from 1970 as if it were UTC; 0 without a start.

        Added to a moment it gives a number that comes out even where the clock does.
        """
        return 0 if self.start is None else int(self.start.replace(tzinfo=UTC).timestamp())

    def local(self, moment_s: int, up: bool = False) -> datetime:
        """Return the moment by the operation's clock; only with a start."""
        assert self.start is not None
        local = self.start + timedelta(seconds=moment_s)
        return local + timedelta(seconds=-local.second % MINUTE_S) if up else local

    def day(self, moment_s: int, up: bool = False) -> str:
        """``Thu 15 Dec 2016``; empty without a start."""
        if self.start is None:
            return ""
        local = self.local(moment_s, up)
        return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local.year}"

    def time(self, moment_s: int, up: bool = False) -> str:
        """``09:05``, on an exact clock ``09:05:20``; ``+9 h 5 min`` without a start."""
        if self.start is None:
            return f"+{lasting(moment_s, up, self.seconds)}"
        local = self.local(moment_s, up)
        return f"{local:%H:%M:%S}" if self.seconds and local.second else f"{local:%H:%M}"

    def moment(self, moment_s: int, up: bool = False) -> str:
        """``Thu 15 Dec 09:05``; ``+9 h 5 min`` without a start."""
        time = self.time(moment_s, up)
        return time if self.start is None else f"{self.day(moment_s, up).rpartition(' ')[0]} {time}"

    def tick(self, moment_s: int) -> str:
        """``09:05`` on an axis, ``16 Dec`` at midnight; ``+9 h 5 min`` without a start."""
        if self.start is None:
            return f"+{lasting(moment_s)}"
        local = self.local(moment_s)
        if (local.hour, local.minute, local.second) == (0, 0, 0):
            return f"{local.day} {MONTHS[local.month - 1]}"
        return self.exact.time(moment_s)

    def full(self, moment_s: int, up: bool = False) -> str:
        """``Thu 15 Dec 2016, 09:05``; ``9 h 5 min after the start`` without a start."""
        if self.start is None:
            return f"{lasting(moment_s, up, self.seconds)} after the start"
        return f"{self.day(moment_s, up)}, {self.time(moment_s, up)}"
