"""P5: what changed, as a document for programs."""

from typing import Any

from korridor.papers.fact_words import fact_line
from korridor.pictures.clock import Clock
from korridor.planning.replan.changes import Changes
from korridor.planning.replan.columns import Fate, ends_of


def changes_document(changes: Changes) -> dict[str, Any]:
    """Return ``promises`` and ``changes``, as ``korridor plan --from STATE --json`` has them beside a plan's figures."""
    clock = Clock(changes.operation.start)
    return {
        "promises": {"kept": len(changes.kept), "broken": len(changes.broken)},
        "changes": {
            "at_s": changes.state.at_s,
            "operation": [
                {"path": line.path, "then": line.then, "now": line.now}
                for line in (fact_line(clock, fact) for fact in changes.facts)
            ],
            "counted": [{"what": each.what, "then": each.then, "now": each.now} for each in changes.counted],
            "broken": [
                {
                    "group": each.promise.group,
                    "destination": each.promise.destination,
                    "departs_s": each.promise.departs_s,
                    "persons": each.promise.persons,
                    "reason": each.reason.value,
                    "detail": each.detail,
                }
                for each in changes.broken
            ],
            "columns": [
                {
                    "fate": each.fate.value,
                    "origin": each.one.origin,
                    "to": list(ends_of(each.one)),
                    "then_s": each.then.departs_s if each.then else None,
                    "now_s": each.now.departs_s if each.now else None,
                    "more_persons": each.more_persons,
                }
                for each in changes.columns
                if each.fate is not Fate.AS_PLANNED
            ],
            "exposed": [
                {
                    "from": each.column.start,
                    "departed_s": each.column.departed_s,
                    "persons": each.persons,
                    "from_s": each.from_s,
                    "until_s": each.until_s,
                    "person_min": each.person_min,
                }
                for each in changes.exposed
            ],
            "out": [{"by_s": each.moment_s, "then": each.then, "now": each.now} for each in changes.out],
        },
    }
