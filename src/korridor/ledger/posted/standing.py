"""What stands of the events of cases as of a moment, as known at another: of few events, read from the log."""

from __future__ import annotations

from sqlalchemy import Connection

from korridor.ledger.posted.box import Corner
from korridor.ledger.posted.cases import events_by_key
from korridor.ledger.posted.changes import by_then, known_by
from korridor.ledger.standing import Report, Version, reports_of


def reports_in(connection: Connection, keys: list[str], corner: Corner) -> list[Report]:
    """Return the reports of the cases of keys."""
    known = known_by(events_by_key(connection, keys), corner.known_at)
    return by_then(reports_of(known), corner.as_of)


def versions_in(connection: Connection, keys: list[str], corner: Corner) -> list[Version]:
    """Return the versions that stand, of the cases of keys."""
    return [version for report in reports_in(connection, keys, corner) for version in report.versions]
