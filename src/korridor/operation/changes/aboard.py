"""Another limit on the time aboard."""

from typing import ClassVar, Literal

from korridor.operation.changes.base import BaseChange
from korridor.operation.operation import Operation
from korridor.operation.units import MOST, DurationS, duration_text


class LongestAboard(BaseChange):
    """One limit on the time aboard for everybody, in place of the file's (O5).

    Attributes
    ----------
    limit_s : int
        ``MOST`` seconds or more is no limit.
    """

    only_adds: ClassVar[bool] = False

    change: Literal["aboard"] = "aboard"
    limit_s: DurationS

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with this limit."""
        return operation.model_copy(update={"time_aboard_s": {"default": self.limit_s}})

    def words(self, operation: Operation) -> str:
        """``nobody aboard for more than 4 h``."""
        del operation
        if self.limit_s >= MOST:
            return "no limit on the time aboard"
        return f"nobody aboard for more than {duration_text(self.limit_s)}"
