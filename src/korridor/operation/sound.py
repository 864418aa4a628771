"""The part of a faulty file that is well-formed, so that what it refers to can be looked up at once."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import ValidationError

from korridor.operation.agreement import Gate
from korridor.operation.convoy import ConvoyRule
from korridor.operation.fault import Where
from korridor.operation.fleet import VehicleType
from korridor.operation.frozen import Frozen
from korridor.operation.people import Group
from korridor.operation.place import Place
from korridor.operation.road import Road
from korridor.operation.uncertainty import Uncertainty
from korridor.operation.units import MOST


class _Mend(NamedTuple):
    """How a faulty entry is made to stand, with what it refers to kept and no clash of ours brought in."""

    model: type[Frozen]
    refers: tuple[str, ...]
    fillers: tuple[dict[str, Any], ...]


_MENDS = {
    "places": _Mend(Place, ("kind", "hours", "per_person"), ({}, {"lanes": 1})),
    "roads": _Mend(Road, ("between", "truce", "one_way"), ({"time": "0 s", "length": "0 m"},)),
    "people": _Mend(Group, ("at", "class", "to"), ({"count": 0},)),
    "fleet": _Mend(
        VehicleType,
        ("depots", "depot", "serves", "duty"),
        ({"layouts": [{}]}, {"layouts": [{}], "number": 1}),
    ),
    "gates": _Mend(
        Gate,
        ("out_of", "of_places"),
        (
            {"name": "-", "beyond": 0, "until": 0},
            {"name": "-", "beyond": 0, "until": 0, "of_schedule": [{"by": "+0 s", "persons": 0}]},
        ),
    ),
    "uncertainty": _Mend(Uncertainty, (), ({},)),
    "convoy": _Mend(ConvoyRule, ("must_have", "halts"), ({"most": MOST},)),
}
_LISTS = ("roads", "via", "gates", "apart")
_TABLES = ("places", "people", "fleet")
_EMPTY: dict[str, Any] = {"name": "-", "places": {}, "roads": [], "people": {}, "fleet": {}}


class SoundPart:
    """A file with its faulty entries mended or left out.

    Parameters
    ----------
    tree : dict
        The file's plain values.
    doubtful : set of tuple
        The paths where something is wrong.
    context : dict
        What the validator is told of the file.

    Attributes
    ----------
    tree : dict
        What is left.
    """

    def __init__(self, tree: dict[str, Any], doubtful: set[Where], context: dict[str, Any]) -> None:
        self._context = context
        # By the path of an entry, and of a part that is one: what is doubtful in it.
        self._doubtful: dict[Where, set[str | int]] = {}
        for where in doubtful:
            for deep in range(min(len(where), 3)):
                self._doubtful.setdefault(where[:deep], set()).add(where[deep])
            self._doubtful.setdefault(where, set())
        self._gone: set[Where] = {(key,) for key in _EMPTY if key not in tree or (key,) in doubtful}
        self._kept: dict[str, list[int]] = {}
        self.tree = dict(_EMPTY)
        for key, section in tree.items():
            self._take_in(key, section)

    def _take_in(self, key: str, section: Any) -> None:
        if (key,) not in self._doubtful:
            self.tree[key] = section
        elif key in _TABLES and isinstance(section, dict):
            self.tree[key] = dict(self._entries(key, section.items()))
        elif key in _LISTS and isinstance(section, list):
            entries = list(self._entries(key, enumerate(section)))
            self._kept[key] = [int(index) for index, _ in entries]
            self.tree[key] = [entry for _, entry in entries]
        elif (mended := self._mended((key,), section)) is not None:
            self.tree[key] = mended
        else:
            self._gone.add((key,))

    def _entries(self, key: str, entries: Iterable[tuple[str | int, Any]]) -> Iterator[tuple[str | int, Any]]:
        for name, entry in entries:
            path = (key, name)
            if path not in self._doubtful:
                yield name, entry
            elif (mended := self._mended(path, entry)) is not None:
                yield name, mended
            else:
                self._gone.add(path)
                if key == "places":  # its name at least is known
                    yield name, {"kind": "junction"}

    def _mended(self, path: Where, entry: Any) -> dict[str, Any] | None:
        """The entry without what is doubtful in it, or else with no more than what it refers to."""
        mend = _MENDS.get(str(path[0]))
        if mend is None or not isinstance(entry, dict):
            return None
        doubtful = self._doubtful.get(path, set())
        sound = {key: value for key, value in entry.items() if key not in doubtful}
        referring = {key: value for key, value in sound.items() if key in mend.refers}
        for candidate in (sound, *({**filler, **referring} for filler in mend.fillers)):
            try:
                mend.model.model_validate(candidate, context=self._context, by_alias=True, by_name=False)
            except ValidationError:
                continue
            return candidate
        return None

    def doubts(self, other: Where) -> bool:
        """Whether a path, something on it or something inside it was left out."""
        on_it = any(other[:deep] in self._gone for deep in range(1, len(other) + 1))
        return on_it or other in self._gone_inside

    @cached_property
    def _gone_inside(self) -> set[Where]:
        """Every path inside which something was left out."""
        return {where[:deep] for where in self._gone for deep in range(len(where))}

    def in_file(self, where: Where) -> Where:
        """The path in the whole file; entries of a list stand elsewhere when faulty ones are gone."""
        if len(where) > 1 and where[0] in self._kept and isinstance(where[1], int):
            return (where[0], self._kept[str(where[0])][where[1]], *where[2:])
        return where
