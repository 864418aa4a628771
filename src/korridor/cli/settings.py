"""How a plan is rehearsed, as it is asked for on the command line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from korridor.operation.operation import Operation
    from korridor.rehearsal.given import Break
    from korridor.rehearsal.statistics.precision import Precision


class Dispatch(StrEnum):
    """Who leaves next."""

    RANK = "rank"
    READY = "ready"


def precision_of(text: str | None, operation: Operation) -> Precision | None:
    """Return the precision that ``--precision`` names."""
    from korridor.rehearsal.measure import first_measure
    from korridor.rehearsal.statistics.precision import Precision

    if text is None:
        return None
    try:
        return Precision.read(text, first_measure(operation))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--precision'") from None


def breaks_of(
    begins: str | None,
    ends: str | None,
    operation: Operation,
    option: str = "--break",
    mended: str = "--mended",
) -> tuple[Break, ...]:
    """Return the break of the truce that ``--break`` and ``--mended`` name; none where they name none."""
    from korridor.operation.horizon import moment_s
    from korridor.rehearsal.given import Break

    if begins is None:
        if ends is not None:
            raise typer.BadParameter(
                f"it says when the truce is mended; {option} says when it breaks", param_hint=f"'{mended}'"
            )
        return ()
    if not operation.windows:
        raise typer.BadParameter("the operation has no truce that could break", param_hint=f"'{option}'")

    def moment(name: str, text: str) -> int:
        try:
            return moment_s(operation, text)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint=f"'{name}'") from None

    begins_s = moment(option, begins)
    try:
        return (Break.of(begins_s, None if ends is None else moment(mended, ends)),)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=f"'{mended}'") from None
