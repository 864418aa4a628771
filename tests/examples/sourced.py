"""What holds for every example: each value says where it is from, and what it cites is on the list of claims."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from korridor.operation.operation import Operation

CHECKOUT = Path(__file__).parents[2]
SHARED = CHECKOUT.parent / "shared"

WRAPPING = {"value", "source", "note", "assumed"}
# What a file arranges rather than states: names of its own places, classes, sets. No source could have them.
ARRANGED = {
    *("korridor", "name", "summary", "scheme", "between", "at", "class", "need", "to", "serves", "out_of"),
    "plan_on",
}

Claim = dict[str, str]
Where = tuple[str | int, ...]


def written(file: Path) -> Any:
    """The file's plain tree."""
    return YAML(typ="safe").load(file)


def values(tree: Any, path: Where = ()) -> Iterator[tuple[Where, Any]]:
    """Every value with its path; a wrapped one with its wrapping."""
    if isinstance(tree, dict) and "value" not in tree:
        for key, inner in tree.items():
            yield from values(inner, (*path, key))
    elif isinstance(tree, list) and path[-1] not in ARRANGED:
        for index, inner in enumerate(tree):
            yield from values(inner, (*path, index))
    else:
        yield path, tree


def silent(file: Path) -> list[Where]:
    """Values that have neither a source nor the word that we chose them."""
    return [
        path
        for path, value in values(written(file))
        if not (isinstance(value, dict) and ("source" in value or value.get("assumed")))
        and path[-1] not in ARRANGED
    ]


def unexplained(file: Path) -> list[Where]:
    """Choices of ours that do not say why."""
    return [
        path
        for path, value in values(written(file))
        if isinstance(value, dict) and value.get("assumed") and not (value.get("note") or value.get("source"))
    ]


def misspelt(file: Path) -> list[Where]:
    """Wrappings with a key that is none."""
    return [
        path for path, value in values(written(file)) if isinstance(value, dict) and set(value) - WRAPPING
    ]


def ungraded(operation: Operation) -> list[str]:
    """Sources that do not say how well they are placed: A, B, C or D."""
    return [said.path for said in operation.sources if said.source and "grade" not in said.source]


def cited(operation: Operation, claims: dict[str, Claim]) -> list[tuple[str, str, Claim]]:
    """Path, figure and claim of each value whose source begins with a claim's number."""
    return [
        (said.path, re.sub(r".*T([0-9:]{5})\+.*", r"\1", said.value.strip("'\"")), claims[said.source[:4]])
        for said in operation.sources
        if said.source and re.match(r"C[0-9]{3}\b", said.source)
    ]


def noted(operation: Operation, claims: dict[str, Claim]) -> list[tuple[str, str, Claim]]:
    """Path, figure and claim of each number that a note gives with a claim's number."""
    return [
        (said.path, figure.rstrip(".,"), claims[claim])
        for said in operation.sources
        for figure, claim in figures(said.note or "")
    ]


def figures(text: str) -> list[tuple[str, str]]:
    """Numbers in a text that stand just before a claim's number, with it."""
    return re.findall(r"([0-9][0-9,.:]*)[^0-9]{0,30}\((C[0-9]{3})\b", text)


def says(claim: Claim, figure: str) -> bool:
    """Whether a figure is one that the claim commits its author to."""
    low, high = claim["value_low"], claim["value_high"]
    if ":" in low:
        return figure == low
    number = int(figure.replace(",", ""))
    return (not low or int(low) <= number) and (not high or number <= int(high))


def claim_numbers(file: Path) -> set[str]:
    """Each claim's number in a text file, comments included."""
    return set(re.findall(r"\bC[0-9]{3}\b", file.read_text(encoding="utf-8")))
