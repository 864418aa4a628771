"""What is in one account of a store, without going through all events."""

from __future__ import annotations

from datetime import datetime

from korridor.ledger.account import Row
from korridor.ledger.account_of import rows_of
from korridor.ledger.posted.balance import balance_of
from korridor.ledger.posted.post import post
from korridor.ledger.recounts import ESTIMATE
from korridor.ledger.store.log import Log
from korridor.ledger.store.refused import ReadOnly


def rows_of_account(
    log: Log, account: str, as_of: datetime | None = None, known_at: datetime | None = None
) -> tuple[Row, ...] | None:
    """Return an account's rows as of a moment, as known at another; of ``None`` the books must be asked.

    That is so of opening estimates, from which the first count of every place takes; and of a store that may not be written
    to, where not all that is recorded has been posted.
    """
    if account == ESTIMATE:
        return None
    try:
        post_all(log)
    except ReadOnly:
        return None
    found = log.look(lambda connection: balance_of(connection, account, as_of, known_at))
    return () if found is None else tuple(rows_of({account: found}))


def post_all(log: Log) -> None:
    """Bring the posted books of a store up to what its log has."""
    while log.write(post):
        pass
