"""Bounds beside a search, and an interrupt at any moment."""

import math
import signal
from contextlib import suppress
from threading import Thread

import pytest

from korridor.planning.bounding import Bounding
from korridor.planning.plan import Objective
from tests.planning.test_planner import corridor

PATIENCE_S = 30


class _Interrupt(BaseException):
    """As Ctrl-C, but one that ends no test run."""


def _interrupt(*_: object) -> None:
    raise _Interrupt


@pytest.fixture
def interrupts():
    """Let an alarm interrupt, as Ctrl-C does."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("no alarm on this system")
    before = signal.signal(signal.SIGALRM, _interrupt)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def asked_until_interrupted(bounding: Bounding, after_s: float) -> None:
    signal.setitimer(signal.ITIMER_REAL, after_s)
    for _ in range(10**9):
        _ = bounding.done


def test_an_interrupt_while_it_is_asked_keeps_nobody_waiting(interrupts):
    """Whoever is interrupted at any moment while asking whether there is a result can still end the thread."""
    for turn in range(20):
        bounding = Bounding(corridor(), Objective.MOST_OUT, None, math.inf)
        with suppress(_Interrupt):
            asked_until_interrupted(bounding, 5e-5 + turn * 1e-5)
        ending = Thread(target=bounding.leave, daemon=True)
        ending.start()
        ending.join(PATIENCE_S)
        assert not ending.is_alive()
