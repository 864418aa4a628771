"""How loops are compiled: once, kept on disk, and never stale.

Numba keeps a compiled function as long as the file that defines it is unchanged, though functions from other files
are inlined in it. So what is kept lies in a folder named after all sources that are compiled: change one, and all are
compiled anew.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import numba
from numba.core import config

F = TypeVar("F", bound=Callable[..., object])

COMPILED = ("chance", "clockwork", "planning/laps", "planning/shuttle")


def sources_digest(package: Path) -> str:
    """Name the state of the sources of a package's rooms that compile."""
    digest = hashlib.sha256(numba.__version__.encode())
    for room in COMPILED:
        for source in sorted((package / room).rglob("*.py")):
            digest.update(source.relative_to(package).as_posix().encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _kept_in() -> str:
    """Return the folder: below ``NUMBA_CACHE_DIR`` if that is set, else below the user's cache."""
    user = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    base = Path(config.CACHE_DIR) if config.CACHE_DIR else Path(user) / "korridor"
    return str(base / sources_digest(Path(__file__).parent))


config.CACHE_DIR = _kept_in()


# Our loops are whole numbers and branches: nothing to gain from vector instructions, and much of the compiler's time to lose.
numba.config.LOOP_VECTORIZE = 0
numba.config.SLP_VECTORIZE = 0


def compiled(function: F) -> F:
    """Compile a function to machine code on its first call; it runs without holding Python's lock."""
    return cast(F, numba.njit(cache=True, nogil=True, no_cfunc_wrapper=True)(function))


def inner(function: F) -> F:
    """Compile a function that only compiled code calls; leaving out its door for Python saves most of the compiler's time."""
    return cast(
        F, numba.njit(cache=True, nogil=True, no_cfunc_wrapper=True, no_cpython_wrapper=True)(function)
    )
