"""Compiled once, kept, and never stale."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import korridor.compiled
from korridor.compiled import COMPILED, sources_digest

PACKAGE = Path(korridor.compiled.__file__).parent


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the package's sources."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "korridor", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.parametrize("room", COMPILED)
def test_a_changed_source_has_another_folder(copied: Path, room: str) -> None:
    """One letter more in any room that compiles, or a file under another name, and all is compiled anew."""
    before = sources_digest(copied)
    assert before == sources_digest(PACKAGE)
    source = sorted((copied / room).rglob("*.py"))[-1]
    source.write_text(source.read_text() + "#")
    changed = sources_digest(copied)
    source.rename(source.with_name("zz.py"))
    assert len({before, changed, sources_digest(copied)}) == 3


def test_the_way_of_compiling_counts(copied: Path) -> None:
    """Other options to the compiler make another folder too."""
    before = sources_digest(copied)
    (copied / "compiled.py").write_text("")
    assert sources_digest(copied) != before


def test_what_does_not_compile_does_not_count(copied: Path) -> None:
    """A change where nothing is compiled compiles nothing anew."""
    before = sources_digest(copied)
    (copied / "version.py").write_text("")
    assert sources_digest(copied) == before


def started(home: Path, cache: Path | None) -> int:
    """Run one compiled function in a process of its own; return how many functions it found on disk."""
    code = (
        "from korridor.clockwork.state import push, when_there\n"
        "from korridor.clockwork.saved import arrays_of\n"
        "from korridor.clockwork.tables import Index\n"
        "from tests.clockwork.fixed import fixed\n"
        "s = arrays_of(Index(fixed('transfer')[0]), None, 2); push(s, 0, 7, 3); assert when_there(s, 0, 3) == 7\n"
        "print(sum(push.stats.cache_hits.values()))"
    )
    root = PACKAGE.parents[1]
    kept = {"NUMBA_CACHE_DIR": str(cache)} if cache else {}
    given = {k: v for k, v in os.environ.items() if k not in ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME")}
    path = os.pathsep.join([str(root), str(PACKAGE.parent)])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**given, **kept, "HOME": str(home), "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def test_what_was_compiled_is_found_again(tmp_path: Path) -> None:
    """A second process loads from disk what the first has compiled, also where the home can only be read."""
    assert started(tmp_path, tmp_path / "kept") == 0
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    assert started(home, tmp_path / "kept") == 1


def test_a_home_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    """Where nothing can be kept below the home, the loops run all the same, and nothing is kept elsewhere."""
    home = tmp_path / "home"
    home.write_text("a file, so that nobody, root included, can make a folder in it")
    assert started(home, None) == 0
    assert not list((PACKAGE / "clockwork").rglob("*.nbi"))
