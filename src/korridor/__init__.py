"""Korridor: plan evacuations by convoy, and prove how good the plan is.

Everything that a notebook needs is here; what is heavy is read when it is first used. ``docs/python.md`` says what each
thing is for.

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
    from korridor.events.saved_state import SavedState
    from korridor.events.state_file import read_state, write_state
    from korridor.operation.changes import Change, changes_for
    from korridor.operation.fault import Fault, Faults
    from korridor.operation.finding import Finding, Findings, Severity
    from korridor.operation.horizon import until
    from korridor.operation.operation import Operation
    from korridor.operation.read import read_operation
    from korridor.operation.write import write_operation
    from korridor.papers.changes_page import write_changes
    from korridor.papers.orders import Paper, Printed, write_orders
    from korridor.papers.plan_file import read_plan
    from korridor.papers.report import write_report
    from korridor.papers.why.written import write_why
    from korridor.planning.clash import Clash, check, clashes
    from korridor.planning.plan import Level, Objective, Plan, Status
    from korridor.planning.planner import plan
    from korridor.planning.replan.changes import Changes, changes_of
    from korridor.planning.replan.state_at import state_at
    from korridor.planning.verify import Broken, verify
    from korridor.planning.why.asked import why
    from korridor.planning.why.why import Why

__all__ = [
    "Broken",
    "Change",
    "Changes",
    "Clash",
    "Fault",
    "Faults",
    "Finding",
    "Findings",
    "Level",
    "Objective",
    "Operation",
    "Paper",
    "Plan",
    "Printed",
    "SavedState",
    "Severity",
    "Status",
    "Why",
    "__version__",
    "changes_for",
    "changes_of",
    "check",
    "clashes",
    "plan",
    "read_operation",
    "read_plan",
    "read_state",
    "state_at",
    "until",
    "verify",
    "why",
    "write_changes",
    "write_operation",
    "write_orders",
    "write_report",
    "write_state",
    "write_why",
]

_HOMES = {
    "Broken": "korridor.planning.verify",
    "Change": "korridor.operation.changes",
    "Changes": "korridor.planning.replan.changes",
    "Clash": "korridor.planning.clash",
    "Fault": "korridor.operation.fault",
    "Faults": "korridor.operation.fault",
    "Finding": "korridor.operation.finding",
    "Findings": "korridor.operation.finding",
    "Level": "korridor.planning.plan",
    "Objective": "korridor.planning.plan",
    "Operation": "korridor.operation.operation",
    "Paper": "korridor.papers.orders",
    "Plan": "korridor.planning.plan",
    "Printed": "korridor.papers.orders",
    "SavedState": "korridor.events.saved_state",
    "Severity": "korridor.operation.finding",
    "Status": "korridor.planning.plan",
    "Why": "korridor.planning.why.why",
    "changes_for": "korridor.operation.changes",
    "changes_of": "korridor.planning.replan.changes",
    "check": "korridor.planning.clash",
    "clashes": "korridor.planning.clash",
    "plan": "korridor.planning.planner",
    "read_operation": "korridor.operation.read",
    "read_plan": "korridor.papers.plan_file",
    "read_state": "korridor.events.state_file",
    "state_at": "korridor.planning.replan.state_at",
    "until": "korridor.operation.horizon",
    "verify": "korridor.planning.verify",
    "why": "korridor.planning.why.asked",
    "write_changes": "korridor.papers.changes_page",
    "write_operation": "korridor.operation.write",
    "write_orders": "korridor.papers.orders",
    "write_report": "korridor.papers.report",
    "write_state": "korridor.events.state_file",
    "write_why": "korridor.papers.why.written",
}


def __getattr__(name: str) -> object:
    """Read a room when one of its things is first asked for (PEP 562); ``korridor --help`` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _wire()
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Name what is here, read already or not, for whoever presses Tab."""
    return sorted({*globals(), *__all__})


def _wire() -> None:
    """Tell the rooms below how values and progress show themselves in a notebook; the papers know it."""
    import_module("korridor.operation.rich").show_with(
        lambda value: import_module("korridor.papers.shown").shown(value)
    )
    import_module("korridor.planning.progress").show_progress_with(
        lambda: import_module("korridor.papers.notebook").notebook_progress()
    )
