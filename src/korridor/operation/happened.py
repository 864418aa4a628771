"""R7: an operation as it happened: the windows that there were, and none that breaks by chance."""

from korridor.operation.operation import Operation
from korridor.operation.quantity import Quantity
from korridor.operation.truce import PlanOn
from korridor.operation.uncertainty import DEFAULT


def as_happened(operation: Operation) -> Operation:
    """Return an operation to be planned and rehearsed on the windows as they happened (O8).

    What broke is in those windows; so the chance of a break of a window is nought, and all else stays as uncertain as the
    file says.

    Raises
    ------
    ValueError
        Where the file has no such windows.

    Examples
    --------
    >>> as_happened(operation).truce.plan_on  # doctest: +SKIP
    <PlanOn.HAPPENED: 'happened'>
    """
    truce = operation.truce
    if truce is None or not truce.happened:
        raise ValueError(
            "the operation has no windows as they happened; write truce.happened, a list of opens and closes, beside announced"
        )
    certain = operation.uncertainty.model_copy(update={f"{Quantity.TRUCE_BREAK}_ppm": {DEFAULT: 0}})
    happened = truce.model_copy(update={"plan_on": PlanOn.HAPPENED})
    return operation.model_copy(update={"truce": happened, "uncertainty": certain})
