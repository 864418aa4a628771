"""Ask a solver in a process of its own, and take down what it says and when."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[3]

PYTHON = "KORRIDOR_PEERS_PYTHON"
"""Names another Python that has the solvers, where they are not in ours."""

GRACE_S = 30.0
"""How long after its time a solver may take to say its last word."""


class MissingError(Exception):
    """A solver is not installed."""


@dataclass(frozen=True)
class Answer:
    """What a solver said after so many seconds; ``plan`` only where it has a better one."""

    at_s: float
    value: int | None
    bound: int | None
    plan: Any = None


def has(package: str) -> str:
    """Return the version of a solver's package; raises :class:`MissingError`."""
    script = f"from importlib.metadata import version; print(version({package!r}))"
    asked = subprocess.run([_python(), "-c", script], capture_output=True, text=True, check=False)
    if asked.returncode:
        raise MissingError(f"{package} is not installed; pip install 'korridor[peers]'")
    return asked.stdout.strip()


def ask(module: str, said: dict[str, Any], seconds: float, workers: int) -> list[Answer]:
    """Run a module of ``apart`` that solves; returns what it said, in order.

    Raises
    ------
    RuntimeError
        When it ended otherwise than it should.
    """
    environment = {**os.environ, "PYTHONPATH": str(HOME), "OMP_NUM_THREADS": str(workers)}
    asked = subprocess.run(
        [_python(), "-m", f"benchmarks.planning.peers.apart.{module}"],
        input=json.dumps({**said, "seconds": seconds, "workers": workers}),
        capture_output=True,
        text=True,
        timeout=seconds + max(GRACE_S, seconds),
        cwd=HOME,
        env=environment,
        check=False,
    )
    if asked.returncode:
        raise RuntimeError(f"{module} ended with {asked.returncode}: {asked.stderr.strip()[-600:]}")
    lines = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    return [Answer(**line) for line in lines if "at_s" in line]


def _python() -> str:
    return os.environ.get(PYTHON, sys.executable)
