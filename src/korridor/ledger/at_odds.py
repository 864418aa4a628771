"""A9, A11: versions of one report that are at odds, numbers that were given twice, and what names an event that is not here."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from korridor.events.bookkeeping import Chosen, SameAs
from korridor.events.event import Event
from korridor.events.facts import Corrected
from korridor.ledger.interval import Interval, interval_of, one_of
from korridor.ledger.leg import Span
from korridor.ledger.standing import Report, Version
from korridor.ledger.task import Open, Task


def from_versions(reports: Iterable[Report]) -> Iterator[Task]:
    """Yield reports whose versions differ."""
    for report in reports:
        if len(report.versions) > 1 and len({repr(version.fact) for version in report.versions}) > 1:
            heads = [_heads(version) for version in report.versions]
            range_ = one_of(heads)
            yield Task(
                what=Open.AT_ODDS,
                about=report.versions[0].event.id,
                heads=Span.of(Interval(0, range_.high - range_.low)),
                red=False,
                since=min(version.occurred_at for version in report.versions),
                says=tuple(said(version) for version in report.versions),
            )


def from_names(events: Collection[Event]) -> Iterator[Task]:
    """Yield numbers that a device gave twice, and acts that name an event which has not come yet."""
    numbers = Counter(event.id for event in events)
    nobody = Span(low=0, high=0)
    for event in events:
        if numbers[event.id] > 1:
            yield Task(
                what=Open.NUMBER_TWICE, about=event.id, heads=nobody, red=False, since=event.recorded_at
            )
        missing = [name for name in _named(event) if name not in numbers]
        for name in missing:
            yield Task(
                what=Open.WAITING,
                about=event.id,
                heads=nobody,
                red=False,
                since=event.recorded_at,
                says=(name,),
            )


def _named(event: Event) -> tuple[str, ...]:
    match event.what:
        case Corrected() as what:
            return what.replaces
        case SameAs() as what:
            return what.one, what.other
        case Chosen() as what:
            return (what.event,)
    return ()


def _heads(version: Version) -> Interval:
    count = getattr(version.fact, "count", None)
    return interval_of(count) if count is not None else Interval(0, 0)


def said(version: Version) -> str:
    """What a version says, with its event and who recorded it."""
    what = "nothing of the sort" if version.fact is None else f"{version.fact.kind} {_heads(version)}"
    return f"{version.event.id} by {version.event.post}: {what}"
