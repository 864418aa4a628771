"""Korridor: plan evacuations by convoy, rehearse, record and account for them; read what others say.

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
    from korridor.answers.ask import ask
    from korridor.answers.asked import Asked
    from korridor.answers.bookkeeper import bookkeeper
    from korridor.answers.compare import compare
    from korridor.answers.costs import costs
    from korridor.answers.drill import drill
    from korridor.answers.events_of import events_of
    from korridor.answers.hindcast import hindcast
    from korridor.answers.one_run import one_run
    from korridor.answers.plan import plan
    from korridor.answers.rehearse import rehearse
    from korridor.claims.agreement.agree import Agreement, agree
    from korridor.claims.agreement.books import Booked, Bookkeeper
    from korridor.claims.claim import Claim
    from korridor.claims.fact_file import read_facts
    from korridor.claims.kept.file import read_kept
    from korridor.claims.kept.kept import Kept
    from korridor.claims.read import read_claims
    from korridor.clerks.drilled import Drilled
    from korridor.clerks.faults import ClerkFaults
    from korridor.events.event import Event
    from korridor.events.saved_state import SavedState
    from korridor.events.state_file import read_state, write_state
    from korridor.ledger.account import Account
    from korridor.ledger.alarm import Alarm
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.reader import Reader
    from korridor.ledger.released.release import Release, read_release
    from korridor.operation.changes import Change, changes_for
    from korridor.operation.fault import Fault, Faults
    from korridor.operation.finding import Finding, Findings, Severity
    from korridor.operation.horizon import until
    from korridor.operation.operation import Operation
    from korridor.operation.read import read_operation
    from korridor.operation.write import write_operation
    from korridor.papers.books.release_page import write_release
    from korridor.papers.books.written import write_account
    from korridor.papers.changes_page import write_changes
    from korridor.papers.drill.written import write_drill
    from korridor.papers.hindcast.written import write_hindcast
    from korridor.papers.orders import Paper, Printed, write_orders
    from korridor.papers.plan_file import read_plan
    from korridor.papers.rehearsal.rehearsal_file import Rehearsal, read_rehearsal
    from korridor.papers.rehearsal.run_page import write_run
    from korridor.papers.rehearsal.written import write_rehearsal
    from korridor.papers.report import write_report
    from korridor.papers.why.written import write_why
    from korridor.planning.clash import Clash, check, clashes
    from korridor.planning.plan import Level, Objective, Plan, Status
    from korridor.planning.replan.changes import Changes, changes_of
    from korridor.planning.replan.going_on import going_on
    from korridor.planning.replan.state_at import state_at
    from korridor.planning.verify import Broken, verify
    from korridor.planning.why.asked import why
    from korridor.planning.why.why import Why
    from korridor.rehearsal.given import Break
    from korridor.rehearsal.hindcast.held import Hindcast
    from korridor.rehearsal.one_run import OneRun
    from korridor.rehearsal.setting import Setting
    from korridor.rehearsal.statistics.compared import Compared
    from korridor.rehearsal.statistics.precision import Precision
    from korridor.rehearsal.statistics.ranked import Ranked
    from korridor.rehearsal.statistics.rehearsed import Rehearsed

__all__ = [
    "Account",
    "Agreement",
    "Alarm",
    "Asked",
    "Booked",
    "Bookkeeper",
    "Break",
    "Broken",
    "Change",
    "Changes",
    "Claim",
    "Clash",
    "ClerkFaults",
    "Compared",
    "Drilled",
    "Event",
    "Fault",
    "Faults",
    "Finding",
    "Findings",
    "Hindcast",
    "Kept",
    "Ledger",
    "Level",
    "Objective",
    "OneRun",
    "Operation",
    "Paper",
    "Plan",
    "Precision",
    "Printed",
    "Ranked",
    "Reader",
    "Rehearsal",
    "Rehearsed",
    "Release",
    "SavedState",
    "Setting",
    "Severity",
    "Status",
    "Why",
    "__version__",
    "agree",
    "ask",
    "bookkeeper",
    "changes_for",
    "changes_of",
    "check",
    "clashes",
    "compare",
    "costs",
    "drill",
    "events_of",
    "going_on",
    "hindcast",
    "one_run",
    "plan",
    "read_claims",
    "read_facts",
    "read_kept",
    "read_operation",
    "read_plan",
    "read_rehearsal",
    "read_release",
    "read_state",
    "rehearse",
    "state_at",
    "until",
    "verify",
    "why",
    "write_account",
    "write_changes",
    "write_drill",
    "write_hindcast",
    "write_operation",
    "write_orders",
    "write_rehearsal",
    "write_release",
    "write_report",
    "write_run",
    "write_state",
    "write_why",
]

_HOMES = {
    "Account": "korridor.ledger.account",
    "Agreement": "korridor.claims.agreement.agree",
    "Alarm": "korridor.ledger.alarm",
    "Asked": "korridor.answers.asked",
    "Booked": "korridor.claims.agreement.books",
    "Bookkeeper": "korridor.claims.agreement.books",
    "Break": "korridor.rehearsal.given",
    "Broken": "korridor.planning.verify",
    "Change": "korridor.operation.changes",
    "Changes": "korridor.planning.replan.changes",
    "Claim": "korridor.claims.claim",
    "Clash": "korridor.planning.clash",
    "ClerkFaults": "korridor.clerks.faults",
    "Compared": "korridor.rehearsal.statistics.compared",
    "Drilled": "korridor.clerks.drilled",
    "Event": "korridor.events.event",
    "Fault": "korridor.operation.fault",
    "Faults": "korridor.operation.fault",
    "Finding": "korridor.operation.finding",
    "Findings": "korridor.operation.finding",
    "Hindcast": "korridor.rehearsal.hindcast.held",
    "Kept": "korridor.claims.kept.kept",
    "Ledger": "korridor.ledger.ledger",
    "Level": "korridor.planning.plan",
    "Objective": "korridor.planning.plan",
    "OneRun": "korridor.rehearsal.one_run",
    "Operation": "korridor.operation.operation",
    "Paper": "korridor.papers.orders",
    "Plan": "korridor.planning.plan",
    "Precision": "korridor.rehearsal.statistics.precision",
    "Printed": "korridor.papers.orders",
    "Ranked": "korridor.rehearsal.statistics.ranked",
    "Reader": "korridor.ledger.reader",
    "Rehearsal": "korridor.papers.rehearsal.rehearsal_file",
    "Rehearsed": "korridor.rehearsal.statistics.rehearsed",
    "Release": "korridor.ledger.released.release",
    "SavedState": "korridor.events.saved_state",
    "Setting": "korridor.rehearsal.setting",
    "Severity": "korridor.operation.finding",
    "Status": "korridor.planning.plan",
    "Why": "korridor.planning.why.why",
    "agree": "korridor.claims.agreement.agree",
    "ask": "korridor.answers.ask",
    "bookkeeper": "korridor.answers.bookkeeper",
    "changes_for": "korridor.operation.changes",
    "changes_of": "korridor.planning.replan.changes",
    "check": "korridor.planning.clash",
    "clashes": "korridor.planning.clash",
    "compare": "korridor.answers.compare",
    "costs": "korridor.answers.costs",
    "drill": "korridor.answers.drill",
    "events_of": "korridor.answers.events_of",
    "going_on": "korridor.planning.replan.going_on",
    "hindcast": "korridor.answers.hindcast",
    "one_run": "korridor.answers.one_run",
    "plan": "korridor.answers.plan",
    "read_claims": "korridor.claims.read",
    "read_facts": "korridor.claims.fact_file",
    "read_kept": "korridor.claims.kept.file",
    "read_operation": "korridor.operation.read",
    "read_plan": "korridor.papers.plan_file",
    "read_rehearsal": "korridor.papers.rehearsal.rehearsal_file",
    "read_release": "korridor.ledger.released.release",
    "read_state": "korridor.events.state_file",
    "rehearse": "korridor.answers.rehearse",
    "state_at": "korridor.planning.replan.state_at",
    "until": "korridor.operation.horizon",
    "verify": "korridor.planning.verify",
    "why": "korridor.planning.why.asked",
    "write_account": "korridor.papers.books.written",
    "write_changes": "korridor.papers.changes_page",
    "write_drill": "korridor.papers.drill.written",
    "write_hindcast": "korridor.papers.hindcast.written",
    "write_operation": "korridor.operation.write",
    "write_orders": "korridor.papers.orders",
    "write_release": "korridor.papers.books.release_page",
    "write_rehearsal": "korridor.papers.rehearsal.written",
    "write_report": "korridor.papers.report",
    "write_run": "korridor.papers.rehearsal.run_page",
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
