"""The books in sentences: legs, where people are, who holds them, what was recorded besides, what is to be found out."""

from collections.abc import Iterator
from datetime import datetime

from korridor.events.around import AidIn, Asked, Guarantee, Incident
from korridor.events.code_lists import Answer
from korridor.ledger.account import NOT_THE_SAME_PEOPLE, Account, Beside, Row
from korridor.ledger.holdings import Held
from korridor.ledger.leg import Leg, Span
from korridor.ledger.task import Task


def account_lines(account: Account) -> Iterator[str]:
    """Yield the books as lines; no difference is left out (A8)."""
    verdict = "Counts agree." if account.counts_agree else "Counts do not agree."
    yield f"As of {_moment(account.as_of)}, known at {_moment(account.known_at)}. {verdict} {NOT_THE_SAME_PEOPLE}"
    for leg in account.legs:
        yield _leg(leg, account.as_of)
    for row in account.accounts:
        if row.scheme is None and (row.low, row.high) != (0, 0):
            yield "  " + _row(account, row)
    for held in account.held:
        yield _held(held, account.as_of)
    for differed in account.differed:
        if differed.settled:
            yield f"Counts differed, one posts: {differed.about}, {differed.what}: {'; '.join(differed.says)}."
    for beside in account.beside:
        yield _beside(beside, account.as_of)
    if account.worklist:
        yield "To find out, the oldest first:"
        for task in account.worklist:
            yield f"  {task_line(task, account.as_of)}"


def task_line(task: Task, as_of: datetime) -> str:
    """One line of the worklist."""
    colour = "RED" if task.red else "amber"
    heads = "" if task.heads.nobody else f" {task.heads}"
    where = f", last seen at {task.last_seen}" if task.last_seen else ""
    asks = f", {task.post} is asking" if task.post else ""
    says = f" ({'; '.join(task.says)})" if task.says else ""
    return f"{colour} {task.what}:{heads} {task.about} since {_hour(task.since, as_of)}{where}{asks}{says}"


def _leg(leg: Leg, as_of: datetime) -> str:
    parts = [f"departed {leg.departed}", f"arrived {leg.arrived}"]
    if not leg.held.nobody:
        parts.append(f"held {leg.held}")
    for also in leg.also:
        parts += [f"{also.what.replace('_', ' ')} {also.into}"] if not also.into.nobody else []
        parts += [f"{also.what.replace('_', ' ')} off {also.out_of}"] if not also.out_of.nobody else []
    if not leg.aboard.nobody:
        parts.append(f"aboard {leg.aboard}")
    if leg.unexplained.nobody:
        parts.append("nobody unexplained")
    else:
        since = f" since {_hour(leg.since, as_of)}" if leg.since else ""
        seen = f", last seen at {leg.last_seen}" if leg.last_seen else ""
        asks = f", {leg.post} is asking" if leg.post else ""
        parts.append(f"unexplained {leg.unexplained}{since}{seen}{asks}")
    if not leg.surplus.nobody:
        parts.append(f"too many {leg.surplus}")
    merged = f" with {', '.join(leg.merged)}" if leg.merged else ""
    return f"Leg {leg.leg}{merged}: {', '.join(parts)}."


def _row(account: Account, row: Row) -> str:
    span = Span(low=row.low, high=row.high)
    by_scheme: dict[str, list[str]] = {}
    for each in account.accounts:
        if each.account == row.account and each.scheme is not None and (each.low, each.high) != (0, 0):
            by_scheme.setdefault(each.scheme, []).append(
                f"{each.class_} {Span(low=each.low, high=each.high)}"
            )
    classes = "; ".join(f"{scheme}: {', '.join(found)}" for scheme, found in by_scheme.items())
    kind = "from " if row.account.startswith("source:") else ""
    below = row.high is not None and row.high < 0
    more = (
        " (more left than is known to have been there)" if below and row.account.startswith("place:") else ""
    )
    return f"{kind}{row.account}: {span}" + (f" ({classes})" if classes else "") + more


def _held(held: Held, as_of: datetime) -> str:
    by = f" by {', '.join(held.holders)}" if held.holders else ""
    access = "not known" if held.access is Answer.UNKNOWN else held.access.value
    nations = held.nationalities or {}
    totals = f", {', '.join(f'{name} {number}' for name, number in nations.items())}" if nations else ""
    asked = f", ask again {_hour(held.next_enquiry, as_of)}" if held.next_enquiry else ""
    seen = f", last seen {_hour(held.last_seen, as_of)}" if held.last_seen else ""
    return f"Held{by}: {held.account} {held.heads}{totals}, access {access}{seen}{asked}."


def _beside(beside: Beside, as_of: datetime) -> str:
    what = beside.what
    match what:
        case Incident():
            said = f"{what.what.value} at {what.at}"
        case Guarantee():
            said = f"{what.guarantor} guarantees {what.what.value} to {what.beneficiary}"
        case AidIn():
            said = f"{what.vehicles} vehicles of {what.what.value} in at {what.at}"
        case Asked():
            said = _asked(what)
    return f"{_hour(beside.occurred_at, as_of)} {beside.post}: {said}."


def _asked(asked: Asked) -> str:
    """X4: what is not known is *not established*; that anybody went of their own will is never said."""
    answers = (
        ("in private", asked.in_private),
        ("armed men present", asked.armed_present),
        ("staying possible", asked.staying_possible),
    )
    said = [f"{what} {'not established' if yes is Answer.UNKNOWN else yes.value}" for what, yes in answers]
    prevented = asked.prevented
    kept = Span(low=prevented.low, high=prevented.high) if prevented is not None else "not established"
    return f"{asked.of} asked by {asked.by or 'not established'}: {', '.join(said)}, prevented from leaving {kept}"


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="minutes")


def _hour(moment: datetime, as_of: datetime) -> str:
    """The hour, of another day with its date; at the offset of the moment that is asked about."""
    there = moment.astimezone(as_of.tzinfo)
    return there.strftime("%H:%M" if there.date() == as_of.date() else "%d %b %H:%M")
