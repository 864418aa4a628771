"""A4: what is known of a trip, or a whole movement, beside heads: when it is due, whether it came, where it was seen last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from korridor.events.around import Incident
from korridor.events.journeys import Alighted, Arrived, Boarded, Departed, Diverted, Joined, Passed, Screened
from korridor.ledger.merged import Movements
from korridor.ledger.standing import Version

DUE_AFTER = timedelta(hours=6)
"""When a vehicle is expected of which nobody said so: the longest time aboard where a file says nothing (O5)."""


@dataclass
class Voyage:
    """What is known of one trip, or of a whole movement.

    Attributes
    ----------
    whole : bool
        Whether it is a whole movement, whose vehicles may go to several places.
    departed_at : datetime or None
        First departure.
    arrived : dict of str to datetime
        By place, when it was emptied there last.
    due_at : datetime or None
        The latest hour at which anybody expects it.
    seen : tuple of datetime and str, or None
        Last sighting with people aboard, and the place.
    from_post, to_post : str or None
        Who saw it leave, and who received it.
    to : tuple of str
        Where it is said to go.
    """

    whole: bool = False
    departed_at: datetime | None = None
    arrived: dict[str, datetime] = field(default_factory=dict)
    due_at: datetime | None = None
    seen: tuple[datetime, str] | None = None
    from_post: str | None = None
    to_post: str | None = None
    to: tuple[str, ...] = field(default_factory=tuple)

    @property
    def emptied_at(self) -> datetime | None:
        """When it was emptied; a whole movement that goes to several places is when it has come to all of them."""
        if self.whole and not set(self.to) <= set(self.arrived):
            return None
        return max(self.arrived.values(), default=None)

    @property
    def expected_at(self) -> datetime | None:
        """When it is due, said or taken."""
        if self.due_at is not None or self.departed_at is None:
            return self.due_at
        return self.departed_at + DUE_AFTER

    def over_since(self, as_of: datetime) -> datetime | None:
        """Since when who is still aboard in the books is unexplained; ``None`` while it is on its way."""
        expected = self.expected_at
        late = expected if expected is not None and expected <= as_of else None
        known = [moment for moment in (self.emptied_at, late) if moment is not None]
        return min(known) if known else None

    def sees(self, version: Version) -> None:
        """Take up what a version of a report says; in any order."""
        fact, at = version.fact, version.occurred_at
        match fact:
            case Departed():
                self.departed_at = at if self.departed_at is None else min(self.departed_at, at)
                self.from_post = min(filter(None, (self.from_post, version.post)))
                self._expects(fact.due, fact.to)
                self._seen(at, fact.at.partition(":")[2])
            case Boarded():
                self._seen(at, fact.at.partition(":")[2])
            case Passed() | Screened() | Incident():
                self._seen(at, fact.at)
            case Joined(at=str(place)):
                self._seen(at, place)
            case Diverted(into=None):
                self._expects(fact.due, fact.to)
            case Arrived():
                place = fact.at.partition(":")[2]
                self.arrived[place] = max(at, self.arrived.get(place, at))
                self.to_post = min(filter(None, (self.to_post, version.post)))
            case Alighted():
                self.to_post = min(filter(None, (self.to_post, version.post)))

    def _expects(self, due: datetime | None, to: str | None) -> None:
        if due is not None:
            self.due_at = due if self.due_at is None else max(self.due_at, due)
        if to is not None:
            self.to = tuple(sorted({*self.to, to}))

    def _seen(self, at: datetime, place: str) -> None:
        self.seen = (at, place) if self.seen is None else max(self.seen, (at, place))


def voyages_of(versions: Iterable[Version], movements: Movements) -> dict[str, Voyage]:
    """Return what is known of every trip and movement, by the name of its account."""
    found: dict[str, Voyage] = {}
    for version in versions:
        on = getattr(version.fact, "on", None)
        if isinstance(on, str):
            account = movements.account(f"aboard:{on}")
            found.setdefault(account, Voyage(whole="/" not in account)).sees(version)
    return found
