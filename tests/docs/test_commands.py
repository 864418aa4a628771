"""What a page says to type is typed: each command of the example pages runs, with little work."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from tests.examples.sourced import CHECKOUT, SHARED

PAGES = (
    pytest.param("aleppo-2016", marks=pytest.mark.long),
    "baghouz-2019",
    "valparaiso-2014",
    pytest.param("town-flood", marks=pytest.mark.long),
)
LITTLE = ["--work", "1"]
# Planning six times takes minutes: its own test, marked long, runs it whole.
SLOW = "examples/baghouz-2019/estimates.py"


def commands(page: str) -> list[str]:
    """The lines of a page's plain blocks that are commands."""
    text = (CHECKOUT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.split()[:1] and line.split()[0].endswith(("korridor", "python"))]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the checkout to the commands, and takes what they write."""
    (tmp_path / "examples").symlink_to(CHECKOUT / "examples")
    (tmp_path / "build").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run(page: str, checkout: Path) -> None:
    """Each of a page's commands ends with 0, one after the other, and the files that it names are there."""
    found = commands(page)
    assert len(found) >= 2
    for command in found:
        words = shlex.split(command)
        for name in re.findall(r"BEP-[0-9-]+\.txt", command):
            instance = SHARED / "bep" / "real" / name
            if not instance.exists():
                pytest.skip(f"the instance is not here, and not ours to copy: {instance}")
            (checkout / name).write_bytes(instance.read_bytes())
        if words[0].endswith("python"):
            if SLOW not in words:
                run_script(words[1:])
        else:
            extra = LITTLE if words[1] == "plan" else []
            result = CliRunner().invoke(app, [*words[1:], *extra])
            assert result.exit_code == 0, (command, result.output)
        if "-o" in words:
            assert (checkout / words[words.index("-o") + 1] / "report.html").exists()


def run_script(words: list[str]) -> None:
    """Run a Python script, what it prints going where the page sends it."""
    target = words[words.index(">") + 1] if ">" in words else None
    words = words[: words.index(">")] if target else words
    said = subprocess.run([sys.executable, *words], check=True, capture_output=True, encoding="utf-8").stdout
    if target:
        Path(target).write_text(said, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_no_command_of_a_page_is_passed_over(page: str) -> None:
    """Whatever stands in a page's plain blocks is a command that is run, one that fetches, or printed output."""
    text = (CHECKOUT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith((".venv/bin/", "korridor ")):
            assert line in commands(page)
