"""O10: sources that speak of another value than stands there, or of none."""

from collections.abc import Iterator

from korridor.operation.fault import Faults, Where, path_text
from korridor.operation.finding import Finding, warning
from korridor.operation.operation import Operation
from korridor.operation.read import read_tree
from korridor.operation.short_forms import shortened
from korridor.operation.source import Provenance
from korridor.operation.spelt import spelt_operation
from korridor.operation.units import shown
from korridor.operation.with_sources import paths_named, with_sources
from korridor.operation.written import Written


def sources_stale(operation: Operation) -> Iterator[Finding]:
    """Yield each source of a value that was changed since, and each whose path leads nowhere."""
    if not operation.sources:
        return
    tree = tree_of(operation)
    there = dict(_texts(tree, ()))
    changed = frozenset(stale(operation, tree))
    for said in operation.sources:
        if said.path not in there:
            yield warning(
                said.path, "a source speaks of this, and nothing in the file has this path; mend the path"
            )
        elif said in changed and there[said.path]:
            what = f"its source speaks of {shown(said.value)}, and the file has {there[said.path]!r}; mend one of them"
            yield warning(said.path, what)


def tree_of(operation: Operation) -> Written:
    """An operation as a file would hold it, in the forms that its sources speak of, without them."""
    named = paths_named(operation.sources)
    return shortened(spelt_operation(operation, named), named)


def stale(operation: Operation, tree: Written) -> Iterator[Provenance]:
    """Yield the sources that say another value than the operation has, found by halves."""
    yield from _stale(operation, tree, operation.sources)


def _stale(operation: Operation, tree: Written, sources: tuple[Provenance, ...]) -> Iterator[Provenance]:
    if not sources or _reads_as(operation, with_sources(tree, sources)):
        return
    if len(sources) == 1:
        yield sources[0]
        return
    middle = len(sources) // 2
    yield from _stale(operation, tree, sources[:middle])
    yield from _stale(operation, tree, sources[middle:])


def _reads_as(operation: Operation, tree: Written) -> bool:
    try:
        return apart_from_sources(read_tree(tree, "")) == apart_from_sources(operation)
    except Faults:
        return False


def apart_from_sources(operation: Operation) -> Operation:
    """The same operation, as if nobody had said where it is from."""
    return operation.model_copy(update={"sources": ()})


def _texts(written: Written, where: Where) -> Iterator[tuple[str, str]]:
    """Yield every path with its text; of tables and lists the text is empty."""
    yield path_text(where), written.text
    for key, entry in written.table.items():
        yield from _texts(entry, (*where, key))
    for index, entry in enumerate(written.items):
        yield from _texts(entry, (*where, index))
