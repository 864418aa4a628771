"""A file as it was written: plain values, each with its line; here those of YAML.

Read from the parser's events, not by a loader: so every value keeps its line, a key given twice is seen,
nothing that a tag asks for is ever built, and a file that grows when its aliases are expanded is stopped
while it grows. The parser is libyaml: a parser in Python needs minutes for some pages of 10 MB.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from yaml import YAMLError
from yaml.cyaml import CParser
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from korridor.operation.fault import Fault, Faults, Where, cut, path_text
from korridor.operation.yaml_words import syntax_words

MOST_VALUES = 200_000
"""An operation has hundreds of values, an import some ten thousand; aliases can make billions of a page."""

MOST_DEEP = 40
"""An operation is six deep."""

_LONG = 1000
"""Longer texts are no names, and composing one of ten thousand accents takes minutes."""

_WHOLE = re.compile(r"[-+]?[0-9]{1,30}")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}


@dataclass(frozen=True)
class Written:
    """One value of the file.

    Attributes
    ----------
    line : int
        Where it stands; of a table or list, where its key stands.
    value : bool, int, float, str, None, tuple of Written, or dict of str to Written
        Numbers with a fraction stay text, as they were written, when a file is read; where one is to be
        written, a float is a number and a text is not.
    text : str
        A single value as it was written; empty for tables and lists.
    size, deep : int
        Values in it, and how deep they stand in each other, aliases expanded.
    key_lines : dict of str to int
        Of a table: where each key stands.
    cell : str
        In a workbook: the cell, such as ``people!C12``.
    """

    line: int
    value: "bool | int | float | str | tuple[Written, ...] | dict[str, Written] | None"
    text: str = ""
    size: int = 1
    deep: int = 1
    key_lines: dict[str, int] = field(default_factory=dict)
    cell: str = ""

    @property
    def table(self) -> "dict[str, Written]":
        """The entries of a table; none where it is something else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> "tuple[Written, ...]":
        """The entries of a list; none where it is something else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def plain(self) -> Any:
        """The value without its lines."""
        if isinstance(self.value, dict):
            return {key: inner.plain for key, inner in self.value.items()}
        if isinstance(self.value, tuple):
            return [inner.plain for inner in self.value]
        return self.value

    def at(self, where: Where) -> "Written":
        """The value at a path, or at as much of it as the file has."""
        here = self
        for step in where:
            if isinstance(here.value, dict) and step in here.value:
                here = here.value[str(step)]
            elif isinstance(here.value, tuple) and isinstance(step, int) and step < len(here.value):
                here = here.value[step]
            else:
                break
        return here

    @property
    def left_out(self) -> bool:
        """Whether nothing was written where a value belongs (``null`` is something)."""
        return self.value is None and self.text == ""


def read_written(text: str, file: str) -> tuple[Written, tuple[Fault, ...]]:
    """Read the one document of a YAML file.

    Returns
    -------
    Written
        The document; of a key given twice, the first.
    tuple of Fault
        Keys given twice and tags; what else is wrong need not wait for them.

    Raises
    ------
    Faults
        Where the text is not YAML, or not one document.
    """
    reader = _Reader(file)
    try:
        return reader.document(_events(text)), tuple(reader.faults)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        stands = text[mark.index : mark.index + 1] if mark else ""
        what = syntax_words(str(error.problem or error.context or "cannot be read"), stands)
        found = Fault(file, mark.line + 1 if mark else 1, "", what)
    except YAMLError as error:
        # The parser refuses a character before it knows a line.
        what = "a control character stands here; a file is plain text in UTF-8"
        found = Fault(file, text.count("\n", 0, _refused_at(text, error)) + 1, "", what)
    raise Faults([*reader.faults, found])


def _events(text: str) -> Iterator[Event]:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def _refused_at(text: str, error: YAMLError) -> int:
    """Where the parser met a character that it refuses; it counts bytes."""
    position: int = getattr(error, "position", 0)
    return len(text.encode()[:position].decode(errors="ignore"))


_Table = tuple[dict[str, Written], dict[str, int]]
"""Entries by key, and the lines of the keys."""


@dataclass
class _Extent:
    """How many values a table holds so far, itself included, and how deep they stand."""

    size: int = 1
    deep: int = 1


class _Reader:
    """Builds the document from events, one pass."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.anchors: dict[str, Written | None] = {}

    def document(self, events: Iterator[Event]) -> Written:
        next(events)  # the stream begins
        if isinstance(next(events), StreamEndEvent):
            what = "the file is empty; an operation has a name, places, roads, people and a fleet"
            raise self.stop(1, (), what)
        document = self.node(next(events), events, ())
        next(events)  # the document ends
        another = next(events)
        if isinstance(another, DocumentStartEvent):
            line = another.start_mark.line + 1
            raise self.stop(line, (), "a second document begins here; write one operation a file")
        return document

    def stop(self, line: int, where: Where, what: str) -> Faults:
        return Faults([*self.faults, Fault(self.file, line, path_text(where), what)])

    def node(self, event: Event, events: Iterator[Event], where: Where) -> Written:
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent):
            return self.alias(event.anchor, line, where)
        assert isinstance(event, (ScalarEvent, SequenceStartEvent, MappingStartEvent))
        if len(where) > MOST_DEEP:
            raise self.stop(line, where[:3], f"values stand more than {MOST_DEEP} deep in each other")
        if event.tag is not None:
            what = f"the tag {cut(event.tag)} is refused; write plain values"
            self.faults.append(Fault(self.file, line, path_text(where), what))
        if event.anchor:
            self.anchors[event.anchor] = None
        if isinstance(event, ScalarEvent):
            text = event.value or ('""' if event.style else "")  # an empty text in quotes is something
            written = Written(line, _scalar(event), text)
        elif isinstance(event, SequenceStartEvent):
            written = self.sequence(line, events, where)
        else:
            written = self.mapping(line, events, where)
        if event.anchor:
            self.anchors[event.anchor] = written
        return written

    def alias(self, anchor: str, line: int, where: Where) -> Written:
        if anchor not in self.anchors:
            name = cut(anchor)
            raise self.stop(line, where, f"*{name} refers to &{name}, which does not stand before it")
        if (written := self.anchors[anchor]) is None:
            name = cut(anchor)
            raise self.stop(line, where, f"*{name} stands inside &{name}, so it would never end")
        return written

    def sequence(self, line: int, events: Iterator[Event], where: Where) -> Written:
        extent = _Extent()
        items: list[Written] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(self.node(event, events, (*where, len(items))))
            self.grow(extent, items[-1], line, where)
        return Written(line, tuple(items), size=extent.size, deep=extent.deep)

    def grow(self, extent: _Extent, inner: Written, line: int, where: Where) -> None:
        """Count a value into its table; a table that grows beyond all measure is stopped here."""
        extent.size, extent.deep = extent.size + inner.size, max(extent.deep, inner.deep + 1)
        if extent.size > MOST_VALUES:
            what = f"more than {MOST_VALUES} values stand in here, aliases expanded"
            raise self.stop(line, where, what)
        if extent.deep > MOST_DEEP:
            what = f"values stand more than {MOST_DEEP} deep in each other, aliases expanded"
            raise self.stop(line, where, what)

    def mapping(self, line: int, events: Iterator[Event], where: Where) -> Written:
        extent = _Extent()
        entries: dict[str, Written] = {}
        key_lines: dict[str, int] = {}
        merged: list[Written] = []
        while not isinstance(event := next(events), MappingEndEvent):
            key, key_line = self.key(event, events, where)
            inner = self.node(next(events), events, (*where, key))
            self.grow(extent, inner, line, where)
            if key == "<<" and isinstance(event, ScalarEvent) and not event.style:
                merged += inner.value if isinstance(inner.value, tuple) else (inner,)
            elif key in entries:
                what = f"stands here a second time, and first in line {key_lines[key]}; write it once"
                self.faults.append(Fault(self.file, key_line, path_text((*where, key)), what))
            else:
                # A table's own line is its first entry's; its key's says better where it stands.
                own = isinstance(inner.value, (dict, tuple))
                entries[key] = replace(inner, line=key_line) if own else inner
                key_lines[key] = key_line
        if merged:
            entries, key_lines = self.merged(merged, (entries, key_lines), line, where)
        return Written(line, entries, size=extent.size, deep=extent.deep, key_lines=key_lines)

    def merged(self, others: list[Written], own: _Table, line: int, where: Where) -> _Table:
        """Take in other tables; what stands in the last of them comes first, and one's own entries win."""
        entries: dict[str, Written] = {}
        key_lines: dict[str, int] = {}
        for other in reversed(others):
            if not isinstance(other.value, dict):
                raise self.stop(line, where, "<< takes in a table; write <<: *name of one")
            for key, inner in other.value.items():
                entries.setdefault(key, inner)
                key_lines.setdefault(key, other.key_lines[key])
        return {**entries, **own[0]}, {**key_lines, **own[1]}

    def key(self, event: Event, events: Iterator[Event], where: Where) -> tuple[str, int]:
        line = event.start_mark.line + 1
        if isinstance(event, ScalarEvent):
            if event.tag is not None:
                self.node(event, events, where)
            return _composed(event.value), line
        raise self.stop(line, where, "a key is one word or text, not a list, a table or an alias")


def _composed(text: str) -> str:
    """Return a text with each accent on its letter (NFC), so that a name typed in two ways is one name."""
    return text if text.isascii() or len(text) > _LONG else unicodedata.normalize("NFC", text)


def _scalar(event: ScalarEvent) -> bool | int | str | None:
    text = _composed(event.value)
    return text if event.style else read_scalar(text)  # quoted, or a block of text, it is a text


def read_scalar(text: str) -> bool | int | str | None:
    """A single value by YAML 1.2's core schema; fractions stay text, to be shown as they were written."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE.fullmatch(text) else text
