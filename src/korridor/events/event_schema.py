"""A9: the JSON Schema of an event, for whoever writes programs that record."""

from korridor.events.event import Event
from korridor.operation.schema import Schema


def event_schema() -> Schema:
    """Return the schema of an event in the one form in which events are written; the same on every run.

    It says less than reading does: that classes are those of the scheme and do not add up to more than the total, that closing
    takes a second organisation, and that nationalities are those of ISO 3166-1, is not for a schema to say.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Event.model_json_schema(),
        "title": "An event for Korridor",
        "description": "docs/books.md explains the kinds; docs/semantics.md, A, says what exactly they mean.",
    }
