"""``korridor schema``."""

from typing import Annotated

import typer

from korridor.cli.say import say_json


def schema(
    state: Annotated[
        bool, typer.Option("--state", help="Of a state.json, as korridor state writes it.")
    ] = False,
    event: Annotated[
        bool, typer.Option("--event", help="Of an event, as programs that record write it.")
    ] = False,
) -> None:
    """Print the JSON Schema of an operation file, for an editor that completes and checks while one writes.

    Example: korridor schema > korridor.schema.json
    """
    from korridor.events.event_schema import event_schema
    from korridor.events.state_schema import state_schema
    from korridor.operation.schema import operation_schema

    if state and event:
        raise typer.BadParameter(
            "a schema is of one thing; choose --state or --event", param_hint="'--event'"
        )
    say_json(event_schema() if event else state_schema() if state else operation_schema())
