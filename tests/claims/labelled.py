"""The dispatches labelled by hand: texts, and what a reader should find in them (``dispatches/README.md``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

FOLDER = Path(__file__).with_name("dispatches")

Part = Literal["development", "held_out", "unseen"]
"""A grammar is tuned on the first, checked on the second; of the third nobody who works on it reads a label."""
PARTS: tuple[Part, ...] = get_args(Part)

Chain = tuple[str, ...]
Span = tuple[int, int]


@dataclass(frozen=True)
class Label:
    """One figure as a person reads it; of what is a tuple each part counts as right."""

    quote: str
    span: Span
    quantities: tuple[str, ...]
    categories: tuple[str, ...]
    low: float | None
    high: float | None
    states: tuple[str, ...]
    chains: tuple[Chain, ...]
    subset_of: int | None
    optional: bool


@dataclass(frozen=True)
class Dispatch:
    """One text with its labels; ``traps`` are spans that hold no count."""

    name: str
    language: str
    date: str | None
    part: Part
    text: str
    labels: tuple[Label, ...]
    traps: tuple[Span, ...]

    @property
    def held_out(self) -> bool:
        """Whether a grammar is checked on it and not tuned on it."""
        return self.part == "held_out"


def found(text: str, quote: str, occurrence: int = 1) -> Span:
    """Where a quote stands for the ``occurrence``-th time; ``ValueError`` where it does not."""
    begin = -1
    for _ in range(occurrence):
        begin = text.index(quote, begin + 1)
    return begin, begin + len(quote)


def dispatches() -> list[Dispatch]:
    """The whole dispatches, Bokmål and English, that may be looked at."""
    return [_dispatch(path) for path in sorted(FOLDER.glob("??-*.yaml"))]


def unseen() -> list[Dispatch]:
    """Those that are there for scoring only; nothing else reads them by chance."""
    return [_dispatch(path) for path in sorted((FOLDER / "unseen").glob("??-*.yaml"))]


def sentences() -> list[Dispatch]:
    """The single sentences in which nothing is counted."""
    return [each for path in sorted(FOLDER.glob("traps-*.yaml")) for each in _sentences(path)]


def _dispatch(path: Path) -> Dispatch:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = read["text"]
    return Dispatch(
        path.stem,
        read["language"],
        str(read["date"]),
        _part(read),
        text,
        tuple(_label(text, each) for each in read["claims"]),
        tuple(found(text, **each) for each in read["not_counts"]),
    )


def _part(read: dict[str, Any]) -> Part:
    if "part" in read:
        part: Part = read["part"]
        return part
    return "held_out" if read["held_out"] else "development"


def _label(text: str, read: dict[str, Any]) -> Label:
    chains = [read["sources"], *read.get("or_sources", ())]
    return Label(
        read["quote"],
        found(text, read["quote"], read.get("occurrence", 1)),
        _several(read["quantity"]),
        _several(read["category"]),
        read["low"],
        read["high"],
        _several(read["state"]),
        tuple(tuple(chain) for chain in chains),
        read.get("subset_of"),
        read.get("optional", False),
    )


def _several(read: str | list[str]) -> tuple[str, ...]:
    return (read,) if isinstance(read, str) else tuple(read)


def _sentences(path: Path) -> Iterator[Dispatch]:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    for number, row in enumerate(read["sentences"], start=1):
        traps = tuple(found(row["text"], quote) for quote in row["not_counts"])
        name = f"{path.stem}:{number}"
        yield Dispatch(name, read["language"], None, _part(row), row["text"], (), traps)
