"""``korridor schema``."""

from typing import Annotated

import typer

from korridor.cli.say import say_json


def schema(
    state: Annotated[
        bool, typer.Option("--state", help="Of a state.json, as korridor state writes it.")
    ] = False,
) -> None:
    """Print the JSON Schema of an operation file, for an editor that completes and checks while one writes.

    Example: korridor schema > korridor.schema.json
    """
    from korridor.events.state_schema import state_schema
    from korridor.operation.schema import operation_schema

    say_json(state_schema() if state else operation_schema())
