"""Bit for bit (C9): equal seeds give equal runs, on every machine and in every version."""

import hashlib

import pytest

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.truce import WhenBroken
from korridor.operation.uncertainty import Uncertainty
from korridor.rehearsal.loop import M
from korridor.rehearsal.stage import stage_of
from tests.clockwork.fixed import fixed
from tests.pictures.convoys import plan

# A hash may be changed only together with a rule of docs/semantics.md, or what is taken of uncertainty where a file says
# nothing; a loop that was only to become faster must leave every one of them alone.
IN_RANK_ORDER = {
    "corridor": "8fcb29e7c92dc8e4",
    "by vehicle": "1a7fab05d690068f",
    "truce": "91d366ecb2c500c9",
    "truce by vehicle": "6df7e75b5a06926d",
    "gate": "b5330658d6fe5e06",
    "transfer": "e4affc8ef1f95729",
    "hundred": "d89bb2187f180e01",
    "town": "24700169f955ffe2",
    "town, back": "2a4d63c538183ba6",
    "town, shelter": "ec631f39759d7187",
}
# Where vehicles only go to and fro together, whoever is next is ready first, and the runs are the same.
READY_FIRST = IN_RANK_ORDER | {
    "transfer": "468f5197ea2ae496",
    "hundred": "6962647c8d1c35da",
    "town": "9efb1d60cea80c2e",
    "town, back": "1045b0b667e66c95",
    "town, shelter": "80665590b94df9f6",
}

BREAKS = {"truce_break": "100 %", "truce_mended": "1..6 h", "breakdown_per_1000_km": 20}


def made(name: str) -> tuple[Operation, tuple[Movement, ...]]:
    """A fixed operation and its movements; the town's with a truce that breaks in every run, where its rule is named."""
    if not name.startswith("town"):
        operation, orders = fixed(name)
        return operation, run(operation, orders)
    operation, movements = plan(6).operation, plan(6).movements
    if name == "town" or operation.truce is None:
        return operation, movements
    rule = WhenBroken(name.removeprefix("town, "))
    truce = operation.truce.model_copy(update={"when_broken": rule})
    breaks = {"truce": truce, "uncertainty": Uncertainty.model_validate(BREAKS)}
    return operation.model_copy(update=breaks), movements


def hash_of(name: str, ahead: int) -> str:
    """The hash of what runs of a fixed operation came to, and of who was out in each hour."""
    stage = stage_of(*made(name), seed=2016, ahead=ahead)
    results, out_by_hour = stage.run(0, 200 if name.startswith("town") else 100)
    came_to = results[:, : len(M)].tobytes()
    return hashlib.sha256(came_to + out_by_hour.tobytes()).hexdigest()[:16]


@pytest.mark.parametrize("name", IN_RANK_ORDER)
def test_runs_in_rank_order_are_what_they_were(name: str) -> None:
    """What runs in rank order come to is what it was on the day on which the hash was taken."""
    assert hash_of(name, 1) == IN_RANK_ORDER[name]


@pytest.mark.parametrize("name", READY_FIRST)
def test_runs_of_who_is_ready_first_are_what_they_were(name: str) -> None:
    """So are those in which the dispatcher sends whoever is ready first."""
    assert hash_of(name, 8) == READY_FIRST[name]
