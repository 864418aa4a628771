"""Sets of facts that cannot all hold, for a person and for a program."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from korridor.operation.fault import Where, one_line, path_text
from korridor.planning.clash import Clash

Lines = Callable[[Where], int | None]

_SHOWN = 40
"""Facts of one set that are shown to a person; a program gets them all."""


def clash_lines(file: str, found: Sequence[Clash], line_of: Lines) -> Iterator[str]:
    """Yield each set as facts with their lines."""
    for clash in found:
        yield f"{clash.goal} can come out while all of this holds; change one of them:"
        for fact in clash.facts[:_SHOWN]:
            line = line_of(fact.where)
            yield one_line(f"  {fact}" if line is None else f"  {file}:{line}: {fact}")
        if len(clash.facts) > _SHOWN:
            yield f"  and {len(clash.facts) - _SHOWN} more"


def clashes_document(found: Sequence[Clash], line_of: Lines) -> list[dict[str, Any]]:
    """Return the same as a document; ``clearance_only`` sets leave a plan for *most-out* possible."""
    return [
        {
            "clearance_only": clash.clearance_only,
            "facts": [
                {"where": path_text(fact.where), "line": line_of(fact.where), "what": fact.what}
                for fact in clash.facts
            ],
        }
        for clash in found
    ]
