"""P5: the JSON Schema of ``state.json``, for an editor in which it is changed by hand."""

from korridor.events.saved_state import SavedState
from korridor.operation.schema import Schema, schema_of


def state_schema() -> Schema:
    """Return the schema of a state's file; the same on every run.

    It says less than reading the file does: that names are those of the operation, and that nobody is counted twice,
    is not for a schema to say.
    """
    return schema_of(
        SavedState,
        title="A moment of an operation for Korridor",
        description="docs/what-now.md explains the rows, and which of them to change.",
    )
