"""Characters in a file that nobody sees, and that change what is seen."""

import unicodedata
from collections.abc import Iterator

from korridor.operation.fault import MOST_FAULTS, Fault, Where, path_text
from korridor.operation.written import Written

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the direction of all that follows: a line can read as another (CVE-2021-42574)."""

_JOINS = frozenset("\u200c\u200d")
"""Between letters Persian, Kurdish and others spell with them."""

_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Cs", "Co")


def unseen(written: Written, file: str) -> tuple[Fault, ...]:
    """Find names with characters that cannot be seen, and texts that turn the direction of what follows.

    Names are the keys, and the operation's own; two of them could look alike and be different.
    """
    found = []
    for fault in _inside(written, (), file):
        found.append(fault)
        if len(found) > MOST_FAULTS:
            break
    return tuple(found)


def _inside(written: Written, where: Where, file: str) -> Iterator[Fault]:
    value = written.value
    if isinstance(value, dict):
        for key, inner in value.items():
            if what := _in_name(key):
                line = written.key_lines.get(key, inner.line)
                yield Fault(file, line, inner.cell or path_text((*where, key)), what)
            yield from _inside(inner, (*where, key), file)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*where, index), file)
    elif isinstance(value, str) and value and (what := (_in_name if where == ("name",) else _in_text)(value)):
        yield Fault(file, written.line, written.cell or path_text(where), what)


def _in_name(name: str) -> str:
    """What is wrong with a name; empty if nothing is."""
    if name.isascii() and name.isprintable() and name.strip():
        return ""
    if not name.strip():
        return "a name of nothing but space; write a word"
    for at, letter in enumerate(name):
        between = 0 < at < len(name) - 1 and name[at - 1].isalpha() and name[at + 1].isalpha()
        if unicodedata.category(letter) in _UNSEEN and not (letter in _JOINS and between):
            return f"{_named(letter)} stands in this name, where nobody sees it; leave it out"
    return ""


def _in_text(text: str) -> str:
    turning = "" if text.isascii() else next((letter for letter in text if letter in _TURNS), "")
    return f"{_named(turning)} turns the direction of what follows it; leave it out" if turning else ""


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "a control character")
    return f"U+{ord(letter):04X} ({name.lower()})"
