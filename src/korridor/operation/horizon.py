"""O1, O8: moments that a question names, and not the file; one of them may be the horizon."""

from pydantic import TypeAdapter, ValidationError

from korridor.operation.operation import Operation
from korridor.operation.units import MomentS


def until(operation: Operation, time: str) -> Operation:
    """Return the same operation with its horizon at ``time``, an instant or ``+6 h`` after the start.

    Raises
    ------
    ValueError
        Where ``time`` is no moment after the operation's start; in words for a person.
    """
    horizon_s = moment_s(operation, time)
    if horizon_s == 0:
        raise ValueError(f"{time} is the operation's start; the horizon must be after it")
    return operation.until(horizon_s)


def moment_s(operation: Operation, time: str) -> int:
    """Return ``time``, an instant or ``+6 h`` after the start, in seconds from the operation's start.

    Raises
    ------
    ValueError
        Where ``time`` is no moment; in words for a person.
    """
    context = {"file": True, "start": operation.start}
    try:
        found: int = TypeAdapter(MomentS).validate_python(time, context=context)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise ValueError(str(detail.get("ctx", {}).get("error", detail["msg"]))) from None
    return found
