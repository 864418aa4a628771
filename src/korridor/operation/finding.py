"""What cannot work in an operation, or looks like a slip."""

from dataclasses import dataclass
from enum import StrEnum

from korridor.operation.rich import Rich


class Severity(StrEnum):
    """How much a finding stops."""

    IMPOSSIBLE = "impossible"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """Facts of an operation that clash.

    Attributes
    ----------
    severity : Severity
    where : str
        The path of the part that is to be changed first, such as ``convoy.escorts``.
    what : str
        The numbers that clash, in plain words.
    clearance_only : bool
        Whether it only keeps some people from getting out: *clearance* is impossible, while *most-out* can
        still bring out the others.
    """

    severity: Severity
    where: str
    what: str
    clearance_only: bool = False

    def stops(self, everybody: bool) -> bool:
        """Whether no plan can be made; ``everybody`` where it has to bring everybody out."""
        return self.severity is Severity.IMPOSSIBLE and (everybody or not self.clearance_only)

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.what}"


class Findings(Rich, tuple[Finding, ...]):
    """What a check found, one finding a line."""

    def __repr__(self) -> str:
        if not self:
            return "No findings: nothing is impossible by itself. That does not show that a plan exists."
        return "\n".join(map(str, self))


def impossible(where: str, what: str, clearance_only: bool = False) -> Finding:
    """Return what stops a plan."""
    return Finding(Severity.IMPOSSIBLE, where, what, clearance_only)


def warning(where: str, what: str) -> Finding:
    """Return what a plan can be made with."""
    return Finding(Severity.WARNING, where, what)
