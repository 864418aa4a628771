"""Read what others say: the claims of files and folders, on all cores where there are many."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from korridor.claims.claim import Claim
from korridor.claims.dispatches import STDIN, dispatch_at, dispatches_at
from korridor.claims.grammar import LANGUAGES, grammar_of
from korridor.claims.language import is_readable
from korridor.claims.reading import read_text
from korridor.claims.times import Dispatched
from korridor.claims.trained import INSTALLED, trained_for
from korridor.operation.fault import Fault, Faults

_MANY = 400
"""From so many dispatches on other processes pay: each takes a second or two to start."""

_CHUNK = 50

_NO_LANGUAGE = "is in no language that is read here: en (English) or nb (Bokmål); if it is one of these, say so with --lang"


def read_claims(
    *texts: str | Path,
    lang: str | None = None,
    date: str | None = None,
    grammar: str | Path | None = None,
    names: str | Path = INSTALLED,
    cores: int | None = None,
) -> tuple[Claim, ...]:
    """Read every figure of some dispatches with its author, wording, bounds and state (S1 to S3).

    Nothing is acted on and nothing is averaged: figures that differ stand side by side.

    Parameters
    ----------
    *texts : str or Path
        Files, folders (every ``.txt`` and ``.md`` under them), or ``-`` for standard input.
    lang : str or None
        ``en`` or ``nb``; None tells it from each text.
    date : str or None
        When the dispatches were sent, ``YYYY-MM-DD`` or ``YYYY-MM``; weekdays are resolved against it.
    grammar : str or Path or None
        A folder with tables of your own over ours, see ``docs/reading.md``.
    names : str or Path
        What finds names that the grammar does not: ``installed`` (a trained spaCy pipeline of the text's language, where there
        is one), ``off``, or the package or the folder of one.
    cores : int or None
        How many processes at most; None for all that this process may use.

    Returns
    -------
    tuple of Claim
        File by file, in the order of each text.

    Raises
    ------
    korridor.operation.fault.Faults
        Of all files that cannot be read.
    ValueError
        If ``lang`` or ``date`` is none.

    Examples
    --------
    >>> import korridor
    >>> korridor.read_claims("dispatches/", date="2016-12-16")  # doctest: +SKIP
    """
    folder = Path(grammar) if grammar is not None else None
    if folder is not None and not folder.is_dir():
        raise Faults([Fault(str(folder), 1, "", "there is no such folder of tables; see docs/reading.md")])
    if lang is not None and lang not in LANGUAGES and not (folder is not None and (folder / lang).is_dir()):
        raise ValueError(
            f"{lang!r} is no language that there is a grammar for; one of {', '.join(LANGUAGES)}"
        )
    sent = Dispatched.read(date) if date is not None else None
    for one in (lang,) if lang is not None else LANGUAGES:
        grammar_of(one, folder)
        trained_for(one, str(names))
    files = dispatches_at(texts)
    read = partial(_read, lang=lang, sent=sent, grammar=folder, names=str(names))
    claims: list[Claim] = []
    faults: list[Fault] = []
    for found in _each(read, files, cores):
        if isinstance(found, Faults):
            faults += found.faults
        else:
            claims += found
    if faults:
        raise Faults(faults)
    return tuple(claims)


def _read(
    file: str, *, lang: str | None, sent: Dispatched | None, grammar: Path | None, names: str
) -> tuple[Claim, ...] | Faults:
    try:
        dispatch = dispatch_at(file)
        if lang is None and not is_readable(dispatch.text):
            return Faults([Fault(file, 1, "", _NO_LANGUAGE)])
        return read_text(
            dispatch.text, file=dispatch.file, lang=lang, sent=sent, grammar=grammar, names=names
        )
    except Faults as faults:
        return faults


def _each(
    read: "partial[tuple[Claim, ...] | Faults]", files: Sequence[str], cores: int | None
) -> Iterator[tuple[Claim, ...] | Faults]:
    allowed = (
        cores
        if cores is not None
        else len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )
    workers = min(allowed, len(files) // (_MANY // 2))
    if workers < 2 or STDIN in files:
        yield from map(read, files)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read, files, chunksize=_CHUNK)
