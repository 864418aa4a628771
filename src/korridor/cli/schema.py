"""``korridor schema``."""

from korridor.cli.say import say_json


def schema() -> None:
    """Print the JSON Schema of an operation file, for an editor that completes and checks while one writes.

    Example: korridor schema > korridor.schema.json
    """
    from korridor.operation.schema import operation_schema

    say_json(operation_schema())
