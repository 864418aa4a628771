"""Group commit: whoever waits for the disk takes along everybody who waits, too."""

from collections.abc import Callable, Sequence
from threading import Lock

from korridor.ledger.store.entry import Entry, Received


class GroupCommit:
    """Writers of one program, whose events share one sync (A13).

    Parameters
    ----------
    commit : callable
        Takes entries and returns what came of them once they are durable.
    """

    def __init__(self, commit: Callable[[Sequence[Entry]], Received]) -> None:
        self._commit = commit
        self._queue: list[_Ticket] = []
        self._queueing = Lock()
        self._committing = Lock()

    def record(self, entries: Sequence[Entry]) -> Received:
        """Wait until entries are durable; the order of receipt keeps theirs."""
        ticket = _Ticket(entries)
        with self._queueing:
            self._queue.append(ticket)
        with self._committing:
            if not ticket.done:  # nobody took it along, so this one goes, with all who came meanwhile
                with self._queueing:
                    together, self._queue = self._queue, []
                self._go(together)
        if ticket.failed is not None:
            raise ticket.failed
        assert ticket.received is not None
        return ticket.received

    def _go(self, together: "list[_Ticket]") -> None:
        try:
            if len(together) == 1:
                together[0].received = self._commit(together[0].entries)
            else:
                received = self._commit([entry for ticket in together for entry in ticket.entries])
                at = 0
                for ticket in together:
                    ticket.received = received[at : at + len(ticket.entries)]
                    at += len(ticket.entries)
        except BaseException as error:
            for ticket in together:
                ticket.failed = error
        finally:
            for ticket in together:
                ticket.done = True


class _Ticket:
    """One writer's entries, and what became of them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.done = False
        self.received: Received | None = None
        self.failed: BaseException | None = None
