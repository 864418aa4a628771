"""A trained spaCy pipeline, where there is one: its entity recogniser knows names that have no capital and no title."""

from functools import lru_cache
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language

from korridor.operation.fault import Fault, Faults

INSTALLED: Final = "installed"
"""Take what is installed for a text's language, if anything is."""
OFF: Final = "off"

_PACKAGES: Final = {"en": ("en_core_web",), "nb": ("nb_core_news",)}
_SIZES: Final = ("lg", "md", "sm")
"""The best first. ``trf`` is left out: it needs another library, and takes a second a dispatch."""

_NEEDED: Final = ("tok2vec", "ner")
_ANY_LANGUAGE: Final = "xx"

MOST_CHARACTERS: Final = 100_000
"""A recogniser takes a gigabyte for so many (spaCy, ``Language.max_length``); longer texts are read without."""


def trained_for(lang: str, names: str) -> str | None:
    """Return which trained pipeline finds the names of a language; ``None`` for the grammar alone.

    Parameters
    ----------
    lang : str
        ``en`` or ``nb``.
    names : str
        ``installed``, ``off``, or the package or the folder of a pipeline; one of another language is not for this text.

    Raises
    ------
    korridor.operation.fault.Faults
        If ``names`` is no trained pipeline with an entity recogniser.
    """
    if names == OFF:
        return None
    if names == INSTALLED:
        there = set(spacy.util.get_installed_models())
        packages = (f"{begin}_{size}" for begin in _PACKAGES.get(lang, ()) for size in _SIZES)
        return next((package for package in packages if package in there), None)
    return names if _language(names) in (lang, _ANY_LANGUAGE) else None


@lru_cache(maxsize=8)
def _language(name: str) -> str:
    return str(recogniser(name).lang)


def recogniser(name: str) -> Language:
    """Load what a pipeline's entity recogniser needs, and nothing else of it; each time anew, as pipes are added to it.

    Raises
    ------
    korridor.operation.fault.Faults
        If it cannot be loaded, or has none.
    """
    if not Path(name).is_dir() and name not in spacy.util.get_installed_models():
        raise Faults([Fault(name, 1, "", _wanted("is neither a folder nor an installed package"))])
    try:
        nlp = spacy.load(name)
    # Whatever a folder holds: spaCy, numpy, srsly and the file system each raise their own.
    except Exception as error:
        raise Faults(
            [Fault(name, 1, "", _wanted(f"cannot be loaded ({type(error).__name__}: {error})"))]
        ) from None
    if "ner" not in nlp.pipe_names:
        raise Faults([Fault(name, 1, "", _wanted("has no entity recogniser"))])
    for pipe in nlp.pipe_names:
        if pipe not in _NEEDED:
            nlp.remove_pipe(pipe)
    return nlp


def _wanted(what: str) -> str:
    return f"{what}; name a trained spaCy pipeline with 'ner', such as en_core_web_sm, or a folder of one, or {OFF}"
