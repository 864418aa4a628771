"""O8: a horizon that the question sets, and not the file."""

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
    context = {"file": True, "start": operation.start}
    try:
        moment_s: int = TypeAdapter(MomentS).validate_python(time, context=context)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise ValueError(str(detail.get("ctx", {}).get("error", detail["msg"]))) from None
    if moment_s == 0:
        raise ValueError(f"{time} is the operation's start; the horizon must be after it")
    return operation.until(moment_s)
