"""The public face: a notebook user never needs a second import."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import korridor
from tests.cli.process import tiny
from tests.operation.tiny import operation
from tests.papers.small_plan import made

DOCS = Path(__file__).parents[1] / "docs" / "python.md"


def python(code: str) -> str:
    """What a fresh Python says."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_name_is_there():
    """Each public name can be had, and Tab offers it."""
    for name in korridor.__all__:
        assert getattr(korridor, name) is not None
        assert name in dir(korridor)
    assert sorted(korridor.__all__) == korridor.__all__
    with pytest.raises(AttributeError, match="module 'korridor' has no attribute 'plans'"):
        _ = korridor.plans


def test_every_name_is_documented():
    """docs/python.md has a line for each public name, and none for another."""
    named = set(re.findall(r"^\| `korridor\.(\w+)", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert named == set(korridor.__all__)


@pytest.mark.parametrize("name", [n for n in korridor.__all__ if n != "__version__"])
def test_every_name_says_what_it_is(name):
    """Each public thing has a docstring of its own."""
    assert (getattr(korridor, name).__doc__ or "").strip()


def test_values_show_themselves(tmp_path):
    """An operation that was read through the face shows itself as HTML, and so do its findings and its plan."""
    found = korridor.read_operation(tiny(tmp_path))
    assert found._repr_html_().startswith('<div class="korridor">')
    assert korridor.check(found)._repr_html_().startswith('<div class="korridor">')
    assert made()._repr_html_().startswith('<div class="korridor">')


def test_without_the_face_a_value_has_no_html():
    """A room by itself knows nothing of papers; a notebook then shows the one line."""
    code = (
        "import sys, json; from korridor.operation.operation import Operation;"
        "print(Operation.model_validate_json(sys.argv[1])._repr_html_())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, operation().model_dump_json()],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == "None"


def test_to_import_it_is_quick():
    """Importing the face reads no room; what is heavy comes with what needs it."""
    heavy = "numpy", "numba", "pydantic", "altair", "highspy", "jinja2"
    said = python(f"import sys, korridor; print([m for m in {heavy!r} if m in sys.modules])")
    assert said.strip() == "[]"


def test_an_objective_that_is_none_is_told():
    """A misspelt objective is named with those that there are."""
    with pytest.raises(ValueError, match="'fastest' is not an objective; one of most-out, clearance"):
        korridor.plan(operation(), objective="fastest", seconds=1)
