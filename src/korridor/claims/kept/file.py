"""The file of kept claims: a line of JSON for the form, and one for each claim; it lies beside the ledger.

JSON lines and no database: a few hundred claims are a file that a person can read, compare and mend in an editor. It is
written aside and renamed after every decision, so what was decided is kept when the power fails.
"""

import json
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from korridor.claims.kept.kept import Kept
from korridor.claims.kept.review import Claims
from korridor.operation.fault import Fault, Faults
from korridor.whole import write_whole

FORM: Final = "korridor-claims"
VERSION: Final = 1


def read_kept(path: str | Path) -> Claims:
    """Return the claims of a file, none where there is no such file yet.

    Raises
    ------
    Faults
        If it is no file of claims or of a later version, and for every line that is none.
    """
    path = Path(path)
    if not path.exists():
        return ()
    try:
        # Not splitlines: a wording may hold separators of Unicode that end no line of JSON.
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise Faults([Fault(str(path), 1, "", "is not UTF-8 text; name a file of claims")]) from None
    _check_form(path, lines[0])
    kept: list[Kept] = []
    faults = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        try:
            kept.append(Kept.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            faults.append(Fault(str(path), number, where, first["msg"]))
    if faults:
        raise Faults(faults)
    return tuple(kept)


def write_kept(path: Path, kept: Claims) -> None:
    """Write the claims, whole or not at all, and on the disk before this returns."""
    form = json.dumps({"form": FORM, "version": VERSION})
    lines = [form, *(each.model_dump_json() for each in kept)]
    write_whole(path.parent, {path.name: "".join(f"{line}\n" for line in lines)})


def _check_form(path: Path, line: str) -> None:
    try:
        form = json.loads(line)
        version = form["version"] if form["form"] == FORM else None
    except (ValueError, KeyError, TypeError):
        version = None
    if version is None:
        raise Faults(
            [Fault(str(path), 1, "", f'is no file of claims; one begins with {{"form": "{FORM}", …}}')]
        )
    if version != VERSION:
        raise Faults(
            [Fault(str(path), 1, "version", f"{version} is not known; this korridor knows {VERSION}")]
        )
