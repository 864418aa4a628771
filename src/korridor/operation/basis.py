"""O10, R2: where each uncertain quantity comes from: the file, with its source, or what is taken anyway, with its own."""

from collections.abc import Iterator

from korridor.operation.fault import path_text
from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation
from korridor.operation.quantity import KNOWN, Known, Quantity
from korridor.operation.sort import kinds_of
from korridor.operation.source import Provenance
from korridor.operation.spelt import spelt
from korridor.operation.uncertainty import DEFAULT, Uncertainty


class Basis(Frozen):
    """What is taken for a quantity, and who says so.

    Attributes
    ----------
    quantity : Quantity
    of : str
        The road, checkpoint, type, group, window or gate that has a value of its own; ``default`` is all the others.
    value : str
        As a file writes it.
    in_file : bool
        Whether the operation's file says it.
    source, note : str or None
    assumed : bool
        Whether it is a choice, and nobody's figure.
    """

    quantity: Quantity
    of: str
    value: str
    in_file: bool
    source: str | None = None
    note: str | None = None
    assumed: bool = False


def bases(operation: Operation) -> Iterator[Basis]:
    """Yield what is taken for each quantity, in their order; ``default`` first, then those with a value of their own."""
    sources = {said.path: said for said in operation.sources}
    for quantity, known in KNOWN.items():
        said = operation.uncertainty.said(quantity)
        sort = kinds_of(Uncertainty)[quantity].inner[0].sort
        if DEFAULT not in said:
            yield _taken(quantity, known)
        for name in sorted(said, key=lambda name: name != DEFAULT):
            whole, own = ("uncertainty", str(quantity)), ("uncertainty", str(quantity), name)
            told = sources.get(path_text(own)) or sources.get(path_text(whole))
            yield _told(quantity, name, spelt(said[name], sort, None).text, told)


def _taken(quantity: Quantity, known: Known) -> Basis:
    return Basis(
        quantity=quantity,
        of=DEFAULT,
        value=known.taken,
        in_file=False,
        source=known.source or None,
        note=known.note or None,
        assumed=known.assumed,
    )


def _told(quantity: Quantity, name: str, value: str, told: Provenance | None) -> Basis:
    found = Basis(quantity=quantity, of=name, value=value, in_file=True)
    if told is None:
        return found
    return found.model_copy(update={"source": told.source, "note": told.note, "assumed": told.assumed})
