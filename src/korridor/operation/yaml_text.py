"""A tree of written values as YAML text: short tables on one line, long texts folded, quotes where needed."""

import re
import textwrap
from collections.abc import Iterator, Mapping

from korridor.operation.written import Written, read_scalar

WIDTH = 110

_LONGEST_KEY = 1000
"""YAML finds the colon behind a key of up to 1024 characters, escapes and all."""

_PLAIN = re.compile(r"[^\W_][^\[\]{},:#]*")
_NEVER_PLAIN = re.compile(
    r"""(yes|no|on|off|y|n|true|false|null)          # words that mean something to one program or another
    |[0-9]{4}-[0-9]{2}-[0-9]{2}.*                    # an instant, which some programs would take apart
    |[-+0-9._]+(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+      # numbers
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_text(tree: Written, above: Mapping[str, str] | None = None) -> str:
    """Return a tree as YAML.

    Parameters
    ----------
    tree : Written
        A table.
    above : dict of str to str, optional
        By key of the tree: a comment to stand above it.
    """
    lines: list[str] = []
    for key, entry in tree.table.items():
        comment = (above or {}).get(key)
        if comment is not None:
            wrapped = textwrap.wrap(comment, WIDTH - 2, break_on_hyphens=False)
            lines += ["", *(f"# {line}" for line in wrapped)]
        lines += _entry(key, entry, 0)
    return "\n".join(lines) + "\n"


def _entry(key: str, written: Written, indent: int) -> Iterator[str]:
    """A key and what stands behind it."""
    yield from _behind(f"{' ' * indent}{_key(key)}:", written, indent)


def _behind(lead: str, written: Written, indent: int) -> Iterator[str]:
    value = written.value
    flow = f"{lead} {_flow(written)}"
    inside = len(flow) <= WIDTH and (indent > 0 or _all_single(written))
    if not isinstance(value, (dict, tuple)):
        yield from _single(lead, written, indent)
    elif not value or inside:
        yield flow
    elif isinstance(value, dict):
        yield lead
        for key, entry in value.items():
            yield from _entry(key, entry, indent + 2)
    else:
        yield lead
        for item in value:
            yield from _item(item, indent + 2)


def _item(written: Written, indent: int) -> Iterator[str]:
    """An entry of a list; a table begins behind the dash."""
    lead = f"{' ' * indent}-"
    flow = f"{lead} {_flow(written)}"
    if not isinstance(written.value, dict) or not written.value or len(flow) <= WIDTH:
        yield from _behind(lead, written, indent)
        return
    lines = [line for key, entry in written.value.items() for line in _entry(key, entry, indent + 2)]
    yield f"{lead} {lines[0].lstrip()}"
    yield from lines[1:]


def _all_single(written: Written) -> bool:
    """Whether a table or list holds nothing but single values."""
    value = written.value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return not isinstance(value, dict) and not any(isinstance(each.value, (dict, tuple)) for each in inner)


def _single(lead: str, written: Written, indent: int) -> Iterator[str]:
    line = f"{lead} {_scalar(written)}"
    text = written.value
    if len(line) <= WIDTH or not isinstance(text, str) or not _folds(text):
        yield line
        return
    yield f"{lead} >-"
    width = max(WIDTH - indent - 2, 40)
    for part in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
        yield f"{' ' * (indent + 2)}{part}"


def _folds(text: str) -> bool:
    """Whether a text comes back from a folded block as it was: words, one space between them."""
    return text.isprintable() and " ".join(text.split(" ")) == text and all(text.split(" "))


def _flow(written: Written) -> str:
    value = written.value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(written)


def _scalar(written: Written) -> str:
    return quoted_if_needed(written.value) if isinstance(written.value, str) else written.text


def _key(key: str) -> str:
    text = quoted_if_needed(key)
    if len(text) > _LONGEST_KEY:
        raise ValueError(f"a name of {len(key)} letters is too long for a YAML file; shorten it")
    return text


def quoted_if_needed(text: str) -> str:
    """Return a text as a YAML value, in quotes where it could be taken for something else."""
    return text if _plain(text) else _quoted(text)


def _plain(text: str) -> bool:
    """Whether a text can stand without quotes, in every program that reads YAML."""
    return bool(
        (_PLAIN.fullmatch(text) or re.fullmatch(r"\+[0-9]+ [a-z]+", text))
        and text.isprintable()
        and not text.endswith(" ")
        and not _NEVER_PLAIN.fullmatch(text)
        and read_scalar(text) == text
    )


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES or letter.isprintable():
        return _ESCAPES.get(letter, letter)
    number = ord(letter)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )
