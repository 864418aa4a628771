"""O10: a value may be written ``{value: …, source: …, note: …, assumed: …}``; here the wrapping comes off."""

from collections.abc import Iterable
from dataclasses import replace

from korridor.operation.fault import Fault, Where, path_text
from korridor.operation.near import near, one_of
from korridor.operation.source import Provenance
from korridor.operation.units import shown
from korridor.operation.written import Written

_WRAPPING = ("value", "source", "note", "assumed")


class Unwrapping:
    """Takes the wrapping off a whole file.

    Attributes
    ----------
    bare : Written
        The file with each wrapped value in its wrapping's place.
    sources : tuple of Provenance
        What the wrappings said, in the order of the file.
    faults : tuple of Fault
        Wrappings that are wrong, and keys with nothing behind them.
    doubtful : set of tuple
        The paths of those faults, and of those known before; what else is wrong there follows from them.
    """

    def __init__(self, written: Written, file: str, doubtful: Iterable[Where] = ()) -> None:
        self._file = file
        self._sources: list[Provenance] = []
        self._faults: list[Fault] = []
        self.doubtful: set[Where] = set(doubtful)
        self.bare = self._inside(written, ())
        self.sources = tuple(self._sources)
        self.faults = tuple(self._faults)

    def _fault(self, line: int, where: Where, what: str) -> None:
        self._faults.append(Fault(self._file, line, path_text(where), what))
        self.doubtful.add(where)

    def _bare(self, written: Written, where: Where) -> Written:
        table = written.value
        # The list of sources that a program wrote has entries with a value and a source of their own.
        if isinstance(table, dict) and where[:1] != ("sources",):
            if "value" in table:
                self._wrapping(written, table, where)
                return replace(self._bare(table["value"], where), line=table["value"].line)
            if table and all(key in _WRAPPING for key in table):
                what = f"{' and '.join(table)} without a value; write value: beside it"
                self._fault(written.line, where, what)
        if written.left_out:
            self._fault(written.line, where, _nothing(where))
        return self._inside(written, where)

    def _inside(self, written: Written, where: Where) -> Written:
        value = written.value
        if isinstance(value, dict):
            inner = {key: self._bare(entry, (*where, key)) for key, entry in value.items()}
            return replace(written, value=inner)
        if isinstance(value, tuple):
            items = tuple(self._bare(entry, (*where, index)) for index, entry in enumerate(value))
            return replace(written, value=items)
        return written

    def _wrapping(self, written: Written, table: dict[str, Written], where: Where) -> None:
        for key in table:
            if key not in _WRAPPING:
                what = f"{shown(key)} is not known beside a value; {near(key, _WRAPPING)}{one_of(_WRAPPING)}"
                self._fault(written.key_lines.get(key, written.line), (*where, key), what)
        assumed = table.get("assumed")
        if assumed is not None and not isinstance(assumed.value, bool):
            what = f"{shown(assumed.value)} is neither true nor false; write true or false"
            self._fault(assumed.line, (*where, "assumed"), what)
        source, note = self._words(table, "source", where), self._words(table, "note", where)
        said = Provenance(
            path=path_text(where),
            value=as_written(table["value"]),
            source=source,
            note=note,
            assumed=assumed is not None and assumed.value is True,
        )
        if said.source or said.note or said.assumed:
            self._sources.append(said)

    def _words(self, table: dict[str, Written], key: str, where: Where) -> str | None:
        if key not in table:
            return None
        words = table[key]
        if isinstance(words.value, (dict, tuple)) or words.left_out:
            self._fault(words.line, (*where, key), f"{shown(words.value)} stands here; write one text")
            return None
        if words.value is None or words.value == "":
            return None
        return words.text.strip()


def _nothing(where: Where) -> str:
    """What to do about a key with nothing behind it; ``{length: 3,5 km}`` has one that nobody meant."""
    if isinstance(where[-1], str) and where[-1][:1].isdigit() and where[:1] == ("roads",):
        return f"a comma inside {{ }} ends a value; write a point before {shown(where[-1])}, as in 3.5 km"
    return "nothing stands here; write a value, or leave the key out"


def as_written(written: Written) -> str:
    """Return a value as one line of YAML, wrappings inside it left off."""
    value = written.value
    if isinstance(value, dict) and "value" in value:
        return as_written(value["value"])
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(as_written, value)) + "]"
    return written.text.strip()
