"""Texts of a workbook's cells: what spreadsheets put around words, and several names in one cell."""

import re
from collections.abc import Container, Iterable
from decimal import Decimal
from unicodedata import normalize

_BLANKS = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u200b": None, "\ufeff": None, "\u2060": None}
)
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;\n]*))\s*(?:[;\n]|$)')
_LONGEST_NAME = 1000
NONE_AT_ALL = "[]"
"""A list with nothing in it, which is not the same as none given."""


def clean(text: str) -> str:
    """Text without the blanks around it, with plain ones in it, its accents composed: pasted tables vary.

    Examples
    --------
    >>> clean("  Khan\u00a0al-Asal ")
    'Khan al-Asal'
    """
    text = text.translate(_BLANKS).strip()
    # Some systems write é as e and an accent; to people it is one name. What is longer is none.
    return text if text.isascii() or len(text) > _LONGEST_NAME else normalize("NFC", text)


def plain(text: str) -> str:
    """The text of a cell; in quotes it stands just as it is, blanks and all."""
    text = clean(text) if not _in_quotes(text) else text
    return text[1:-1].replace('""', '"') if _in_quotes(text) else text


def _in_quotes(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == '"' and '"' not in text[1:-1].replace('""', "")


def in_cell(text: str) -> str:
    """A text as a cell holds it, so that ``plain`` gives it back."""
    return text if text and plain(text) == text else '"' + text.replace('"', '""') + '"'


def names_in(text: str, known: Container[str]) -> list[str]:
    """Several names in one cell, with ``;`` between them; with commas, where they are names only so."""
    text = text.strip()
    if text == NONE_AT_ALL:
        return []
    names: list[str] = []
    for match in _ITEM.finditer(text):
        name = match[1].replace('""', '"') if match[1] is not None else clean(match[2])
        if name or match[1] is not None:
            names += _at_commas(name, known) if match[1] is None else [name]
        if match.end() == len(text):
            break
    return names


def _at_commas(name: str, known: Container[str]) -> list[str]:
    parts = [clean(part) for part in name.split(",")]
    return parts if name not in known and len(parts) > 1 and all(part in known for part in parts) else [name]


def list_cell(names: Iterable[str]) -> str:
    """Names as one cell holds them."""
    return "; ".join(_item(name) for name in names) or NONE_AT_ALL


def _item(name: str) -> str:
    alone = name and clean(name) == name and not any(mark in name for mark in ';\n"') and name != NONE_AT_ALL
    return name if alone else '"' + name.replace('"', '""') + '"'


def number_text(number: int | float) -> str:
    """A number as a person writes it, to the fifteen digits that spreadsheets keep.

    Examples
    --------
    >>> number_text(21), number_text(6.8), number_text(0.1 + 0.2), number_text(4.0)
    ('21', '6.8', '0.3', '4')
    """
    text = format(Decimal(f"{number:.15g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
