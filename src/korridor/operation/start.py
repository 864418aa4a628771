"""The operation to start from: a small complete one, with a word on every part of it."""

from importlib.resources import files

from korridor.operation.yaml_text import quoted_if_needed

_NAME = "name: An operation to start from\n"


def starting_yaml(name: str) -> str:
    """Return the text of an operation file to start from, under a name of one's own."""
    text = files("korridor.operation").joinpath("start.yaml").read_text(encoding="utf-8")
    assert text.count(_NAME) == 1
    return text.replace(_NAME, f"name: {quoted_if_needed(name)}\n")
