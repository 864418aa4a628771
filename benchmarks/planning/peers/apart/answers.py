"""What a solver says while it works, as lines of JSON; read and written with the standard library alone."""

import json
import sys
import time
from typing import Any


class Answers:
    """Answers as they come, with the seconds since the solver was handed the statement."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._last: tuple[Any, ...] = ()

    @property
    def seconds(self) -> float:
        """Seconds since then."""
        return time.perf_counter() - self._began

    def say(self, value: int | None, bound: int | None, plan: Any = None) -> None:
        """Print a line, unless it says nothing new."""
        if plan is None and (value, bound) == self._last:
            return
        self._last = value, bound
        print(json.dumps({"at_s": self.seconds, "value": value, "bound": bound, "plan": plan}), flush=True)


def statement() -> dict[str, Any]:
    """Read the statement."""
    found: dict[str, Any] = json.load(sys.stdin)
    return found
