"""What a rehearsal assumes: each uncertain quantity that plays a part, how it is spread, and who says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from korridor.chance.in_words import share_in_words, time_in_words
from korridor.operation.belonging import names_of
from korridor.operation.distribution import Distribution
from korridor.operation.operation import Operation
from korridor.operation.quantity import KNOWN, Of, Quantity
from korridor.operation.spread import chance_text
from korridor.operation.uncertainty import DEFAULT, Times, Uncertainty, taken

OURS = "our assumption"
THE_FILE = "the file"


@dataclass(frozen=True)
class Assumed:
    """One quantity in words.

    Attributes
    ----------
    key, of : str
        As the file names it, and what it belongs to; ``of`` is empty where it is for all that have no value of their own.
    value, in_words : str
        As a file writes it; and where it is a spread, what that means.
    ours : bool
        Whether it is a choice of ours and nobody's figure.
    """

    key: str
    of: str
    meaning: str
    value: str
    in_words: str
    source: str
    note: str
    ours: bool


def assumed(operation: Operation) -> tuple[Assumed, ...]:
    """Return a line for each value that is drawn from, what the file says first."""
    said = operation.uncertainty.model_dump(mode="json", by_alias=True)
    from_file = [line for quantity in Quantity for line in _said(operation, quantity, said.get(quantity, {}))]
    return (*from_file, *(line for quantity in Quantity for line in _taken(operation, quantity)))


def _said(operation: Operation, quantity: Quantity, written: dict[str, Any]) -> Iterator[Assumed]:
    for name, value in operation.uncertainty.said(quantity).items():
        of = "" if name == DEFAULT else name
        source, note, ours = _source(operation, quantity, name)
        text = chance_text(value) if isinstance(value, int) else f"{written[name]}"
        yield Assumed(
            quantity, of, KNOWN[quantity].meaning, text, _words(quantity, value), source, note, ours
        )


def _taken(operation: Operation, quantity: Quantity) -> Iterator[Assumed]:
    """Yield what is taken, where the operation has such a thing and the file does not say it of all of them."""
    known, said = KNOWN[quantity], operation.uncertainty.said(quantity)
    owners = names_of(operation, known.of)
    if DEFAULT in said or (known.of is not Of.ALL and all(name in said for name in owners)):
        return
    words = _words(quantity, taken(quantity))
    source = OURS if known.assumed else known.source
    yield Assumed(quantity, "", known.meaning, known.taken, words, source, known.note, known.assumed)


def _words(quantity: Quantity, value: Distribution | int | float) -> str:
    if not isinstance(value, Distribution):
        return ""
    is_time = Uncertainty.model_fields[str(quantity)].annotation == Times
    return time_in_words(value) if is_time else share_in_words(value)


def _source(operation: Operation, quantity: Quantity, name: str) -> tuple[str, str, bool]:
    """Return who says a value of the file, what is noted of it, and whether it is a choice of ours."""
    key = f"uncertainty.{quantity}"
    for path in (f"{key}.{name}", f"{key}[{name}]", key):
        for source in operation.sources:
            if source.path == path:
                return (
                    source.source or (OURS if source.assumed else THE_FILE),
                    source.note or "",
                    source.assumed,
                )
    return THE_FILE, "", False
