"""Korridor: plan evacuations by convoy, and prove how good the plan is.

Everything that a notebook needs is here; what is heavy is read when it is first used.

Examples
--------
>>> import korridor
>>> operation = korridor.read_operation("examples/aleppo-2016/operation.yaml")  # doctest: +SKIP
>>> korridor.plan(operation, seconds=50).levels  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

from korridor.version import __version__

if TYPE_CHECKING:
    from korridor.operation.check import check
    from korridor.operation.operation import Operation
    from korridor.operation.read import read_operation
    from korridor.planning.plan import Objective, Plan
    from korridor.planning.planner import plan
    from korridor.planning.verify import verify

__all__ = ["Objective", "Operation", "Plan", "__version__", "check", "plan", "read_operation", "verify"]

_HOMES = {
    "Objective": "korridor.planning.plan",
    "Operation": "korridor.operation.operation",
    "Plan": "korridor.planning.plan",
    "check": "korridor.operation.check",
    "plan": "korridor.planning.planner",
    "read_operation": "korridor.operation.read",
    "verify": "korridor.planning.verify",
}


def __getattr__(name: str) -> object:
    """Read a room when one of its things is first asked for (PEP 562); ``korridor --help`` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
