"""How loops are compiled: once, kept on disk, and never stale.

Numba keeps a compiled function as long as the file that defines it is unchanged, though functions from other files are inlined in it. So what is kept
lies in a folder named after all sources that are compiled: change one, and all are compiled anew.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., object])

ROOMS = ("chance", "clockwork", "planning")


def _sources_digest() -> str:
    """Name the state of the sources of the rooms that compile."""
    package = Path(__file__).parent
    digest = hashlib.sha256(numba.__version__.encode())
    for room in ROOMS:
        for source in sorted((package / room).rglob("*.py")):
            digest.update(source.relative_to(package).as_posix().encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _kept_in() -> str:
    """Return the folder: below ``NUMBA_CACHE_DIR`` if that is set, else below the user's cache."""
    user = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    base = Path(numba.config.CACHE_DIR) if numba.config.CACHE_DIR else Path(user) / "korridor"
    return str(base / _sources_digest())


numba.config.CACHE_DIR = _kept_in()


def compiled(function: F) -> F:
    """Compile a function to machine code on its first call; it runs without holding Python's lock."""
    return cast(F, numba.njit(cache=True, nogil=True)(function))
