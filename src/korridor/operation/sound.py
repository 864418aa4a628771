"""The part of a faulty file that is well-formed: what it refers to can be looked up at once."""

from typing import Any

from korridor.operation.fault import Where

_TABLES = ("places", "people", "fleet")
_LISTS = ("roads", "via", "gates", "apart")
_EMPTY: dict[str, Any] = {"name": "-", "places": {}, "roads": [], "people": {}, "fleet": {}}


class SoundPart:
    """A file without its faulty places, roads, groups and so on.

    Parameters
    ----------
    tree : dict
        The file's plain values.
    doubtful : set of tuple
        The paths where something is wrong.

    Attributes
    ----------
    tree : dict
        What is left.
    """

    def __init__(self, tree: dict[str, Any], doubtful: set[Where]) -> None:
        self._doubtful = doubtful
        self._kept: dict[str, list[int]] = {}
        whole = {where[0] for where in doubtful if len(where) == 1}
        self.tree = {**_EMPTY, **{key: inner for key, inner in tree.items() if key not in whole}}
        items = {where[:2] for where in doubtful if len(where) > 1}
        for key in {where[0] for where in items} & self.tree.keys():
            self._take_out(str(key), {where[1] for where in items if where[0] == key})

    def _take_out(self, key: str, faulty: set[str | int]) -> None:
        inner = self.tree[key]
        if key in _TABLES and isinstance(inner, dict):
            self.tree[key] = {name: entry for name, entry in inner.items() if name not in faulty}
        elif key in _LISTS and isinstance(inner, list):
            self._kept[key] = [index for index in range(len(inner)) if index not in faulty]
            self.tree[key] = [inner[index] for index in self._kept[key]]
        else:
            del self.tree[key]

    def doubts(self, other: Where) -> bool:
        """Whether a path, something on it, or something inside it is in doubt."""
        return any(other[: len(where)] == where[: len(other)] for where in self._doubtful)

    def in_file(self, where: Where) -> Where:
        """The path in the whole file; entries of a list stand elsewhere when faulty ones are gone."""
        if len(where) > 1 and where[0] in self._kept and isinstance(where[1], int):
            return (where[0], self._kept[str(where[0])][where[1]], *where[2:])
        return where
