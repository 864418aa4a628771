"""Files made wrong by draws: each is read, or refused line by line, in bounded time and memory."""

import os
import re
import resource
import time
from pathlib import Path

import pytest

from tests.hostile.formats import FORMATS, Format, said_by
from tests.hostile.mutate import Draws, mutated

REFUSED_WITHIN_S = 2.0
MORE_KIB = 300_000
"""What reading may add to what the tests' own process takes; the program itself starts at 40 MB."""


def fuzz(form: Format, seed: int, files: range, folder: Path) -> dict[str, float]:
    """Show the door so many files; what must never be is an assertion that names the draw."""
    path = folder / f"f{form.suffix}"
    refused, slowest_s = 0, 0.0
    for sound in form.sound():  # what is compiled or imported on the way is not the files' fault
        path.write_bytes(sound)
        assert not said_by(form, path)[0]
    began_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in files:
        draws = Draws(seed, number)
        path.write_bytes(mutated(draws.of(form.sound()), draws))
        draw = f"{form.suffix}, seed {seed}, file {number}"
        began_s = time.process_time()
        try:
            wrong, lines = said_by(form, path)
        except Exception as error:
            raise AssertionError(f"{draw}: {type(error).__name__}: {error}") from error
        took_s = time.process_time() - began_s
        refused, slowest_s = refused + wrong, max(slowest_s, took_s)
        assert took_s < REFUSED_WITHIN_S, f"{draw}: {took_s:.1f} s"
        assert all(line.isprintable() for line in lines), draw
        if wrong:
            assert 1 <= len(lines) <= 51, draw
            assert all(re.match(rf"{re.escape(str(path))}:[1-9][0-9]*: .", line) for line in lines), draw
        assert os.listdir(folder) == [path.name], draw
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - began_kib
    assert grown_kib < MORE_KIB
    return {"refused": refused, "slowest_s": slowest_s, "grown_mb": grown_kib / 1024}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_hundreds_of_wrong_files(form: Format, tmp_path: Path):
    """No file of three hundred of each kind brings the reader down, takes long, or leaves another file behind."""
    assert fuzz(form, 1, range(300), tmp_path)["refused"] > 100


@pytest.mark.long
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_ten_thousand_wrong_files(form: Format, tmp_path: Path):
    """The same of ten thousand, of all kinds together."""
    files = 10_000 // len(FORMATS) + 1
    print(form.suffix, files, fuzz(form, 2, range(files), tmp_path))
