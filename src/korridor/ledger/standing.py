"""A5, A9: what stands after corrections: each thing that was reported, in one version, or in several that are at odds.

Nothing here asks which event came first: a correction names what it replaces, and the set of events is all there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from korridor.events.bookkeeping import Chosen, SameAs
from korridor.events.event import Event
from korridor.events.facts import Corrected, Fact
from korridor.events.written_event import event_bytes
from korridor.ledger.joined import Joined


@dataclass(frozen=True)
class Version:
    """One thing as one event has it.

    Attributes
    ----------
    fact : Fact or None
        ``None``: nothing of the sort happened.
    post, organisation : str
        Whose report it is: of a correction, those of what it corrects.
    event : Event
    chosen : bool
        Whether a named act says that this one posts.
    """

    fact: Fact | None
    post: str
    organisation: str
    event: Event
    chosen: bool = False

    @property
    def occurred_at(self) -> datetime:
        """When it happened."""
        return self.event.occurred_at


@dataclass(frozen=True)
class Report:
    """One thing that was reported.

    Attributes
    ----------
    versions : tuple of Version
        By id; more than one where corrections, or reports of one thing, are at odds.
    set_aside : tuple of Version
        Versions that stood beside the chosen one.
    """

    versions: tuple[Version, ...]
    set_aside: tuple[Version, ...] = ()


def reports_of(events: Iterable[Event]) -> tuple[Report, ...]:
    """Return what stands of events, in an order that does not depend on theirs."""
    return tuple(_Standing(tuple(events)).reports())


class _Standing:
    def __init__(self, events: tuple[Event, ...]) -> None:
        self._events = events
        self._by_id: dict[str, list[int]] = defaultdict(list)
        for n, event in enumerate(events):
            self._by_id[event.id].append(n)
        self._replaces = {
            n: [m for name in event.what.replaces for m in self._by_id.get(name, ()) if m != n]
            for n, event in enumerate(events)
            if isinstance(event.what, Corrected)
        }
        self._replaced = {m for named in self._replaces.values() for m in named}

    def reports(self) -> Iterator[Report]:
        groups = Joined(range(len(self._events)))
        for several in self._by_id.values():  # two events with one number: both are kept (A11)
            groups.join(several)
        for n, named in self._replaces.items():
            groups.join([n, *named])
        standing = {n for group in groups.groups() for n in self._heads(group)}
        facts = [(n, self._events[n].fact) for n in standing]
        for _, fact in facts:
            if isinstance(fact, SameAs):
                groups.join([*self._by_id.get(fact.one, ()), *self._by_id.get(fact.other, ())])
        chosen = {m for _, fact in facts if isinstance(fact, Chosen) for m in self._by_id.get(fact.event, ())}
        for group in groups.groups():
            heads = [n for n in group if n in standing]
            if len(heads) > 1:
                heads.sort(key=self._key)
            versions = [self._version(n, bool(chosen) and self._comes_from(n, chosen)) for n in heads]
            picked = tuple(version for version in versions if version.chosen)
            aside = tuple(version for version in versions if picked and not version.chosen)
            yield Report(picked or tuple(versions), aside)

    def _heads(self, group: Iterable[int]) -> list[int]:
        members = list(group)
        # Corrections that name each other in a ring leave none that stands: then all do, or people would vanish.
        return [n for n in members if n not in self._replaced] or members

    def _comes_from(self, n: int, wanted: set[int]) -> bool:
        """Whether an event is one of those wanted, or corrects one."""
        waiting, seen = [n], {n}
        while waiting:
            here = waiting.pop()
            if here in wanted:
                return True
            new = [m for m in self._replaces.get(here, ()) if m not in seen]
            seen.update(new)
            waiting += new
        return False

    def _version(self, n: int, chosen: bool) -> Version:
        event = self._events[n]
        source = self._source(n)
        return Version(event.fact, source.post, source.organisation, event, chosen)

    def _source(self, n: int) -> Event:
        """The first event that an event corrects, directly or not; itself, where that is unknown."""
        here, seen = n, {n}
        while earlier := sorted((m for m in self._replaces.get(here, ()) if m not in seen), key=self._key):
            here = earlier[0]
            seen.add(here)
        return self._events[here]

    def _key(self, n: int) -> tuple[str, bytes]:
        return self._events[n].id, event_bytes(self._events[n])
