"""The command as a whole: help, mistakes in the call, pipes, and what happens when the program fails."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import korridor
from korridor.cli.main import TRACEBACK
from tests.cli.process import korridor as run
from tests.cli.process import tiny

HEAVY = ("pydantic", "numpy", "numba", "altair", "highspy", "ruamel", "rich", "vl_convert", "jinja2")


def test_help_says_what_there_is():
    """The help has an example, every command, and the meaning of the exit status."""
    done = run("--help")
    assert done.returncode == 0 and not done.stderr
    assert "Example: korridor plan operation.yaml -o build/plan" in done.stdout
    for name in ("check", "plan", "report"):
        assert re.search(rf"^  {name} ", done.stdout, re.MULTILINE)
    assert "0 done, 1 the answer is no, 2 the input or the call is wrong" in done.stdout


@pytest.mark.parametrize("name", ["check", "plan", "report"])
def test_every_command_shows_an_example(name):
    """The help of each command has an example of its use."""
    done = run(name, "--help")
    assert done.returncode == 0 and f"Example: korridor {name} " in done.stdout


def test_help_imports_nothing_heavy():
    """Help comes quickly because no library is loaded before a command needs it."""
    code = f"import sys, korridor.cli; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n"


def test_the_version_is_shown():
    """The version is the package's."""
    assert run("--version").stdout == f"korridor {korridor.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["plna"], "No such command 'plna'. Did you mean 'plan'?"),
        (["check", "--jsn", "a.yaml"], "No such option: --jsn (Possible options: --json)"),
        (["check"], "Missing argument 'FILE'."),
        (["check", "a.yaml", "b.yaml"], "Got unexpected extra argument(s) (b.yaml)"),
    ],
)
def test_a_wrong_call_is_told(arguments, words):
    """A slip in the call gets help on standard error, nothing on standard output, and status 2."""
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr and "Traceback" not in done.stderr


def test_nobody_reading_on_is_no_fault(tmp_path):
    """With | head -1 the first line comes through, and nothing is complained of."""
    shell = f"'{sys.executable}' -m korridor check '{tiny(tmp_path)}' --json | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_a_closed_pipe_is_no_fault(tmp_path):
    """With nobody at the other end at all, the status is still the answer's."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "korridor", "check", str(tiny(tmp_path))]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_letters_that_the_terminal_lacks_are_written_out(tmp_path):
    """A name in Arabic is no reason to fail where the terminal knows only ASCII."""
    path = tiny(tmp_path, tiny(tmp_path).read_text().replace("name: Tiny", "name: حلب"))
    done = run("check", path, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0 and "\\u062d\\u0644\\u0628" in done.stdout


BROKEN = """
import sys
from korridor.cli.main import app, main

@app.command()
def divide() -> None:
    1 / 0

sys.argv = ["korridor", "divide"]
main()
"""


def run_broken(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BROKEN]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, env={**os.environ, **environment}
    )


def test_a_fault_of_the_program_is_no_traceback():
    """What nobody expected is said in two lines, with status 2."""
    done = run_broken(**{TRACEBACK: ""})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "korridor: a fault of the program, not of your file: ZeroDivisionError: division by zero\n"
        "Set KORRIDOR_TRACEBACK=1 to see where it came from, and please report it.\n"
    )


def test_who_mends_the_program_can_see_the_traceback():
    """With KORRIDOR_TRACEBACK set, the error goes through."""
    done = run_broken(**{TRACEBACK: "1"})
    assert done.returncode != 0 and "ZeroDivisionError" in done.stderr.splitlines()[-1]
    assert done.stderr.startswith("Traceback")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_disk_that_is_full_is_told(tmp_path):
    """What the machine refuses is said in one line, with status 2."""
    command = [sys.executable, "-m", "korridor", "check", str(tiny(tmp_path))]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (2, "korridor: No space left on device\n")
