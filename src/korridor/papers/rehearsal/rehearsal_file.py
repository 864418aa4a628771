"""``rehearsal.json``: a rehearsal as a file, with the plan that it is of; versioned and checked on reading."""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from korridor.operation.fault import Fault, Faults, path_text
from korridor.operation.frozen import Frozen
from korridor.operation.text import read_text
from korridor.papers.plan_mark import plan_mark
from korridor.papers.word import without_the_word_in
from korridor.planning.plan import Plan
from korridor.rehearsal.statistics.ranked import Ranked
from korridor.rehearsal.statistics.rehearsed import Rehearsed

NAME = "rehearsal.json"
FORMAT: Literal["korridor-rehearsal"] = "korridor-rehearsal"
VERSION: Literal[1] = 1
MOST_BYTES = 10_000_000


class Rehearsal(Frozen):
    """A rehearsal, of which plan it is, and how it was asked for.

    Attributes
    ----------
    plan : str
        The plan's mark: the first signs of the digest of its ``plan.json``.
    reorders : bool
        Whether the dispatcher sends the column that is ready first.
    breaks : tuple of (int, int or None)
        Breaks of the truce that were given, in seconds from the operation's start; ``None`` is never mended.
    found : Rehearsed
    costs : Ranked or None
        What each uncertain thing costs, where that was found out.
    """

    format: Literal["korridor-rehearsal"] = FORMAT
    version: Literal[1] = VERSION
    plan: str
    reorders: bool = False
    breaks: tuple[tuple[int, int | None], ...] = ()
    found: Rehearsed
    costs: Ranked | None = None

    def is_of(self, plan: Plan) -> bool:
        """Whether it is a rehearsal of this plan, and of no other."""
        return self.plan == plan_mark(plan)


def rehearsal_json(rehearsal: Rehearsal) -> str:
    """Return a rehearsal as the text of ``rehearsal.json``."""
    document: dict[str, Any] = without_the_word_in(rehearsal.model_dump(mode="json"))
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_rehearsal(path: str | Path) -> Rehearsal:
    """Read a ``rehearsal.json``.

    Raises
    ------
    korridor.operation.fault.Faults
        If the file cannot be read, is not JSON, not a rehearsal, or of another version.
    """
    path = Path(path)
    text = read_text(path, MOST_BYTES)
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deep")
        raise _fault(
            path, f"not JSON ({why}); korridor rehearse -o writes it", getattr(error, "lineno", 1)
        ) from error
    said = found if isinstance(found, dict) else {}
    for key, wanted in (("format", FORMAT), ("version", VERSION)):
        if said.get(key) != wanted:
            raise _fault(path, f"{said.get(key)!r} is not a rehearsal's {key}; only {wanted!r} is", where=key)
    try:
        return Rehearsal.model_validate_json(text)
    except ValidationError as error:
        raise Faults(
            Fault(str(path), 1, path_text(detail["loc"]), detail["msg"].removeprefix("Value error, "))
            for detail in error.errors(include_url=False)[:20]
        ) from error


def rehearsal_beside(folder: Path, plan: Plan) -> Rehearsal | None:
    """Return the rehearsal of a plan that stands in a folder; ``None`` where there is none, or it is another plan's.

    Raises
    ------
    korridor.operation.fault.Faults
        If there is a file of that name that is no rehearsal.
    """
    path = folder / NAME
    if not path.exists():
        return None
    found = read_rehearsal(path)
    return found if found.is_of(plan) else None


def _fault(path: Path, what: str, line: int = 1, where: str = "") -> Faults:
    return Faults([Fault(str(path), line, where, what)])
