"""The books in sentences: legs, where people are, who holds them, what was recorded besides, what is to be found out."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from korridor.events.around import AidIn, Asked, Guarantee, Incident
from korridor.events.code_lists import Answer
from korridor.ledger.account import NOT_THE_SAME_PEOPLE, Account, Beside, Differed, Row
from korridor.ledger.holdings import Held
from korridor.ledger.leg import Leg, Span
from korridor.ledger.task import Task


def account_lines(account: Account) -> Iterator[str]:
    """Yield the books as lines; no difference is left out (A8)."""
    yield verdict(account)
    for leg in account.legs:
        yield leg_line(leg, account.as_of)
    for row in account.accounts:
        if row.scheme is None and (row.low, row.high) != (0, 0):
            yield "  " + row_line(account, row)
    for held in account.held:
        yield held_line(held, account.as_of)
    for differed in account.differed:
        if differed.settled:
            yield differed_line(differed)
    for beside in account.beside:
        yield beside_line(beside, account.as_of)
    if account.worklist:
        yield "To find out, the oldest first:"
        for task in account.worklist:
            yield f"  {task_line(task, account.as_of)}"


def verdict(account: Account) -> str:
    """Say of when the books speak, and whether counts agree; it does not show that the same people arrived (A8)."""
    agree = "Counts agree." if account.counts_agree else "Counts do not agree."
    moments = f"As of {_moment(account.as_of)}, known at {_moment(account.known_at)}."
    return f"{moments} {agree} {NOT_THE_SAME_PEOPLE}"


def worklist_lines(account: Account) -> Iterator[str]:
    """Yield what is unexplained, at odds or due."""
    yield verdict(account)
    yield from (task_line(task, account.as_of) for task in account.worklist)
    if not account.worklist:
        yield "Nothing is on the worklist."


def balance_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what is in one account, in all and by class."""
    for row in rows:
        what = row.account if row.scheme is None else f"  {row.scheme}: {row.class_}"
        yield f"{what}: {Span(low=row.low, high=row.high)}"
    yield NOT_THE_SAME_PEOPLE


def task_line(task: Task, as_of: datetime) -> str:
    """One line of the worklist."""
    colour = "RED" if task.red else "amber"
    heads = "" if task.heads.nobody else f" {task.heads}"
    where = f", last seen at {task.last_seen}" if task.last_seen else ""
    asks = f", {task.post} is asking" if task.post else ""
    says = f" ({'; '.join(task.says)})" if task.says else ""
    return f"{colour} {task.what}:{heads} {task.about} since {_hour(task.since, as_of)}{where}{asks}{says}"


def differed_line(differed: Differed) -> str:
    """Counts of one thing that differ; where one of them was chosen all stay visible (A5)."""
    state = "Counts differed, one posts" if differed.settled else "Counts differ, their range stands"
    return f"{state}: {differed.about}, {differed.what}: {'; '.join(differed.says)}."


def leg_line(leg: Leg, as_of: datetime) -> str:
    """One leg in a sentence."""
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


def row_line(account: Account, row: Row) -> str:
    """One account, with what is known of its classes."""
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


def held_line(held: Held, as_of: datetime) -> str:
    """Who holds people, and when to ask again (A7)."""
    by = f" by {', '.join(held.holders)}" if held.holders else ""
    access = "not known" if held.access is Answer.UNKNOWN else held.access.value
    nations = held.nationalities or {}
    totals = f", {', '.join(f'{name} {number}' for name, number in nations.items())}" if nations else ""
    asked = f", ask again {_hour(held.next_enquiry, as_of)}" if held.next_enquiry else ""
    seen = f", last seen {_hour(held.last_seen, as_of)}" if held.last_seen else ""
    return f"Held{by}: {held.account} {held.heads}{totals}, access {access}{seen}{asked}."


def beside_line(beside: Beside, as_of: datetime) -> str:
    """What was recorded besides people (A9)."""
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
    """The hour, of another day with its date, of another year with that; at the offset of the moment that is asked about."""
    there = moment.astimezone(as_of.tzinfo)
    day = "%d %b %Y %H:%M" if there.year != as_of.year else "%d %b %H:%M"
    return there.strftime("%H:%M" if there.date() == as_of.date() else day)
