"""What a check found, for a person and for a program."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from korridor.operation.fault import one_line
from korridor.operation.finding import Finding, Severity
from korridor.operation.operation import Operation


def checked_lines(file: str, operation: Operation, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what the operation is, what was found, and the verdict."""
    yield one_line(f"{file}: {operation.name}: {_size(operation)}")
    for finding in findings:
        yield one_line(str(finding))
    found = Counter(finding.severity for finding in findings)
    warnings = _some(found[Severity.WARNING], "warning")
    if found[Severity.IMPOSSIBLE]:
        yield f"It cannot work as it stands: {found[Severity.IMPOSSIBLE]} impossible, {warnings}."
    else:
        yield f"Well-formed, and nothing in it is impossible by itself; {warnings}."


def checked_document(operation: Operation, findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the same as a document."""
    return {
        "operation": operation.name,
        "possible": not any(finding.severity is Severity.IMPOSSIBLE for finding in findings),
        "people": operation.persons,
        "vehicles": sum(vehicles.number for vehicles in operation.fleet.values()),
        "findings": findings_document(findings),
    }


def findings_document(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings as a document; ``clearance_only`` ones leave a plan for *most-out* possible."""
    return [
        {
            "severity": finding.severity.value,
            "where": finding.where,
            "what": finding.what,
            "clearance_only": finding.clearance_only,
        }
        for finding in findings
    ]


def _size(operation: Operation) -> str:
    vehicles = sum(kind.number for kind in operation.fleet.values())
    return ", ".join(
        (
            f"{operation.persons:,} people in {_some(len(operation.people), 'group')}",
            _some(vehicles, "vehicle"),
            _some(len(operation.places), "place"),
            _some(len(operation.roads), "road"),
        )
    )


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
