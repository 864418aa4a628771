"""How loops are compiled: once, kept on disk, and never stale.

Numba keeps a compiled function as long as the file that defines it is unchanged, though functions from other
files are inlined in it. So what is kept lies in a folder named after all sources that are compiled: change one,
and all are compiled anew.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., object])

# Numba's types know neither all its settings nor all its options.
config: Any = numba.config
njit: Any = numba.njit

COMPILED = ("chance", "clockwork", "planning/laps", "planning/shuttle", "rehearsal")


def sources_digest(package: Path) -> str:
    """Name the state of the sources of a package's rooms that compile, and of what they are compiled with."""
    digest = hashlib.sha256(numba.__version__.encode())
    sources = [package / "compiled.py"]
    for room in COMPILED:
        sources += sorted((package / room).rglob("*.py"))
    for source in sources:
        digest.update(source.relative_to(package).as_posix().encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _kept_in() -> Path:
    """Return the folder: below ``NUMBA_CACHE_DIR`` if that is set, else below the user's cache."""
    user = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    base = Path(config.CACHE_DIR) if config.CACHE_DIR else Path(user) / "korridor"
    return base / sources_digest(Path(__file__).parent)


def _can_keep(folder: Path) -> bool:
    """Whether a folder can be written; if not, numba would keep all beside the sources, where it goes stale."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


_FOLDER = _kept_in()
config.CACHE_DIR = str(_FOLDER)

# Our loops are whole numbers and branches: vector instructions gain nothing, and cost much time to compile.
config.LOOP_VECTORIZE = 0
config.SLP_VECTORIZE = 0

_OPTIONS = {"cache": _can_keep(_FOLDER), "nogil": True, "no_cfunc_wrapper": True}

# Loops that work on arrays given to them need not count who holds which array; not counting halves the compiling.
_ON_GIVEN = {**_OPTIONS, "_nrt": False}


def compiled(function: F) -> F:
    """Compile a function to machine code on its first call; it runs without holding Python's lock.

    It must not make arrays, nor assign slices to slices, nor reduce arrays (``max``, ``any``): these ask for memory.
    """
    return cast(F, njit(**_ON_GIVEN)(function))


def inner(function: F) -> F:
    """Compile a function that only compiled code calls: without a door for Python, which saves compiling."""
    return cast(F, njit(**_ON_GIVEN, no_cpython_wrapper=True, forceinline=True)(function))


def inlined(function: F) -> F:
    """Compile a small function that is copied into whatever calls it."""
    return cast(F, njit(**_ON_GIVEN, forceinline=True)(function))


def allocating(function: F) -> F:
    """Compile a function that may make arrays of its own."""
    return cast(F, njit(**_OPTIONS)(function))
