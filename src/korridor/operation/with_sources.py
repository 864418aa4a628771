"""O10: sources put beside the values that they speak of, ``{value: …, source: …, note: …}``."""

import re
from dataclasses import replace

from korridor.operation.fault import Faults, Where, path_text
from korridor.operation.source import Provenance
from korridor.operation.sourced import as_written
from korridor.operation.written import Written, read_written

_LAST = 10**9
_DECIMAL = re.compile(r"-?[0-9]{1,20}\.[0-9]{1,20}")


def paths_named(sources: tuple[Provenance, ...]) -> frozenset[str]:
    """The paths that sources speak of, and every part of them that leads there."""
    found = set()
    for said in sources:
        found |= {said.path, *(said.path[:end] for end, mark in enumerate(said.path) if mark in ".[")}
    return frozenset(found)


def with_sources(
    tree: Written, sources: tuple[Provenance, ...], to_list: frozenset[Provenance] = frozenset()
) -> Written:
    """Return a tree with each source beside its value, the value as the source has it.

    What names no path of the tree comes last, in the list ``sources``, and so does what is to be listed.
    """
    placing = _Placing(tuple(said for said in sources if said not in to_list))
    placed, _ = placing.into(tree, ())
    apart = tuple(listed(said) for said in sources if said in to_list or said in placing.left)
    return replace(placed, value={**placed.table, "sources": Written(0, apart)}) if apart else placed


class _Placing:
    def __init__(self, sources: tuple[Provenance, ...]) -> None:
        self._by_path: dict[str, list[tuple[int, Provenance]]] = {}
        for place, said in enumerate(sources):
            self._by_path.setdefault(said.path, []).append((place, said))

    @property
    def left(self) -> frozenset[Provenance]:
        """Those that found no place."""
        return frozenset(said for some in self._by_path.values() for _, said in some)

    def into(self, written: Written, where: Where) -> tuple[Written, int]:
        """Return the value with its sources and those inside it, and the place of the first of these."""
        first = _LAST
        path = path_text(where)
        mine = self._by_path.get(path, []) if where else []
        restated = _restated(written, mine[-1][1].value) if mine else None
        if mine and restated is not None and all(said.value == mine[0][1].value for _, said in mine):
            del self._by_path[path]
            first, written = mine[0][0], restated
        else:
            mine = []
        written, inner = self._inside(written, where)
        for _, said in reversed(mine):
            written = _wrapped(written, said)
        return written, min(first, inner)

    def _inside(self, written: Written, where: Where) -> tuple[Written, int]:
        if isinstance(written.value, dict):
            table = {key: self.into(entry, (*where, key)) for key, entry in written.value.items()}
            placed = {
                key: table[key][0] for key in _in_order_of_sources({k: at for k, (_, at) in table.items()})
            }
            return replace(written, value=placed), min((at for _, at in table.values()), default=_LAST)
        if isinstance(written.value, tuple):
            items = [self.into(entry, (*where, n)) for n, entry in enumerate(written.value)]
            value = tuple(item for item, _ in items)
            return replace(written, value=value), min((at for _, at in items), default=_LAST)
        return written, _LAST


def _in_order_of_sources(firsts: dict[str, int]) -> list[str]:
    """Keys as they come, but those with sources among themselves as the sources stand: the file's own order."""
    keys = list(firsts)
    sourced = [n for n, key in enumerate(keys) if firsts[key] != _LAST]
    for n, key in zip(sourced, sorted((keys[n] for n in sourced), key=firsts.__getitem__), strict=True):
        keys[n] = key
    return keys


def _restated(written: Written, text: str) -> Written | None:
    """The same value spelt as a source spells it; ``None`` where that cannot be."""
    if as_written(written) == text:
        return written
    if isinstance(written.value, str):
        other = Written(0, text, text)
    else:
        try:
            other, faults = read_written(text, "")
        except Faults:
            return None
        if faults:
            return None
    return _numbers(other, written) if as_written(other) == text else None


def _numbers(other: Written, written: Written) -> Written:
    """The other spelling, with numbers where there are numbers: to a reader they are texts."""
    if isinstance(written.value, float) and isinstance(other.value, str) and _DECIMAL.fullmatch(other.value):
        return replace(other, value=float(other.value))
    if isinstance(other.value, dict):
        table = {key: _numbers(entry, written.table.get(key, entry)) for key, entry in other.value.items()}
        return replace(other, value=table)
    if isinstance(other.value, tuple) and len(other.value) == len(written.items):
        return replace(other, value=tuple(map(_numbers, other.value, written.items)))
    return other


def _wrapped(written: Written, said: Provenance) -> Written:
    entries = {"value": written}
    for key, words in (("source", said.source), ("note", said.note)):
        if words is not None:
            entries[key] = Written(0, words, words)
    if said.assumed:
        entries["assumed"] = Written(0, True, "true")
    return Written(0, entries)


def listed(said: Provenance) -> Written:
    """A source as an entry of the list ``sources``."""
    entries = {
        "path": Written(0, said.path, said.path),
        **_wrapped(Written(0, said.value, said.value), said).table,
    }
    return Written(0, {key: replace(entry, text=entry.text or '""') for key, entry in entries.items()})
