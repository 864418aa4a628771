"""Bounds worked out beside a search."""

import time
from threading import Event, Thread

from korridor.operation.operation import Operation
from korridor.planning.bound.model import StoppedError
from korridor.planning.bounded import Bounds, bounds_of
from korridor.planning.plan import Objective
from korridor.planning.shuttle.exchange import Exchange


class Bounding:
    """A thread that works out the bounds, and ends when nobody waits for them any more.

    Parameters
    ----------
    operation : Operation
    objective : Objective
    known_s : int or None
        When the last person is out in a known plan.
    deadline : float
        When to make do with what is proved, where that can be said at any time; by ``time.perf_counter``.
    exchange : Exchange or None
        Where a plain shuttle's search and bound tell each other of sooner plans.
    """

    def __init__(
        self,
        operation: Operation,
        objective: Objective,
        known_s: int | None,
        deadline: float,
        exchange: Exchange | None = None,
    ) -> None:
        self._found: Bounds | None = None
        self._error: BaseException | None = None
        self._stop = Event()

        def enough() -> bool:
            return self._stop.is_set() or time.perf_counter() >= deadline

        # No lock is shared with the one who asks: a Ctrl-C that comes just as a lock is taken would never give it back,
        # and each would wait for the other.
        def work_out() -> None:
            try:
                self._found = bounds_of(operation, objective, known_s, enough, self._stop, exchange)
            except BaseException as error:  # whatever it is, the one who waits is told
                self._error = error

        self._thread = Thread(target=work_out, name="bound", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether there is a result."""
        return self._found is not None or self._error is not None

    def result(self, timeout_s: float | None = None) -> Bounds:
        """Wait for the bounds, and make do with what there is when that takes too long.

        Raises
        ------
        TimeoutError
            When there is nothing yet.
        """
        self._thread.join(timeout_s)
        if not self.done:
            self.leave()
            if isinstance(self._error, StoppedError):
                raise TimeoutError from self._error
        if self._error is not None:
            raise self._error
        assert self._found is not None  # the thread has ended
        return self._found

    def leave(self) -> None:
        """End the thread: left alone it would be torn down inside the solver when Python ends, which aborts."""
        self._stop.set()
        self._thread.join()
