"""The grammar of a language: tables read from the files in ``grammar/``, and from a user's folder over them."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from korridor.claims.bounds import Bounds, Number
from korridor.claims.phrases import Phrases
from korridor.operation.fault import Fault, Faults

LANGUAGES = ("en", "nb")
"""The languages that there is a grammar for; a third one is a folder beside theirs."""

FILES = ("hedges", "numbers", "nouns", "traps", "states", "sources", "times")

Noun = tuple[str, str, Number]
"""Quantity, English category, and what one of the unit is in the quantity's own unit."""


class Grammar:
    """All tables of one language, ready to be looked up.

    Attributes
    ----------
    lang : str
        The language.
    data : dict of str to dict
        The files as they are, by name: each component takes its own.
    """

    def __init__(self, lang: str, data: Mapping[str, Any]) -> None:
        self.lang = lang
        self.data = data
        hedges, nouns, numbers = data["hedges"], data["nouns"], data["numbers"]
        self.before = Phrases(
            (w, Bounds.read(row["bounds"])) for row in hedges["around"] for w in row["before"]
        )
        self.after = Phrases(
            (w, Bounds.read(row["bounds"])) for row in hedges["around"] for w in row.get("after", ())
        )
        self.collective = Phrases(
            (w, (Bounds.read(row["bounds"]), row.get("noun", False)))
            for row in hedges["collective"]
            for w in row["words"]
        )
        self.nouns: Phrases[Noun] = Phrases(_nouns(nouns))
        self.short_units = frozenset(nouns["short_units"])
        self.glued = frozenset(numbers["glued"])
        self.percent = Phrases((w, True) for w in numbers["percent"])
        self._sets: dict[tuple[str, str], frozenset[str]] = {}
        self._endings: dict[tuple[str, str], tuple[str, ...]] = {}
        self._phrases: dict[tuple[str, str], Phrases[bool]] = {}

    def words(self, file: str, name: str) -> frozenset[str]:
        """A list of single words, as a set."""
        try:  # one look-up: this is asked some thousand times a dispatch
            return self._sets[file, name]
        except KeyError:
            self._sets[file, name] = frozenset(str(word) for word in self.data[file].get(name, ()))
            return self._sets[file, name]

    def endings(self, file: str, name: str) -> tuple[str, ...]:
        """A list of endings, for ``str.endswith``; empty where the language has none."""
        if (file, name) not in self._endings:
            self._endings[file, name] = tuple(str(end) for end in self.data[file].get(name, ()))
        return self._endings[file, name]

    def phrases(self, file: str, name: str) -> Phrases[bool]:
        """A list of phrases, as a table."""
        try:
            return self._phrases[file, name]
        except KeyError:
            self._phrases[file, name] = Phrases((str(w), True) for w in self.data[file].get(name, ()))
            return self._phrases[file, name]


def _nouns(data: Mapping[str, Any]) -> "list[tuple[str, Noun]]":
    found: dict[str, Noun] = {}
    for quantity in ("persons", "families", "vehicles", "other"):
        for category, forms in data[quantity].items():
            own = category == "own"
            for form in map(str, forms):
                kind = form if own else category
                if own:
                    found.setdefault(_singular(form), (quantity, kind, 1))
                found[form.lower()] = (quantity, kind, 1)
    for quantity, units in data["units"].items():
        for factor, forms in units.items():
            found.update(
                {
                    str(form): (quantity, "", factor if isinstance(factor, int) else Fraction(str(factor)))
                    for form in forms
                }
            )
    return list(found.items())


def _singular(form: str) -> str:
    """The singular of an English plural that is its own category: midwives, policewomen, allies."""
    for plural, singular in (("wives", "wife"), ("men", "man"), ("ies", "y"), ("ches", "ch"), ("s", "")):
        if form.endswith(plural):
            return form.lower()[: -len(plural)] + singular
    return form.lower()


@lru_cache(maxsize=16)
def grammar_of(lang: str, folder: Path | None = None) -> Grammar:
    """Read the grammar of a language.

    Parameters
    ----------
    lang : str
        One of :data:`LANGUAGES`, or any language that ``folder`` holds whole.
    folder : Path or None
        A user's own tables: ``folder/lang/hedges.yaml`` and so on. What a file names at its top level replaces ours.

    Raises
    ------
    korridor.operation.fault.Faults
        If a file is no YAML, or misses a table.
    """
    data: dict[str, Any] = {}
    for name in FILES:
        table: dict[str, Any] = {}
        ours = files("korridor.claims") / "grammar" / lang / f"{name}.yaml"
        if ours.is_file():
            table.update(yaml.load(ours.read_text(encoding="utf-8"), Loader=_LOADER))
        if folder is not None and (own := folder / lang / f"{name}.yaml").is_file():
            table.update(_own(own))
        data[name] = table
    try:
        return Grammar(lang, data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        where = str(folder / lang) if folder is not None else lang
        raise Faults(
            [Fault(where, 1, "", f"the grammar is not whole: {error!s}; see docs/reading.md")]
        ) from None


def _own(path: Path) -> dict[str, Any]:
    try:
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise Faults([Fault(str(path), line, "", "this is not YAML; see docs/reading.md")]) from None
    except UnicodeDecodeError:
        raise Faults([Fault(str(path), 1, "", "this is not UTF-8 text")]) from None
    if not isinstance(table, dict):
        raise Faults([Fault(str(path), 1, "", "a grammar file is a table of names; see docs/reading.md")])
    return table


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which ``no``, ``on`` and ``null`` are words, as they are in a dispatch."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, rule) for tag, rule in rules if not letter.isalpha() or tag.endswith((":int", ":float"))]
    for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), ["t", "f"])
_LOADER = _Loader
