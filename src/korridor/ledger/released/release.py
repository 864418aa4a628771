"""X3: a release: what was given out at one moment, with every release before it."""

from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from korridor.ledger.account import NOT_THE_SAME_PEOPLE
from korridor.ledger.released.figure import Figure
from korridor.operation.fault import Fault, Faults
from korridor.operation.frozen import Frozen
from korridor.operation.text import read_text

MOST_BYTES = 50_000_000


class ReleasedLeg(Frozen):
    """A leg as it is given out: no place, no hour, no post."""

    leg: str
    departed: Figure
    arrived: Figure
    held: Figure
    unexplained: Figure
    surplus: Figure


class ReleasedAccount(Frozen):
    """Where people came to, or who is unexplained there."""

    account: str
    heads: Figure


class Release(Frozen):
    """What was given out.

    Attributes
    ----------
    as_of, known_at : datetime
        The moment of the books, and by when what they stand on had been recorded.
    counts_agree : bool
    legs : tuple of ReleasedLeg
    accounts : tuple of ReleasedAccount
    before : Release or None
        The release before it, with those before that: all of them together must not tell a count under ten.
    """

    format: Literal["korridor-release"] = "korridor-release"
    version: Literal[1] = 1
    as_of: datetime
    known_at: datetime
    counts_agree: bool
    same_people: str = NOT_THE_SAME_PEOPLE
    legs: tuple[ReleasedLeg, ...]
    accounts: tuple[ReleasedAccount, ...]
    before: "Release | None" = None

    @property
    def chain(self) -> "tuple[Release, ...]":
        """Return this release and all before it, the last first."""
        return (self, *(self.before.chain if self.before is not None else ()))


def read_release(file: str | Path) -> Release:
    """Read a release.

    Raises
    ------
    korridor.operation.fault.Faults
        Where it is none.
    """
    try:
        return Release.model_validate_json(read_text(Path(file), MOST_BYTES))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        what = f"is no release ({first['msg'].lower()}); name a release.json that korridor account -o wrote"
        raise Faults([Fault(str(file), 1, where, what)]) from None
