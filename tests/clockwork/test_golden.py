"""Bit for bit (C9): equal inputs give equal times, on every machine and in every version."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from korridor.clockwork.run import run
from tests.clockwork.fixed import OPERATIONS, fixed
from tests.plain import clockwork as plain

# A hash may be changed only together with a rule of docs/semantics.md that changes these times, or with a field
# of Movement; a change that was to alter no times must leave every one of them alone.
GOLDEN = {
    "corridor": "edfbb07c22441ce5b76706c8eb9c33d8b19fdb793acd7cf688530495208c514c",
    "by vehicle": "9a67fee214868c0809f33b0fd72ec3d692c5ddf4d6935a63338fe5667d05409d",
    "truce": "391fccdbb5140c6214fceab1020c8d8934d234f34e9ec2aaa30f1340d6544e14",
    "truce by vehicle": "f16629e626491262fa9aef4f2633f82a64ac89d575699d462a8661ebe30c0685",
    "gate": "6e6c246e73f5ec14bf9442428d5138ba747bca11f50f36d678a0dbfd9b564f2f",
    "transfer": "179c6baaca9c87aaf3a9a088dd546692c758bc65c89efe811638fb318258afb3",
    "hundred": "f1a16bda71577fdc223dd6326d9a6284ce7cfbb4ff39655d5e0f7dc911349e9d",
}


def hash_of(name: str) -> str:
    """Return the hash of a fixed operation's movements."""
    movements = run(*fixed(name))
    return hashlib.sha256("".join(each.model_dump_json() for each in movements).encode()).hexdigest()


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_times_are_what_they_were(name: str) -> None:
    """The times of a fixed operation are those of the day on which the hash was taken."""
    assert hash_of(name) == GOLDEN[name]


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_plain_clockwork_says_the_same(name: str) -> None:
    """The hashes are of times that the plain clockwork gives too."""
    assert run(*fixed(name)) == plain.run(*fixed(name))


def test_twice_the_same() -> None:
    """Equal inputs give equal times a second time."""
    assert run(*fixed("transfer")) == run(*fixed("transfer"))


def test_a_fresh_process_says_the_same(tmp_path: Path) -> None:
    """Another process, which compiles everything anew into another folder, gives equal times."""
    code = "from tests.clockwork.test_golden import hash_of; print(hash_of('transfer'))"
    root = Path(__file__).parents[2]
    source = os.pathsep.join([str(root), str(root / "src")])
    found = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path), "PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == GOLDEN["transfer"]
    assert any(tmp_path.rglob("*.nbi"))
